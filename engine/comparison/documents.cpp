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

const Component* component_of(const ProgrammeDefinition& definition, const std::string& id) {
  const auto found = std::find_if(definition.components.begin(), definition.components.end(),
                                  [&](const Component& component) { return component.id == id; });
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

/// What falls away with a paper, by component and year.
PaidBy less_without(const Repeal& repeal, const PaidBy& now) {
  PaidBy less;
  for (const auto& [key, amount] : now) {
    const auto& projected = repeal.programmes;
    if (std::find(projected.begin(), projected.end(), std::get<0>(key)) != projected.end()) less[key] = amount;
  }
  for (const auto& [key, amount] : paid_by(repeal.components)) less[key] -= amount;
  return less;
}

Money sum_of(const PaidBy& amounts) {
  Money sum;
  for (const auto& [key, amount] : amounts) sum += amount;
  return sum;
}

std::vector<Repeal> yearly_decisions(const ParameterTree& law, Horizon horizon) {
  std::vector<Repeal> repeals;
  if (law.find(decision) == nullptr) return repeals;  // a law without yearly decisions
  const Month last = horizon.end() - 1;
  for (int year = horizon.first.year(); year <= last.year(); ++year) {
    const Month january(year, 1);
    const Source source = decision_of(law, january);
    const bool same =
        !repeals.empty() && repeals.back().document == source.document && repeals.back().status == source.status;
    if (!same) repeals.push_back({source.document, source.status});
    // Not announced by its own January: no adjustment of this year.
    repeals.back().changes.push_back(
        {decision, to_string(january - 1), "left out", "documents", {}, january, Month(year, 12)});
  }
  return repeals;
}

bool is_written(const DatedValue& value) {
  return (value.status == Status::enacted || value.status == Status::announced) && !value.changed && !value.extended;
}

/// Whether the value comes into force within the horizon by a paper.
bool comes(const DatedValue& value, Horizon horizon) {
  return is_written(value) && value.from >= horizon.first && value.from < horizon.end();
}

/// The changes that leave out a parameter's papers: each alone, with what was in force before it, and all at once, with
/// what was before the first of them.
void keep_older_values(const Parameter& parameter, Horizon horizon, std::map<Source, Repeal>& papers, Repeal& all) {
  const std::vector<DatedValue> values = values_in_force(parameter);
  const Month last((horizon.end() - 1).year(), 12);
  const auto older = [&](const DatedValue& before, Month from, std::size_t next) {
    const Month until = next < values.size() ? std::min(values[next].from - 1, last) : last;
    return Override{parameter.path, value_text(before.value), "left out", "documents", {}, from, until};
  };
  const DatedValue* before_all = nullptr;
  const DatedValue* before = nullptr;  // the paper's run of values
  for (std::size_t v = 0; v < values.size(); ++v) {
    const DatedValue& value = values[v];
    if (v == 0 || !comes(value, horizon)) {
      before_all = &value;
      continue;
    }
    const Source source = source_of(value);
    const bool goes_on = before != nullptr && comes(values[v - 1], horizon) && source_of(values[v - 1]) == source;
    if (!goes_on) before = &values[v - 1];
    if (before->value != value.value) {
      Repeal& own = papers.try_emplace(source, Repeal{source.document, source.status}).first->second;
      own.changes.push_back(older(*before, value.from, v + 1));
    }
    if (before_all->value != value.value) all.changes.push_back(older(*before_all, value.from, v + 1));
  }
}

/// The source of what would be in force without the papers that come into force within the horizon.
Source older_source(const Parameter& parameter, Month month, Horizon horizon) {
  Source source;
  const std::vector<DatedValue> values = values_in_force(parameter);
  for (std::size_t v = 0; v < values.size() && values[v].from <= month; ++v) {
    if (v == 0 || !comes(values[v], horizon)) source = source_of(values[v]);
  }
  return source;
}

}  // namespace

bool concerns(const Repeal& repeal, const ProgrammeDefinition& programme) {
  return std::any_of(programme.components.begin(), programme.components.end(), [&](const Component& component) {
    return std::any_of(repeal.changes.begin(), repeal.changes.end(), [&](const Override& change) {
      const auto& read = component.parameters;
      return std::find(read.begin(), read.end(), change.path) != read.end();
    });
  });
}

