#pragma once
// A made-up year carried into the next, with one of everything that can be carried.
#include "engine/planning/next_year_result.hpp"
#include "support/base_data.hpp"

namespace disburse::testing {

inline NextYear sample_next_year() {
  NextYear next;
  next.base.name = "town-2025";
  next.base.author = "planner";
  next.base.budget = "budget.toml";
  next.base.roster = "roster.h5";
  next.base.recipe = "zhongwei-2024";
  next.base.horizon = {Month(2025, 1), 12};
  next.base.seed = 7;
  Override kept{"unity_award.ordinary_per_payment", "660", "说好的", "what-if", {}};
  Override remembered{"contribution.bases_first", "2024-01", "", "town-2025", {}};
  remembered.from = Month(2025, 1);
  Override lapsed{"heating_allowance.standard", "4000", "只说上年", "what-if", {}};
  next.base.overrides = {kept, remembered};
  next.remembered = {remembered};
  next.lapsed = {lapsed};
  next.base.switched_off = {{"electronic_signature", "不再制作", "what-if", {}}};
  next.base.uncertain = {{"outlook.wage_growth", "0.01", "0.05", "uniform", "假定", "what-if", {}}};
  next.base.correlations = {{"mortality.factor.enterprise", "mortality.factor.resident", 0.5, {}}};
  next.budget = base_data()->document;
  next.budget.fiscal_year = 2025;
  next.ended = {{"unity_award", "民族团结奖", "unity award", Money::yuan(60'780'000), Money::yuan(65'406'700),
                 Money::yuan(65'000'000)}};
  return next;
}

}  // namespace disburse::testing
