#include "engine/studies/risk_study.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/base/parallel.hpp"
#include "engine/base/reject.hpp"
#include "engine/evaluation/study_input.hpp"
#include "engine/law/assumption_draw.hpp"
#include "engine/law/programme_names.hpp"
#include "engine/replicates/risk.hpp"
#include "engine/session/member_pieces.hpp"
#include "engine/studies/risk_estimate.hpp"

namespace disburse {
namespace {

constexpr std::uint32_t most_replicates = 1'000'000;
constexpr double normal_95 = 1.959963984540054;

std::uint32_t filled(std::uint32_t count) {
  return (count + replicates_a_draw - 1) / replicates_a_draw * replicates_a_draw;
}

/// The measure that the half-width is about, in the budget's year or the first.
std::size_t target_measure(const ReplicatePlan& plan, const Measures& measures, const Session& session) {
  const int year =
      std::clamp(session.budget.fiscal_year, measures.horizon().first.year(), (measures.horizon().end() - 1).year());
  using What = Measure::What;
  std::size_t found = measures.all().size();
  if (plan.target.empty()) return measures.find(What::total, 0, "", year);
  const MeantProgramme meant = meant_programme(plan.target, session.law.programmes);
  for (std::size_t p = 0; p < session.programmes.size(); ++p) {
    if (session.programmes[p]->definition().id == meant.id) found = measures.find(What::programme, p, "", year);
  }
  if (session.budget.find_line(plan.target) != nullptr) found = measures.find(What::line, 0, plan.target, year);
  if (found == measures.all().size()) {
    reject_option("--until-half-width", "{} is neither a programme nor a line"_m(plan.target),
                  "its mean is to be known"_m, "Name one of disburse list programmes, or a functional code"_m);
  }
  return found;
}

double half_width(const Replicates& replicates, std::size_t measure, std::uint32_t count) {
  std::vector<std::int64_t> values = replicates.of(measure);
  values.resize(count);
  return normal_95 * static_cast<double>(spread_of(values).standard_error.fen());
}

/// Member-replicates in all.
std::uint64_t work_of(const ReplicatePlan& plan, const Session& session) {
  const std::size_t members = session.file ? session.opening : session.roster.size();
  return std::uint64_t{plan.made} * members * (plan.assumptions > 0 ? 2 : 1);
}

/// A study of some seconds or more tells how long it will take.
void tell_estimate(const Session& session, const Measures& measures, const ReplicatePlan& plan, int threads,
                   Progress* progress) {
  constexpr std::uint64_t long_run = 1'000'000'000;
  if (progress == nullptr || !progress->wants_estimate() || work_of(plan, session) < long_run) return;
  const RunEstimate estimate = estimate_of(session, measures, plan, threads);
  progress->expect(estimate.seconds, estimate.bytes);
}

/// Replicates of [0, count), the first ones taken from `known`.
Replicates extended(const Ensemble& ensemble, const Replicates& known, std::uint64_t seed, std::uint32_t count,
                    std::size_t measures, int threads, const Watch& watch) {
  Watch further = watch;
  further.piece = nullptr;  // seen already
  const Replicates more = ensemble.run(seed, known.count(), count - known.count(), threads, further);
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
                     int threads, const Watch& watch, Progress* progress) {
  Replicates replicates = ensemble.run(session.scenario.seed, 0, plan.made, threads, watch);
  if (plan.half_width == Money{}) return replicates;
  const std::size_t target = target_measure(plan, measures, session);
  while (half_width(replicates, target, plan.replicates) > static_cast<double>(plan.half_width.fen())) {
    if (plan.replicates >= most_replicates) {
      reject_option("--until-half-width", "is not met by {} replicates"_m(plan.replicates),
                    "half the width falls with the square root of their number only"_m, "Allow a wider interval"_m);
    }
    plan.replicates = plan.made = std::min(most_replicates, filled(plan.replicates * 2));
    check_memory(plan, measures);
    if (progress != nullptr) progress->raise_total(work_of(plan, session));
    replicates =
        extended(ensemble, replicates, session.scenario.seed, plan.made, measures.all().size(), threads, watch);
  }
  return replicates;
}

}  // namespace

bool known_to_replicates(const std::string& path) { return !path.starts_with("irregular."); }

namespace {

/// Each set of assumptions with its own members, survival and streams, and its own share of the replicates.
class AssumptionSets {
 public:
  AssumptionSets(const LoadedData& data, const Session& session, const AssumptionDraw& draw, const Measures& measures,
                 const ReplicatePlan& plan, const Watch& watch)
      : data_(data), session_(session), draw_(draw), measures_(measures), plan_(plan), watch_(watch) {}

