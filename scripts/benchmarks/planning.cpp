// The year in progress. Goals: a slider's answer at most 1 ms, a re-forecast 50 ms, a goal seek 1 s, with confidence 10
// s.
#include <benchmark/benchmark.h>

#include "engine/evaluation/parameter_step.hpp"
#include "engine/evaluation/slider.hpp"
#include "engine/studies/goal_seek.hpp"
#include "engine/studies/in_year_estimate.hpp"
#include "scenarios/actuals/actuals_reader.hpp"
#include "scripts/benchmarks/base_data.hpp"

namespace disburse {
namespace {

void slider(benchmark::State& state) {
  Evaluator evaluator(data(), base());
  const ParameterStep fen = *ParameterStep::of(Unit::yuan_per_payment);
  const auto change = [&](std::int64_t value) { return fen.change("unity_award.ordinary_per_payment", value); };
  const auto kept = Slider::of(evaluator, change, 0, 60'000, 240'000);
  std::int64_t value = 0;
  for (auto _ : state) benchmark::DoNotOptimize(kept->line_total("2089999", 2024, ++value % 240'000));
}
BENCHMARK(slider)->Unit(benchmark::kMicrosecond);

void reforecast_the_year(benchmark::State& state) {
  const std::filesystem::path file = find_data().agency.folder / "actuals" / "2024-08-example.csv";
  const LoadedData& read = *data_with_roster();
  for (auto _ : state) {
    InYearStudy study(data_with_roster(), base());
    benchmark::DoNotOptimize(study.reforecast({read_actuals(file, read.law.programmes, study.projected()),
                                               pay_calendar_of({}, read.law), state.range(0) != 0, 1}));
  }
}
BENCHMARK(reforecast_the_year)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void seek_a_value(benchmark::State& state) {
  GoalRequest request;
  request.vary = {"unity_award.ordinary_per_payment"};
  request.line = "2089999";
  request.confidence = state.range(0) != 0 ? 0.95 : 0.0;
  request.replicates.assumptions = 100;
  request.replicates.threads = 1;
  for (auto _ : state) benchmark::DoNotOptimize(seek(data(), base(), request));
}
BENCHMARK(seek_a_value)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace disburse
