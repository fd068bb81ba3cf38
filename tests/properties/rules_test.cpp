// Laws that the rules obey whatever the member and the numbers: rapidcheck looks for a counter-example.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "engine/base/error.hpp"
#include "models/adjustment.hpp"
#include "models/award.hpp"
#include "models/retirement_age.hpp"
#include "models/shapes/shapes.hpp"
#include "outputs/text/reasons.hpp"
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
  const Rounding rounding = *rc::gen::element(Rounding::half_up, Rounding::down, Rounding::up, Rounding::half_even);
  Money sum;
  for (int month = 1; month <= 12; ++month) sum += monthly_part(amount, Month(2024, month), rounding);
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
      for (const Language language : {Language::zh, Language::en}) RC_ASSERT(!reason_text(reason, language).empty());
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

/// Sums what a member is paid by a programme, and by component.
class Total : public PaymentListener {
 public:
  explicit Total(const Programme& programme) : programme_(programme) {}
  void pay(std::size_t component, std::size_t offset, Money amount) override {
    const Component& part = programme_.definition().components[component];
    if (part.on_death) {
      on_death += amount;
    } else {
      alive += amount;
      months[{part.id, static_cast<int>(offset)}] += amount;
    }
  }
  void nothing(std::size_t, Reason) override {}
  void step(Step) override {}

  Money alive, on_death;
  std::map<std::pair<std::string, int>, Money> months;

 private:
  const Programme& programme_;
};

const Session& ten_years() {
  static const Session session = [] {
    InputOptions options;
    options.horizon = {"2024-01..2033-12", "--horizon"};
    return open_session(options);
  }();
  return session;
}

const Programme& programme_of(const Session& session, const std::string& id) {
  for (const auto& programme : session.programmes) {
    if (programme->definition().id == id) return *programme;
  }
  throw ProgramFault("no programme " + id);
}

RC_GTEST_PROP(Award, more_years_index_or_balance_never_lower_a_pension, ()) {
  Person person;
  person.scheme = Scheme::civil_service;
  person.birth = Month(1965, 1) + *rc::gen::inRange(0, 60);
  person.retired = person.birth + 12 * 60 + 36;
  person.service_months = *rc::gen::inRange(180, 500);
  person.joined = person.retired - person.service_months;
  person.transition_months = *rc::gen::inRange(0, person.service_months);
  person.index = Rate(*rc::gen::inRange(6000, 30000), 10000);
  person.account_balance = Money::fen(*rc::gen::inRange<std::int64_t>(0, 50'000'000));
  const ParameterTree& law = ten_years().law.parameters;
  const Money pension = award_amounts(law, person).pension;
  Person longer = person;
  longer.service_months += *rc::gen::inRange(0, 24);
  Person better = person;
  better.index = person.index + Rate(1, 100);
  Person richer = person;
  richer.account_balance += Money::fen(*rc::gen::inRange<std::int64_t>(0, 1'000'000));
  RC_ASSERT(award_amounts(law, longer).pension >= pension);
  RC_ASSERT(award_amounts(law, better).pension >= pension);
  RC_ASSERT(award_amounts(law, richer).pension >= pension);
}

RC_GTEST_PROP(RetirementAge, a_later_birth_never_means_an_earlier_month, ()) {
  const auto group = *rc::gen::element(RetirementGroup::male, RetirementGroup::female_55, RetirementGroup::female_50);
  const Month birth = Month(1955, 1) + *rc::gen::inRange(0, 500);
  const ParameterTree& law = base_session().law.parameters;
  RC_ASSERT(statutory_retirement(law, group, birth).month <= statutory_retirement(law, group, birth + 1).month);
}

/// Every month of booked annuity is made real once: what batches and retirement pay, without interest and wage growth,
/// is 8 % of the base for each month from 2018 to retirement.
RC_GTEST_PROP(Annuity, no_month_is_made_real_twice, ()) {
  static const Session flat = [] {
    InputOptions options;
    options.horizon = {"2024-01..2033-12", "--horizon"};
    options.sets = {"annuity_funding.interest=0", "contribution.average_wage=8000"};
    return open_session(options);
  }();
  Member member;
  member.scheme = Scheme::civil_service;
  member.role = Role::active;
  member.birth = Month(1970, 1);
  member.joined = Month(2000, 1) + *rc::gen::inRange(0, 260);
  member.retired = Month(2025, 1) + *rc::gen::inRange(0, 100);
  member.annuity_base = Money::yuan(*rc::gen::inRange<std::int64_t>(1, 20) * 1000);
  const Programme& programme = programme_of(flat, "annuity_funding");
  Total total(programme);
  programme.explain(member, total);
  const int booked = member.retired - std::max(member.joined, Month(2018, 1)) + 1;
  RC_ASSERT(total.alive == member.annuity_base.times(Rate(8, 100), Rounding::half_up) * booked);
}

/// The payers of a contribution subsidy and of a base pension share it without rest.
RC_GTEST_PROP(Residents, payer_shares_sum_to_the_whole, ()) {
  Member payer;
  payer.scheme = Scheme::resident;
  payer.role = Role::payer;
  payer.birth = Month(1985, 1);
  payer.joined = Month(2012, 1);
  payer.grade = *rc::gen::element(100, 200, 300, 500, 1000, 2000, 3000);
  const Programme& programme = programme_of(base_session(), "resident_pension");
  Total total(programme);
  programme.explain(payer, total);
  const Money whole =
      base_session().law.parameters.table("resident_pension.subsidy", Month(2024, 12)).at_least(payer.grade);
  const int december = 11;
  RC_ASSERT((total.months[{"subsidy_city", december}] + total.months[{"subsidy_region", december}] == whole));
}

}  // namespace
}  // namespace disburse
