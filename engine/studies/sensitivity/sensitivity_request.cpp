#include "engine/studies/sensitivity/sensitivity_request.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/reject.hpp"
#include "engine/comparison/budget_variance.hpp"
#include "engine/law/parameter_names.hpp"
#include "engine/law/programme_names.hpp"
#include "engine/session/cohort_change.hpp"
#include "engine/studies/risk_study.hpp"

namespace disburse {

namespace {

std::vector<NamedPath> named(const std::vector<Input>& inputs) {
  std::vector<NamedPath> known;
  for (const Input& input : inputs) known.push_back({input.path, input.name, input.name_en});
  return known;
}

bool moves(const Input& input, const std::string& path) {
  const auto of_path = [&](const auto& one) { return one.path == path; };
  return std::any_of(input.numbers.begin(), input.numbers.end(), of_path) ||
         std::any_of(input.options.begin(), input.options.end(), [&](const std::vector<Override>& option) {
           return std::any_of(option.begin(), option.end(), of_path);
         });
}

/// The input that moves `path`, or a count of the cohort of this path, beside others; empty where none does.
std::string mover_of(const std::vector<Input>& inputs, const LoadedData& data, const std::string& path) {
  std::vector<std::string> paths{path};
  if (const CohortChange* const cohort = cohort_of(data.recipe.cohorts, path)) {
    for (const CohortCounts& scheme : cohort->schemes) {
      paths.insert(paths.end(), scheme.inflow.begin(), scheme.inflow.end());
      paths.insert(paths.end(), scheme.later.begin(), scheme.later.end());
    }
  }
  std::string mover;
  for (const Input& input : inputs) {  // what moves several for one reason comes nearer to what was meant than a range
    if (std::none_of(paths.begin(), paths.end(), [&](const std::string& one) { return moves(input, one); })) continue;
    if (input.kind != Input::Kind::range) return input.path;
    if (mover.empty()) mover = input.path;
  }
  return mover;
}

[[noreturn]] void reject_input(const std::vector<Input>& inputs, const LoadedData& data, const std::string& path) {
  const Message problem = "{} is no uncertain value of this scenario"_m(path);
  const std::string mover = mover_of(inputs, data, path);
  if (!mover.empty())
    reject_option("--inputs", problem, "what moves it moves more than it"_m, "Write --inputs {}"_m(mover));
  std::vector<std::string> names;
  for (const Input& input : inputs) names.push_back(input.path);
  const std::string near = nearest_name(path, names);
  reject_option("--inputs", problem, "it has no low and high"_m,
                near.empty() ? "Give it both with [[uncertain]]"_m : "Did you mean {}?"_m(near));
}

/// The path of the input that is meant, by path or name.
std::string input_path(const std::string& said, const std::vector<NamedPath>& known, const LoadedData& data,
                       const char* option) {
  if (cohort_of(data.recipe.cohorts, said) != nullptr) return said;
  InputErrors errors;
  std::string path = path_of(said, known, {option, 0, 0}, errors);
  throw_if_any(Door::command_line, std::move(errors));
  return path;
}

/// The inputs asked for, in the order of the request, or all of them.
std::vector<Input> chosen(std::vector<Input> all, const LoadedData& data, const SensitivityRequest& request) {
  if (all.empty()) {
    reject_option("scenario", "has no uncertain value"_m, "a study moves what is not known"_m,
                  "Give a parameter low and high with [[uncertain]] in the scenario"_m);
  }
  if (request.inputs.empty()) return all;
  const std::vector<NamedPath> known = named(all);
  std::vector<Input> inputs;
  for (const std::string& said : request.inputs) {
    const std::string path = input_path(said, known, data, "--inputs");
    const auto at = std::find_if(all.begin(), all.end(), [&](const Input& input) { return input.path == path; });
    if (at == all.end()) reject_input(all, data, path);
    inputs.push_back(*at);
  }
  std::stable_partition(inputs.begin(), inputs.end(),
                        [](const Input& input) { return input.kind != Input::Kind::lever; });
  return inputs;
}

/// A study of a year looks at the months of it that the horizon holds, as a run does.
void check_year_of_study(const Scenario& scenario, int year) {
  constexpr int december = 12;
  for (int month = 1; month <= december; ++month) {
    if (scenario.horizon.contains(Month(year, month))) return;
  }
  reject_option("--year", "{} is not within {}"_m(year, to_string(scenario.horizon)),
                "what the horizon does not hold is no part of a sum"_m,
                "Leave --horizon out, or choose one that holds months of the year"_m);
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
  MeantProgramme meant = meant_programme(request.programme, data.law.programmes);
  if (meant.id.empty())
    reject_option("--programme", "{} is no programme"_m(request.programme), "it is what the study looks at"_m,
                  std::move(meant.remedy));
  for (std::size_t p = 0; p < data.law.programmes.size(); ++p) {
    if (data.law.programmes[p].id == meant.id) output.programme = p;
  }
  const ProgrammeDefinition& programme = data.law.programmes[*output.programme];
  result.programme = programme.id;
  result.output_name = Message::named(programme.name, programme.name_en);
  if (budgeted) result.budget = budget_of_programme(programme, data.budget);
  return output;
}

/// The groups, and every input that is in none.
std::vector<Factor> factors_of(const SensitivityRequest& request, const LoadedData& data,
                               const std::vector<Input>& inputs) {
  std::vector<Factor> factors;
  std::vector<bool> grouped(inputs.size(), false);
  const std::vector<NamedPath> known = named(inputs);
  for (const InputGroup& group : request.groups) {
    Factor factor{group.name, {}};
    for (const std::string& said : group.paths) {
      const std::string path = input_path(said, known, data, "--group");
      const auto at = std::find_if(inputs.begin(), inputs.end(), [&](const Input& one) { return one.path == path; });
      if (at == inputs.end() || grouped[static_cast<std::size_t>(at - inputs.begin())])
        reject_option("--group", "{} is no input of this study, or is in a group already"_m(path),
                      "a factor is made of inputs"_m, "Write --group name=path,path"_m);
      factor.inputs.push_back(static_cast<std::size_t>(at - inputs.begin()));
      grouped[factor.inputs.back()] = true;
    }
    factors.push_back(std::move(factor));
  }
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    if (!grouped[k]) factors.push_back({inputs[k].path, {k}});
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
  if (request.replicates)
    std::erase_if(
        all, [](const Input& input) { return input.kind == Input::Kind::range && !known_to_replicates(input.path); });
  subject.inputs = chosen(std::move(all), data, request);
  std::vector<Input> drawn;
  for (const Input& input : subject.inputs) {
    if (input.kind != Input::Kind::lever) drawn.push_back(input);
  }
  subject.drawn = drawn.size();
  result.inputs = described(law, subject.inputs, month);
  result.factors = factors_of(request, data, drawn);
  if (request.limit) result.budget = request.limit;
  if (result.budget) result.budget_kind = request.limit ? "limit" : "budget";
  return subject;
}

}  // namespace disburse
