// Sensitivity studies and reports. Goals: tornado of 15 assumptions at most 0.5 s, Morris with 50 trajectories 5 s,
// Sobol' with 4,096 rows 120 CPU-s (10 where no input moves survival), a report with its charts 1 s.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "engine/app/reporting.hpp"
#include "engine/app/studying.hpp"
#include "outputs/writers/run_json.hpp"
#include "outputs/writers/study.hpp"
#include "scripts/benchmarks/base_data.hpp"

namespace disburse {
namespace {

Options asked(const char* method) {
  Options options;
  options.method = method;
  options.threads = 1;
  return options;
}

/// 0: the roster stands in a file; 1: it is made anew for each value of its own assumptions.
const std::shared_ptr<const LoadedData>& chosen(const benchmark::State& state) {
  return state.range(0) == 0 ? data_with_roster() : data();
}

void tornado(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(study(chosen(state), base(), asked("tornado")));
}
BENCHMARK(tornado)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void morris_screening(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(study(chosen(state), base(), asked("morris")));
}
BENCHMARK(morris_screening)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void sobol_indices(benchmark::State& state) {
  Options options = asked("sobol");
  options.samples = 4096;
  for (auto _ : state) benchmark::DoNotOptimize(study(chosen(state), base(), options));
}
BENCHMARK(sobol_indices)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void gradient(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(study(data(), base(), asked("gradient")));
}
BENCHMARK(gradient)->Unit(benchmark::kMillisecond);

void report(benchmark::State& state) {
  const Session session = open_session(Options{});
  const Json document = Json::parse(run_json(run(session, 1)));
  const Json tornado = Json::parse(study_json(study(data(), base(), asked("tornado")), manifest_of(session)));
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "disburse-bench-report";
  for (auto _ : state) {
    std::filesystem::remove_all(folder);
    write_report(document, {tornado}, folder, Language::zh);
  }
  std::filesystem::remove_all(folder);
}
BENCHMARK(report)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace disburse
