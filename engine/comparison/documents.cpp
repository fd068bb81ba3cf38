#include "engine/comparison/documents.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace disburse {
namespace {

/// A document, or a status where no document stands behind the value.
struct Source {
  std::string document;
  Status status = Status::assumed;
  friend auto operator<=>(const Source&, const Source&) = default;
};

struct Sums {
  Money ruled, falls_away, touched;
  bool repealed = false;
  std::set<std::string> programmes, parameters;
};

constexpr const char* decision = "adjustment.announced";  // by a paper of the year; what it decides is in the next one
constexpr const char* decided = "adjustment.fixed_amount";

Source source_of(const DatedValue& value) {
  const bool written = value.status == Status::enacted || value.status == Status::announced;
  return {written ? document_of(value.reference) : "", value.status};
}

const Component* component_of(const ProgrammeDefinition& definition, const ComponentYear& paid) {
  const auto found = std::find_if(definition.components.begin(), definition.components.end(),
                                  [&](const Component& component) { return component.id == paid.id; });
  return found == definition.components.end() ? nullptr : &*found;
}

/// Sources of the component's parameters in that year, in the order of the rule; what decides stands first.
std::vector<std::pair<Source, std::string>> sources_of(const Component* component, const ParameterTree& law, int year) {
  std::vector<std::pair<Source, std::string>> sources;
  if (component == nullptr) return sources;
  if (!component->document.empty()) sources.push_back({{component->document, Status::enacted}, ""});
  for (const std::string& path : component->parameters) {
    sources.emplace_back(source_of(law.at(path, Month(year, 12))), path);
  }
  return sources;
}

/// What is decided for a year stands in its paper; where the year is scaled for want of one, nothing stands behind it.
Source decision_of(const ParameterTree& law, Month january) {
  if (law.choice("adjustment.method", january) == "scaled") return {"", Status::assumed};
  return source_of(law.at(decided, january));
}

using PaidBy = std::map<std::tuple<std::size_t, std::string, int>, Money>;  // programme, component, year

PaidBy paid_by(const std::vector<ComponentYear>& components) {
  PaidBy amounts;
  for (const ComponentYear& paid : components) amounts[{paid.programme, paid.id, paid.year}] += paid.amount;
  return amounts;
}

/// Moves to each decision what falls away with it, from the documents of the components that pay it.
void share_out(const std::vector<Repeal>& repeals, PaidBy now, const std::map<PaidBy::key_type, Source>& standing,
               std::map<Source, Sums>& sums) {
  for (const Repeal& repeal : repeals) {
    PaidBy without = paid_by(repeal.components);
    Sums& own = sums[{repeal.document, repeal.status}];
    own.repealed = true;
    for (auto& [key, amount] : now) {
      if (!standing.contains(key)) continue;
      const Money less = amount - without[key];
      own.falls_away += less;
      sums[standing.at(key)].falls_away -= less;
      amount = without[key];
    }
  }
}

}  // namespace

bool follows_yearly_decisions(const ProgrammeDefinition& programme) {
  return std::any_of(programme.components.begin(), programme.components.end(), [](const Component& component) {
    return std::find(component.parameters.begin(), component.parameters.end(), decision) != component.parameters.end();
  });
}

std::vector<Repeal> yearly_decisions(const ParameterTree& law, Horizon horizon) {
  std::vector<Repeal> repeals;
  if (law.find(decision) == nullptr) return repeals;  // a law without yearly decisions
  const Month last = horizon.end() - 1;
  for (int year = last.year(); year >= horizon.first.year(); --year) {
    const Month january(year, 1);
    const Source source = decision_of(law, january);
    const bool same =
        !repeals.empty() && repeals.back().document == source.document && repeals.back().status == source.status;
    if (!same) repeals.push_back({source.document, source.status, {}, {}});
    // Not announced by its own January: no adjustment of this year, nor of those after it.
    repeals.back().change = {decision, to_string(january - 1), "left out", "documents", {},
                             january,  Month(last.year(), 12)};
  }
  return repeals;
}

std::string document_of(const std::string& reference) {
  std::size_t end = reference.size();
  for (const char* stop : {"：", "，", "；", "。"}) end = std::min(end, reference.find(stop));
  return reference.substr(0, end);
}

std::vector<DocumentSpend> spend_by_document(const RunResult& run, const ProgrammeSet& programmes,
                                             const ParameterTree& law, const std::vector<Repeal>& repeals) {
  std::map<Source, Sums> sums;
  std::map<PaidBy::key_type, Source> standing;  // of the programmes that follow decisions
  for (const ComponentYear& paid : run.components) {
    if (paid.amount == Money{}) continue;
    const ProgrammeDefinition& definition = programmes[paid.programme]->definition();
    const auto sources = sources_of(component_of(definition, paid), law, paid.year);
    const Source deciding = sources.empty() ? Source{} : sources.front().first;
    sums[deciding].ruled += paid.amount;
    sums[deciding].falls_away += paid.amount;
    if (follows_yearly_decisions(definition))
      standing.emplace(PaidBy::key_type{paid.programme, paid.id, paid.year}, deciding);
    sums[deciding].programmes.insert(definition.name);
    std::set<Source> touched{deciding};
    for (const auto& [source, path] : sources) {
      touched.insert(source);
      if (!path.empty()) sums[source].parameters.insert(path);
    }
    for (const Source& source : touched) sums[source].touched += paid.amount;
  }
  share_out(repeals, paid_by(run.components), standing, sums);
  std::vector<DocumentSpend> spends;
  for (const auto& [source, sum] : sums) {
    spends.push_back({source.document,
                      source.status,
                      sum.ruled,
                      sum.falls_away,
                      sum.repealed,
                      sum.touched,
                      {sum.programmes.begin(), sum.programmes.end()},
                      {sum.parameters.begin(), sum.parameters.end()}});
  }
  std::stable_sort(spends.begin(), spends.end(), [](const DocumentSpend& a, const DocumentSpend& b) {
    return a.ruled != b.ruled ? a.ruled > b.ruled : a.touched > b.touched;
  });
  return spends;
}

}  // namespace disburse
