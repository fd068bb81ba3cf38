#include "engine/app/study_request.hpp"

#include <algorithm>
#include <limits>

#include "engine/app/reject.hpp"
#include "engine/compare.hpp"

namespace disburse {

namespace {

double number_of(const Value& value) {
  if (const auto* amount = std::get_if<Money>(&value)) return static_cast<double>(amount->fen()) / 100.0;
  if (const auto* rate = std::get_if<Rate>(&value)) return rate->to_double();
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::numeric_limits<double>::quiet_NaN();
}

std::vector<std::string> uncertain_paths(const ParameterTree& law) {
  std::vector<std::string> paths;
  for (const auto& [path, parameter] : law.all()) {
    if (parameter.uncertainty) paths.push_back(path);
  }
  return paths;
}

/// The inputs asked for, or all uncertain ones.
std::vector<std::string> chosen_paths(const ParameterTree& law, const Options& options) {
  const std::vector<std::string> all = uncertain_paths(law);
  if (all.empty()) {
    reject_option("scenario", "has no uncertain value", "a study moves what is not known",
                  "Give a parameter low and high with [[uncertain]] in the scenario");
  }
  for (const std::string& path : options.inputs) {
    if (std::find(all.begin(), all.end(), path) != all.end()) continue;
    const std::string near = nearest_name(path, all);
    reject_option("--inputs", path + " is no uncertain value of this scenario", "it has no low and high",
                  near.empty() ? "Give it both with [[uncertain]]" : "Did you mean " + near + "?");
  }
  return options.inputs.empty() ? all : options.inputs;
}

Input input_of(const ParameterTree& law, const std::string& path, Month month) {
  const Parameter& parameter = *law.find(path);
  constexpr double inf = std::numeric_limits<double>::infinity();
  return {path,
          parameter.unit,
          parameter.uncertainty->distribution,
          number_of(parameter.uncertainty->low),
          number_of(law.at(path, month).value),
          number_of(parameter.uncertainty->high),
          parameter.minimum ? number_of(*parameter.minimum) : -inf,
          parameter.maximum ? number_of(*parameter.maximum) : inf,
          parameter.place};
}

Output output_of(const LoadedData& data, const Options& options, StudyResult& result) {
  Output output;
  output.line = result.line = options.line;
  output.year = result.year = options.year != 0 ? options.year : data.budget.fiscal_year;
  const bool budgeted = output.year == data.budget.fiscal_year;
  if (budgeted) result.budget = data.budget.total;
  result.output_name = "合计";
  if (!options.line.empty()) {
    const BudgetLine* line = data.budget.find_line(options.line);
    if (line == nullptr) {
      std::vector<std::string> codes;
      for (const BudgetLine& one : data.budget.lines) codes.push_back(one.code);
      const std::string near = nearest_name(options.line, codes);
      reject_option("--line", options.line + " is no line of the budget", "it is what the study looks at",
                    near.empty() ? "Write one of the functional codes that run prints" : "Did you mean " + near + "?");
    }
    result.output_name = line->code + " " + line->name;
    if (budgeted) result.budget = line->total;
  }
  if (options.programme.empty()) return output;
  std::vector<std::string> ids;
  for (std::size_t p = 0; p < data.law.programmes.size(); ++p) {
    ids.push_back(data.law.programmes[p].id);
    if (ids.back() == options.programme) output.programme = p;
  }
  if (!output.programme) {
    const std::string near = nearest_name(options.programme, ids);
    reject_option("--programme", options.programme + " is no programme", "it is what the study looks at",
                  near.empty() ? "disburse list programmes names them" : "Did you mean " + near + "?");
  }
  const ProgrammeDefinition& programme = data.law.programmes[*output.programme];
  result.programme = programme.id;
  result.output_name = programme.name;
  if (budgeted) result.budget = budget_of_programme(programme, data.budget);
  return output;
}

/// "name=path,path".
std::vector<Factor> factors_of(const Options& options, const std::vector<std::string>& paths) {
  std::vector<Factor> factors;
  std::vector<bool> grouped(paths.size(), false);
  for (const std::string& text : options.groups) {
    const auto equals = text.find('=');
    Factor factor{text.substr(0, equals), {}};
    std::string rest = equals == std::string::npos ? "" : text.substr(equals + 1);
    while (!rest.empty()) {
      const auto comma = rest.find(',');
      const auto at = std::find(paths.begin(), paths.end(), rest.substr(0, comma));
      if (at == paths.end() || grouped[static_cast<std::size_t>(at - paths.begin())])
        reject_option("--group", rest.substr(0, comma) + " is no input of this study, or is in a group already",
                      "a factor is made of inputs", "Write --group name=path,path");
      factor.inputs.push_back(static_cast<std::size_t>(at - paths.begin()));
      grouped[factor.inputs.back()] = true;
      rest = comma == std::string::npos ? "" : rest.substr(comma + 1);
    }
    if (factor.inputs.empty())
      reject_option("--group", "\"" + text + "\" is no group", "it names its inputs", "Write --group name=path,path");
    factors.push_back(std::move(factor));
  }
  for (std::size_t k = 0; k < paths.size(); ++k) {
    if (!grouped[k]) factors.push_back({paths[k], {k}});
  }
  return factors;
}

std::vector<StudyInput> described(const ParameterTree& law, const std::vector<Input>& inputs, Month month) {
  std::vector<StudyInput> all;
  for (const Input& input : inputs) {
    const Parameter& parameter = *law.find(input.path);
    all.push_back({input.path, parameter.name, to_string(parameter.unit), input.distribution,
                   parameter.uncertainty->source, value_text(parameter.uncertainty->low),
                   value_text(law.at(input.path, month).value), value_text(parameter.uncertainty->high), input.low,
                   input.base, input.high});
  }
  return all;
}
}  // namespace

StudyRequest study_request(const LoadedData& data, const ParameterTree& law, const Scenario& scenario,
                           const Options& options, StudyResult& result) {
  result.scenario = scenario.name;
  result.method = options.method;
  StudyRequest request;
  request.output = output_of(data, options, result);
  const std::vector<std::string> paths = chosen_paths(law, options);
  const Month month = std::max(scenario.horizon.first, Month(request.output.year, 1));
  for (const std::string& path : paths) request.inputs.push_back(input_of(law, path, month));
  result.inputs = described(law, request.inputs, month);
  result.factors = factors_of(options, paths);
  return request;
}

}  // namespace disburse
