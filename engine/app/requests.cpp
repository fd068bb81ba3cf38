#include "engine/app/requests.hpp"

#include <algorithm>
#include <array>

#include "engine/base/error.hpp"
#include "engine/base/reject.hpp"
#include "scenarios/library/spoken_change.hpp"

namespace disburse {
namespace {

/// "10000yuan", "10000元", "2089999:10000yuan".
void read_half_width(const std::string& text, ReplicateRequest& request) {
  if (text.empty()) return;
  const auto colon = text.find(':');
  const std::string amount = colon == std::string::npos ? text : text.substr(colon + 1);
  if (colon != std::string::npos) request.target = text.substr(0, colon);
  const auto bare = parse_value(Unit::yuan, spoken_number(amount));
  const auto value = bare ? std::optional(std::get<Money>(*bare)) : spoken_money(amount);
  if (!value || *value <= Money{}) {
    reject_option("--until-half-width", "\"{}\" is no amount above zero"_m(text),
                  "replicates are added until the mean is known so well"_m, "Write --until-half-width 10000yuan"_m);
  }
  request.half_width = *value;
}

/// "300..900".
ValueRange value_range(const std::string& text) {
  const auto dots = text.find("..");
  if (dots == std::string::npos) {
    reject_option("--between", "\"{}\" is no range"_m(text), "the search needs two ends, the lower one first"_m,
                  "Write --between 300..900"_m);
  }
  return {spoken_value(text.substr(0, dots)), spoken_value(text.substr(dots + 2))};
}

/// "name=path,path".
InputGroup input_group(const std::string& text) {
  const auto equals = text.find('=');
  InputGroup group{text.substr(0, equals), {}};
  std::string rest = equals == std::string::npos ? "" : text.substr(equals + 1);
  while (!rest.empty()) {
    const auto comma = rest.find(',');
    group.paths.push_back(plain_text(rest.substr(0, comma)));
    rest = comma == std::string::npos ? "" : rest.substr(comma + 1);
  }
  if (group.paths.empty())
    reject_option("--group", "\"{}\" is no group"_m(text), "it names its inputs"_m, "Write --group name=path,path"_m);
  return group;
}

StudyMethod study_method(const std::string& text) {
  using enum StudyMethod;
  constexpr std::array methods{tornado, gradient, heatmap, morris, sobol, shapley, full};
  const auto named = [&](StudyMethod method) { return text == to_string(method); };
  const auto* const found = std::find_if(methods.begin(), methods.end(), named);
  EXPECT(found != methods.end());  // the command line lets no other word through
  return *found;
}

/// "PATH=V1,V2,V3", path and values as planners write them.
Sweep parse_sweep(const std::string& written, InputErrors& errors) {
  const Place place{"--sweep", 0, 0};
  const std::string text = plain_text(written);
  const auto equals = text.find('=');
  Sweep sweep{text.substr(0, equals), {}, "--sweep", place};
  for (std::size_t begin = equals; begin != std::string::npos && begin < text.size();) {
    const std::size_t end = text.find(',', begin + 1);
    sweep.values.push_back(spoken_value(text.substr(begin + 1, end == std::string::npos ? end : end - begin - 1)));
    begin = end;
  }
  const bool blank = std::find(sweep.values.begin(), sweep.values.end(), "") != sweep.values.end();
  if (equals == 0 || sweep.values.size() < 2 || blank) {
    errors.add(place, text, "is no sweep"_m, "a path and at least two values are wanted"_m,
               "Write --sweep unity_award.ordinary_per_payment=600,660,720"_m);
  }
  return sweep;
}

}  // namespace

ReplicateRequest replicate_request(const Options& options) {
  ReplicateRequest request;
  request.replicates = options.replicates.replicates;
  request.assumptions = options.replicates.assumptions;
  read_half_width(options.replicates.until_half_width, request);
  request.threads = options.threads;
  return request;
}

GoalRequest goal_request(const Options& options, const ChangeTerms& terms) {
  const SolveOptions& asked = options.solve;
  GoalRequest request;
  InputErrors errors;
  for (const std::string& said : asked.vary) request.vary.push_back(path_in(terms, said, {"--vary", 0, 0}, errors));
  throw_if_any(Door::command_line, std::move(errors));
  for (const std::string& text : asked.between) request.between.push_back(value_range(text));
  request.line = plain_text(asked.line);
  if (!asked.target.empty())
    request.target =
        amount_of("--target", asked.target, "9603 may be yuan or ten thousands of them"_m, "Write --target 9603wan"_m);
  request.year = asked.year;
  request.confidence = asked.confidence;
  request.replicates = replicate_request(options);
  return request;
}

SensitivityRequest sensitivity_request(const Options& options) {
  const SensitivityOptions& asked = options.sensitivity;
  SensitivityRequest request;
  request.method = study_method(asked.method);
  request.line = plain_text(asked.line);
  request.programme = plain_text(asked.programme);
  request.year = asked.year;
  if (!asked.limit.empty()) {
    request.limit =
        amount_of("--limit", asked.limit, "40000 may be yuan or ten thousands of them"_m, "Write --limit 40000wan"_m);
  }
  for (const std::string& text : asked.inputs) request.inputs.push_back(plain_text(text));
  for (const std::string& text : asked.groups) request.groups.push_back(input_group(text));
  request.samples = asked.samples;
  request.trajectories = asked.trajectories;
  request.levels = asked.levels;
  request.second_order = asked.second_order;
  request.until_width = asked.until_width;
  if (options.replicates.stochastic) request.replicates = replicate_request(options);
  request.statistic = asked.statistic;
  request.threads = options.threads;
  return request;
}

SweepRequest sweep_request(const Options& options, const Scenario& scenario, const ChangeTerms& terms) {
  SweepRequest request{scenario.sweeps, options.threads};
  InputErrors errors;
  for (const std::string& text : options.sweep.sweeps) {
    Sweep sweep = parse_sweep(text, errors);
    if (errors.empty()) sweep.path = path_in(terms, sweep.path, sweep.place, errors);
    request.sweeps.push_back(std::move(sweep));
  }
  if (request.sweeps.empty()) {
    errors.add({"--sweep", 0, 0}, "", "there is nothing to sweep"_m,
               "{} has no [[sweep]] and none is given"_m(scenario.name),
               "Write --sweep unity_award.ordinary_per_payment=600,660,720"_m);
  }
  throw_if_any(Door::command_line, std::move(errors));
  return request;
}

Money amount_of(const std::string& option, const std::string& text, const Message& why, const Message& remedy) {
  const auto amount = spoken_money(text);
  if (!amount) reject_option(option, "\"{}\" is no amount with a unit"_m(text), why, remedy);
  return *amount;
}

std::optional<Month> month_of(const std::string& text, Horizon horizon) {
  if (text.empty()) return std::nullopt;
  const auto month = spoken_month(text);
  if (!month || !horizon.contains(*month)) {
    reject_option("--month", "\"{}\" is no month of the run"_m(text), "the run has {}"_m(to_string(horizon)),
                  "Write it as {}"_m(to_string(horizon.first)));
  }
  return month;
}

}  // namespace disburse
