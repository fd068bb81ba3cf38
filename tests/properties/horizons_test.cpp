// Any horizon runs, and the months that two horizons share have the same cells.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/evaluation/evaluator.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

std::string months_from_2024(int count) { return "2024-01.." + to_string(Month(2024, 1) + (count - 1)); }

/// The cells of a run that are paid before `end`.
std::vector<LedgerCell> paid_before(const std::vector<LedgerCell>& ledger, Month end) {
  std::vector<LedgerCell> cells;
  std::copy_if(ledger.begin(), ledger.end(), std::back_inserter(cells),
               [&](const LedgerCell& cell) { return cell.key.paid < end; });
  return cells;
}

/// The first cell in which two ledgers differ, in words; empty when none does.
std::string difference(const std::vector<LedgerCell>& a, const std::vector<LedgerCell>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i].key == b[i].key && a[i].amount == b[i].amount && a[i].persons == b[i].persons) continue;
    return "programme " + std::to_string(a[i].key.programme) + ", due " + to_string(a[i].key.due) + ", paid " +
           to_string(a[i].key.paid) + ": " + yuan_text(a[i].amount) + " and " + yuan_text(b[i].amount);
  }
  return a.size() == b.size() ? "" : std::to_string(a.size()) + " and " + std::to_string(b.size()) + " cells";
}

TEST(Horizon, shared_months_have_the_same_cells) {
  const std::vector<LedgerCell> longest = run(open_session(small_city(months_from_2024(96))), 1).ledger;
  for (const int count : {1, 2, 5, 6, 7, 11, 12, 13, 18, 19, 24, 27, 30, 31, 36, 37, 42, 60, 61, 67, 84, 95}) {
    const RunResult shorter = run(open_session(small_city(months_from_2024(count))), 1);
    const Month end = Month(2024, 1) + count;
    EXPECT_EQ(difference(shorter.ledger, paid_before(longest, end)), "") << count << " months";
  }
}

/// Also where it begins before the members were counted, and where it ends before that.
TEST(Horizon, shared_months_before_the_count_have_the_same_cells) {
  const auto ledger_of = [](const std::string& months, const std::vector<std::string>& sets) {
    InputOptions options = small_city(months);
    options.sets.insert(options.sets.end(), sets.begin(), sets.end());
    return run(open_session(options), 1).ledger;
  };
  for (const std::vector<std::string>& sets :
       {std::vector<std::string>{}, std::vector<std::string>{"mortality.factor.enterprise@2023-09..2024-03=2"}}) {
    const std::vector<LedgerCell> longest = ledger_of("2023-01..2025-03", sets);
    for (const char* last : {"2023-01", "2023-05", "2023-10", "2023-11", "2023-12", "2024-01", "2024-12"}) {
      const std::vector<LedgerCell> shorter = ledger_of(std::string("2023-01..") + last, sets);
      EXPECT_EQ(difference(shorter, paid_before(longest, *Month::parse(last) + 1)), "") << last;
    }
  }
}

/// What a study answers is what the run says, also where the year ends before what falls due in it is paid.
TEST(Horizon, studies_and_runs_agree) {
  for (const int count : {1, 3, 6, 7, 12, 15}) {
    const InputOptions options = small_city(months_from_2024(count));
    const Scenario scenario = scenario_of(options, find_data());
    const auto data = std::make_shared<const LoadedData>(load_data(options, scenario));
    Evaluator evaluator(data, scenario);
    EXPECT_EQ(evaluator.evaluate({}).line_total("", 2024), run(open_session(options), 1).total.projected) << count;
  }
}

/// Without arrears that are paid in July, the first half of 2024 costs what the year's months until June cost.
TEST(Horizon, half_a_year_costs_what_its_months_cost_in_the_year) {
  InputOptions options;
  options.horizon = {"2024-01..2024-06", "--horizon"};
  const RunResult half = run(open_session(options), 1);
  const RunResult year = run(base_session(), 1);
  Money months;
  for (const MonthlyFigure& month : year.monthly) {
    if (month.month <= Month(2024, 6)) months += month.line;
  }
  EXPECT_EQ(half.total.projected, months);
  EXPECT_EQ(wan_text(half.total.projected), "18,584.17");
}

}  // namespace
}  // namespace disburse
