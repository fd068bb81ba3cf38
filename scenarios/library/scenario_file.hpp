#pragma once
// What one scenario file says, before anything that it extends.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/law/scenario.hpp"

namespace disburse {

/// What one file says; empty where it leaves the base alone.
struct ScenarioFile {
  std::string name, title, author, reference, extends;
  std::vector<std::string> follows;  ///< of a base that was carried on: the bases of the years before, nearest first
  std::optional<Horizon> horizon;
  std::optional<std::int64_t> seed;
  std::string budget, roster, made_from, recipe, forms;
  std::vector<Override> overrides;
  std::vector<Switch> switched_off;
  std::vector<UncertainValue> uncertain;
  std::vector<Correlation> correlations;
  std::vector<Sweep> sweeps;
  Place place;
};

/// A scenario as TOML (disburse/scenario/1). Empty when the file is no TOML at all; every fault goes into `errors`.
std::optional<ScenarioFile> read_scenario_file(const std::filesystem::path& path, InputErrors& errors);

/// A scenario as a workbook: the table of parameters (参数, 名称, 单位, 基准, 低, 高, 分布, 依据, 自, 至) in which a
/// planner changed some cells, and a sheet 说明 that names the scenario it starts from. What differs from the columns
/// 原基准, 原低, 原高, 原分布 is a change (a new 依据 alone is none); without these columns every value is one. Faults
/// name sheet and cell. Errors: InputRejected(Door::data) when the file is no workbook.
std::optional<ScenarioFile> read_parameter_workbook(const std::filesystem::path& path, InputErrors& errors);

}  // namespace disburse
