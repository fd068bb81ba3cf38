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

#include "engine/app/loading/loading.hpp"
#include "engine/app/process/heap.hpp"
#include "engine/evaluation/gradient.hpp"
#include "engine/law/assumption_draw.hpp"
#include "engine/members/population.hpp"
#include "engine/replicates/ensemble.hpp"
#include "engine/replicates/moments.hpp"
#include "engine/session/scenario_law.hpp"
#include "engine/session/synthetic_country.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/studies/risk_study.hpp"

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
    ensemble.pieces().each(1, [&](const MemberPaths& paths) {
      for (const SchemePaths& scheme : paths) members += static_cast<double>(scheme.members);
    });
  }

  static Session opened(const std::string& horizon) {
    InputOptions options;
    options.horizon = {horizon, "--horizon"};
    return open_session(options);
  }
  double run(std::uint32_t first, Simd simd, int threads = 1) const {
    return spent([&] { ensemble.run(7, first, replicates, threads, {}, simd); });
  }
};

/// Nobody dies but by a draw of zero.
MemberPaths without_deaths(const Ensemble& ensemble) {
  MemberPaths paths;
  ensemble.pieces().each(1, [&](const MemberPaths& own) { paths = own; });
  for (SchemePaths& scheme : paths) {
    for (PathBlock& block : scheme.blocks)
      std::fill(block.thresholds.begin(), block.thresholds.end(), std::uint16_t{0});
  }
  return paths;
}

/// Generator and comparison alone.
double generator_alone(const City& city, const MemberPaths& nobody, std::uint32_t first) {
  DeathSums sums(city.ensemble.map(), first, replicates);
  return spent([&] { sums.add(nobody, 7, widest_simd()); });
}

/// A country of like cities in memory, over the city's ten years.
struct Country {
  const City& city;
  double members = 0.0;
  std::shared_ptr<KeptPaths> pieces = std::make_shared<KeptPaths>();
  std::unique_ptr<Ensemble> ensemble;

  Country(const City& own, std::size_t size) : city(own) {
    const InputOptions options;
    const LoadedData data = load_data(options, city.session.scenario);
    MeasureMap map(city.session.programmes, city.measures);
    SyntheticCountry(data, city.session.scenario, size).each(0, [&](const Roster& rows) {
      const Roster living = members_of(rows, city.session.law.parameters, city.session.scenario, false);
      const Population population(living, city.session.scenario.horizon);
      pieces->add(member_paths(population, city.session.programmes, map.columns(),
                               survival_paths(population, *city.session.mortality), 0));
    });
    pieces->each(1, [&](const MemberPaths& paths) {
      for (const SchemePaths& scheme : paths) members += static_cast<double>(scheme.members);
    });
    ensemble = std::make_unique<Ensemble>(std::move(map), pieces);
  }
  double run(std::uint32_t first, std::uint32_t count) const {
    return spent([&] { ensemble->run(7, first, count, 1); });
  }
};

/// A set of assumptions: its members, its paths, its replicates.
double one_set(const City& city, const LoadedData& data, std::uint32_t set) {
  constexpr std::uint32_t inner = 56;  // 50, filled up to whole draws
  return spent([&] {
    Scenario scenario = city.session.scenario;
    const AssumptionDraw draw(city.session.law.parameters, scenario.horizon.end() - 1, scenario.correlations);
    for (Override& change : draw.set(7, set)) scenario.overrides.push_back(std::move(change));
    const Session own = make_session(data, scenario, Digest::left_out);
    ensemble_of(own, city.measures, 1).run(7, 0, inner, 1);
  });
}

/// Who dies when in some replicates, so that adding the lines can be timed alone.
struct Deaths {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> member_and_month;
  const PathBlock* block = nullptr;
};

std::vector<Deaths> deaths_of(const MemberPaths& paths) {
  constexpr std::uint32_t some = 16;
  std::vector<Deaths> all;
  for (const SchemePaths& scheme : paths) {
    for (const PathBlock& block : scheme.blocks) {
      Deaths own;
      own.block = &block;
      for (std::uint32_t r = 0; r < some; ++r) {
        for (std::uint32_t i = 0; i < block.size(); ++i) {
          const int month = month_of_death(scheme.tables[block.tables[i]], 7, block.keys[i], r);
          if (month >= 0) own.member_and_month.emplace_back(i, static_cast<std::uint32_t>(month));
        }
      }
      all.push_back(std::move(own));
    }
  }
  return all;
}

