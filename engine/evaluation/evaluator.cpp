#include "engine/evaluation/evaluator.hpp"

#include <algorithm>
#include <optional>

#include "engine/base/error.hpp"
#include "engine/session/cohort_change.hpp"
#include "engine/session/mortality_months.hpp"
#include "engine/session/reading_months.hpp"
#include "engine/session/scenario_law.hpp"

namespace disburse {
namespace {

constexpr std::size_t most_kept = 8;      // populations of a scheme or of all, up to some ten megabytes each
constexpr std::size_t most_paths = 16;    // survival of all cohorts, a megabyte each
constexpr std::size_t most_ledgers = 64;  // of each programme, some ten kilobytes each

/// Makes room in what was kept; what rests on no change (`base`) stays, others are made again when they are wanted.
template <class Kept, class IsBase>
void make_room(Kept& kept, std::size_t most, const IsBase& base) {
  if (kept.size() >= most) std::erase_if(kept, [&](const auto& one) { return !base(one.first); });
}

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
  for (const Scheme scheme : enumerators<Scheme>) groups_[static_cast<std::size_t>(scheme)].scheme = scheme;
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
  for (Override& change : with_counts(*data_, scenario_, changes)) changed.overrides.push_back(std::move(change));
  ParameterTree law = data_->law.parameters;
  apply_scenario(law, changed);
  check_reading_months(law, changed, members_head(*data_));
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

/// Programmes of one scheme need its members alone; whose payments go to members of several schemes is projected over
/// all, since its cells are rounded once.
Evaluator::Group& Evaluator::group_of(const ProgrammeDefinition& programme) {
  return programme.scheme ? groups_[static_cast<std::size_t>(*programme.scheme)] : groups_.back();
}

const Roster& Evaluator::opening(Group& group, const std::vector<Override>& changes, const ParameterTree& law) {
  const auto found = group.openings.find(key_of(changes, group.opening_reads));
  if (found != group.openings.end()) return found->second;
  const std::size_t before = group.opening_reads.size();
  std::optional<Roster> made;
  {
    const Recording recording(law, group.opening_reads);
    made =
        group.scheme ? opening_members(*data_, law, scenario_, *group.scheme) : opening_members(*data_, law, scenario_);
  }
  close(group.opening_reads);
  group.member_reads.insert(group.opening_reads.begin(), group.opening_reads.end());
  if (group.opening_reads.size() != before) group.openings.clear();  // keys have another meaning now
  return group.openings.insert_or_assign(key_of(changes, group.opening_reads), std::move(*made)).first->second;
}

Evaluator::Members& Evaluator::members(Group& group, const std::vector<Override>& changes, const LawOf& law) {
  const auto found = group.members.find(key_of(changes, group.member_reads));
  if (found != group.members.end()) return *found->second;
  const ParameterTree& tree = law();
  const std::size_t before = group.member_reads.size();
  const Roster& opened = opening(group, changes, tree);
  std::optional<Population> population;
  {
    const Recording recording(tree, group.member_reads);
    population.emplace(population_of(opened, tree, scenario_, group.scheme));
  }
  close(group.member_reads);
  if (group.member_reads.size() != before) group.members.clear();  // keys have another meaning now
  if (group.members.size() >= most_kept) {  // the base's stay; others are made again when they are wanted
    std::erase_if(group.members, [](const auto& one) { return !one.first.empty(); });
    std::erase_if(group.openings, [](const auto& one) { return !one.first.empty(); });
  }
  auto made = std::make_unique<Members>(Members{std::move(*population), {}});
  return *group.members.emplace(key_of(changes, group.member_reads), std::move(made)).first->second;
}

const SurvivalPaths& Evaluator::survival(Members& people, const std::vector<Override>& changes,
                                         const ParameterTree& law) {
  const std::string dying = key_of(changes, mortality_reads_);
  const auto found = people.paths.find(dying);
  if (found != people.paths.end()) return found->second;
  make_room(people.paths, most_paths, [](const std::string& key) { return key.empty(); });
  const auto mortality =
      mortality_of(law, data_->law.life_tables, mortality_months(scenario_.horizon, members_as_of(*data_)));
  return people.paths.emplace(dying, survival_paths(people.population, *mortality)).first->second;
}

Ensemble Evaluator::ensemble(const ProgrammeSet& programmes, const Measures& measures, int threads) {
  Members& people = members(groups_.back(), {}, [&]() -> const ParameterTree& { return law_; });
  return {people.population, programmes, survival(people, {}, law_), measures, threads};
}

Gradient Evaluator::gradient(const std::vector<std::string>& paths, int threads) {
  const LawOf base = [&]() -> const ParameterTree& { return law_; };
  return {*data_, scenario_, law_, members(groups_.back(), {}, base).population, paths, threads};
}

Projection Evaluator::project_group(Group& group, const ProgrammeSet& programmes, const std::vector<Override>& changes,
                                    const LawOf& law) {
  Members& people = members(group, changes, law);
  return project(people.population, programmes, survival(people, changes, law()), 1,
                 irregularities(law(), scenario_.horizon));
}

/// What is paid for things, whoever the members are.
std::shared_ptr<const std::vector<LedgerCell>> Evaluator::fixed_ledger(std::size_t programme,
                                                                       const std::vector<Override>& changes,
                                                                       const LawOf& law) {
  Kept& kept = programmes_[programme];
  const auto found = kept.ledgers.find(key_of(changes, kept.reads));
  if (found != kept.ledgers.end()) return found->second;
  const std::size_t before = kept.reads.size();
  Roster nobody;
  nobody.as_of = members_as_of(*data_);
  ProgrammeSet one;
  {
    const Recording recording(law(), kept.reads);
    one.push_back(programme_of(data_->law.programmes[programme], law(), data_->budget, scenario_, nobody.as_of));
  }
  close(kept.reads);
  if (kept.reads.size() != before) kept.ledgers.clear();
  Projection projection =
      project(Population(nobody, scenario_.horizon), one, SurvivalPaths(), 1, irregularities(law(), scenario_.horizon));
  for (LedgerCell& cell : projection.ledger) cell.key.programme = programme;
  auto made = std::make_shared<const std::vector<LedgerCell>>(std::move(projection.ledger));
  make_room(kept.ledgers, most_ledgers, [](const std::string& key) { return key.empty(); });
  kept.ledgers.emplace(key_of(changes, kept.reads), made);
  return made;
}

std::shared_ptr<const std::vector<LedgerCell>> Evaluator::ledger(std::size_t programme,
                                                                 const std::vector<Override>& changes,
                                                                 const LawOf& law) {
  Kept& kept = programmes_[programme];
  const ProgrammeDefinition& definition = data_->law.programmes[programme];
  if (!pays_members(definition.shape)) return fixed_ledger(programme, changes, law);
  Group& group = group_of(definition);
  members(group, changes, law);  // so that what they read is known
  const std::string who = key_of(changes, group.member_reads);
  const std::string common =
      who + "|" + key_of(changes, dying_reads_[programme]) + "|" + key_of(changes, irregular_reads_) + "|";
  const auto found = kept.ledgers.find(common + key_of(changes, kept.reads));
  if (found != kept.ledgers.end()) return found->second;
  const ParameterTree& tree = law();
  const std::string stock = who + "|" + key_of(changes, mortality_reads_);
  const bool counted = group.scheme && !group.flows.contains(stock);
  const std::size_t before = kept.reads.size();
  ProgrammeSet one;
  Projection projection;
  {
    const Recording recording(tree, kept.reads);
    one.push_back(programme_of(definition, tree, data_->budget, scenario_, members_as_of(*data_)));
    Members& people = members(group, changes, law);
    const SurvivalPaths& paths = survival(people, changes, tree);
    Projector projector(one, scenario_.horizon, irregularities(tree, scenario_.horizon),
                        counted ? Flows::counted : Flows::left_out);
    projector.add(
        people.population, [&](std::size_t c) { return paths[c]; }, 1);
    projection = projector.close();
  }
  close(kept.reads);
  if (kept.reads.size() != before) kept.ledgers.clear();  // keys have another meaning now
  for (LedgerCell& cell : projection.ledger) cell.key.programme = programme;
  auto made = std::make_shared<const std::vector<LedgerCell>>(std::move(projection.ledger));
  make_room(kept.ledgers, most_ledgers, [](const std::string& key) { return key == "|||"; });
  kept.ledgers.emplace(common + key_of(changes, kept.reads), made);
  if (counted) {
    make_room(group.flows, most_ledgers, [](const std::string& key) { return key == "|"; });
    auto flow = std::make_shared<const PopulationFlow>(
        std::move(projection.population[static_cast<std::size_t>(*group.scheme)]));
    group.flows.try_emplace(stock, std::move(flow));
  }
  return made;
}

/// A scheme's pensioners under the changes; kept from a projection of one of its programmes where there was one.
std::shared_ptr<const PopulationFlow> Evaluator::flow(Group& group, const std::vector<Override>& changes,
                                                      const LawOf& law) {
  members(group, changes, law);
  const std::string key = key_of(changes, group.member_reads) + "|" + key_of(changes, mortality_reads_);
  auto& kept = group.flows[key];
  if (!kept) {
    Projection projection = project_group(group, {}, changes, law);
    kept = std::make_shared<const PopulationFlow>(
        std::move(projection.population[static_cast<std::size_t>(*group.scheme)]));
  }
  return kept;
}

Evaluation Evaluator::evaluate(const std::vector<Override>& asked) {
  const std::vector<Override> changes = with_counts(*data_, scenario_, asked);  // keys are of parameters alone
  std::optional<ParameterTree> law;
  const LawOf changed_law = [&]() -> const ParameterTree& {
    if (changes.empty()) return law_;
    if (!law) law = law_under(changes);
    return *law;
  };
  Evaluation result;
  for (std::size_t p = 0; p < programmes_.size(); ++p) result.ledgers.push_back(ledger(p, changes, changed_law));
  std::vector<PopulationFlow> flows;
  for (Group& group : groups_) {
    if (group.scheme) flows.push_back(*flow(group, changes, changed_law));
  }
  result.population = std::make_shared<const std::vector<PopulationFlow>>(std::move(flows));
  return result;
}

std::set<std::string> Evaluator::readers_of(const std::string& path) const {
  std::set<std::string> readers;
  const bool common = mortality_reads_.contains(path) || irregular_reads_.contains(path);
  for (std::size_t p = 0; p < programmes_.size(); ++p) {
    const ProgrammeDefinition& definition = data_->law.programmes[p];
    const Reads* of_members = nullptr;
    if (pays_members(definition.shape))
      of_members = definition.scheme ? &groups_[static_cast<std::size_t>(*definition.scheme)].member_reads
                                     : &groups_.back().member_reads;
    if (common || programmes_[p].reads.contains(path) || (of_members != nullptr && of_members->contains(path)))
      readers.insert(definition.id);
  }
  return readers;
}

}  // namespace disburse
