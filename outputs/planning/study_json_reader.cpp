// A study's JSON read back.
#include <algorithm>

#include "outputs/planning/study.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_reading.hpp"

namespace disburse {
namespace {

std::string text_at(const Json& object, const char* key) { return object.at(key).get<std::string>(); }

Estimated estimated_in(const Json& part) {
  return {part.at("value").get<double>(), part.at("low").get<double>(), part.at("high").get<double>()};
}

std::size_t input_at(const StudyResult& study, const Json& path) {
  const auto found = std::find_if(study.inputs.begin(), study.inputs.end(),
                                  [&](const StudyInput& input) { return input.path == path.get<std::string>(); });
  if (found == study.inputs.end()) throw UnsoundDocument(path.dump() + " is no input of the study");
  return static_cast<std::size_t>(found - study.inputs.begin());
}

std::size_t factor_at(const StudyResult& study, const Json& name) {
  for (std::size_t f = 0; f < study.factors.size(); ++f) {
    if (factor_name(study, f) == name.get<std::string>()) return f;
  }
  throw UnsoundDocument(name.dump() + " is no factor of the study");
}

void read_inputs(const Json& part, StudyResult& study) {
  for (const Json& entry : part) {
    StudyInput input;
    input.kind = value_or<std::string>(entry, "kind", "range");
    input.path = text_at(entry, "path");
    input.name = text_at(entry, "name");
    input.unit = text_at(entry, "unit");
    input.distribution = text_at(entry, "distribution");
    input.source = text_at(entry, "source");
    input.low = text_at(entry, "low");
    input.base = text_at(entry, "base");
    input.high = text_at(entry, "high");
    if (entry.contains("numbers")) {
      const Json& numbers = entry.at("numbers");
      input.number_low = numbers.at(0).get<double>();
      input.number_base = numbers.at(1).get<double>();
      input.number_high = numbers.at(2).get<double>();
    }
    study.inputs.push_back(std::move(input));
  }
}

void read_tornado(const Json& part, StudyResult& study) {
  for (const Json& entry : part) {
    TornadoBar bar;
    bar.input = input_at(study, entry.at("path"));
    bar.at_low = money_in(entry.at("at_low_fen"));
    bar.at_high = money_in(entry.at("at_high_fen"));
    bar.elasticity = number_or_none(entry.at("elasticity"));
    bar.breaks_at = text_or_none(entry.at("breaks_at"));
    bar.dead = entry.at("dead").get<bool>();
    bar.one_sided = entry.at("one_sided").get<bool>();
    study.tornado.push_back(std::move(bar));
  }
}

void read_slopes(const Json& part, StudyResult& study) {
  for (const Json& entry : part) {
    study.slopes.push_back({input_at(study, entry.at("path")), entry.at("fen_per_unit").get<double>(),
                            number_or_none(entry.at("fen_per_percentage_point")), entry.at("exact").get<bool>(),
                            value_or(entry, "dead", false)});
  }
}

HeatMap map_in(const Json& part, const StudyResult& study) {
  HeatMap map{input_at(study, part.at("first")),
              input_at(study, part.at("second")),
              part.at("first_values").get<std::vector<std::string>>(),
              part.at("second_values").get<std::vector<std::string>>(),
              {}};
  for (const Json& row : part.at("fen")) {
    map.amounts.emplace_back();
    for (const Json& fen : row) map.amounts.back().push_back(money_in(fen));
  }
  return map;
}

/// A factor's own name: the path of its one input where the document shows that input's name.
Factor factor_in(const Json& part, const StudyResult& study) {
  Factor factor{text_at(part, "name"), {}};
  for (const Json& path : part.at("inputs")) factor.inputs.push_back(input_at(study, path));
  const bool alone = factor.inputs.size() == 1;
  if (alone && factor.name == study.inputs[factor.inputs.front()].name)
    factor.name = study.inputs[factor.inputs.front()].path;
  return factor;
}

/// Factors, and what each method found for each of them.
void read_factors(const Json& part, StudyResult& study) {
  for (const Json& entry : part) {
    study.factors.push_back(factor_in(entry, study));
    const Factor& factor = study.factors.back();
    if (study.morris)
      study.morris->effects.push_back({entry.at("mu_fen").get<double>(), entry.at("mu_star_fen").get<double>(),
                                       entry.at("sigma_fen").get<double>()});
    if (study.sobol) {
      study.sobol->first.push_back(estimated_in(entry.at("first")));
      study.sobol->total.push_back(estimated_in(entry.at("total")));
    }
    if (study.shapley && entry.contains("shapley"))
      study.shapley->share.at(factor.inputs.front()) = estimated_in(entry.at("shapley"));
  }
}

/// Which methods were asked for, with their sizes; what they found stands with the factors.
void read_methods(const Json& document, StudyResult& study) {
  if (document.contains("morris")) {
    const Json& part = document.at("morris");
    study.trajectories = part.at("trajectories").get<std::size_t>();
    study.levels = part.at("levels").get<std::size_t>();
    study.morris.emplace().evaluations = part.at("evaluations").get<std::size_t>();
  }
  if (document.contains("sobol")) {
    const Json& part = document.at("sobol");
    SobolResult& sobol = study.sobol.emplace();
    sobol.mean = part.at("mean_fen").get<double>();
    sobol.variance = part.at("variance_fen2").get<double>();
    sobol.samples = part.at("samples").get<std::size_t>();
    sobol.evaluations = part.at("evaluations").get<std::size_t>();
    for (const Json& step : part.at("convergence"))
      sobol.convergence.emplace_back(step.at("samples").get<std::size_t>(),
                                     step.at("totals").get<std::vector<double>>());
  }
  const Json& factors = document.at("factors");
  const bool shared = std::any_of(factors.begin(), factors.end(), [](const Json& f) { return f.contains("shapley"); });
  if (shared) {
    ShapleyEffects& shapley = study.shapley.emplace();
    shapley.share.resize(study.inputs.size());
    if (document.contains("shapley")) {
      shapley.variance = document.at("shapley").at("variance_fen2").get<double>();
      shapley.evaluations = document.at("shapley").at("evaluations").get<std::size_t>();
      for (const Json& path : document.at("shapley").at("held")) shapley.held.push_back(input_at(study, path));
    }
  }
}

void read_second_order(const Json& document, StudyResult& study) {
  if (!study.sobol) return;
  for (const Json& pair : document.at("sobol").at("second_order")) {
    study.sobol->second.push_back(
        {factor_at(study, pair.at("first")), factor_at(study, pair.at("second")), estimated_in(pair.at("index"))});
  }
}

void read_risk(const Json& document, StudyResult& study) {
  for (const Json& one : document.at("cases"))
    study.cases.push_back(
        {Message::verbatim(text_at(one, "name")), money_in(one.at("amount_fen")), month_or_none(one.at("exhausted"))});
  if (document.contains("quantiles")) {
    const Json& q = document.at("quantiles");
    study.quantiles = StudyQuantiles{money_in(q.at("p10_fen")), money_in(q.at("p50_fen")), money_in(q.at("p75_fen")),
                                     money_in(q.at("p90_fen")), money_in(q.at("p95_fen"))};
  }
  study.any_breaks = number_or_none(document.at("probability_over_budget"));
}

}  // namespace

Manifested<StudyResult> study_from_json(const Json& document) {
  StudyResult study;
  study.scenario = text_at(document, "scenario");
  study.method = text_at(document, "method");
  study.line = text_or_none(document.at("line")).value_or("");
  study.programme = text_or_none(document.at("programme")).value_or("");
  study.output_name = Message::verbatim(text_at(document, "output"));
  study.year = document.at("year").get<int>();
  study.base = money_in(document.at("base_fen"));
  study.budget = money_or_none(document.at("budget_fen"));
  if (!document.at("budget_kind").is_null()) study.budget_kind = text_at(document, "budget_kind");
  read_inputs(document.at("inputs"), study);
  read_tornado(document.at("tornado"), study);
  if (document.contains("gradient")) read_slopes(document.at("gradient"), study);
  if (document.contains("heatmap")) study.map = map_in(document.at("heatmap"), study);
  read_methods(document, study);
  read_factors(document.at("factors"), study);
  read_second_order(document, study);
  read_risk(document, study);
  study.full_runs = document.at("full_runs").get<std::size_t>();
  study.surrogate_error = number_or_none(document.at("interpolation_error"));
  return {std::move(study), manifest_with_doubts(document), value_or<std::string>(document, "command", "")};
}

}  // namespace disburse
