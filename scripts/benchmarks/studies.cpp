// Sensitivity studies and reports. Goals: tornado of 15 assumptions at most 0.5 s, Morris with 50 trajectories 5 s,
// Sobol' with 4,096 rows 120 CPU-s (10 where no input moves survival), a report with its charts 1 s.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "engine/app/reporting.hpp"
#include "engine/studies/sensitivity/sensitivity_study.hpp"
#include "scripts/benchmarks/base_data.hpp"

namespace disburse {
namespace {

SensitivityRequest asked(StudyMethod method) {
  SensitivityRequest request;
  request.method = method;
  request.threads = 1;
  return request;
}

/// 0: the roster stands in a file; 1: it is made anew for each value of its own assumptions.
const std::shared_ptr<const LoadedData>& chosen(const benchmark::State& state) {
  return state.range(0) == 0 ? data_with_roster() : data();
}

void tornado(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(study(chosen(state), base(), asked(StudyMethod::tornado)));
}
BENCHMARK(tornado)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void morris_screening(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(study(chosen(state), base(), asked(StudyMethod::morris)));
}
BENCHMARK(morris_screening)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void sobol_indices(benchmark::State& state) {
  SensitivityRequest request = asked(StudyMethod::sobol);
  request.samples = 4096;
  for (auto _ : state) benchmark::DoNotOptimize(study(chosen(state), base(), request));
}
BENCHMARK(sobol_indices)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void gradient(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(study(data(), base(), asked(StudyMethod::gradient)));
}
BENCHMARK(gradient)->Unit(benchmark::kMillisecond);

void report(benchmark::State& state) {
  const Session session = open_session(InputOptions{});
  const RunResult result = run(session, 1);
  const BesideRun beside{{study(data(), base(), asked(StudyMethod::tornado))}, {}};
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "disburse-bench-report";
  for (auto _ : state) {
    std::filesystem::remove_all(folder);
    Publication files;
    write_report(run_content(result, beside, {Language::zh, {}}),
                 {calculation_paper(result), study_paper(beside.studies.front(), result.manifest, &result)},
                 files.at(folder), Language::zh);
    files.commit();
  }
  std::filesystem::remove_all(folder);
}
BENCHMARK(report)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace disburse