  /// Sets [begin, end), side by side; where the members stand in a file, one after another, so that they are in memory
  /// once.
  void each(std::uint32_t begin, std::uint32_t end, int threads, const TakeSet& take) const {
    if (session_.file) {
      for (std::uint32_t set = begin; set < end; ++set) take(set, amounts_of(set, threads));
    } else {
      for_blocks(end - begin, threads, [&](std::size_t i) {
        const std::uint32_t set = begin + static_cast<std::uint32_t>(i);
        take(set, amounts_of(set, 1));
      });
    }
  }

 private:
  std::vector<std::int64_t> amounts_of(std::uint32_t set, int threads) const {
    const PieceKey key = key_of_set(plan_, set);
    const std::size_t width = measures_.all().size();
    const std::uint32_t inner = replicates_a_set(plan_);
    std::vector<std::int64_t> amounts(width * inner);
    if (watch_.journal == nullptr || !watch_.journal->find(key, amounts)) {
      const Replicates some = replicates_of(set, inner, threads);
      for (std::size_t m = 0; m < width; ++m) {
        for (std::uint32_t r = 0; r < inner; ++r) amounts[m * inner + r] = some.at(m, r);
      }
      if (watch_.journal != nullptr) watch_.journal->add(key, amounts);
    }
    if (watch_.done && !session_.file) watch_.done(std::uint64_t{inner} * session_.opening);
    return amounts;
  }

  Replicates replicates_of(std::uint32_t set, std::uint32_t inner, int threads) const {
    Scenario scenario = session_.scenario;
    const Month last = scenario.horizon.end() - 1;
    const Unknowns open = still_open(data_.unknowns, scenario.overrides);
    for (Override& change : draw_.set(scenario.seed, set)) {
      if (known_to_replicates(change.path)) scenario.overrides.push_back(std::move(change));
    }
    for (Override& change : drawn_unknowns(open, session_.law.parameters, last, scenario.seed, set))
      scenario.overrides.push_back(std::move(change));
    const Session own = make_session(data_, scenario, Digest::left_out);
    return ensemble_of(own, measures_, threads).run(scenario.seed, set * inner, inner, threads, inner_watch());
  }

  /// Of the tiles within a set that is streamed.
  Watch inner_watch() const {
    Watch watch;
    if (session_.file) watch.done = watch_.done;
    return watch;
  }

