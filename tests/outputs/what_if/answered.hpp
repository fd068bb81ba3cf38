#pragma once
// The answer to one change of the base.
#include "engine/evaluation/quick_run.hpp"
#include "outputs/what_if/what_if.hpp"
#include "support/base_data.hpp"

namespace disburse::testing {

inline WhatIf answered(const std::string& path, const std::string& value) {
  Evaluator evaluator(base_data(), base_scenario());
  WhatIf answer;
  answer.base = quick_run(evaluator, {});
  answer.variant = quick_run(evaluator, {{path, value, "test", "--set", {}}});
  answer.command = "disburse run";
  answer.changes = {{path, "名称", "name", "yuan_per_payment", value, "600.00", Month(2024, 1), {}, {}}};
  return answer;
}

}  // namespace disburse::testing
