#include "engine/app/evaluator.hpp"

#include <algorithm>
#include <optional>

#include "engine/error.hpp"
#include "engine/projection.hpp"

namespace disburse {
namespace {

constexpr std::size_t most_kept = 8;  // populations of the whole city, some ten megabytes each

std::string text_of(const Override& change) {
  std::string text = change.path;
  if (change.from) text += "@" + to_string(*change.from);
  if (change.until) text += ".." + to_string(*change.until);
  return text + "=" + change.value + "\n";
}

Money booked(const std::vector<LedgerCell>& ledger, const std::string& line, int year) {
  Money sum;
  for (const LedgerCell& cell : ledger) {
    if (cell.key.line.empty() || cell.key.paid.year() != year) continue;
    if (line.empty() || cell.key.line == line) sum += cell.amount;
  }
  return sum;
}

}  // namespace

Money Evaluation::line_total(const std::string& line, int year) const {
  Money sum;
  for (const auto& ledger : ledgers) sum += booked(*ledger, line, year);
  return sum;
}

Money Evaluation::programme_total(std::size_t programme, int year) const {
  return booked(*ledgers[programme], "", year);
}

Evaluator::Evaluator(std::shared_ptr<const LoadedData> data, Scenario scenario)
    : data_(std::move(data)),
      scenario_(std::move(scenario)),
      law_(law_under({})),
      programmes_(data_->law.programmes.size()) {
  for (const auto& [path, parameter] : law_.all()) {
    if (path.starts_with("mortality.")) mortality_reads_.insert(path);
    if (path.starts_with("irregular.")) irregular_reads_.insert(path);
  }
  close(mortality_reads_);
  close(irregular_reads_);
  for (const ProgrammeDefinition& definition : data_->law.programmes) {
    dying_reads_.push_back(mortality_reads_);
    for (int s = 0; s < scheme_count; ++s) {
      const auto scheme = static_cast<Scheme>(s);
      if (definition.scheme && scheme != *definition.scheme)
        dying_reads_.back().erase(std::string("mortality.factor.") + to_string(scheme));
    }
  }
}

ParameterTree Evaluator::law_under(const std::vector<Override>& changes) const {
  Scenario changed = scenario_;
  changed.overrides.insert(changed.overrides.end(), changes.begin(), changes.end());
  ParameterTree law = data_->law.parameters;
  apply_scenario(law, changed);
  return law;
}

/// Adds what the extensions of the parameters rest on.
void Evaluator::close(Reads& reads) const {
  std::vector<std::string> open(reads.begin(), reads.end());
  while (!open.empty()) {
    const Parameter* parameter = data_->law.parameters.find(open.back());
    open.pop_back();
    if (parameter == nullptr || !parameter->extension) continue;
    for (const std::string& by : parameter->extension->by) {
      if (reads.insert(by).second) open.push_back(by);
    }
  }
}

std::string Evaluator::key_of(const std::vector<Override>& changes, const Reads& reads) const {
  std::string key;
  for (const Override& change : changes) {
    if (reads.contains(change.path)) key += text_of(change);
  }
  return key;
}

const Roster& Evaluator::opening(const std::vector<Override>& changes, const ParameterTree& law) {
  const auto found = openings_.find(key_of(changes, opening_reads_));
  if (found != openings_.end()) return found->second;
  const std::size_t before = opening_reads_.size();
  std::optional<Roster> made;
  {
    const Recording recording(law, opening_reads_);
    made = opening_members(*data_, law, scenario_);
  }
  close(opening_reads_);
  member_reads_.insert(opening_reads_.begin(), opening_reads_.end());
  if (opening_reads_.size() != before) openings_.clear();  // keys have another meaning now
  return openings_.insert_or_assign(key_of(changes, opening_reads_), std::move(*made)).first->second;
}

/// The members under `changes`; `law` is needed only when they are not kept yet.
Evaluator::Members& Evaluator::members(const std::vector<Override>& changes, const ParameterTree* law) {
  const auto found = members_.find(key_of(changes, member_reads_));
  if (found != members_.end()) return *found->second;
  EXPECT(law != nullptr);
  const std::size_t before = member_reads_.size();
  const Roster& opened = opening(changes, *law);
  std::optional<Population> population;
  {
    const Recording recording(*law, member_reads_);
    population.emplace(population_of(opened, *law, scenario_));
  }
  close(member_reads_);
  if (member_reads_.size() != before) members_.clear();  // keys have another meaning now
  if (members_.size() >= most_kept) {                    // the base's stay; others are made again when they are wanted
    std::erase_if(members_, [](const auto& one) { return !one.first.empty(); });
    std::erase_if(openings_, [](const auto& one) { return !one.first.empty(); });
  }
  auto made = std::make_unique<Members>(Members{std::move(*population), {}});
  return *members_.emplace(key_of(changes, member_reads_), std::move(made)).first->second;
}

const SurvivalPaths& Evaluator::survival(Members& people, const std::vector<Override>& changes,
                                         const ParameterTree& law) {
  const std::string dying = key_of(changes, mortality_reads_);
  const auto found = people.paths.find(dying);
  if (found != people.paths.end()) return found->second;
  const auto mortality = mortality_of(law, data_->law.life_tables, scenario_.horizon);
  return people.paths.emplace(dying, survival_paths(people.population, *mortality)).first->second;
}

Ensemble Evaluator::ensemble(const ProgrammeSet& programmes, const Measures& measures, int threads) {
  Members& people = members({}, &law_);
  return {people.population, programmes, survival(people, {}, law_), measures, threads};
}

Gradient Evaluator::gradient(const std::vector<std::string>& paths, int threads) {
  return {*data_, scenario_, law_, members({}, &law_).population, paths, threads};
}

Evaluation Evaluator::evaluate(const std::vector<Override>& changes) {
  std::optional<ParameterTree> law;
  const auto changed_law = [&]() -> const ParameterTree& {
    if (!law) law = law_under(changes);
    return *law;
  };
  if (!members_.contains(key_of(changes, member_reads_))) changed_law();
  Members& people = members(changes, law ? &*law : nullptr);
  const std::string who = key_of(changes, member_reads_);
  const std::string dying = key_of(changes, mortality_reads_);
  const std::string mistakes = key_of(changes, irregular_reads_);
  Evaluation result;
  for (std::size_t p = 0; p < programmes_.size(); ++p) {
    Kept& kept = programmes_[p];
    const std::string common = who + "|" + key_of(changes, dying_reads_[p]) + "|" + mistakes + "|";
    const auto found = kept.ledgers.find(common + key_of(changes, kept.reads));
    if (found != kept.ledgers.end()) {
      result.ledgers.push_back(found->second);
      continue;
    }
    const ParameterTree& tree = changed_law();
    const std::size_t before = kept.reads.size();
    ProgrammeSet one;
    Projection projection;
    {
      const Recording recording(tree, kept.reads);
      one.push_back(programme_of(data_->law.programmes[p], tree, data_->budget, scenario_));
      projection = project(people.population, one, survival(people, changes, tree), 1,
                           irregularities(tree, scenario_.horizon.first));
    }
    close(kept.reads);
    if (kept.reads.size() != before) kept.ledgers.clear();  // keys have another meaning now
    for (LedgerCell& cell : projection.ledger) cell.key.programme = p;
    auto ledger = std::make_shared<const std::vector<LedgerCell>>(std::move(projection.ledger));
    kept.ledgers.emplace(common + key_of(changes, kept.reads), ledger);
    result.ledgers.push_back(std::move(ledger));
    flows_.try_emplace(who + "|" + dying,
                       std::make_shared<const std::vector<PopulationFlow>>(std::move(projection.population)));
  }
  auto& flows = flows_[who + "|" + dying];
  if (!flows) {  // every programme was kept, under changes that were not made together before
    const ParameterTree& tree = changed_law();
    Projection projection = project(people.population, {}, survival(people, changes, tree), 1,
                                    irregularities(tree, scenario_.horizon.first));
    flows = std::make_shared<const std::vector<PopulationFlow>>(std::move(projection.population));
  }
  result.population = flows;
  return result;
}

std::set<std::string> Evaluator::readers_of(const std::string& path) const {
  std::set<std::string> readers;
  const bool common =
      member_reads_.contains(path) || mortality_reads_.contains(path) || irregular_reads_.contains(path);
  for (std::size_t p = 0; p < programmes_.size(); ++p) {
    if (common || programmes_[p].reads.contains(path)) readers.insert(data_->law.programmes[p].id);
  }
  return readers;
}

}  // namespace disburse
