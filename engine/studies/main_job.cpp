#include "engine/studies/main_job.hpp"

#include <array>
#include <deque>
#include <optional>
#include <utility>

#include "engine/budget/check.hpp"
#include "engine/comparison/budget_variance.hpp"
#include "engine/comparison/control.hpp"
#include "engine/comparison/documents.hpp"
#include "engine/members/population.hpp"
#include "engine/projection/years.hpp"
#include "engine/session/member_pieces.hpp"
#include "models/outlook.hpp"

namespace disburse {
namespace {

/// Pensioners by scheme, age in fives and sex, in units of 2^-48 persons.
class AgeSums {
 public:
  void add(const Roster& roster) {
    constexpr int months_a_year = 12;
    for (std::size_t i = 0; i < roster.size(); ++i) {
      const Member member = roster.member(i);
      if (member.role != Role::pensioner || member.retired > roster.as_of) continue;
      const int age = (roster.as_of - member.birth) / months_a_year;
      EXPECT(age >= 0 && age < width * groups);
      at(member.scheme, age / width)[member.sex == Sex::male ? 0 : 1] += member.alive;
    }
  }

  template <class F>
  void each_sum(const F& f) {
    for (auto& group : sums_) {
      for (Int128& sum : group) f(sum);
    }
  }

  std::vector<AgeBand> bands() const {
    std::vector<AgeBand> list;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      const auto& [men, women] = sums_[i];
      if (men == 0 && women == 0) continue;
      list.push_back(
          {static_cast<Scheme>(i / groups), static_cast<int>(i % groups) * width, persons(men), persons(women)});
    }
    return list;
  }

 private:
  static constexpr int width = 5;    // years
  static constexpr int groups = 64;  // more than anybody grows old

  static double persons(Int128 alive) { return static_cast<double>(alive) / static_cast<double>(certain); }
  std::array<Int128, 2>& at(Scheme scheme, int group) {
    return sums_[static_cast<std::size_t>(scheme) * groups + static_cast<std::size_t>(group)];
  }

  std::array<std::array<Int128, 2>, std::size_t{scheme_count} * groups> sums_{};
};

/// The programmes that a paper concerns, under the law without it.
struct WithoutPaper {
  Repeal& repeal;
  const Session& session;
  bool remade = false;  // its members are others
  ParameterTree law;
  ProgrammeSet programmes;
  std::optional<Projector> projector;

  WithoutPaper(Repeal& left_out, const Session& of, const IrregularPlan& irregular)
      : repeal(left_out), session(of), law(of.law.parameters) {
    InputErrors errors;
    for (const Override& change : repeal.changes) law.override_value(change, errors);
    EXPECT(errors.empty());
    remade = can_be_made_anew(session) && makes_members(repeal, session.law.programmes);
    for (std::size_t p = 0; p < session.programmes.size(); ++p) {
      const ProgrammeDefinition& definition = session.programmes[p]->definition();
      if (!remade && !concerns(repeal, definition)) continue;
      programmes.push_back(programme_of(definition, law, session.budget, session.scenario, session.roster.as_of));
      repeal.programmes.push_back(p);
    }
    projector.emplace(programmes, session.scenario.horizon, irregular, Flows::left_out);
  }

  void add(const Population& members, int threads, Portion portion) {
    if (!remade) projector->add(members, *session.mortality, threads, portion);
  }

  /// Of members that are others under the law without the paper.
  void add_remade(Share share, int threads) {
    if (!remade) return;
    each_piece_under(law, session, share, [&](const Roster& members, Portion portion) {
      projector->add(Population(members, session.scenario.horizon), *session.mortality, threads, portion);
    });
  }

  void close() {
    repeal.components = projector->close().components;
    for (ComponentYear& paid : repeal.components) paid.programme = repeal.programmes[paid.programme];
  }
};

/// Papers by which members are made can be left out where the members can be made again.
std::vector<Repeal> definable(const Session& session) {
  std::vector<Repeal> repeals = repeals_of(session.law.parameters, session.scenario.horizon);
  const bool goes_on = session.scenario.horizon.end() - 1 >= outlook_begins(session.roster);
  if (!goes_on || can_be_made_anew(session)) return repeals;
  std::erase_if(repeals, [&](const Repeal& one) { return makes_members(one, session.law.programmes); });
  return repeals;
}

}  // namespace

