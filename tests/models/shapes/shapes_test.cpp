// Shapes without members: a year's amount in twelve parts that sum to it, by driver or by the budget's own lines.
#include "models/shapes/shapes.hpp"

#include <gtest/gtest.h>

#include "support/made_programme.hpp"

namespace disburse {
namespace {

const Horizon year{Month(2024, 1), 12};

TEST(MonthlyPart, parts_sum_to_the_year_and_to_each_share_of_it) {
  for (const std::int64_t fen : {0, 1, 100, 1199, 123'456'789}) {
    for (const Rounding rounding : {Rounding::half_up, Rounding::down, Rounding::up}) {
      Money sum;
      for (int month = 1; month <= 12; ++month) {
        const Money part = monthly_part(Money::fen(fen), Month(2024, month), rounding);
        EXPECT_LE(std::abs(part.fen() - fen / 12), 1) << "even parts";
        sum += part;
        if (rounding == Rounding::down) {
          EXPECT_EQ(sum.fen(), fen * month / 12);
        }
      }
      EXPECT_EQ(sum.fen(), fen);
    }
  }
  // 100 fen: 8.33, 16.67, 25 ... so 8, 9, 8 by halves up.
  EXPECT_EQ(monthly_part(Money::fen(100), Month(2024, 1), Rounding::half_up), Money::fen(8));
  EXPECT_EQ(monthly_part(Money::fen(100), Month(2024, 2), Rounding::half_up), Money::fen(9));
  EXPECT_EQ(monthly_part(Money::fen(100), Month(2024, 3), Rounding::half_up), Money::fen(8));
}

ProgrammeDefinition definition(Shape shape) {
  ProgrammeDefinition made;
  made.id = "office";
  made.line = "2080109";
  made.own = payer("city");
  made.shape = shape;
  return made;
}

Parameter parameter(const std::string& path, Unit unit, Value value) {
  Parameter made;
  made.path = made.name = path;
  made.unit = unit;
  made.values = {{Month(2000, 1), {}, {2000, 1, 1}, std::move(value), Status::assumed, "made up", {}}};
  return made;
}

TEST(DriverCost, is_driver_times_unit_cost_on_the_programmes_line) {
  const ProgrammeDefinition office = definition(Shape::driver_cost);
  ParameterTree law;
  law.add(parameter("office.driver", Unit::count, std::int64_t{1234}));
  law.add(parameter("office.unit_cost", Unit::yuan_per_unit, Rate(5, 2)));
  const Budget budget;
  const auto programme = make_driver_cost(ProgrammeContext{office, law, budget, year});
  Money sum;
  for (const FixedPayment& payment : programme->fixed_payments()) {
    EXPECT_EQ(payment.line, "2080109");
    EXPECT_EQ(payment.payer, payer("city"));
    EXPECT_EQ(payment.due, payment.paid);
    sum += payment.amount;
  }
  EXPECT_EQ(programme->fixed_payments().size(), 12U);
  EXPECT_EQ(sum, 3085_yuan) << "1,234 x 2.50 yuan";
  EXPECT_FALSE(programme->concerns(Scheme::resident, Role::pensioner));
}

TEST(PlannedLines, spend_the_basic_part_of_every_line_that_has_one) {
  const ProgrammeDefinition basic = definition(Shape::planned_lines);
  const ParameterTree law;
  Budget budget;
  budget.lines = {{"2080109", "经办", 1200_yuan, 50_yuan, 1250_yuan, {}},
                  {"2080507", "补助", {}, 900_yuan, 900_yuan, {}},
                  {"2210201", "公积金", 7_yuan, {}, 7_yuan, {}}};
  const auto programme = make_planned_lines(ProgrammeContext{basic, law, budget, {Month(2024, 1), 6}});
  std::map<std::string, Money> sums;
  for (const FixedPayment& payment : programme->fixed_payments()) sums[payment.line] += payment.amount;
  EXPECT_EQ(sums, (std::map<std::string, Money>{{"2080109", 600_yuan}, {"2210201", 3.5_yuan}})) << "half a year";
}

struct Heard : PaymentListener {
  std::vector<Reason::Code> reasons;
  void pay(std::size_t, std::size_t, Money) override { FAIL() << "nothing is paid"; }
  void nothing(std::size_t, Reason reason) override { reasons.push_back(reason.code()); }
  void step(Step) override {}
};

TEST(SwitchedOff, keeps_its_name_pays_nothing_and_says_so) {
  const ProgrammeDefinition off = definition(Shape::formula);
  const ParameterTree law;
  const Budget budget;
  const auto programme = make_switched_off(ProgrammeContext{off, law, budget, {Month(2024, 1), 2}});
  EXPECT_EQ(programme->definition().id, "office");
  EXPECT_TRUE(programme->fixed_payments().empty());
  Heard heard;
  programme->explain(made_pensioner(Scheme::resident, 1_yuan), heard);
  EXPECT_EQ(heard.reasons, (std::vector<Reason::Code>{Reason::switched_off, Reason::switched_off}));
}

}  // namespace
}  // namespace disburse
