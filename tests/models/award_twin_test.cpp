// Random persons under models/award and under its twin: every part to the fen. 200 persons; DISBURSE_AWARDS=10000 for
// more.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "models/award.hpp"
#include "models/award_twin.hpp"
#include "models/retirement_age.hpp"
#include "support/layers.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

const ParameterTree& law() {
  static const Law read = city_law();
  return read.parameters;
}

Month as_month(int count) { return {count / 12, count % 12 + 1}; }

/// Draws in whole numbers, the same on every machine.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : engine_(seed) {}
  int from(int low, int high) { return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1)); }
  bool one_in(int n) { return from(1, n) == 1; }

 private:
  std::mt19937_64 engine_;
};

/// Somebody who retires between October 2014 and June 2026, up to three years after the statutory month.
twin::Person person(Draw& draw) {
  twin::Person one;
  one.civil_service = draw.one_in(2);
  one.group = static_cast<twin::Group>(draw.from(0, 2));
  do {
    const int age = one.group == twin::Group::male ? 60 : one.group == twin::Group::female_55 ? 55 : 50;
    one.birth = draw.from(twin::month(2012, 1), twin::month(2026, 6)) - 12 * age;
    one.retired = twin::statutory(one.group, one.birth) + (draw.one_in(2) ? 0 : draw.from(0, 36));
  } while (one.retired < twin::month(2014, 10) || one.retired > twin::month(2026, 6));
  one.joined = draw.one_in(8) ? draw.from(twin::month(2014, 8), twin::month(2014, 12))
                              : draw.from(twin::month(1975, 1), twin::month(2014, 9));
  one.joined = std::min(one.joined, one.retired - 1);
  one.service = draw.from(1, one.retired - one.joined + 1);
  one.transition = draw.one_in(4) ? 0 : draw.from(0, one.service);
  one.index = draw.from(4000, 30000);
  if (draw.one_in(2)) one.deemed_index = draw.from(8000, 20000);
  one.intellectual = draw.one_in(4);
  one.account = draw.one_in(5) ? 0 : draw.from(1, 40'000'000);
  if (one.civil_service && draw.one_in(2)) one.annuity = draw.from(1, 20'000'000);
  if (draw.one_in(2)) one.wage = draw.from(100'000, 600'000);
  if (draw.one_in(2)) one.allowance = draw.from(0, 400'000);
  if (draw.one_in(2)) one.increase = draw.from(0, 100'000);
  return one;
}

Person question(const twin::Person& one) {
  const auto money = [](const std::optional<std::int64_t>& fen) {
    return fen ? std::optional(Money::fen(*fen)) : std::nullopt;
  };
  Person person;
  person.scheme = one.civil_service ? Scheme::civil_service : Scheme::enterprise;
  person.group = static_cast<RetirementGroup>(one.group);
  person.birth = as_month(one.birth);
  person.joined = as_month(one.joined);
  person.retired = as_month(one.retired);
  person.service_months = one.service;
  person.transition_months = one.transition;
  person.index = Rate(one.index, 10000);
  if (one.deemed_index) person.deemed_index = Rate(*one.deemed_index, 10000);
  person.intellectual = one.intellectual;
  person.account_balance = Money::fen(one.account);
  person.annuity_balance = Money::fen(one.annuity);
  person.old_base_wage = money(one.wage);
  person.old_allowance = money(one.allowance);
  person.old_increase = money(one.increase);
  return person;
}

std::int64_t part(const std::vector<AwardPart>& parts, const std::string& id) {
  for (const AwardPart& each : parts) {
    if (each.id == id) return each.amount.fen();
  }
  return 0;
}

void expect_same(const twin::Person& one) {
  const Person asked = question(one);
  const AwardStatement sheet = award(law(), asked, 2024);
  const twin::Award expected = twin::award(one);
  EXPECT_EQ(sheet.statutory, as_month(twin::statutory(one.group, one.birth)));
  EXPECT_EQ(part(sheet.parts, "basic"), expected.basic);
  EXPECT_EQ(part(sheet.parts, "account"), expected.account);
  EXPECT_EQ(part(sheet.parts, "transition"), expected.transition);
  EXPECT_EQ(part(sheet.parts, "annuity"), expected.annuity);
  EXPECT_EQ(part(sheet.comparison, "old_method"), expected.old_method);
  EXPECT_EQ(sheet.comparison.empty(), !expected.compares);
  EXPECT_EQ(sheet.pension.fen(), expected.pension);
  const AwardAmountsOf<Exact> amounts = award_amounts(law(), asked);
  EXPECT_EQ(amounts.pension.fen(), expected.pension);
  EXPECT_EQ(amounts.account_pension.fen(), expected.account);
  EXPECT_EQ(sheet.recalculation ? sheet.recalculation->pension.fen() : sheet.pension.fen(), expected.anew);
  if (one.retired >= twin::month(2020, 1)) {
    EXPECT_EQ(sheet.pension_now.fen(), twin::in_2024(one, expected.anew));
  }
}

TEST(AwardTwin, agrees_to_the_fen) {
  const char* asked = std::getenv("DISBURSE_AWARDS");
  const int persons = asked ? std::atoi(asked) : 200;
  ASSERT_GE(persons, 1) << "DISBURSE_AWARDS is a number of persons";
  Draw draw(20240101);
  for (int i = 0; i < persons && !testing::Test::HasFailure(); ++i) {
    const twin::Person one = person(draw);
    SCOPED_TRACE("person " + std::to_string(i) + (one.civil_service ? ", civil service" : ", enterprise") +
                 ", retired " + to_string(as_month(one.retired)));
    expect_same(one);
  }
}

}  // namespace
}  // namespace disburse