/// Lines of the dead added by month, in exact fen of 32 bits or in doubles.
template <class Amount>
double accounting(const std::vector<Deaths>& deaths) {
  std::vector<std::vector<Amount>> lines;
  for (const Deaths& own : deaths) lines.emplace_back(own.block->lines.begin(), own.block->lines.end());
  Amount seen{};
  const double time = spent([&] {
    std::vector<Amount> sums;
    for (std::size_t b = 0; b < deaths.size(); ++b) {
      const PathBlock& block = *deaths[b].block;
      sums.assign(block.first_value.size() * block.values, Amount{});
      for (const auto& [member, month] : deaths[b].member_and_month) {
        const Amount* line = lines[b].data() + member * block.values;
        Amount* into = sums.data() + month * block.values;
        for (std::size_t v = block.first_value[month]; v < block.values; ++v) into[v] += line[v];
      }
      seen += sums.back();
    }
  });
  volatile Amount kept = seen;
  static_cast<void>(kept);
  return time;
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

/// A run under changed assumptions, from the opening members to the ledger, and one with derivatives.
class Derived {
 public:
  Derived(const LoadedData& data, const Scenario& scenario) : data_(data), scenario_(scenario), law_(data.law) {
    apply_scenario(law_.parameters, scenario);
    opening_ = opening_members(data, law_.parameters, scenario);
    const std::vector<std::string> all = law_.parameters.paths();
    const Gradient every(data, scenario, law_.parameters, members(), all, 1);
    for (const std::string& path : all) {
      if (paths_.size() < 30 && every.slope(path, "", 2030)) paths_.push_back(path);
    }
  }
  std::size_t directions() const { return paths_.size(); }
  double run() const {
    return spent([&] {
      ProgrammeSet programmes;
      for (const ProgrammeDefinition& definition : law_.programmes)
        programmes.push_back(programme_of(definition, law_.parameters, data_.budget, scenario_));
      const auto mortality = mortality_of(law_.parameters, law_.life_tables, scenario_.horizon);
      project(members(), programmes, *mortality, 1);
    });
  }
  double derivatives() const {
    return spent([&] { Gradient(data_, scenario_, law_.parameters, members(), paths_, 1); });
  }

 private:
  Population members() const { return population_of(opening_, law_.parameters, scenario_); }
  const LoadedData& data_;
  const Scenario& scenario_;
  Law law_;
  Roster opening_;
  std::vector<std::string> paths_;
};

void line(const char* what, double measured, const char* relation, double bound, const char* unit) {
  const bool held = *relation == '<' ? measured <= bound : measured >= bound;
  std::printf("%-72s %9.2f %s %8.2f %-4s %s\n", what, measured, relation, bound, unit, held ? "held" : "MISSED");
}

int ratios(double numpy_monthly, double numpy_events) {
  const City ten("2024-01..2033-12");
  const City one("2024-01..2024-12");
  const MemberPaths nobody = without_deaths(ten.ensemble);
  const std::vector<Deaths> deaths = deaths_of(nobody);
  const Country small(ten, 100'000);
  const Country large(ten, 1'000'000);
  const LoadedData data = load_data(InputOptions{}, ten.session.scenario);
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
    now["moments"] = spent([&] { closed_form(*large.ensemble, ten.measures, 1); });
    now["small"] = small.run(first, 10 * replicates);
    now["large"] = large.run(first, replicates);
    now["set"] = one_set(ten, data, static_cast<std::uint32_t>(round));
    now["fen"] = accounting<std::int32_t>(deaths);
    now["doubles"] = accounting<double>(deaths);
    if (round == 0) continue;  // memory is touched, threads are there
    for (const auto& [name, time] : now) times[name].push_back(time);
  }
  // Apart from the others, whose memory they would disturb.
  const Derived derived(data, ten.session.scenario);
  for (int round = 0; round < rounds; ++round) {
    times["run"].push_back(derived.run());
    times["derivatives"].push_back(derived.derivatives());
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
  line("200 sets of assumptions, 50 replicates each", of("set") * 200, "<=", 30.0, "s");
  line("1,000,000 members / 100,000, a member and replicate",
       ratio("large", "small") * 10 * small.members / large.members, "<=", 1.25, "");
  line("exact fen / doubles, adding the lines of the dead", ratio("fen", "doubles"), "<=", 1.1, "");
  line("mean and covariance in closed form / a replicate, 1,000,000 members", ratio("moments", "large") * replicates,
       "<=", 15.0, "");
  line((std::to_string(derived.directions()) + " derivatives / a run over ten years").c_str(),
       ratio("derivatives", "run"), "<=", 10.0, "");
  if (numpy_monthly > 0.0)
    line("NumPy month by month / kernel", numpy_monthly / (of("widest") / pieces), ">=", 450.0, "");
  if (numpy_events > 0.0) line("NumPy event-driven / kernel", numpy_events / (of("widest") / pieces), ">=", 25.0, "");
  return 0;
}

}  // namespace
}  // namespace disburse

int main(int argc, char** argv) {
  disburse::prepare_heap();
  return disburse::ratios(argc > 1 ? std::atof(argv[1]) : 0.0, argc > 2 ? std::atof(argv[2]) : 0.0);
}
