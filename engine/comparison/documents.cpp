#include "engine/documents.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace disburse {
namespace {

/// A document, or a status where no document stands behind the value.
struct Source {
  std::string document;
  Status status = Status::assumed;
  friend auto operator<=>(const Source&, const Source&) = default;
};

struct Sums {
  Money ruled, touched;
  std::set<std::string> programmes, parameters;
};

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

}  // namespace

std::string document_of(const std::string& reference) {
  std::size_t end = reference.size();
  for (const char* stop : {"：", "，", "；", "。"}) end = std::min(end, reference.find(stop));
  return reference.substr(0, end);
}

std::vector<DocumentSpend> spend_by_document(const RunResult& run, const ProgrammeSet& programmes,
                                             const ParameterTree& law) {
  std::map<Source, Sums> sums;
  for (const ComponentYear& paid : run.components) {
    if (paid.amount == Money{}) continue;
    const ProgrammeDefinition& definition = programmes[paid.programme]->definition();
    const auto sources = sources_of(component_of(definition, paid), law, paid.year);
    const Source deciding = sources.empty() ? Source{} : sources.front().first;
    sums[deciding].ruled += paid.amount;
    sums[deciding].programmes.insert(definition.name);
    std::set<Source> touched{deciding};
    for (const auto& [source, path] : sources) {
      touched.insert(source);
      if (!path.empty()) sums[source].parameters.insert(path);
    }
    for (const Source& source : touched) sums[source].touched += paid.amount;
  }
  std::vector<DocumentSpend> spends;
  for (const auto& [source, sum] : sums) {
    spends.push_back({source.document,
                      source.status,
                      sum.ruled,
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
