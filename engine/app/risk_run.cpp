#include "engine/app/risk_run.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "engine/app/progress.hpp"
#include "engine/app/reject.hpp"
#include "engine/assumption_draw.hpp"
#include "engine/parallel.hpp"
#include "engine/replicates/risk.hpp"

namespace disburse {
namespace {

constexpr std::uint32_t most_replicates = 1'000'000;
constexpr double normal_95 = 1.959963984540054;

std::uint32_t filled(std::uint32_t count) {
  return (count + replicates_a_draw - 1) / replicates_a_draw * replicates_a_draw;
}

std::size_t memory_of_this_machine() {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long size = sysconf(_SC_PAGE_SIZE);
  return pages > 0 && size > 0 ? static_cast<std::size_t>(pages) * static_cast<std::size_t>(size)
                               : std::size_t{1} << 32;
}

/// "10000yuan", "10000元", "2089999:10000yuan".
void read_half_width(const std::string& text, ReplicatePlan& plan) {
  if (text.empty()) return;
  const auto colon = text.find(':');
  std::string amount = colon == std::string::npos ? text : text.substr(colon + 1);
  if (colon != std::string::npos) plan.target = text.substr(0, colon);
  for (const std::string unit : {"yuan", "元"}) {
    if (amount.ends_with(unit)) amount.resize(amount.size() - unit.size());
  }
  const auto value = parse_value(Unit::yuan, amount);
  if (!value || std::get<Money>(*value) <= Money{}) {
    reject_option("--until-half-width", "\"" + text + "\" is no amount above zero",
                  "replicates are added until the mean is known so well", "Write --until-half-width 10000yuan");
  }
  plan.half_width = std::get<Money>(*value);
}

void check_memory(const ReplicatePlan& plan, const Measures& measures) {
  const std::size_t copies = plan.assumptions > 0 ? 2 : 1;
  const std::size_t bytes = measures.all().size() * plan.made * sizeof(std::int64_t) * copies;
  if (bytes < memory_of_this_machine() / 2) return;
  reject_option(
      "--replicates",
      std::to_string(plan.replicates) + " replicates over this horizon need " + std::to_string(bytes >> 20) + " MiB",
      "this machine has " + std::to_string(memory_of_this_machine() >> 20) + " MiB in all",
      "Take fewer replicates or a shorter horizon");
}

/// The measure that the half-width is about, in the budget's year or the first.
std::size_t target_measure(const ReplicatePlan& plan, const Measures& measures, const Session& session) {
  const int year =
      std::clamp(session.budget.fiscal_year, measures.horizon().first.year(), (measures.horizon().end() - 1).year());
  using What = Measure::What;
  std::size_t found = measures.all().size();
  if (plan.target.empty()) return measures.find(What::total, 0, "", year);
  for (std::size_t p = 0; p < session.programmes.size(); ++p) {
    if (session.programmes[p]->definition().id == plan.target) found = measures.find(What::programme, p, "", year);
  }
  if (session.budget.find_line(plan.target) != nullptr) found = measures.find(What::line, 0, plan.target, year);
  if (found == measures.all().size()) {
    reject_option("--until-half-width", plan.target + " is neither a programme nor a line", "its mean is to be known",
                  "Name one of disburse list programmes, or a functional code");
  }
  return found;
}

double half_width(const Replicates& replicates, std::size_t measure, std::uint32_t count) {
  std::vector<std::int64_t> values = replicates.of(measure);
  values.resize(count);
  return normal_95 * static_cast<double>(spread_of(values).standard_error.fen());
}

/// Replicates of [0, count), the first ones taken from `known`.
Replicates extended(const Ensemble& ensemble, const Replicates& known, std::uint64_t seed, std::uint32_t count,
                    std::size_t measures, int threads, const Watch& watch) {
  const Replicates more = ensemble.run(seed, known.count(), count - known.count(), threads, watch);
  Replicates all(measures, count);
  for (std::size_t m = 0; m < measures; ++m) {
    for (std::uint32_t r = 0; r < count; ++r) {
      all.at(m, r) = r < known.count() ? known.at(m, r) : more.at(m, r - known.count());
    }
  }
  return all;
}

/// As many replicates as the plan states, or as its half-width needs; a longer run begins with the shorter one.
Replicates chance_of(const Ensemble& ensemble, const Session& session, const Measures& measures, ReplicatePlan& plan,
                     int threads, const Watch& watch, Progress& progress) {
  Replicates replicates = ensemble.run(session.scenario.seed, 0, plan.made, threads, watch);
  if (plan.half_width == Money{}) return replicates;
  const std::size_t target = target_measure(plan, measures, session);
  while (half_width(replicates, target, plan.replicates) > static_cast<double>(plan.half_width.fen())) {
    if (plan.replicates >= most_replicates) {
      reject_option("--until-half-width", "is not met by " + std::to_string(plan.replicates) + " replicates",
                    "half the width falls with the square root of their number only", "Allow a wider interval");
    }
    plan.replicates = plan.made = std::min(most_replicates, filled(plan.replicates * 2));
    check_memory(plan, measures);
    progress.raise_total(plan.made);
    replicates =
        extended(ensemble, replicates, session.scenario.seed, plan.made, measures.all().size(), threads, watch);
  }
  return replicates;
}

/// Each set of assumptions with its own members, survival and streams, and its own share of the replicates.
Replicates with_assumptions(const LoadedData& data, const Session& session, const AssumptionDraw& draw,
                            const Measures& measures, const ReplicatePlan& plan, int threads, const Watch& watch) {
  const std::size_t width = measures.all().size();
  Replicates all(width, plan.made);
  const std::uint32_t inner = plan.made / plan.assumptions;
  for_blocks(plan.assumptions, threads, [&](std::size_t set) {
    const auto index = static_cast<std::uint32_t>(set);
    // A set and its replicates are one piece; sets of another size are other pieces.
    const PieceKey key{std::uint64_t{inner} << 32 | (index + 1), std::uint64_t{index} * inner};
    std::vector<std::int64_t> amounts(width * inner);
    if (watch.journal == nullptr || !watch.journal->find(key, amounts)) {
      Scenario scenario = session.scenario;
      for (Override& change : draw.set(scenario.seed, index)) scenario.overrides.push_back(std::move(change));
      const Session own = make_session(data, scenario);
      const Replicates some = ensemble_of(own, measures, 1).run(scenario.seed, index * inner, inner, 1);
      for (std::size_t m = 0; m < width; ++m) {
        for (std::uint32_t r = 0; r < inner; ++r) amounts[m * inner + r] = some.at(m, r);
      }
      if (watch.journal != nullptr) watch.journal->add(key, amounts);
    }
    for (std::size_t m = 0; m < width; ++m) {
      for (std::uint32_t r = 0; r < inner; ++r) all.at(m, index * inner + r) = amounts[m * inner + r];
    }
    if (watch.done) watch.done(inner);
  });
  return all;
}

std::vector<DrawnAssumption> drawn_of(const AssumptionDraw& draw, const ParameterTree& law) {
  std::vector<DrawnAssumption> drawn;
  for (const std::string& path : draw.paths()) {
    const Parameter& parameter = *law.find(path);
    drawn.push_back({path, parameter.name, value_text(parameter.uncertainty->low),
                     value_text(parameter.uncertainty->high), parameter.uncertainty->distribution});
  }
  return drawn;
}

}  // namespace

ReplicatePlan plan_of(const Options& options, const Measures& measures) {
  ReplicatePlan plan;
  plan.replicates = options.replicates;
  plan.assumptions = options.assumptions;
  read_half_width(options.until_half_width, plan);
  constexpr std::uint32_t fewest = 2;
  if (plan.replicates < fewest || plan.replicates > most_replicates) {
    reject_option("--replicates", std::to_string(plan.replicates) + " replicates cannot be made",
                  "a spread needs two, and a million tell no more than fewer", "Write --replicates 1000");
  }
  if (plan.assumptions > plan.replicates) {
    reject_option("--assumptions", "there are more sets of assumptions than replicates",
                  "each set has replicates of its own",
                  "Write --assumptions " + std::to_string(plan.replicates / replicates_a_draw) + " or fewer");
  }
  plan.made = filled(plan.replicates);
  if (plan.assumptions > 0) {
    plan.made = plan.assumptions * filled((plan.replicates + plan.assumptions - 1) / plan.assumptions);
    plan.replicates = plan.made;
  }
  check_memory(plan, measures);
  return plan;
}

void check_replicable(const ParameterTree& law, const Scenario& scenario) {
  if (!irregularities(law, scenario.horizon.first).any()) return;
  InputErrors errors;
  errors.add({scenario.name, 0, 0}, "irregular",
             "late reports, suspensions or late claims are assumed, which replicates do not know",
             "they move expected sums between months", "Set the shares of irregular.* to 0, or run the expected value");
  throw InputRejected(Door::data, std::move(errors));
}

Ensemble ensemble_of(const Session& session, const Measures& measures, int threads) {
  check_replicable(session.law.parameters, session.scenario);
  const Population population(session.roster, session.scenario.horizon);
  return {population, session.programmes, survival_paths(population, *session.mortality), measures, threads};
}

RiskResult risk_of_session(const std::shared_ptr<const LoadedData>& data, const Session& session,
                           const Options& options) {
  const Measures measures(session.programmes, session.budget, session.scenario.horizon);
  ReplicatePlan plan = plan_of(options, measures);
  std::optional<Journal> journal;
  if (options.journal) journal.emplace(*options.journal, journal_identity(manifest_of(session), session.scenario.name));
  const Ensemble ensemble = ensemble_of(session, measures, options.threads);
  Progress progress(options, say(options.language, "随机模拟", "replicates"),
                    std::uint64_t{plan.made} * (plan.assumptions > 0 ? 2 : 1));
  const Watch watch{journal ? &*journal : nullptr, 0, [&](std::uint32_t done) { progress.add(done); }};
  const Replicates chance = chance_of(ensemble, session, measures, plan, options.threads, watch, progress);
  const std::vector<Moments> exact = closed_form(ensemble, measures, options.threads).yearly;
  std::optional<Replicates> both;
  RiskSamples samples{chance, nullptr, plan.replicates};
  std::vector<DrawnAssumption> drawn;
  if (plan.assumptions > 0) {
    const AssumptionDraw draw(session.law.parameters, session.scenario.horizon.end() - 1,
                              session.scenario.correlations);
    both = with_assumptions(*data, session, draw, measures, plan, options.threads, watch);
    samples.both = &*both;
    drawn = drawn_of(draw, session.law.parameters);
  }
  RiskResult result = risk_of(samples, measures, exact, session.programmes, session.budget);
  result.assumptions = plan.assumptions;
  result.seed = session.scenario.seed;
  result.drawn = std::move(drawn);
  return result;
}

std::vector<DifferenceFigure> spreads_of_difference(const Session& base, const Session& variant,
                                                    const Options& options) {
  const Measures measures(base.programmes, base.budget, base.scenario.horizon);
  const ReplicatePlan plan = plan_of(options, measures);
  const std::uint64_t seed = base.scenario.seed;
  const Replicates first = ensemble_of(base, measures, options.threads).run(seed, 0, plan.made, options.threads);
  const Replicates second = ensemble_of(variant, measures, options.threads).run(seed, 0, plan.made, options.threads);
  return differences_of(first, second, plan.replicates, measures, base.programmes, base.budget);
}

}  // namespace disburse
