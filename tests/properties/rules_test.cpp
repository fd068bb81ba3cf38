// Laws that the rules obey whatever the member and the numbers: rapidcheck looks for a counter-example.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "models/adjustment.hpp"
#include "models/shapes/shapes.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

Member any_retiree() {
  Member member;
  member.birth = Month(1930, 1) + *rc::gen::inRange(0, 400);
  member.retired = member.birth + 12 * *rc::gen::inRange(50, 61);
  member.service_months = *rc::gen::inRange(0, 540);
  member.pension = Money::fen(*rc::gen::inRange<std::int64_t>(0, 3'000'000));
  return member;
}

AdjustmentTerms terms_of(int year) {
  return adjustment_terms(base_session().law.parameters, year, "adjustment.area_addition_first");
}

RC_GTEST_PROP(Adjustment, never_lowers_a_pension, ()) {
  const Member member = any_retiree();
  const int year = *rc::gen::inRange(2021, 2025);
  const Rise rise = rise_of(terms_of(year), member, member.pension);
  RC_ASSERT(rise.total() > Money{});
  RC_ASSERT(rise.level >= Money::yuan(20));
}

RC_GTEST_PROP(Adjustment, more_service_or_a_higher_pension_never_lowers_the_rise, ()) {
  const Member member = any_retiree();
  const AdjustmentTerms terms = terms_of(*rc::gen::inRange(2021, 2025));
  Member longer = member;
  longer.service_months += *rc::gen::inRange(0, 120);
  const Money more = member.pension + Money::fen(*rc::gen::inRange<std::int64_t>(0, 100'000));
  RC_ASSERT(rise_of(terms, longer, member.pension).total() >= rise_of(terms, member, member.pension).total());
  RC_ASSERT(rise_of(terms, member, more).total() >= rise_of(terms, member, member.pension).total());
}

RC_GTEST_PROP(Adjustment, a_later_birth_never_raises_the_age_addition, ()) {
  const Member member = any_retiree();
  Member younger = member;
  younger.birth = member.birth + *rc::gen::inRange(0, 240);
  const AdjustmentTerms terms = terms_of(2024);
  RC_ASSERT(rise_of(terms, younger, member.pension).age <= rise_of(terms, member, member.pension).age);
}

RC_GTEST_PROP(MonthlyPart, sums_to_the_year_for_any_amount, ()) {
  const Money amount = Money::fen(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000));
  Money sum;
  for (int month = 1; month <= 12; ++month) sum += monthly_part(amount, Month(2024, month));
  RC_ASSERT(sum == amount);
}

/// Every rule of the run on any member of the roster: nothing before retirement, nothing outside the horizon's months.
RC_GTEST_PROP(Rules, pay_no_pensioner_before_the_month_after_retirement, ()) {
  struct Listener : PaymentListener {
    const Programme* programme = nullptr;
    Member member;
    void pay(std::size_t component, std::size_t offset, Money) override {
      const Month due = programme->horizon().month(static_cast<int>(offset));
      if (member.role == Role::pensioner) RC_ASSERT(due > member.retired);
      RC_ASSERT(programme->horizon().contains(due));
      RC_ASSERT(programme->paid_month(component, due) >= due);
    }
    void nothing(std::size_t, Reason) override {}
    void step(Step) override {}
  };
  const Session& session = base_session();
  Listener listener;
  listener.member = session.roster.member(*rc::gen::inRange<std::size_t>(0, session.roster.size()));
  for (const auto& programme : session.programmes) {
    listener.programme = programme.get();
    programme->explain(listener.member, listener);
  }
}

RC_GTEST_PROP(Rules, every_month_of_every_programme_has_a_payment_or_a_reason, ()) {
  struct Listener : PaymentListener {
    std::vector<bool> answered = std::vector<bool>(12);
    void pay(std::size_t, std::size_t offset, Money) override { answered[offset] = true; }
    void nothing(std::size_t offset, Reason reason) override {
      RC_ASSERT(!std::string(reason_text(reason)).empty());
      answered[offset] = true;
    }
    void step(Step) override {}
  };
  const Session& session = base_session();
  const Member member = session.roster.member(*rc::gen::inRange<std::size_t>(0, session.roster.size()));
  for (const auto& programme : session.programmes) {
    Listener listener;
    programme->explain(member, listener);
    for (const bool answered : listener.answered) RC_ASSERT(answered);
  }
}

}  // namespace
}  // namespace disburse
