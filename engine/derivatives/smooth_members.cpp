#include "engine/derivatives/smooth_members.hpp"

namespace disburse {

namespace {

/// Calls f(exact column, smooth column) for each.
template <class F>
void each_pair(F f) {
  std::apply(
      [&](const auto&... exact) {
        std::apply([&](const auto&... smooth) { (f(exact, smooth), ...); }, member_columns<Smooth>);
      },
      member_columns<Exact>);
}

template <class One>
constexpr bool is_amount =
    std::is_same_v<std::remove_cvref_t<decltype(std::declval<MemberOf<Smooth>>().*One::field)>, Dual>;

}  // namespace

Dual SmoothMembers::amount(std::size_t row, std::vector<std::int64_t> RosterColumns::*column) const {
  const std::int64_t fen = (rows_.*column)[row];
  for (const Stretch& stretch : stretches_) {
    if (fen == 0 || stretch.scheme != rows_.scheme[row] || stretch.column != column) continue;
    const bool retired = Month::from_index(rows_.retired[row]) <= rows_.as_of;
    if (stretch.whose == (retired ? Stretch::Whose::entrants : Stretch::Whose::stock)) continue;
    return Dual(stretch.least) + Dual(Money::fen(fen) - stretch.least) * stretch.factor;
  }
  return Dual(Money::fen(fen));
}

MemberOf<Smooth> SmoothMembers::member(std::size_t row) const {
  const auto own = own_.find(row);
  MemberOf<Smooth> member;
  std::size_t amounts = 0;
  each_pair([&]<class OneExact, class OneSmooth>(const OneExact&, const OneSmooth&) {
    if constexpr (is_amount<OneSmooth>)
      member.*OneSmooth::field = own != own_.end() ? own->second[amounts++] : amount(row, OneExact::values);
    else
      OneSmooth::put(member, (rows_.*OneSmooth::values)[row]);
  });
  return member;
}

void SmoothMembers::set(std::size_t row, const MemberOf<Smooth>& member) {
  std::vector<Dual>& amounts = own_[row];
  amounts.clear();
  each_column_of(member_columns<Smooth>, [&]<class One>(const One&) {
    if constexpr (is_amount<One>) amounts.push_back(member.*One::field);
  });
}

}  // namespace disburse
