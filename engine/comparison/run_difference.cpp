#include "engine/comparison/run_difference.hpp"

#include <algorithm>
#include <set>

namespace disburse {
namespace {

std::vector<DifferingInput> differing_inputs(const RunResult& first, const RunResult& second) {
  std::vector<DifferingInput> inputs;
  const auto hold = [&](const char* what, const std::string& one, const std::string& other) {
    if (one != other) inputs.push_back({what, one, other});
  };
  const Manifest &a = first.manifest, &b = second.manifest;
  hold("version", a.version, b.version);
  hold("commit", a.commit, b.commit);
  hold("law_digest", a.law_digest, b.law_digest);
  hold("roster_digest", a.roster_digest, b.roster_digest);
  hold("budget_digest", a.budget_digest, b.budget_digest);
  hold("scenario_digest", a.scenario_digest, b.scenario_digest);
  hold("horizon", to_string(a.horizon), to_string(b.horizon));
  hold("mode", a.mode, b.mode);
  hold("seed", std::to_string(a.seed), std::to_string(b.seed));
  hold("replicates", std::to_string(a.replicates), std::to_string(b.replicates));
  return inputs;
}

std::vector<PartedParameter> differing_parameters(const WrittenRun& first, const WrittenRun& second) {
  std::vector<PartedParameter> list;
  std::set<std::string> paths;
  for (const WrittenRun* run : {&first, &second}) {
    for (const auto& [path, parameter] : run->parameters) paths.insert(path);
  }
  for (const std::string& path : paths) {
    const auto one = first.parameters.find(path), other = second.parameters.find(path);
    const WrittenParameter a = one == first.parameters.end() ? WrittenParameter{} : one->second;
    const WrittenParameter b = other == second.parameters.end() ? WrittenParameter{} : other->second;
    if (a.values != b.values) list.push_back({path, a.name.empty() ? b.name : a.name, a.values, b.values});
  }
  return list;
}

const ProgrammeResult* find(const RunResult& run, const std::string& id) {
  const auto found =
      std::find_if(run.programmes.begin(), run.programmes.end(), [&](const auto& one) { return one.id == id; });
  return found == run.programmes.end() ? nullptr : &*found;
}

/// Programmes of both runs, in the order of the first.
std::vector<std::pair<const ProgrammeResult*, const ProgrammeResult*>> pairs_of(const RunResult& first,
                                                                                const RunResult& second) {
  std::vector<std::pair<const ProgrammeResult*, const ProgrammeResult*>> pairs;
  for (const ProgrammeResult& one : first.programmes) pairs.emplace_back(&one, find(second, one.id));
  for (const ProgrammeResult& other : second.programmes) {
    if (find(first, other.id) == nullptr) pairs.emplace_back(nullptr, &other);
  }
  return pairs;
}

Money paid_in(const ProgrammeResult* programme, Month month) {
  if (programme == nullptr) return {};
  for (const MonthlyFigure& figure : programme->monthly) {
    if (figure.month == month) return figure.paid;
  }
  return {};
}

DifferingAmount amount_of(const ProgrammeResult* one, const ProgrammeResult* other, Money first, Money second) {
  const ProgrammeResult& named = one != nullptr ? *one : *other;
  return {named.id, named.name, named.name_en, first, second};
}

void find_first_month(const RunResult& first, const RunResult& second, RunDifference& difference) {
  std::set<Month> months;
  for (const RunResult* run : {&first, &second}) {
    for (const MonthlyFigure& figure : run->monthly) months.insert(figure.month);
  }
  for (const Month month : months) {
    for (const auto& [one, other] : pairs_of(first, second)) {
      const Money a = paid_in(one, month), b = paid_in(other, month);
      if (a != b) difference.in_month.push_back(amount_of(one, other, a, b));
    }
    if (difference.in_month.empty()) continue;
    difference.month = month;
    return;
  }
}

}  // namespace

RunDifference difference_of(const WrittenRun& first, const WrittenRun& second) {
  RunDifference difference;
  difference.inputs = differing_inputs(first.run, second.run);
  difference.parameters = differing_parameters(first, second);
  find_first_month(first.run, second.run, difference);
  for (const auto& [one, other] : pairs_of(first.run, second.run)) {
    const Money a = one == nullptr ? Money{} : one->amount.projected;
    const Money b = other == nullptr ? Money{} : other->amount.projected;
    if (a != b) difference.programmes.push_back(amount_of(one, other, a, b));
  }
  difference.total.first = first.run.total.projected;
  difference.total.second = second.run.total.projected;
  if (!difference.programmes.empty() || difference.total.first != difference.total.second)
    difference.first = Parting::amounts;
  if (difference.month) difference.first = Parting::months;
  if (!difference.parameters.empty()) difference.first = Parting::parameters;
  if (!difference.inputs.empty()) difference.first = Parting::inputs;
  return difference;
}

}  // namespace disburse
