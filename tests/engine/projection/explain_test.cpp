// A member's statement: what is paid and why not, with the parameters of the month, and a total of what a living member
// gets.
#include "engine/projection/explain.hpp"

#include <gtest/gtest.h>

#include "support/made_programme.hpp"

namespace disburse {
namespace {

const Horizon two_months{Month(2024, 1), 2};

ParameterTree law() {
  Parameter standard;
  standard.path = "pension.standard";
  standard.name = "标准";
  standard.name_en = "standard";
  standard.unit = Unit::yuan_per_month;
  standard.origin = "models";
  standard.values = {{Month(2000, 1), {}, {2000, 1, 1}, Money::yuan(100), Status::enacted, "old paper", {}},
                     {Month(2024, 2), {}, {2023, 12, 1}, Money::yuan(120), Status::assumed, "new paper", {}}};
  ParameterTree tree;
  tree.add(std::move(standard));
  return tree;
}

ProgrammeSet programmes() {
  MadePart benefit = made_part("benefit", payer("city"), {1, 1});
  benefit.component.parameters = {"pension.standard"};
  benefit.component.formula = "标准";
  MadePart contribution = made_part("contribution", payer("city"), {5, 0});
  contribution.component.kind = Kind::contribution;
  ProgrammeSet set;
  set.push_back(std::make_unique<MadeProgramme>(
      "pension", Scheme::resident, two_months,
      std::vector<MadePart>{benefit, made_part("arrears", payer("region"), {2, 0}, 1), contribution,
                            made_lump("funeral", payer("city"), {9, 9})}));
  set.push_back(std::make_unique<MadeProgramme>("award", Scheme::resident, two_months,
                                                std::vector<MadePart>{made_part("award", payer("city"), {3, 0})}));
  return set;
}

Statement statement(const std::string& only) {
  return explain(programmes(), law(), "M7", made_pensioner(Scheme::resident, Money::fen(100)), only);
}

TEST(UsedParameter, is_the_value_of_its_month) {
  const ParameterTree tree = law();
  const UsedParameter before = used_parameter(tree, "pension.standard", Month(2024, 1));
  const UsedParameter after = used_parameter(tree, "pension.standard", Month(2024, 2));
  EXPECT_EQ(before.reference, "old paper");
  EXPECT_EQ(before.from, Month(2000, 1));
  EXPECT_EQ(after.reference, "new paper");
  EXPECT_EQ(after.status, "assumed");
  EXPECT_NE(before.value, after.value);
  EXPECT_EQ(after.name_en, "standard");
  EXPECT_EQ(after.origin, "models");
  EXPECT_EQ(to_string(after.known), "2023-12-01");
}

TEST(Explain, totals_what_a_living_member_is_paid) {
  // 100 and 100 of the benefit, 200 of arrears, 300 of the award; neither the contribution nor a sum on death.
  EXPECT_EQ(statement("").total, Money::fen(700));
  EXPECT_EQ(statement("award").total, Money::fen(300));
  EXPECT_EQ(statement("award").entries.size(), 1U);
  EXPECT_TRUE(statement("no such").entries.empty());
  EXPECT_EQ(statement("").key, "M7");
}

TEST(Explain, gives_each_payment_its_months_payer_kind_and_parameters) {
  const Statement whole = statement("pension");
  std::size_t lumps = 0;
  for (const StatementEntry& entry : whole.entries) {
    EXPECT_EQ(entry.programme, "pension");
    if (entry.component == "arrears") {
      EXPECT_EQ(entry.due, Month(2024, 1));
      EXPECT_EQ(entry.paid, Month(2024, 2));
      EXPECT_EQ(entry.payer, payer("region"));
    }
    if (entry.component == "benefit") {
      ASSERT_EQ(entry.parameters.size(), 1U);
      EXPECT_EQ(entry.parameters[0].reference, entry.due == Month(2024, 1) ? "old paper" : "new paper");
      EXPECT_EQ(entry.formula, "标准");
    }
    if (entry.component == "contribution") {
      EXPECT_EQ(entry.kind, Kind::contribution);
    }
    if (entry.on_death) ++lumps;
    EXPECT_FALSE(entry.reason);
  }
  EXPECT_EQ(lumps, 2U) << "one in each month";
}

/// Works something out before it pays, and then says why it pays nothing.
class Reasoning final : public Programme {
 public:
  using Programme::Programme;
  bool concerns(Scheme, Role) const override { return true; }
  void accumulate(const Roster&, std::size_t, std::size_t, StreamSums&) const override {}
  void spread(const Roster&, std::size_t, std::size_t, const RowWriter&) const override {}
  void explain(const Member&, PaymentListener& listener) const override {
    listener.step({"一步"_m, Money::fen(7)});
    listener.pay(0, 0, Money::fen(70));
    listener.pay(0, 1, Money::fen(70));
    listener.nothing(1, Reason::no_rate);
  }
  void carry(Member&) const override {}
  std::vector<Remembered> remembered() const override { return {}; }
  Month paid_month(std::size_t, Month due) const override { return due; }
  std::vector<FixedPayment> fixed_payments() const override { return {}; }
  Rate take_up(Month) const override { return {1, 1}; }
};

TEST(Explain, keeps_steps_with_the_payment_that_follows_and_reasons_with_their_month) {
  ProgrammeDefinition definition;
  definition.id = "steps";
  definition.components.push_back(made_part("benefit", payer("city"), {}).component);
  const ParameterTree tree = law();
  const Budget budget;
  ProgrammeSet set;
  set.push_back(std::make_unique<Reasoning>(ProgrammeContext{definition, tree, budget, two_months}));
  const Statement told = explain(set, tree, "M1", Member{}, "");
  ASSERT_EQ(told.entries.size(), 3U);
  ASSERT_EQ(told.entries[0].steps.size(), 1U);
  EXPECT_EQ(told.entries[0].steps[0].amount, Money::fen(7));
  EXPECT_TRUE(told.entries[1].steps.empty()) << "a step belongs to one payment";
  ASSERT_TRUE(told.entries[2].reason);
  EXPECT_EQ(told.entries[2].reason->code, Reason::no_rate);
  EXPECT_EQ(told.entries[2].due, Month(2024, 2));
  EXPECT_TRUE(told.entries[2].paid.is_none());
  EXPECT_EQ(told.total, Money::fen(140));
}

}  // namespace
}  // namespace disburse
