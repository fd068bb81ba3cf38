#include "engine/projection/projection.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "engine/base/error.hpp"
#include "engine/base/parallel.hpp"
#include "engine/members/counted_survival.hpp"
#include "engine/projection/payment_sums.hpp"

namespace disburse {
namespace {

/// Stock and movements of one scheme's pensioners or contributors, in units of 2^-48 persons.
struct Flow {
  std::vector<Int128> stock;     // on the first day of each month, and of the one after the horizon
  std::vector<Int128> entrants;  // during each month
  std::vector<Int128> deaths;    // during each month
  std::vector<Int128> retired;   // during each month: contributors who become pensioners
  explicit Flow(int months)
      : stock(static_cast<std::size_t>(months) + 1),
        entrants(static_cast<std::size_t>(months)),
        deaths(static_cast<std::size_t>(months)),
        retired(static_cast<std::size_t>(months)) {}

  void add(const Flow& other) {
    for (std::size_t t = 0; t < stock.size(); ++t) stock[t] += other.stock[t];
    for (std::size_t t = 0; t < entrants.size(); ++t) {
      entrants[t] += other.entrants[t];
      deaths[t] += other.deaths[t];
      retired[t] += other.retired[t];
    }
  }

  template <class F>
  void each_sum(const F& f) {
    for (std::vector<Int128>* sums : {&stock, &entrants, &deaths, &retired}) {
      for (Int128& sum : *sums) f(sum);
    }
  }
};

struct BlockSums {
  PaymentSumsOf<Exact> payments;
  std::vector<Flow> pensioners;    // by scheme
  std::vector<Flow> contributors;  // by scheme
  BlockSums(const ProgrammeSet& programmes, Horizon horizon, const IrregularPlan& irregular)
      : payments(programmes, horizon, irregular),
        pensioners(scheme_count, Flow(horizon.count)),
        contributors(scheme_count, Flow(horizon.count)) {}

  void add(const BlockSums& other) {
    payments.add(other.payments);
    for (std::size_t s = 0; s < pensioners.size(); ++s) {
      pensioners[s].add(other.pensioners[s]);
      contributors[s].add(other.contributors[s]);
    }
  }

