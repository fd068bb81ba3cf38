#pragma once
// The months in which something holds for a member. Whatever a programme's file may ask holds in one span of months: a
// birthday begins it, another one or the retirement ends it.
#include <cstdint>

#include "engine/law/programme.hpp"
#include "models/shapes/member_terms.hpp"

namespace disburse {

/// Months by their distance from the first of the horizon; a month that is none lies far beyond its end.
class Timeline {
 public:
  explicit Timeline(Horizon horizon) : first_(horizon.first) {}
  std::int32_t offset(Month month) const { return month - first_; }
  Month month(std::int32_t offset) const { return first_ + offset; }

 private:
  Month first_;
};

template <class N>
bool passes(const Condition& condition, const MemberOf<N>& member) {
  const auto allows = [&](std::uint32_t place) { return (condition.allowed >> place & 1U) != 0; };
  switch (condition.test) {
    case Test::scheme: return allows(static_cast<std::uint32_t>(member.scheme));
    case Test::category: return allows(static_cast<std::uint32_t>(member.category));
    case Test::sex: return allows(static_cast<std::uint32_t>(member.sex));
    case Test::hardship: return allows(member.hardship ? 1 : 0);
    case Test::booked: return allows(member.annuity_base == typename N::Money() ? 0 : 1);
    default: return true;
  }
}

/// Months in which a condition with this threshold holds.
template <class N>
Span span_of(const Condition& condition, std::int64_t threshold, const MemberOf<N>& member, Timeline time) {
  const std::int64_t years = member.service_months / 12;
  const auto age = [&](std::int64_t full) { return time.offset(member.birth) + static_cast<std::int32_t>(full * 12); };
  switch (condition.test) {
    case Test::age_from: return Span::from(age(threshold));
    case Test::age_below: return Span::until(age(threshold));
    case Test::retired_from: return Span::only_if(member.retired.index() >= threshold);
    case Test::retired_until: return Span::only_if(member.retired.index() <= threshold);
    case Test::retired_since: return Span::from(time.offset(member.retired) + static_cast<std::int32_t>(threshold));
    case Test::years_from: return Span::only_if(years >= threshold);
    case Test::years_below: return Span::only_if(years < threshold);
    default: return Span::always();  // the lasting tests are asked once, by `passes`
  }
}

/// Months of the phase of life in which the programme pays, before and after which other reasons are told.
template <class N>
Span phase_of(Phase phase, const MemberOf<N>& member, Timeline time) {
  const std::int32_t drawing = time.offset(member.retired) + 1;
  if (phase == Phase::drawing) return Span::from(drawing);
  if (phase == Phase::any) return Span::always();
  return {member.joined.is_none() ? Span::always().begin : time.offset(member.joined), drawing};
}

template <class N>
Span due_of(Due due, const MemberOf<N>& member, Timeline time) {
  if (due != Due::at_retirement) return Span::always();
  const std::int32_t drawing = time.offset(member.retired) + 1;
  return {drawing, drawing + 1};
}

}  // namespace disburse
