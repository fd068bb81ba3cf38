// The goals of the replicates, one line each: what was measured beside its bound. All pieces are timed in turn, CPU
// time of this process, median of rounds.
// usage: disburse_ratios NUMPY_MONTHLY NUMPY_EVENTS   (nanoseconds a member-replicate of the two NumPy scripts)
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <mutex>
#include <thread>

#include "engine/app/session.hpp"
#include "engine/population.hpp"
#include "engine/replicates/ensemble.hpp"
#include "engine/replicates/moments.hpp"

namespace disburse {
namespace {

constexpr int rounds = 7;
constexpr std::uint32_t replicates = 128;
constexpr double nano = 1e9;

double cpu(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / nano;
}

template <class Work>
double spent(const Work& work) {
  const double begin = cpu(CLOCK_PROCESS_CPUTIME_ID);
  work();
  return cpu(CLOCK_PROCESS_CPUTIME_ID) - begin;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct City {
  Session session;
  Population population;
  Measures measures;
  Ensemble ensemble;
  double members = 0.0;

  explicit City(const std::string& horizon)
      : session(opened(horizon)),
        population(session.roster, session.scenario.horizon),
        measures(session.programmes, session.budget, session.scenario.horizon),
        ensemble(population, session.programmes, survival_paths(population, *session.mortality), measures, 1) {
    for (const SchemePaths& scheme : ensemble.schemes()) members += static_cast<double>(scheme.members);
  }

  static Session opened(const std::string& horizon) {
    Options options;
    options.horizon = {horizon, "--horizon"};
    return open_session(options);
  }
  double run(std::uint32_t first, Simd simd, int threads = 1) const {
    return spent([&] { ensemble.run(7, first, replicates, threads, {}, simd); });
  }
};

/// The kernel where nobody dies but by a draw of zero: generator and comparison alone.
double generator_alone(const City& city, std::vector<SchemePaths>& nobody, std::uint32_t first) {
  return spent([&] {
    for (const SchemePaths& scheme : nobody) {
      std::vector<std::int64_t> sums(replicates * scheme.columns.width());
      std::vector<std::int64_t> deaths(replicates);
      add_deaths(scheme, 7, first, replicates, widest_simd(), sums, deaths);
    }
    static_cast<void>(city);
  });
}

/// CPU time of the busiest of two threads.
double longest_of_two(const City& city, std::uint32_t first) {
  std::mutex guard;
  std::map<std::thread::id, std::pair<double, double>> clocks;  // before the first piece, after the last
  const double begin = cpu(CLOCK_THREAD_CPUTIME_ID);
  Watch watch;
  watch.done = [&](std::uint32_t) {
    const std::lock_guard lock(guard);
    const double now = cpu(CLOCK_THREAD_CPUTIME_ID);
    clocks.try_emplace(std::this_thread::get_id(), now, now).first->second.second = now;
  };
  constexpr std::uint32_t many = 1024;  // a worker's first piece is not seen: many hide it
  city.ensemble.run(7, first, many, 2, watch);
  clocks[std::this_thread::get_id()].first = begin;
  double longest = 0.0;
  for (const auto& [thread, clock] : clocks) longest = std::max(longest, clock.second - clock.first);
  return longest;
}

void line(const char* what, double measured, const char* relation, double bound, const char* unit) {
  const bool held = *relation == '<' ? measured <= bound : measured >= bound;
  std::printf("%-72s %9.2f %s %8.2f %-4s %s\n", what, measured, relation, bound, unit, held ? "held" : "MISSED");
}

int ratios(double numpy_monthly, double numpy_events) {
  const City ten("2024-01..2033-12");
  const City one("2024-01..2024-12");
  std::vector<SchemePaths> nobody = ten.ensemble.schemes();
  for (SchemePaths& scheme : nobody) {
    for (PathBlock& block : scheme.blocks)
      std::fill(block.thresholds.begin(), block.thresholds.end(), std::uint16_t{0});
  }
  std::map<std::string, std::vector<double>> times;
  for (int round = 0; round <= rounds; ++round) {
    const auto first = static_cast<std::uint32_t>(round) * replicates;
    std::map<std::string, double> now;
    for (const Simd simd : {Simd::plain, Simd::avx2, Simd::avx512}) {
      if (simd <= widest_simd()) now["kernel" + std::to_string(static_cast<int>(simd))] = ten.run(first, simd);
    }
    now["widest"] = ten.run(first, widest_simd());
    now["one year"] = one.run(first, widest_simd());
    now["generator"] = generator_alone(ten, nobody, first);
    now["one thread"] = spent([&] { ten.ensemble.run(7, first, 1024, 1); });
    now["two threads"] = longest_of_two(ten, first);
    now["moments"] = spent([&] { closed_form(ten.ensemble, ten.measures, 1); });
    if (round == 0) continue;  // memory is touched, threads are there
    for (const auto& [name, time] : now) times[name].push_back(time);
  }
  const auto of = [&](const std::string& name) { return median(times[name]); };
  const auto ratio = [&](const std::string& above, const std::string& below) {
    std::vector<double> each;
    for (int r = 0; r < rounds; ++r)
      each.push_back(times[above][static_cast<std::size_t>(r)] / times[below][static_cast<std::size_t>(r)]);
    return median(each);
  };
  const double pieces = ten.members * replicates / nano;
  std::printf("%.0f members over 120 months, %.0f over 12; all programmes, exact fen, chance alone\n\n", ten.members,
              one.members);
  line("plain C++, a member and replicate", of("kernel0") / pieces, "<=", 5.0, "ns");
  if (widest_simd() >= Simd::avx2) line("AVX2, a member and replicate", of("kernel1") / pieces, "<=", 5.0, "ns");
  if (widest_simd() >= Simd::avx512) line("AVX-512, a member and replicate", of("kernel2") / pieces, "<=", 2.5, "ns");
  line("10,000 replicates of ten years", of("widest") * 10'000 / replicates, "<=", 6.0, "s");
  line("120 months / 12 months, a member and replicate", ratio("widest", "one year") * one.members / ten.members,
       "<=", 4.5, "");
  line("generator alone / kernel", ratio("generator", "widest"), ">=", 0.08, "");
  line("one thread / longest of two", ratio("one thread", "two threads"), ">=", 1.8, "");
  line("mean and covariance in closed form / a replicate", ratio("moments", "widest") * replicates, "<=", 15.0, "");
  if (numpy_monthly > 0.0)
    line("NumPy month by month / kernel", numpy_monthly / (of("widest") / pieces), ">=", 450.0, "");
  if (numpy_events > 0.0) line("NumPy event-driven / kernel", numpy_events / (of("widest") / pieces), ">=", 25.0, "");
  return 0;
}

}  // namespace
}  // namespace disburse

int main(int argc, char** argv) {
  return disburse::ratios(argc > 1 ? std::atof(argv[1]) : 0.0, argc > 2 ? std::atof(argv[2]) : 0.0);
}
