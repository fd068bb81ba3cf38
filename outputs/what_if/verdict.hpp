#pragma once
// The answer in a sentence (结论): how a year stands against its budget, and which lines go over.
#include <string>

#include "engine/comparison/scenario_table.hpp"
#include "engine/projection/result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// "预计支出 37,151.89 万元，比预算 37,355.53 万元少 203.64 万元（执行率 99.45%）；2 个科目超支，最多的是 …". `months`:
/// the table of scenarios whose last column is `result`: it knows when a line's budget is used up.
std::string verdict(const RunResult& result, const ScenarioTable& months, Language language);

}  // namespace disburse
