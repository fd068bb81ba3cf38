#include "engine/app/workbench/desk.hpp"

#include <algorithm>

#include "engine/app/loading/loading.hpp"
#include "engine/app/options/shell_words.hpp"
#include "engine/evaluation/movable_parameters.hpp"
#include "engine/evaluation/quick_run.hpp"
#include "engine/law/parameter_extension.hpp"
#include "engine/law/plausibility.hpp"
#include "engine/session/cohort_change.hpp"

namespace disburse {
namespace {

constexpr std::size_t most_desks = 4;  // some fifty megabytes each

std::string value_at(const ParameterTree& law, const std::string& path, Month month) {
  const Parameter* parameter = law.find(path);
  const DatedValue* value = parameter == nullptr ? nullptr : value_in_force(*parameter, month);
  return value == nullptr ? "" : value_text(value->value);
}

}  // namespace

Desk::Desk(const InputOptions& input) {
  InputOptions without = input;
  without.sets.clear();
  const Scenario scenario = scenario_of(without, find_data(input.agency));
  data_ = std::make_shared<const LoadedData>(load_data(without, scenario));
  published_ = data_->law.parameters;
  constexpr int december = 12;
  extend_parameters(*published_, Month((scenario.horizon.end() - 1).year(), december));
  if (input.horizon) horizon_ = input.horizon->value;
  agency_ = input.agency;
  asked_ = input.scenario.empty() ? scenario.name : input.scenario;
  evaluator_.emplace(data_, scenario);
}

const RunResult& Desk::base() {
  if (!base_) base_ = quick_run(*evaluator_, {});
  return *base_;
}

std::vector<Finding> Desk::doubts_of_changes(const ParameterTree& under) const {
  std::vector<Finding> doubts = doubts_about(data_->law.bounds, *published_, under);
  for (Finding& doubt : doubts_about_partners(data_->law.parameters, under, data_->recipe.cohorts, data_->recipe.as_of))
    doubts.push_back(std::move(doubt));
  return doubts;
}

std::vector<ChangedParameter> Desk::changed(const std::vector<Override>& changes, const ParameterTree& under) const {
  std::vector<ChangedParameter> list;
  const Horizon horizon = evaluator_->scenario().horizon;
  for (const Override& change : changes) {
    const Parameter* parameter = evaluator_->law().find(change.path);
    const Month since = std::clamp(change.from.value_or(horizon.first), horizon.first, horizon.end() - 1);
    list.push_back({change.path, parameter->name, parameter->name_en, to_string(parameter->unit),
                    value_at(under, change.path, since), value_at(evaluator_->law(), change.path, since), since,
                    change.from, change.until});
  }
  return list;
}

WhatIf Desk::what_if(const std::vector<std::string>& sets) {
  const std::lock_guard lock(guard_);
  const ChangeTerms terms = terms_of(*data_);
  const std::vector<Override> changes = changes_of(sets, evaluator_->scenario(), terms);
  WhatIf answer;
  answer.base = base();
  answer.variant = changes.empty() ? base() : quick_run(*evaluator_, changes);
  const ParameterTree under = evaluator_->law_under(changes);
  answer.changes = changed(changes, under);
  answer.doubts = doubts_of_changes(under);
  std::vector<std::string> words{"disburse", "run", asked_};
  for (const std::string& set : sets) words.insert(words.end(), {"--set", set});
  if (!agency_.empty()) words.insert(words.end(), {"--agency", agency_});
  if (!horizon_.empty()) words.insert(words.end(), {"--horizon", horizon_});
  answer.command = shell_line(words);
  return answer;
}

ScenarioTable Desk::table(const std::vector<std::pair<std::string, std::vector<std::string>>>& drafts) {
  const std::lock_guard lock(guard_);
  const ChangeTerms terms = terms_of(*data_);
  std::vector<RunResult> runs{base()};
  for (const auto& [name, sets] : drafts) {
    runs.push_back(quick_run(*evaluator_, changes_of(sets, evaluator_->scenario(), terms)));
    runs.back().scenario.name = name;
    runs.back().scenario.title = name;
  }
  return scenario_table(runs);
}

MovableParameters Desk::movable() {
  const std::lock_guard lock(guard_);
  return movable_parameters(*evaluator_, data_->recipe.cohorts);
}

Session Desk::session(const std::vector<std::string>& sets) const {
  const ChangeTerms terms = terms_of(*data_);
  Scenario changed = evaluator_->scenario();
  for (Override& change : changes_of(sets, changed, terms)) changed.overrides.push_back(std::move(change));
  return make_session(*data_, changed, Digest::left_out);
}

std::shared_ptr<Desk> Desks::at(const InputOptions& input) {
  const std::string key = input.scenario + "\n" + (input.horizon ? input.horizon->value : "");
  const std::lock_guard lock(guard_);
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const auto& one) { return one.first == key; });
  if (found != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, found);
  } else {
    kept_.emplace_front(key, std::make_shared<Desk>(input));
    if (kept_.size() > most_desks) kept_.pop_back();
  }
  return kept_.front().second;
}

}  // namespace disburse
