// What-ifs: what is not touched differs by exactly nothing; a tenth more is a tenth more in every cell.
#include "engine/comparison/run_comparison.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "support/city.hpp"

namespace disburse {
namespace {

const RunResult& base() {
  static const RunResult result = run(base_session(), 1);
  return result;
}

TEST(RunComparison, a_run_against_itself_moves_nothing) {
  const VariantComparison same = compare_runs(base(), base());
  for (const ProgrammeChange& change : same.programmes) EXPECT_TRUE(change.untouched) << change.id;
  EXPECT_EQ(same.total.difference(), Money{});
  EXPECT_TRUE(same.changes.empty());
  EXPECT_TRUE(same.same_members);
}

/// 660 instead of 600: the cells of April and October hold ordinary and special members; 80 teachers and 20 workers at
/// 3,000 do not move. So the rise lies within 6,000 fen times those hundred below a tenth, and never above it.
TEST(RunComparison, award_660_moves_the_award_alone_and_by_a_tenth_of_the_ordinary_part) {
  const RunResult variant = run(session_with({}, "award-660"), 1);
  const VariantComparison comparison = compare_runs(base(), variant);
  for (const ProgrammeChange& change : comparison.programmes) {
    EXPECT_EQ(change.untouched, change.id != "unity_award") << change.id;
  }
  ASSERT_EQ(comparison.changes.size(), 1u);
  EXPECT_EQ(comparison.changes[0].path, "unity_award.ordinary_per_payment");
  EXPECT_EQ(comparison.changes[0].base_value, "600.00");
  EXPECT_EQ(comparison.changes[0].variant_value, "660.00");
  for (std::size_t i = 0; i < base().ledger.size(); ++i) {
    const LedgerCell& before = base().ledger[i];
    const LedgerCell& after = variant.ledger[i];
    const std::int64_t rise = (after.amount - before.amount).fen();
    if (rise == 0) continue;
    EXPECT_EQ(before.persons, after.persons);
    EXPECT_LE(rise, 6'000 * 55'000);
    // Ordinary members = persons - special ones (at most 100) - the 6 of 离休, times 60 yuan.
    EXPECT_NEAR(static_cast<double>(rise), (before.persons - 106.0) * 6000.0, 106.0 * 6000.0);
  }
}

TEST(RunComparison, differences_of_programmes_lines_and_months_sum_to_the_total) {
  const VariantComparison comparison = compare_runs(base(), run(session_with({}, "mortality-low-10"), 1));
  Money programmes, lines;
  for (const ProgrammeChange& change : comparison.programmes) {
    programmes += change.line.difference();
    Money months, payers;
    for (const auto& [month, amount] : change.monthly) months += amount.difference();
    for (const auto& [payer, amount] : change.by_payer) payers += amount.difference();
    EXPECT_EQ(months, change.line.difference()) << change.id;
    EXPECT_EQ(payers, change.outlay.difference()) << change.id;
  }
  for (const LineChange& line : comparison.lines) lines += line.amount.difference();
  EXPECT_EQ(programmes, comparison.total.difference());
  EXPECT_EQ(lines, comparison.total.difference());
  EXPECT_TRUE(comparison.same_members) << "a what-if about mortality keeps the people";
}

/// The heating standard goes on from the law of 2024 by its rule; 4,786 yuan without a month hold for good.
TEST(RunComparison, a_change_that_ends_a_rule_of_growth_says_from_which_year) {
  const auto two_years = [](const std::string& scenario, const std::vector<std::string>& sets) {
    InputOptions options;
    options.scenario = scenario;
    options.horizon = {"2024-01..2025-12", "--horizon"};
    options.sets = sets;
    return run(open_session(options), 1);
  };
  const RunResult before = two_years("zhongwei-2024", {});
  const VariantComparison ends = compare_runs(before, two_years("heating-by-rule", {}));
  ASSERT_EQ(ends.changes.size(), 1u);
  ASSERT_TRUE(ends.changes[0].ended);
  EXPECT_EQ(ends.changes[0].ended->year, 2025);
  EXPECT_EQ(ends.changes[0].ended->rule, ExtensionRule::sum);
  const VariantComparison dated =
      compare_runs(before, two_years("zhongwei-2024", {"heating_allowance.standard@2024-01..2024-12=4786"}));
  ASSERT_EQ(dated.changes.size(), 1u);
  EXPECT_FALSE(dated.changes[0].ended);
  EXPECT_EQ(dated.changes[0].variant_value, "4786.00");
}

TEST(RunComparison, a_value_that_differs_only_later_is_told_in_that_month) {
  InputOptions options;
  options.horizon = {"2024-01..2025-12", "--horizon"};
  const RunResult before = run(open_session(options), 1);
  options.sets = {"adjustment.national_rate=0.03"};  // the law's of 2024; that of 2025 is 0.02
  const VariantComparison later = compare_runs(before, run(open_session(options), 1));
  ASSERT_EQ(later.changes.size(), 1u);
  EXPECT_EQ(later.changes[0].since, Month(2025, 1));
  EXPECT_EQ(later.changes[0].base_value, "0.02");
  EXPECT_EQ(later.changes[0].variant_value, "0.03");
}

TEST(RunComparison, another_count_is_told_as_other_members) {
  const RunResult variant = run(session_with({"counts.civil_service_retirees=5500"}), 1);
  EXPECT_FALSE(compare_runs(base(), variant).same_members);
}

}  // namespace
}  // namespace disburse
