#include "scenarios/rosters/readers/cohort_reader.hpp"

#include <utility>

namespace disburse {
namespace {

void check_counts(const std::vector<std::string>& paths, TomlTable& table, const char* key,
                  const ParameterTree& counts) {
  for (const std::string& path : paths) {
    const Parameter* count = counts.find(path);
    if (count != nullptr && count->unit == Unit::persons) continue;
    const std::string near = nearest_name(path, counts.paths());
    table.reject(key, "{} is no headcount"_m(path), "the cohort's counts move together, in persons"_m,
                 near.empty() ? "Name a count of this recipe"_m : "Did you mean {}?"_m(near));
  }
}

CohortCounts read_scheme(TomlTable& table, const ParameterTree& counts) {
  CohortCounts scheme{table.texts("inflow"), table.texts("later"), table.text("stock")};
  if (scheme.inflow.empty()) {
    table.reject("inflow", "names no count"_m, "the cohort would move nothing"_m,
                 "Write inflow = [\"counts.civil_service_entrants\"]"_m);
  }
  check_counts(scheme.inflow, table, "inflow", counts);
  check_counts(scheme.later, table, "later", counts);
  if (!scheme.stock.empty()) check_counts({scheme.stock}, table, "stock", counts);
  table.finish();
  return scheme;
}

}  // namespace

std::vector<CohortChange> read_cohorts(TomlTable& root, const ParameterTree& counts) {
  std::vector<CohortChange> cohorts;
  auto tables = root.optional_table("cohort");
  if (!tables) return cohorts;
  for (const std::string& name : tables->keys()) {
    auto table = tables->optional_table(name);
    if (!table) continue;  // reported as a wrong type
    CohortChange cohort{"cohort." + name, table->text("name"), table->text("name_en"), {}, table->place()};
    for (TomlTable& scheme : table->tables("scheme")) cohort.schemes.push_back(read_scheme(scheme, counts));
    table->finish();
    cohorts.push_back(std::move(cohort));
  }
  return cohorts;
}

}  // namespace disburse