struct MainSums::Work {
  const Session& session;
  Papers papers;
  IrregularPlan irregular;
  Projector projector;
  AgeSums ages;
  std::vector<Repeal> repeals;
  std::deque<WithoutPaper> without;

  Work(const Session& of, Papers told)
      : session(of),
        papers(told),
        irregular(irregularities(of.law.parameters, of.scenario.horizon)),
        projector(of.programmes, of.scenario.horizon, irregular),
        repeals(told == Papers::told ? definable(of) : std::vector<Repeal>()) {
    for (Repeal& repeal : repeals) without.emplace_back(repeal, session, irregular);
  }

  /// Sums of a projector, in and out.
  template <class F>
  void each_projector(const F& f) {
    f(projector);
    for (WithoutPaper& one : without) f(*one.projector);
  }
};

MainSums::MainSums(const Session& session, Papers papers) : work_(std::make_unique<Work>(session, papers)) {}
MainSums::~MainSums() = default;

void MainSums::work(Share share, int threads) {
  Work& own = *work_;
  const Session& session = own.session;
  const std::size_t pieces = piece_count(session);
  const auto wanted = [&](std::size_t piece) { return !share.of_piece(piece, pieces).empty(); };
  each_piece(session, wanted, UnaskedRows::read, [&](const Roster& members, std::size_t piece) {
    const Portion portion = share.of_piece(piece, pieces);
    if (portion.begins()) own.ages.add(members);
    const Population population(members, session.scenario.horizon);
    own.projector.add(population, *session.mortality, threads, portion);
    for (WithoutPaper& one : own.without) one.add(population, threads, portion);
  });
  for (WithoutPaper& one : own.without) one.add_remade(share, threads);
}

std::vector<Int128> MainSums::numbers() const {
  std::vector<Int128> all;
  work_->ages.each_sum([&](const Int128& sum) { all.push_back(sum); });
  work_->each_projector([&](const Projector& projector) {
    const std::vector<Int128> sums = projector.sums();
    all.insert(all.end(), sums.begin(), sums.end());
  });
  return all;
}

void MainSums::add(std::span<const Int128> numbers) {
  std::size_t at = 0;
  EXPECT(numbers.size() == this->numbers().size());
  work_->ages.each_sum([&](Int128& sum) { sum += numbers[at++]; });
  work_->each_projector([&](Projector& projector) {
    const std::size_t size = projector.sums().size();
    projector.add(numbers.subspan(at, size));
    at += size;
  });
}

RunResult MainSums::close() {
  Work& own = *work_;
  const Session& session = own.session;
  for (WithoutPaper& one : own.without) one.close();
  Projection projection = own.projector.close();
  RunResult result;
  result.scenario = session.scenario;
  result.manifest = manifest_of(session);
  result.ledger = std::move(projection.ledger);
  result.components = std::move(projection.components);
  result.population = std::move(projection.population);
  result.contributors = std::move(projection.contributors);
  result.ages = own.ages.bands();
  result.findings = check(session.document);
  for (const auto& [path, parameter] : session.law.parameters.all()) result.parameters.push_back(parameter);
  compare(result, session.programmes, session.budget, session.law.parameters);
  result.years = years_of(result, session.programmes, session.budget);
  if (result.years.size() > 1) result.carried = carried_values(result, session.programmes, session.law.parameters);
  if (own.papers == Papers::told)
    result.documents = spend_by_document(result, session.programmes, session.law.parameters, own.repeals);
  check_control(result, session.budget);
  return result;
}

RunResult run(const Session& session, int threads, Papers papers) {
  MainSums sums(session, papers);
  sums.work({}, threads);
  return sums.close();
}

}  // namespace disburse
