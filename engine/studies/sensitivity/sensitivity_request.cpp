#include "engine/studies/sensitivity/sensitivity_request.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/reject.hpp"
#include "engine/comparison/budget_variance.hpp"

namespace disburse {

namespace {

/// The inputs asked for, in the order of the request, or all of them.
std::vector<Input> chosen(std::vector<Input> all, const SensitivityRequest& request) {
  if (all.empty()) {
    reject_option("scenario", "has no uncertain value"_m, "a study moves what is not known"_m,
                  "Give a parameter low and high with [[uncertain]] in the scenario"_m);
  }
  if (request.inputs.empty()) return all;
  std::vector<std::string> names;
  for (const Input& input : all) names.push_back(input.path);
  std::vector<Input> inputs;
  for (const std::string& path : request.inputs) {
    const auto at = std::find(names.begin(), names.end(), path);
    if (at == names.end()) {
      const std::string near = nearest_name(path, names);
      reject_option("--inputs", "{} is no uncertain value of this scenario"_m(path), "it has no low and high"_m,
                    near.empty() ? "Give it both with [[uncertain]]"_m : "Did you mean {}?"_m(near));
    }
    inputs.push_back(all[static_cast<std::size_t>(at - names.begin())]);
  }
  std::stable_partition(inputs.begin(), inputs.end(),
                        [](const Input& input) { return input.kind != Input::Kind::lever; });
  return inputs;
}

/// A study of a year looks at all of it.
void check_year_of_study(const Scenario& scenario, int year) {
  constexpr int december = 12;
  if (scenario.horizon.contains(Month(year, 1)) && scenario.horizon.contains(Month(year, december))) return;
  reject_option("--year", "{} is not within {}"_m(year, to_string(scenario.horizon)),
                "what the horizon does not hold is no part of a sum"_m,
                "Leave --horizon out, or choose one that holds the whole year"_m);
}

Output output_of(const LoadedData& data, const SensitivityRequest& request, StudyResult& result) {
  Output output;
  output.line = result.line = request.line;
  output.year = result.year = request.year != 0 ? request.year : data.budget.fiscal_year;
  const bool budgeted = output.year == data.budget.fiscal_year && !request.limit;
  if (budgeted) result.budget = data.budget.total;
  result.output_name = "all lines"_m;
  if (!request.line.empty()) {
    const BudgetLine* line = data.budget.find_line(request.line);
    if (line == nullptr) {
      std::vector<std::string> codes;
      for (const BudgetLine& one : data.budget.lines) codes.push_back(one.code);
      const std::string near = nearest_name(request.line, codes);
      reject_option("--line", "{} is no line of the budget"_m(request.line), "it is what the study looks at"_m,
                    near.empty() ? "Write one of the functional codes that run prints"_m : "Did you mean {}?"_m(near));
    }
    result.output_name = Message::verbatim(line->code + " " + line->name);
    if (budgeted) result.budget = line->total;
  }
  if (request.programme.empty()) return output;
  std::vector<std::string> ids;
  for (std::size_t p = 0; p < data.law.programmes.size(); ++p) {
    ids.push_back(data.law.programmes[p].id);
    if (ids.back() == request.programme) output.programme = p;
  }
  if (!output.programme) {
    const std::string near = nearest_name(request.programme, ids);
    reject_option("--programme", "{} is no programme"_m(request.programme), "it is what the study looks at"_m,
                  near.empty() ? "disburse list programmes names them"_m : "Did you mean {}?"_m(near));
  }
  const ProgrammeDefinition& programme = data.law.programmes[*output.programme];
  result.programme = programme.id;
  result.output_name = Message::named(programme.name, programme.name_en);
  if (budgeted) result.budget = budget_of_programme(programme, data.budget);
  return output;
}

/// The groups, and every input that is in none.
std::vector<Factor> factors_of(const SensitivityRequest& request, const std::vector<std::string>& paths) {
  std::vector<Factor> factors;
  std::vector<bool> grouped(paths.size(), false);
  for (const InputGroup& group : request.groups) {
    Factor factor{group.name, {}};
    for (const std::string& path : group.paths) {
      const auto at = std::find(paths.begin(), paths.end(), path);
      if (at == paths.end() || grouped[static_cast<std::size_t>(at - paths.begin())])
        reject_option("--group", "{} is no input of this study, or is in a group already"_m(path),
                      "a factor is made of inputs"_m, "Write --group name=path,path"_m);
      factor.inputs.push_back(static_cast<std::size_t>(at - paths.begin()));
      grouped[factor.inputs.back()] = true;
    }
    factors.push_back(std::move(factor));
  }
  for (std::size_t k = 0; k < paths.size(); ++k) {
    if (!grouped[k]) factors.push_back({paths[k], {k}});
  }
  return factors;
}

const char* shape_of(const Input& input) {
  switch (input.kind) {
    case Input::Kind::range: return input.numbers.front().distribution.c_str();
    case Input::Kind::cause: return input.numbers.front().distribution.c_str();
    case Input::Kind::question: return "answers";
    case Input::Kind::lever: return "lever";
  }
  return "";
}

const char* kind_of(const Input& input) {
  constexpr const char* names[] = {"range", "cause", "question", "lever"};
  return names[static_cast<std::size_t>(input.kind)];
}

std::vector<StudyInput> described(const ParameterTree& law, const std::vector<Input>& inputs, Month month) {
  std::vector<StudyInput> all;
  for (const Input& input : inputs) {
    const bool range = input.kind == Input::Kind::range;
    const Parameter* parameter = range ? law.find(input.path) : nullptr;
    all.push_back({kind_of(input), input.path, input.name, range ? to_string(parameter->unit) : "", shape_of(input),
                   input.source, range ? value_text(parameter->uncertainty->low) : input.text(input.low),
                   range ? value_text(law.at(input.path, month).value) : input.text(std::nan("")),
                   range ? value_text(parameter->uncertainty->high) : input.text(input.high), input.low, input.base,
                   input.high});
  }
  return all;
}
}  // namespace

const char* to_string(StudyMethod method) {
  switch (method) {
    case StudyMethod::tornado: return "tornado";
    case StudyMethod::gradient: return "gradient";
    case StudyMethod::heatmap: return "heatmap";
    case StudyMethod::morris: return "morris";
    case StudyMethod::sobol: return "sobol";
    case StudyMethod::shapley: return "shapley";
    case StudyMethod::full: return "full";
  }
  return "";
}

StudySubject subject_of(const LoadedData& data, const ParameterTree& law, const Scenario& scenario,
                        const SensitivityRequest& request, StudyResult& result) {
  result.scenario = scenario.name;
  result.method = to_string(request.method);
  StudySubject subject;
  subject.output = output_of(data, request, result);
  check_year_of_study(scenario, subject.output.year);
  const Month month = std::max(scenario.horizon.first, Month(subject.output.year, 1));
  std::vector<Input> all = study_inputs(law, still_open(data.unknowns, scenario.overrides), month);
  if (!request.replicates) {
    for (Input& lever : study_levers(law, data.unknowns, subject.output.year)) all.push_back(std::move(lever));
  }
  subject.inputs = chosen(std::move(all), request);
  std::vector<std::string> drawn;
  for (const Input& input : subject.inputs) {
    if (input.kind != Input::Kind::lever) drawn.push_back(input.path);
  }
  subject.drawn = drawn.size();
  result.inputs = described(law, subject.inputs, month);
  result.factors = factors_of(request, drawn);
  if (request.limit) result.budget = request.limit;
  if (result.budget) result.budget_kind = request.limit ? "limit" : "budget";
  return subject;
}

}  // namespace disburse
