// Replicates of the whole city: the kernel alone (ns per member and replicate), what is made once, the closed form.
// Goals (120 months, all programmes, chance only): at most 5 ns with AVX2, 2.5 with AVX-512; 10,000 replicates of ten
// years at most 6 CPU-seconds; time of 120 months over 12 at most 4.5.
#include <benchmark/benchmark.h>

#include "engine/app/loading/loading.hpp"
#include "engine/members/population.hpp"
#include "engine/replicates/ensemble.hpp"
#include "engine/replicates/moments.hpp"
#include "engine/studies/main_job.hpp"

namespace disburse {
namespace {

/// The city over so many months, with its ensemble.
struct City {
  Session session;
  Population population;
  SurvivalPaths survival;
  Measures measures;
  Ensemble ensemble;
  double members = 0.0;

  explicit City(const std::string& horizon)
      : session(opened(horizon)),
        population(session.roster, session.scenario.horizon),
        survival(survival_paths(population, *session.mortality)),
        measures(session.programmes, session.budget, session.scenario.horizon),
        ensemble(population, session.programmes, survival, measures, 1) {
    ensemble.pieces().each(1, [&](const MemberPaths& paths) {
      for (const SchemePaths& scheme : paths) members += static_cast<double>(scheme.members);
    });
  }

  static Session opened(const std::string& horizon) {
    InputOptions options;
    options.horizon = {horizon, "--horizon"};
    return open_session(options);
  }
};

const City& city(std::int64_t months) {
  static const City one("2024-01..2024-12");
  static const City ten("2024-01..2033-12");
  return months == 12 ? one : ten;
}

void kernel(benchmark::State& state) {
  const City& own = city(state.range(0));
  const auto simd = static_cast<Simd>(state.range(1));
  if (simd > widest_simd()) {
    state.SkipWithError("this processor does not have the instructions");
    return;
  }
  constexpr std::uint32_t replicates = 64;
  std::uint32_t first = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(own.ensemble.run(7, first, replicates, 1, {}, simd));
    first += replicates;
  }
  state.counters["ns_a_member_replicate"] = benchmark::Counter(
      own.members * replicates * 1e-9, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(kernel)->ArgsProduct({{12, 120}, {0, 1, 2}})->Unit(benchmark::kMillisecond);

void make_paths(benchmark::State& state) {
  const City& own = city(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(Ensemble(own.population, own.session.programmes, own.survival, own.measures, 1));
  }
}
BENCHMARK(make_paths)->Arg(12)->Arg(120)->Unit(benchmark::kMillisecond);

void closed_form(benchmark::State& state) {
  const City& own = city(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(closed_form(own.ensemble, own.measures, 1));
}
BENCHMARK(closed_form)->Arg(12)->Arg(120)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace disburse