  template <class F>
  void each_sum(const F& f) {
    payments.each_sum(f);
    for (std::vector<Flow>* flows : {&pensioners, &contributors}) {
      for (Flow& flow : *flows) flow.each_sum(f);
    }
  }
};

/// Members stand in a stock from the end of the month in which they enter until the month of death, or to the end of
/// the month `last`. Month -1 is any before the horizon.
void add_flow(Flow& flow, Int128 heads, const std::vector<std::int64_t>& survival, int entry, int last) {
  const int months = static_cast<int>(survival.size()) - 1;
  const auto alive = [&](int month) { return heads * survival[static_cast<std::size_t>(month)]; };
  if (entry >= 0 && entry < months) flow.entrants[static_cast<std::size_t>(entry)] += alive(entry + 1);
  for (int month = std::max(0, entry + 1); month <= std::min(months, last); ++month) {
    const auto t = static_cast<std::size_t>(month);
    flow.stock[t] += alive(month);
    if (month == months) break;
    flow.deaths[t] += alive(month) - alive(month + 1);
    if (month == last) flow.retired[t] += alive(month + 1);
  }
}

void add_flows(BlockSums& block, const Cohort& cohort, const std::vector<std::int64_t>& survival, Horizon horizon) {
  if (cohort.role == Role::leaver) return;
  const auto heads = static_cast<Int128>(cohort.size());
  const auto scheme = static_cast<std::size_t>(cohort.scheme);
  const int never = horizon.count + 1;
  const int retired = cohort.retired.is_none() ? never : cohort.retired - horizon.first;
  add_flow(block.pensioners[scheme], heads, survival, retired, never);
  if (cohort.role != Role::pensioner) {
    add_flow(block.contributors[scheme], heads, survival, cohort.joined - horizon.first, retired);
  }
}

bool is_concerned(const ProgrammeSet& programmes, const Cohort& cohort) {
  return std::any_of(programmes.begin(), programmes.end(),
                     [&](const auto& programme) { return programme->concerns(cohort.scheme, cohort.role); });
}

struct CohortRange {
  std::size_t first, last;  // not itself
};

void project_block(const Population& population, const ProgrammeSet& programmes, BlockSums& block, Flows flows,
                   const Projector::PathOf& path_of, CohortRange range) {
  std::vector<StreamSums> streams = block.payments.streams();
  for (std::size_t c = range.first; c < range.last; ++c) {
    const Cohort& cohort = population.cohorts()[c];
    if (flows == Flows::left_out && !is_concerned(programmes, cohort)) continue;
    const std::vector<std::int64_t> survival = path_of(c);
    if (flows == Flows::counted) add_flows(block, cohort, survival, population.horizon());
    block.payments.add(population.members(), cohort, survival, streams);
  }
}

double persons(Int128 weighted) { return static_cast<double>(weighted) / static_cast<double>(certain); }

/// Payments and amounts of each component by year of payment.
void add_components(std::vector<ComponentYear>& years, const Programme& programme, std::size_t position,
                    const WeightedSumsOf<Exact>& sums) {
  const ProgrammeDefinition& definition = programme.definition();
  for (std::size_t c = 0; c < definition.components.size(); ++c) {
    const Component& component = definition.components[c];
    std::map<int, std::pair<Int128, Int128>> by_year;  // fen, payments
    for (int t = 0; t < programme.horizon().count; ++t) {
      const auto offset = static_cast<std::size_t>(t);
      if (sums.persons(c, offset) == 0) continue;
      const Month due = programme.horizon().month(t);
      if (!programme.horizon().contains(programme.paid_month(c, due))) continue;
      const Rate share = programme.take_up(due);
      auto& [fen, payments] = by_year[programme.paid_month(c, due).year()];
      fen += share_of(sums.fen(c, offset), share);
      payments += share_of(sums.persons(c, offset), share);
    }
    for (const auto& [year, sum] : by_year) {
      years.push_back({position, component.id, component.name, component.payer, component.kind, year,
                       persons(sum.second), Money::fen(rounded_quotient(sum.first, certain, Rounding::half_up))});
    }
  }
}

struct Movement {
  Int128 opening = 0, entrants = 0, deaths = 0, retired = 0, closing = 0;
};

FlowMonth flow_month(Month month, const Movement& m) {
  EXPECT(m.opening + m.entrants - m.deaths - m.retired == m.closing);  // exact, in every run
  return {month, persons(m.opening), persons(m.entrants), persons(m.deaths), persons(m.retired), persons(m.closing)};
}

PopulationFlow population_flow(Scheme scheme, const Flow& flow, Horizon horizon) {
  PopulationFlow result;
  result.scheme = scheme;
  Movement whole{flow.stock.front(), 0, 0, 0, flow.stock.back()};
  Movement year{flow.stock.front(), 0, 0, 0, 0};
  for (int month = 0; month < horizon.count; ++month) {
    const auto t = static_cast<std::size_t>(month);
    const Movement one{flow.stock[t], flow.entrants[t], flow.deaths[t], flow.retired[t], flow.stock[t + 1]};
    result.monthly.push_back(flow_month(horizon.month(month), one));
    for (Movement* sum : {&whole, &year}) {
      sum->entrants += one.entrants;
      sum->deaths += one.deaths;
      sum->retired += one.retired;
    }
    if (horizon.month(month).month() != 12 && month + 1 != horizon.count) continue;
    year.closing = one.closing;
    result.years.push_back(flow_month(Month(horizon.month(month).year(), 1), year));
    year = {one.closing, 0, 0, 0, 0};
  }
  result.year = flow_month(horizon.first, whole);
  return result;
}

}  // namespace

struct Projector::Sums {
  BlockSums all;
  Sums(const ProgrammeSet& programmes, Horizon horizon, const IrregularPlan& irregular)
      : all(programmes, horizon, irregular) {}
};

Projector::Projector(const ProgrammeSet& programmes, Horizon horizon, const IrregularPlan& irregular, Flows flows)
    : programmes_(programmes),
      horizon_(horizon),
      irregular_(irregular),
      flows_(flows),
      sums_(std::make_unique<Sums>(programmes, horizon, irregular)) {}

Projector::~Projector() = default;

void Projector::add(const Population& population, const PathOf& path_of, int threads, Portion portion) {
  const std::vector<std::size_t> limits = cohort_groups(population);
  const std::size_t groups = limits.size() - 1;
  const std::size_t first = portion.begin(groups);
  std::vector<std::optional<BlockSums>> parts(portion.end(groups) - first);
  for_blocks(parts.size(), threads, [&](std::size_t i) {
    BlockSums& block = parts[i].emplace(programmes_, horizon_, irregular_);
    project_block(population, programmes_, block, flows_, path_of, {limits[first + i], limits[first + i + 1]});
  });
  for (const auto& part : parts) sums_->all.add(*part);
}

void Projector::add(const Population& population, const Mortality& mortality, int threads, Portion portion) {
  add(
      population,
      [&](std::size_t c) {
        return counted_survival(population.cohorts()[c], mortality, horizon_, population.members().as_of + 1);
      },
      threads, portion);
}

std::vector<Int128> Projector::sums() const {
  std::vector<Int128> all;
  sums_->all.each_sum([&](const Int128& sum) { all.push_back(sum); });
  return all;
}

void Projector::add(std::span<const Int128> sums) {
  std::size_t at = 0;
  sums_->all.each_sum([&](Int128& sum) {
    EXPECT(at < sums.size());
    sum += sums[at++];
  });
  EXPECT(at == sums.size());
}

Projection Projector::close() const {
  const BlockSums& sums = sums_->all;
  LedgerBuilder ledger;
  Projection result;
  sums.payments.book(ledger);
  for (std::size_t p = 0; p < programmes_.size(); ++p) {
    add_components(result.components, *programmes_[p], p, sums.payments.regular(p));
  }
  result.ledger = ledger.close();
  for (int s = 0; s < scheme_count; ++s) {
    const auto scheme = static_cast<Scheme>(s);
    const auto at = static_cast<std::size_t>(s);
    result.population.push_back(population_flow(scheme, sums.pensioners[at], horizon_));
    result.contributors.push_back(population_flow(scheme, sums.contributors[at], horizon_));
  }
  return result;
}

Projection project(const Population& population, const ProgrammeSet& programmes, const Mortality& mortality,
                   int threads, const IrregularPlan& irregular) {
  Projector projector(programmes, population.horizon(), irregular);
  projector.add(population, mortality, threads);
  return projector.close();
}

Projection project(const Population& population, const ProgrammeSet& programmes, const SurvivalPaths& paths,
                   int threads, const IrregularPlan& irregular) {
  Projector projector(programmes, population.horizon(), irregular);
  projector.add(
      population, [&](std::size_t c) { return paths[c]; }, threads);
  return projector.close();
}

}  // namespace disburse
