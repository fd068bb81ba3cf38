// The main job's parts, measured: the projection of the whole city for a year, and what stands around it.
// Goals: projection at most 10 ms (stretch 5) on one core; a whole run at most 500 ms; ten times the members at most
// eleven times the time.
#include <benchmark/benchmark.h>

#include <unistd.h>

#include <filesystem>

#include "engine/app/loading/loading.hpp"
#include "engine/members/population.hpp"
#include "engine/studies/main_job.hpp"
#include "outputs/run/run_folder.hpp"
#include "scenarios/rosters/roster_recipe.hpp"

namespace disburse {
namespace {

const Session& session() {
  static const Session base = open_session(InputOptions{});
  return base;
}

/// The roster `times` times over, under new keys.
Roster repeated(const Roster& roster, int times) {
  Roster result;
  result.as_of = roster.as_of;
  result.reserve(roster.size() * static_cast<std::size_t>(times));
  for (int copy = 0; copy < times; ++copy) {
    for (std::size_t i = 0; i < roster.size(); ++i) {
      result.add(MemberKey::from(std::to_string(copy) + std::string(roster.key[i].view())), roster.member(i));
    }
  }
  return result;
}

void project_city(benchmark::State& state) {
  const Population population(repeated(session().roster, static_cast<int>(state.range(0))), session().scenario.horizon);
  for (auto _ : state) {
    benchmark::DoNotOptimize(project(population, session().programmes, *session().mortality, 1));
  }
  state.counters["members"] = static_cast<double>(population.members().size());
}
BENCHMARK(project_city)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

/// 2024 to 2040: members at work, new entrants, awards, all rules; with and without making the outlook.
InputOptions to_2040() {
  InputOptions options;
  options.horizon = {"2024-01..2040-12", "--horizon"};
  return options;
}

void run_to_2040(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(run(open_session(to_2040()), 1));
}
BENCHMARK(run_to_2040)->Unit(benchmark::kMillisecond);

void prepare_population(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Population(session().roster, session().scenario.horizon));
}
BENCHMARK(prepare_population)->Unit(benchmark::kMillisecond);

void read_everything(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(open_session(InputOptions{}));
}
BENCHMARK(read_everything)->Unit(benchmark::kMillisecond);

void run_and_write_folder(benchmark::State& state) {
  const auto folder = std::filesystem::temp_directory_path() / ("disburse-bench-" + std::to_string(::getpid()));
  for (auto _ : state) {
    const Session opened = open_session(InputOptions{});
    Publication files;
    write_run_folder(run(opened, 1), RunLog{}, files.at(folder));
    files.commit();
    state.PauseTiming();
    std::filesystem::remove_all(folder);
    state.ResumeTiming();
  }
}
BENCHMARK(run_and_write_folder)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace disburse
