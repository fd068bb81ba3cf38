#pragma once
// The table of parameters as a workbook that a planner changes and gives back as a scenario.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/law/parameters.hpp"
#include "engine/law/scenario.hpp"

namespace disburse {

/// Sheets 参数 (参数, 名称, 单位, 基准, 低, 高, 分布, 依据, 自, 至, and the five as they were, hidden) and 说明.
/// 基准 is the value in force in the scenario's last month; paths that do not begin with `prefix` are left out.
/// `commands` are those that take the workbook when it is filled in, as 说明 tells.
std::string parameter_workbook(const std::filesystem::path& scratch, const ParameterTree& law, const Scenario& scenario,
                               const std::string& prefix, const std::vector<std::string>& commands);

}  // namespace disburse
