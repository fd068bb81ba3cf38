// The year in progress. Goals: a slider's answer at most 1 ms, a re-forecast 50 ms, a goal seek 1 s, with confidence 10
// s.
#include <benchmark/benchmark.h>

#include "engine/app/grain.hpp"
#include "engine/app/reforecasting.hpp"
#include "engine/app/slider.hpp"
#include "engine/app/solving.hpp"
#include "scripts/benchmarks/base_data.hpp"

namespace disburse {
namespace {

void slider(benchmark::State& state) {
  Evaluator evaluator(data(), base());
  const Grain fen = *Grain::of(Unit::yuan_per_payment);
  const auto change = [&](std::int64_t value) { return fen.change("unity_award.ordinary_per_payment", value); };
  const auto kept = Slider::of(evaluator, change, 0, 60'000, 240'000);
  std::int64_t value = 0;
  for (auto _ : state) benchmark::DoNotOptimize(kept->line_total("2089999", 2024, ++value % 240'000));
}
BENCHMARK(slider)->Unit(benchmark::kMicrosecond);

void reforecast_the_year(benchmark::State& state) {
  Options options;
  options.no_band = state.range(0) == 0;
  options.threads = 1;
  options.actuals = find_data().root / "scenarios" / "actuals" / "zhongwei-2024-08-example.csv";
  for (auto _ : state) benchmark::DoNotOptimize(reforecast_year(data_with_roster(), base(), options));
}
BENCHMARK(reforecast_the_year)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void seek_a_value(benchmark::State& state) {
  Options options;
  options.threads = 1;
  options.vary = {"unity_award.ordinary_per_payment"};
  options.line = "2089999";
  options.confidence = state.range(0) != 0 ? 0.95 : 0.0;
  options.assumptions = 100;
  for (auto _ : state) benchmark::DoNotOptimize(seek(data(), base(), options));
}
BENCHMARK(seek_a_value)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace disburse
