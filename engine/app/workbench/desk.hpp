#pragma once
// A desk: one scenario family with its members in memory and its evaluator, ready to answer while a slider moves.
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/loading/set_options.hpp"
#include "engine/app/options/options.hpp"
#include "engine/evaluation/evaluator.hpp"
#include "engine/planning/movable.hpp"
#include "outputs/what_if/what_if.hpp"

namespace disburse {

class Desk {
 public:
  /// Loads the scenario that `input` names, without its changes. Errors: as load_data.
  explicit Desk(const InputOptions& input);

  /// The figures under changes as --set writes them. Errors: InputRejected(Door::command_line).
  WhatIf what_if(const std::vector<std::string>& sets);
  /// Several sets of changes beside the base; each has its name. Errors: as what_if.
  ScenarioTable table(const std::vector<std::pair<std::string, std::vector<std::string>>>& drafts);
  MovableParameters movable();
  /// Law, members and programmes under changes, for what looks at single members. Errors: as what_if.
  Session session(const std::vector<std::string>& sets) const;

  const Scenario& scenario() const { return evaluator_->scenario(); }
  const std::shared_ptr<const LoadedData>& data() const { return data_; }

 private:
  std::vector<Finding> doubts_of_changes(const ParameterTree& under) const;
  std::vector<ChangedParameter> changed(const std::vector<Override>& changes, const ParameterTree& under) const;
  const RunResult& base();

  std::mutex guard_;  // the evaluator is for one thread
  std::shared_ptr<const LoadedData> data_;
  std::optional<Evaluator> evaluator_;
  std::optional<ParameterTree> published_;  // carried on over the horizon, without the scenario
  std::optional<RunResult> base_;
  std::string asked_, agency_, horizon_;  // as they were asked
};

/// A few desks, the one used last first; the others go, and their memory with them.
class Desks {
 public:
  /// The desk of scenario and horizon. Errors: as Desk.
  std::shared_ptr<Desk> at(const InputOptions& input);

 private:
  std::mutex guard_;
  std::list<std::pair<std::string, std::shared_ptr<Desk>>> kept_;
};

}  // namespace disburse
