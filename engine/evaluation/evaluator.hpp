#pragma once
// What-ifs in quick succession: the ledger under any set of changed parameters, each piece made once and kept.
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/app/gradient.hpp"
#include "engine/app/session.hpp"
#include "engine/population.hpp"
#include "engine/replicates/ensemble.hpp"

namespace disburse {

/// The ledger of one set of changes, programme by programme in the order of the session.
struct Evaluation {
  std::vector<std::shared_ptr<const std::vector<LedgerCell>>> ledgers;
  std::shared_ptr<const std::vector<PopulationFlow>> population;

  /// What falls on the city's lines in a fiscal year: on `line`, or on all when it is empty.
  Money line_total(const std::string& line, int year) const;
  /// The same of one programme.
  Money programme_total(std::size_t programme, int year) const;
};

/// Memory of what was computed, exact: members, survival and each programme are keyed by those changes alone whose
/// parameters were looked up in making them (directly, or by way of a parameter's extension). A change that a
/// programme never read cannot move it, so its ledger is taken as it stands. One object is for one thread.
class Evaluator {
 public:
  Evaluator(std::shared_ptr<const LoadedData> data, Scenario scenario);

  /// The scenario with `changes` on top, later ones winning.
  /// Errors: InputRejected, as for a scenario with these overrides.
  Evaluation evaluate(const std::vector<Override>& changes);

  /// Replicates of the scenario without changes, from the members that are kept. `programmes` are those of law().
  Ensemble ensemble(const ProgrammeSet& programmes, const Measures& measures, int threads);

  /// The derivatives of the scenario without changes, from the members that are kept.
  Gradient gradient(const std::vector<std::string>& paths, int threads);

  const Scenario& scenario() const { return scenario_; }
  const LoadedData& data() const { return *data_; }
  const ParameterTree& law() const { return law_; }  ///< under the scenario
  /// Programmes whose ledger depends on the parameter, as far as it was seen until now.
  std::set<std::string> readers_of(const std::string& path) const;

 private:
  using Reads = std::set<std::string, std::less<>>;
  struct Members {
    Population population;
    std::map<std::string, SurvivalPaths> paths;  // by the changes of mortality
  };
  struct Kept {
    Reads reads;
    std::map<std::string, std::shared_ptr<const std::vector<LedgerCell>>> ledgers;
  };

  ParameterTree law_under(const std::vector<Override>& changes) const;
  std::string key_of(const std::vector<Override>& changes, const Reads& reads) const;
  void close(Reads& reads) const;
  const Roster& opening(const std::vector<Override>& changes, const ParameterTree& law);
  Members& members(const std::vector<Override>& changes, const ParameterTree* law);
  const SurvivalPaths& survival(Members& people, const std::vector<Override>& changes, const ParameterTree& law);

  std::shared_ptr<const LoadedData> data_;
  Scenario scenario_;
  ParameterTree law_;
  Reads opening_reads_;
  Reads member_reads_;  // what the opening members rest on, too
  Reads mortality_reads_;
  std::vector<Reads> dying_reads_;  // by programme: of mortality, but for the factors of other schemes' members
  Reads irregular_reads_;
  std::map<std::string, Roster> openings_;
  std::map<std::string, std::unique_ptr<Members>> members_;
  std::map<std::string, std::shared_ptr<const std::vector<PopulationFlow>>> flows_;
  std::vector<Kept> programmes_;
};

}  // namespace disburse
