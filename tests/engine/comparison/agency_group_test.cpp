// Agencies side by side and summed. Made-up figures.
#include "engine/comparison/agency_group.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

LineFigure line(const char* code, std::optional<std::int64_t> budget, std::int64_t projected) {
  LineFigure figure{code, std::string("名称") + code, {{}, Money::yuan(projected)}};
  if (budget) figure.amount.budget = Money::yuan(*budget);
  return figure;
}

AgencyRun agency(const char* id, std::vector<LineFigure> lines) {
  AgencyRun made{id, std::string(id) + "中心", {}};
  made.run.fiscal_year = 2025;
  made.run.total.budget = Money();
  for (const LineFigure& one : lines) {
    made.run.total.projected += one.amount.projected;
    if (one.amount.budget && made.run.total.budget)
      *made.run.total.budget += *one.amount.budget;
    else
      made.run.total.budget.reset();
  }
  made.run.lines = std::move(lines);
  return made;
}

Payer payer(const char* id, const char* name) {
  return {std::make_shared<const PayerDefinition>(PayerDefinition{id, name, "", Purse::government}), 0};
}

TEST(AgencyGroup, sums_lines_by_code_and_keeps_each_agencys_part) {
  const AgencyGroup group = group_of("全市", {agency("a", {line("2082602", 100, 90), line("2089999", 50, 60)}),
                                              agency("b", {line("2080507", 10, 10), line("2089999", 5, 4)})});
  ASSERT_EQ(group.lines.size(), 3U);
  EXPECT_EQ(group.lines[0].code, "2080507");
  EXPECT_FALSE(group.lines[0].agencies[0].has_value()) << "a has no such line";
  EXPECT_EQ(group.lines[2].code, "2089999");
  EXPECT_EQ(group.lines[2].sum.budget, Money::yuan(55));
  EXPECT_EQ(group.lines[2].sum.projected, Money::yuan(64));
  EXPECT_EQ(group.lines[2].agencies[1]->projected, Money::yuan(4));
  EXPECT_EQ(group.total.sum.budget, Money::yuan(165));
  EXPECT_EQ(group.total.sum.projected, Money::yuan(164));
  EXPECT_EQ(group.total.agencies[0]->projected, Money::yuan(150));
}

TEST(AgencyGroup, compares_no_sum_of_some_budgets_with_a_projection_of_all) {
  const AgencyGroup group =
      group_of("", {agency("a", {line("2082602", 100, 90)}), agency("b", {line("2082602", std::nullopt, 30)})});
  EXPECT_FALSE(group.lines[0].sum.budget.has_value());
  EXPECT_EQ(group.lines[0].sum.projected, Money::yuan(120));
  EXPECT_FALSE(group.total.sum.budget.has_value());
  EXPECT_EQ(group.lines[0].agencies[0]->budget, Money::yuan(100)) << "each keeps its own";
}

TEST(AgencyGroup, takes_payers_for_the_same_by_id_and_name) {
  AgencyRun a = agency("a", {}), b = agency("b", {});
  a.run.programmes.resize(2);
  a.run.programmes[0].by_payer = {{payer("local", "旗本级"), Money::yuan(5)},
                                  {payer("centre", "中央"), Money::yuan(7)}};
  a.run.programmes[1].by_payer = {{payer("centre", "中央"), Money::yuan(1)}};
  b.run.programmes.resize(1);
  b.run.programmes[0].by_payer = {{payer("local", "市本级"), Money::yuan(2)},
                                  {payer("centre", "中央"), Money::yuan(4)}};
  std::vector<AgencyRun> both;
  both.push_back(std::move(a));
  both.push_back(std::move(b));
  const AgencyGroup group = group_of("", std::move(both));
  ASSERT_EQ(group.payers.size(), 3U);
  const auto of = [&](const std::string& name) {
    for (const GroupPayer& one : group.payers)
      if (one.name == name) return one;
    return GroupPayer{};
  };
  EXPECT_EQ(of("中央").sum, Money::yuan(12));
  EXPECT_EQ(of("中央").agencies, (std::vector{Money::yuan(8), Money::yuan(4)}));
  EXPECT_EQ(of("旗本级").agencies, (std::vector{Money::yuan(5), Money()}));
  EXPECT_EQ(of("市本级").sum, Money::yuan(2)) << "another local payer, though its id is the same";
}

}  // namespace
}  // namespace disburse
