#include "engine/studies/risk_estimate.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "engine/base/reject.hpp"
#include "engine/session/member_pieces.hpp"

namespace disburse {
namespace {

constexpr std::size_t bytes_a_member = 350;  // roster, its order by cohort, and paths over ten years (measured)

std::size_t memory_of_this_machine() {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long size = sysconf(_SC_PAGE_SIZE);
  return pages > 0 && size > 0 ? static_cast<std::size_t>(pages) * static_cast<std::size_t>(size)
                               : std::size_t{1} << 32;
}

template <class Work>
double seconds_of(const Work& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

std::size_t bytes_of(const ReplicatePlan& plan, const Measures& measures) {
  const std::size_t copies = plan.assumptions > 0 ? 2 : 1;
  return measures.all().size() * plan.made * sizeof(std::int64_t) * copies;
}

void check_memory(const ReplicatePlan& plan, const Measures& measures) {
  const std::size_t bytes = bytes_of(plan, measures);
  if (bytes < memory_of_this_machine() / 2) return;
  reject_option("--replicates", "{} replicates over this horizon need {} MiB"_m(plan.replicates, bytes >> 20),
                "this machine has {} MiB in all"_m(memory_of_this_machine() >> 20),
                "Take fewer replicates or a shorter horizon"_m);
}

RunEstimate estimate_of(const Session& session, const Measures& measures, const ReplicatePlan& plan, int threads) {
  const MeasureMap map(session.programmes, measures);
  MemberPaths paths;
  double members = 0.0;
  const double making = seconds_of([&] {
    const Population population(first_piece(session), session.scenario.horizon);
    members = static_cast<double>(population.members().size());
    paths =
        member_paths(population, session.programmes, map.columns(), survival_paths(population, *session.mortality), 1);
  });
  DeathSums some(map, 0, replicates_a_draw);
  const double drawing = seconds_of([&] { some.add(paths, session.scenario.seed, widest_simd()); });
  const double all = static_cast<double>(session.file ? session.opening : session.roster.size());
  const double walks =  // over the members: each anew where they stand in a file
      std::ceil(static_cast<double>(plan.made * map.width() * sizeof(std::int64_t)) / bytes_of_a_strip);
  constexpr double session_anew = 1.5;  // a set's members are made, too
  const double made = (session.file ? walks : 1.0) + session_anew * plan.assumptions;
  const double drawn = static_cast<double>(plan.made) / replicates_a_draw * (plan.assumptions > 0 ? 2.0 : 1.0);
  const unsigned cores =
      threads > 0 ? static_cast<unsigned>(threads) : std::max(1u, std::thread::hardware_concurrency());
  RunEstimate estimate;
  estimate.seconds = all / members * (making * made + drawing * drawn) / cores;
  const std::size_t at_once = session.file ? 2 * members_a_piece : session.roster.size();
  estimate.bytes = bytes_of(plan, measures) + bytes_of_a_strip + at_once * bytes_a_member;
  return estimate;
}

}  // namespace disburse