bool makes_members(const Repeal& repeal, const std::vector<ProgrammeDefinition>& programmes) {
  return std::any_of(repeal.changes.begin(), repeal.changes.end(), [&](const Override& change) {
    if (change.path == decision) return false;
    return std::none_of(programmes.begin(), programmes.end(), [&](const ProgrammeDefinition& programme) {
      return change.path.starts_with(programme.id + ".");
    });
  });
}

std::vector<Repeal> repeals_of(const ParameterTree& law, Horizon horizon) {
  std::vector<Repeal> repeals = yearly_decisions(law, horizon);
  Repeal all;
  all.together = true;
  for (const Repeal& one : repeals) all.changes.insert(all.changes.end(), one.changes.begin(), one.changes.end());
  std::map<Source, Repeal> papers;
  for (const auto& [path, parameter] : law.all()) {
    if (!path.starts_with("adjustment.")) keep_older_values(parameter, horizon, papers, all);
  }
  for (auto& [source, paper] : papers) {
    const auto standing = std::find_if(repeals.begin(), repeals.end(), [&of = source](const Repeal& one) {
      return one.document == of.document && one.status == of.status;
    });
    if (standing == repeals.end()) {
      repeals.push_back(std::move(paper));
    } else {
      standing->changes.insert(standing->changes.end(), paper.changes.begin(), paper.changes.end());
    }
  }
  if (repeals.size() > 1) repeals.push_back(std::move(all));
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
  const auto sources = [&](std::size_t programme, const std::string& component, int year) {
    return sources_of(component_of(programmes[programme]->definition(), component), law, year);
  };
  for (const ComponentYear& paid : run.components) {
    if (paid.amount == Money{}) continue;
    const auto own = sources(paid.programme, paid.id, paid.year);
    const Source deciding = own.empty() ? Source{} : own.front().first;
    sums[deciding].ruled += paid.amount;
    sums[deciding].falls_away += paid.amount;
    sums[deciding].programmes.insert(programmes[paid.programme]->definition().name);
    std::set<Source> touched{deciding};
    for (const auto& [source, path] : own) {
      touched.insert(source);
      if (!path.empty()) sums[source].parameters.insert(path);
    }
    for (const Source& source : touched) sums[source].touched += paid.amount;
  }
  Money shared;
  const PaidBy now = paid_by(run.components);
  PaidBy left_out;  // without all papers
  const auto standing = [&](const PaidBy::key_type& key) {
    const auto own = sources(std::get<0>(key), std::get<1>(key), std::get<2>(key));
    return own.empty() ? Source{} : own.front().first;
  };
  const auto without_papers = [&](const PaidBy::key_type& key) {
    const auto own = sources(std::get<0>(key), std::get<1>(key), std::get<2>(key));
    if (own.empty() || own.front().second.empty()) return standing(key);
    return older_source(*law.find(own.front().second), Month(std::get<2>(key), 12), run.scenario.horizon);
  };
  for (const Repeal& repeal : repeals) {
    const PaidBy less = less_without(repeal, now);
    if (!repeal.together) {
      sums[{repeal.document, repeal.status}].repealed = true;
      sums[{repeal.document, repeal.status}].falls_away += sum_of(less);
      shared -= sum_of(less);
    }
    if (!repeal.together && repeals.size() > 1) continue;
    // What is left without all of them stays with the standards.
    shared += sum_of(less);
    left_out = less;
    for (const auto& [key, amount] : less) sums[standing(key)].falls_away -= amount;
  }
  // A paper that was left out has what falls away with it, and the older one what is left.
  for (const auto& [key, amount] : now) {
    const Source first = standing(key);
    const Source older = without_papers(key);
    if (first == older || !sums[first].repealed) continue;
    const Money left = amount - (left_out.contains(key) ? left_out.at(key) : Money{});
    sums[first].falls_away -= left;
    sums[older].falls_away += left;
  }
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
  if (shared != Money{}) spends.push_back({"", Status::derived, {}, shared, true, {}, {}, {}, true});
  return spends;
}

}  // namespace disburse
