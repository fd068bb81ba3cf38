// A year carried into the next: the new base pays, cell by cell, what the run over both years pays in the second.
#include "engine/year_end/next_year.hpp"

#include <gtest/gtest.h>

#include <map>

#include "support/base_data.hpp"

namespace disburse {
namespace {

NextYearRequest request_for(int year) {
  NextYearRequest request;
  request.draft.year = year;
  request.name = "base-" + std::to_string(year);
  request.budget = "budget.toml";
  request.roster = "roster.h5";
  request.before = "before.toml";
  return request;
}

/// What the new base works on, as if its files had been read.
std::shared_ptr<const LoadedData> data_of(const LoadedData& before, const NextYear& next) {
  auto data = std::make_shared<LoadedData>(before);
  data->roster = next.roster;
  data->document = next.budget;
  data->budget = budget_of(next.budget);
  return data;
}

using Cells = std::map<LedgerKey, Money>;

/// The cells due in `year` and later.
Cells cells_from(const RunResult& run, int year) {
  Cells cells;
  for (const LedgerCell& cell : run.ledger) {
    if (cell.key.due.year() >= year) cells[cell.key] = cell.amount;
  }
  return cells;
}

RunResult run_over(const LoadedData& data, Scenario scenario, Horizon horizon) {
  scenario.horizon = horizon;
  return run(make_session(data, scenario), 2);
}

void expect_same(const Cells& carried, const Cells& whole) {
  EXPECT_EQ(carried.size(), whole.size());
  std::size_t different = 0;
  for (const auto& [key, amount] : whole) {
    const auto found = carried.find(key);
    if (found != carried.end() && found->second == amount) continue;
    if (++different <= 5) {
      ADD_FAILURE() << "programme " << key.programme << " due " << to_string(key.due) << ": "
                    << (found == carried.end() ? "nothing" : yuan_text(found->second)) << " for " << yuan_text(amount);
    }
  }
  EXPECT_EQ(different, 0u);
}

TEST(NextYear, pays_what_the_longer_run_pays_year_after_year) {
  const Horizon three{Month(2024, 1), 36};
  const RunResult whole = run_over(*base_data(), base_scenario(), three);
  const NextYear first = next_year(base_data(), base_scenario(), request_for(2025));
  const auto first_data = data_of(*base_data(), first);
  expect_same(cells_from(run_over(*first_data, first.base, {Month(2025, 1), 24}), 2025), cells_from(whole, 2025));
  const NextYear second = next_year(first_data, first.base, request_for(2026));
  const auto second_data = data_of(*first_data, second);
  expect_same(cells_from(run_over(*second_data, second.base, {Month(2026, 1), 12}), 2026), cells_from(whole, 2026));
}

TEST(NextYear, has_the_draft_as_its_budget) {
  const NextYear next = next_year(base_data(), base_scenario(), request_for(2025));
  EXPECT_EQ(next.budget.fiscal_year, 2025);
  EXPECT_EQ(budget_of(next.budget).total, Money::yuan(406'354'000))
      << "40,635.40 as drafted from 2024, the sum of rounded leaves";
  EXPECT_EQ(next.base.horizon, (Horizon{Month(2025, 1), 12}));
  EXPECT_EQ(next.base.recipe, base_scenario().recipe);
  EXPECT_TRUE(next.base.lineage.empty());
}

TEST(NextYear, keeps_what_goes_on_and_drops_what_spoke_of_the_year) {
  Scenario scenario = base_scenario();
  Override always{"unity_award.ordinary_per_payment", "660", "x", "x", {}};
  Override once = always;
  once.path = "heating_allowance.standard";
  once.value = "4000";
  once.from = Month(2024, 1);
  once.until = Month(2024, 12);
  Override members{"counts.civil_service_entrants", "300", "x", "x", {}};
  scenario.overrides = {always, once, members};
  NextYearRequest request = request_for(2025);
  const NextYear next = next_year(base_data(), scenario, request);
  ASSERT_EQ(next.lapsed.size(), 1u);
  EXPECT_EQ(next.lapsed[0].path, once.path);
  ASSERT_EQ(next.base.overrides.size(), 2 + next.remembered.size());
  EXPECT_EQ(next.base.overrides[0].path, always.path);
  EXPECT_EQ(next.base.overrides[1].path, members.path) << "by it the members are made anew where they are asked about";
  scenario.as_known_on = Date{2024, 12, 31};  // cannot be said of members that are made anew
  const NextYear fixed = next_year(base_data(), scenario, request);
  ASSERT_EQ(fixed.lapsed.size(), 2u);
  EXPECT_EQ(fixed.lapsed[1].path, members.path) << "they are on the roster now";
  for (const Override& one : next.remembered) EXPECT_EQ(one.from, Month(2025, 1)) << one.path;
}

TEST(NextYear, takes_the_outturn_for_last_years_spending) {
  const auto executed = [](const NextYear& next) {
    return budget_of(next.budget).find_line("2080507")->last_year_executed;
  };
  NextYearRequest request = request_for(2025);
  const NextYear projected = next_year(base_data(), base_scenario(), request);
  request.outturns = {{2024, "civil_service_pension", Money::yuan(195'000'000)},
                      {2023, "civil_service_pension", Money::yuan(1)}};
  const NextYear known = next_year(base_data(), base_scenario(), request);
  EXPECT_EQ(executed(known), Money::yuan(195'000'000));
  EXPECT_NE(executed(projected), executed(known));
  EXPECT_EQ(known.ended.front().outturn, Money::yuan(195'000'000));
  EXPECT_FALSE(projected.ended.front().outturn);
}

TEST(NextYear, refuses_what_does_not_follow) {
  EXPECT_THROW(next_year(base_data(), base_scenario(), request_for(2026)), InputRejected);
  NextYearRequest request = request_for(2025);
  request.adopted = base_data()->document;  // of 2024
  EXPECT_THROW(next_year(base_data(), base_scenario(), request), InputRejected);
}

}  // namespace
}  // namespace disburse
