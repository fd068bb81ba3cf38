#pragma once
// What-ifs in quick succession: the ledger under any set of changed parameters, each piece made once and kept.
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/evaluation/gradient.hpp"
#include "engine/members/population.hpp"
#include "engine/projection/projection.hpp"
#include "engine/replicates/ensemble.hpp"
#include "engine/session/session.hpp"

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
/// programme never read cannot move it, so its ledger is taken as it stands. Members are kept scheme by scheme: a
/// programme of one scheme is projected over that scheme's alone. What is kept is bounded, however many what-ifs are
/// asked. One object is for one thread.
class Evaluator {
 public:
  Evaluator(std::shared_ptr<const LoadedData> data, Scenario scenario);

  /// The scenario with `asked` on top, later ones winning; changes of a cohort move its counts.
  /// Errors: InputRejected, as for a scenario with these overrides.
  Evaluation evaluate(const std::vector<Override>& asked);

  /// Replicates of the scenario without changes, from the members that are kept. `programmes` are those of law().
  Ensemble ensemble(const ProgrammeSet& programmes, const Measures& measures, int threads);

  /// The derivatives of the scenario without changes, from the members that are kept.
  Gradient gradient(const std::vector<std::string>& paths, int threads);

  const Scenario& scenario() const { return scenario_; }
  const LoadedData& data() const { return *data_; }
  const ParameterTree& law() const { return law_; }  ///< under the scenario
  /// The law under the scenario with `changes` on top. Errors: as evaluate.
  ParameterTree law_under(const std::vector<Override>& changes) const;
  /// Programmes whose ledger depends on the parameter, as far as it was seen until now.
  std::set<std::string> readers_of(const std::string& path) const;

 private:
  using Reads = std::set<std::string, std::less<>>;
  struct Members {
    Population population;
    std::map<std::string, SurvivalPaths> paths;  // by the changes of mortality
  };
  /// The members of one scheme, or of all.
  struct Group {
    std::optional<Scheme> scheme;  // none: all
    Reads opening_reads;
    Reads member_reads;  // what the opening members rest on, too
    std::map<std::string, Roster> openings;
    std::map<std::string, std::unique_ptr<Members>> members;
    std::map<std::string, std::shared_ptr<const PopulationFlow>> flows;  // of the scheme
  };
  struct Kept {
    Reads reads;
    std::map<std::string, std::shared_ptr<const std::vector<LedgerCell>>> ledgers;
  };
  using LawOf = std::function<const ParameterTree&()>;  // of the changes, made when it is first wanted

  std::string key_of(const std::vector<Override>& changes, const Reads& reads) const;
  void close(Reads& reads) const;
  Group& group_of(const ProgrammeDefinition& programme);
  const Roster& opening(Group& group, const std::vector<Override>& changes, const ParameterTree& law);
  Members& members(Group& group, const std::vector<Override>& changes, const LawOf& law);
  const SurvivalPaths& survival(Members& people, const std::vector<Override>& changes, const ParameterTree& law);
  std::shared_ptr<const std::vector<LedgerCell>> ledger(std::size_t programme, const std::vector<Override>& changes,
                                                        const LawOf& law);
  std::shared_ptr<const std::vector<LedgerCell>> fixed_ledger(std::size_t programme,
                                                              const std::vector<Override>& changes, const LawOf& law);
  std::shared_ptr<const PopulationFlow> flow(Group& group, const std::vector<Override>& changes, const LawOf& law);
  Projection project_group(Group& group, const ProgrammeSet& programmes, const std::vector<Override>& changes,
                           const LawOf& law);

  std::shared_ptr<const LoadedData> data_;
  Scenario scenario_;
  ParameterTree law_;
  Reads mortality_reads_;
  std::vector<Reads> dying_reads_;  // by programme: of mortality, but for the factors of other schemes' members
  Reads irregular_reads_;
  std::array<Group, scheme_count + 1> groups_;  // by scheme; the last holds all members
  std::vector<Kept> programmes_;
};

}  // namespace disburse
