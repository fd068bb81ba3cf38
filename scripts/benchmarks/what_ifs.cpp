// What-ifs, measured beyond loading: one change, the whole library, exact shares of ten changes, next year's budget.
// Goals: a what-if of one year at most 15 ms; the library at most 1 s; Shapley over ten changes at most 5 s; the
// budget's workbook at most 1 s.
#include <benchmark/benchmark.h>

#include "engine/studies/scenario_comparison.hpp"
#include "engine/studies/year_budget.hpp"
#include "outputs/office/budget_narrative.hpp"
#include "outputs/office/budget_workbook.hpp"
#include "scenarios/budgets/form_mapping_reader.hpp"
#include "scenarios/library/scenario_reader.hpp"
#include "scripts/benchmarks/base_data.hpp"

namespace disburse {
namespace {

Override change(const char* path, const std::string& value) { return {path, value, "benchmark", "benchmark", {}}; }

/// A change that was not asked before: the award's standard touches one programme, mortality every one.
void what_if(benchmark::State& state, const char* path, double first, double step) {
  Evaluator evaluator(data(), base());
  evaluator.evaluate({});
  double value = first;
  for (auto _ : state) {
    value += step;
    benchmark::DoNotOptimize(evaluator.evaluate({change(path, std::to_string(value))}).line_total("", 2024));
  }
}
BENCHMARK_CAPTURE(what_if, award, "unity_award.special_per_payment", 3000, 1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(what_if, adjustment, "adjustment.fixed_amount", 45, 0.01)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(what_if, mortality, "mortality.factor.resident", 0.9, 0.0001)->Unit(benchmark::kMillisecond);

void whole_library(benchmark::State& state) {
  const std::filesystem::path library = find_data().scenarios();
  for (auto _ : state) {
    Evaluator evaluator(data(), base());
    for (const std::string& name : list_scenarios(library)) {
      const auto changes = changes_between(base(), read_scenario(name, library));
      if (changes) benchmark::DoNotOptimize(bridges(evaluator, *changes, 2024));
    }
  }
}
BENCHMARK(whole_library)->Unit(benchmark::kMillisecond);

void shapley_of_ten_changes(benchmark::State& state) {
  const std::vector<Override> changes{
      change("unity_award.ordinary_per_payment", "660"), change("unity_award.payment_months", "4,7,10"),
      change("heating_allowance.standard", "5000"),      change("adjustment.announced", "2024-09"),
      change("adjustment.fixed_amount", "50"),           change("resident_pension.city_supplement", "80"),
      change("resident_pension.funeral_grant", "4000"),  change("resident_pension.hardship_contribution", "200"),
      change("mortality.factor.resident", "0.9"),        change("mortality.factor.enterprise", "0.9")};
  for (auto _ : state) {
    Evaluator evaluator(data(), base());
    benchmark::DoNotOptimize(shares_of(evaluator, changes, "shapley", 2024));
  }
}
BENCHMARK(shapley_of_ten_changes)->Unit(benchmark::kMillisecond);

void budget_workbook_2025(benchmark::State& state) {
  constexpr int year = 2025;
  const DataPaths paths = find_data();
  for (auto _ : state) {
    const Scenario scenario = through_year(scenario_of(InputOptions{}, paths), year);
    const auto loaded = std::make_shared<const LoadedData>(load_data(InputOptions{}, scenario));
    const FormMapping forms = read_form_mapping(paths.forms(), loaded->document);
    const DraftedBudget budget = draft_year(loaded, scenario, {year, forms, {}, static_cast<int>(state.range(0))});
    benchmark::DoNotOptimize(
        budget_workbook(std::filesystem::temp_directory_path(), budget.document, budget.paper, {}, {}));
    benchmark::DoNotOptimize(budget_narrative(budget.document, budget.paper, {}, {}));
  }
}
BENCHMARK(budget_workbook_2025)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace disburse