  const LoadedData& data_;
  const Session& session_;
  const AssumptionDraw& draw_;
  const Measures& measures_;
  const ReplicatePlan& plan_;
  const Watch& watch_;
};

/// Ranges with their ends, causes with all their numbers' ends, questions with the base and the other answers.
std::vector<DrawnAssumption> drawn_of(const AssumptionDraw& draw, const ParameterTree& law, const Unknowns& open,
                                      Month month) {
  std::vector<DrawnAssumption> drawn;
  const std::set<std::string> caused = caused_paths(open);
  for (const std::string& path : draw.paths()) {
    if (!known_to_replicates(path) || caused.contains(path)) continue;
    const Parameter& parameter = *law.find(path);
    drawn.push_back({path, parameter.name, value_text(parameter.uncertainty->low),
                     value_text(parameter.uncertainty->high), parameter.uncertainty->distribution});
  }
  for (const Input& input : study_inputs(law, open, month)) {
    if (input.kind == Input::Kind::range) continue;
    DrawnAssumption& told = drawn.emplace_back();
    told.path = input.path;
    told.name = input.name;
    if (!input.has_options()) {
      told.low = input.text(input.low);
      told.high = input.text(input.high);
      told.distribution = input.numbers.front().distribution;
      continue;
    }
    told.distribution = "answers";
    told.low = input.option_names.front();
    for (std::size_t option = 1; option < input.option_names.size(); ++option)
      told.high += (option == 1 ? "" : " / ") + input.option_names[option];
  }
  return drawn;
}

}  // namespace

ReplicatePlan plan_of(const ReplicateRequest& request, const Measures& measures) {
  ReplicatePlan plan{request.replicates, 0, request.assumptions, request.half_width, request.target};
  constexpr std::uint32_t fewest = 2;
  if (plan.replicates < fewest || plan.replicates > most_replicates) {
    reject_option("--replicates", "{} replicates cannot be made"_m(plan.replicates),
                  "a spread needs two, and a million tell no more than fewer"_m, "Write --replicates 1000"_m);
  }
  if (plan.assumptions > plan.replicates) {
    reject_option("--assumptions", "there are more sets of assumptions than replicates"_m,
                  "each set has replicates of its own"_m,
                  "Write --assumptions {} or fewer"_m(plan.replicates / replicates_a_draw));
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
  if (!irregularities(law, scenario.horizon).any()) return;
  InputErrors errors;
  errors.add({scenario.name, 0, 0}, "irregular",
             "late reports, suspensions or late claims are assumed, which replicates do not know"_m,
             "they move expected sums between months"_m,
             "Set the shares of irregular.* to 0, or run the expected value"_m);
  const bool typed = std::any_of(scenario.overrides.begin(), scenario.overrides.end(), [](const Override& change) {
    return change.origin == "--set" && change.path.starts_with("irregular.");
  });
  throw InputRejected(typed ? Door::command_line : Door::data, std::move(errors));
}

namespace {

/// A replicate draws the deaths of members who are there; who died before they were counted is no member.
void check_begins_after(Month as_of, const Scenario& scenario) {
  if (scenario.horizon.first > as_of) return;
  InputErrors errors;
  errors.add(
      {scenario.horizon_origin, 0, 0}, "horizon",
      "{} begins before the members were counted, at the end of {}"_m(to_string(scenario.horizon), to_string(as_of)),
      "those who died before are known as an expected number alone, and a replicate draws persons"_m,
      "Begin in {}, or run the expected value"_m(to_string(as_of + 1)));
  throw InputRejected(Door::command_line, std::move(errors));
}

}  // namespace

MeasureMap replicable_map(const Session& session, const Measures& measures) {
  check_replicable(session.law.parameters, session.scenario);
  check_begins_after(session.roster.as_of, session.scenario);
  return {session.programmes, measures};
}

Ensemble ensemble_of(const Session& session, const Measures& measures, int threads) {
  MeasureMap map = replicable_map(session, measures);
  if (session.file) {
    auto pieces = std::make_shared<SessionPaths>(session, map.columns());
    return {std::move(map), std::move(pieces)};
  }
  auto kept = std::make_shared<KeptPaths>();
  SessionPaths(session, map.columns()).hand_out(threads, [&](MemberPaths&& paths) { kept->add(std::move(paths)); });
  return {std::move(map), std::move(kept)};
}

std::uint32_t replicates_a_set(const ReplicatePlan& plan) { return plan.made / plan.assumptions; }

PieceKey key_of_set(const ReplicatePlan& plan, std::uint32_t set) {
  // A set and its replicates are one tile; sets of another size are other tiles.
  const std::uint64_t inner = replicates_a_set(plan);
  return {inner << 32 | (set + 1), set * inner};
}

void put_set(std::span<const std::int64_t> amounts, const ReplicatePlan& plan, std::uint32_t set, Replicates& all) {
  const std::uint32_t inner = replicates_a_set(plan);
  EXPECT(amounts.size() % inner == 0);
  for (std::size_t m = 0; m < amounts.size() / inner; ++m) {
    for (std::uint32_t r = 0; r < inner; ++r) all.at(m, set * inner + r) = amounts[m * inner + r];
  }
}

void each_set(const LoadedData& data, const Session& session, const Measures& measures, const ReplicatePlan& plan,
              Portion portion, const Watch& watch, int threads, const TakeSet& take) {
  const AssumptionDraw draw(session.law.parameters, session.scenario.horizon.end() - 1, session.scenario.correlations);
  const auto begin = static_cast<std::uint32_t>(portion.begin(plan.assumptions));
  const auto end = static_cast<std::uint32_t>(portion.end(plan.assumptions));
  AssumptionSets(data, session, draw, measures, plan, watch).each(begin, end, threads, take);
}

RiskResult risk_of_replicates(const LoadedData& data, const Session& session, const Measures& measures,
                              const ReplicatePlan& plan, const MadeReplicates& made) {
  const RiskSamples samples{made.chance, made.both ? &*made.both : nullptr, plan.replicates};
  RiskResult result = risk_of(samples, measures, made.exact, session.programmes, session.budget);
  result.assumptions = plan.assumptions;
  result.seed = session.scenario.seed;
  if (plan.assumptions > 0) {
    const Month last = session.scenario.horizon.end() - 1;
    const AssumptionDraw draw(session.law.parameters, last, session.scenario.correlations);
    result.drawn = drawn_of(draw, session.law.parameters, still_open(data.unknowns, session.scenario.overrides), last);
  }
  return result;
}

RiskResult risk_of_session(const LoadedData& data, const Session& session, const ReplicateRequest& request,
                           PieceStore* journal, Progress* progress) {
  const Measures measures(session.programmes, session.budget, session.scenario.horizon);
  ReplicatePlan plan = plan_of(request, measures);
  const int threads = request.threads;
  tell_estimate(session, measures, plan, threads, progress);
  const Ensemble ensemble = ensemble_of(session, measures, threads);
  if (progress != nullptr) progress->begin(Work::replicates, work_of(plan, session));
  MomentSums moments(ensemble.map(), measures, threads);
  Watch watch{journal, 0, {}, [&](const MemberPaths& paths) { moments.add(paths); }};
  if (progress != nullptr) watch.done = [&](std::uint64_t done) { progress->add(done); };
  Replicates chance = chance_of(ensemble, session, measures, plan, threads, watch, progress);
  MadeReplicates made{std::move(chance), moments.close().yearly, std::nullopt};
  if (plan.assumptions > 0) {
    made.both.emplace(measures.all().size(), plan.made);
    each_set(
        data, session, measures, plan, {}, watch, threads,
        [&](std::uint32_t set, const std::vector<std::int64_t>& amounts) { put_set(amounts, plan, set, *made.both); });
  }
  return risk_of_replicates(data, session, measures, plan, made);
}

PairedRisk paired_risk(const Session& base, const Session& variant, const ReplicateRequest& request) {
  const Measures measures(base.programmes, base.budget, base.scenario.horizon);
  const ReplicatePlan plan = plan_of(request, measures);
  const std::uint64_t seed = base.scenario.seed;
  const Replicates first = ensemble_of(base, measures, request.threads).run(seed, 0, plan.made, request.threads);
  const Replicates second = ensemble_of(variant, measures, request.threads).run(seed, 0, plan.made, request.threads);
  return {differences_of(first, second, plan.replicates, measures, base.programmes, base.budget),
          programme_risks(second, plan.replicates, measures, variant.programmes, variant.budget)};
}

}  // namespace disburse
