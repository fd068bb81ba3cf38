#include "engine/projection.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "engine/error.hpp"
#include "engine/parallel.hpp"
#include "engine/weighted_sums.hpp"

namespace disburse {
namespace {

constexpr std::size_t block_count = 64;  // a fixed number, so that the blocks do not depend on the threads

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
};

struct BlockSums {
  std::vector<WeightedSums> programmes;
  std::vector<IrregularSums> irregular;  // by programme; empty where nothing goes wrong
  std::vector<Flow> pensioners;          // by scheme
  std::vector<Flow> contributors;        // by scheme
};

BlockSums empty_sums(const ProgrammeSet& programmes, Horizon horizon, const Irregularities& irregular) {
  BlockSums sums;
  for (const auto& programme : programmes) {
    sums.programmes.emplace_back(programme->definition().components.size(), horizon.count);
    if (irregular.any()) sums.irregular.emplace_back(programme->definition().components.size(), horizon.count);
  }
  sums.pensioners.assign(scheme_count, Flow(horizon.count));
  sums.contributors.assign(scheme_count, Flow(horizon.count));
  return sums;
}

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

BlockSums project_block(const Population& population, const ProgrammeSet& programmes, const Projector::PathOf& path_of,
                        const Irregularities& irregular, std::size_t first, std::size_t last) {
  const Horizon horizon = population.horizon();
  BlockSums block = empty_sums(programmes, horizon, irregular);
  std::vector<StreamSums> streams;
  for (const auto& programme : programmes) {
    streams.emplace_back(programme->definition().components.size(), horizon.count);
  }
  for (std::size_t c = first; c < last; ++c) {
    const Cohort& cohort = population.cohorts()[c];
    const std::vector<std::int64_t> survival = path_of(c);
    add_flows(block, cohort, survival, horizon);
    for (std::size_t p = 0; p < programmes.size(); ++p) {
      if (!programmes[p]->concerns(cohort.scheme, cohort.role)) continue;
      streams[p].clear();
      programmes[p]->accumulate(population.members(), cohort.begin, cohort.end, streams[p]);
      block.programmes[p].add(*programmes[p], streams[p], survival);
      if (!irregular.any()) continue;
      const int retired = cohort.retired.is_none() ? horizon.count : cohort.retired - horizon.first;
      block.irregular[p].add(programmes[p]->definition(), streams[p], survival, retired, irregular);
    }
  }
  return block;
}

void merge(BlockSums& into, const BlockSums& from) {
  for (std::size_t p = 0; p < into.programmes.size(); ++p) into.programmes[p].add(from.programmes[p]);
  for (std::size_t p = 0; p < into.irregular.size(); ++p) into.irregular[p].add(from.irregular[p]);
  for (std::size_t s = 0; s < into.pensioners.size(); ++s) {
    into.pensioners[s].add(from.pensioners[s]);
    into.contributors[s].add(from.contributors[s]);
  }
}

/// Blocks of cohorts with about the same number of members.
std::vector<std::size_t> block_limits(const Population& population) {
  std::vector<std::size_t> limits{0};
  const auto& cohorts = population.cohorts();
  const std::size_t share = population.members().size() / block_count + 1;
  std::size_t filled = 0;
  for (std::size_t c = 0; c < cohorts.size(); ++c) {
    filled += cohorts[c].size();
    if (filled >= share) {
      limits.push_back(c + 1);
      filled = 0;
    }
  }
  if (limits.back() != cohorts.size()) limits.push_back(cohorts.size());
  return limits;
}

Int128 taken_up(Int128 weighted, const Rate& share) {
  return share == Rate(1, 1) ? weighted : weighted * share.numerator() / share.denominator();
}

double persons(Int128 weighted) { return static_cast<double>(weighted) / static_cast<double>(certain); }

/// Payments and amounts of each component by year of payment.
void add_components(std::vector<ComponentYear>& years, const Programme& programme, std::size_t position,
                    const WeightedSums& sums) {
  const ProgrammeDefinition& definition = programme.definition();
  for (std::size_t c = 0; c < definition.components.size(); ++c) {
    const Component& component = definition.components[c];
    std::map<int, std::pair<Int128, Int128>> by_year;  // fen, payments
    for (int t = 0; t < programme.horizon().count; ++t) {
      const auto offset = static_cast<std::size_t>(t);
      if (sums.persons(c, offset) == 0) continue;
      const Month due = programme.horizon().month(t);
      const Rate share = programme.take_up(due);
      auto& [fen, payments] = by_year[programme.paid_month(c, due).year()];
      fen += taken_up(sums.fen(c, offset), share);
      payments += taken_up(sums.persons(c, offset), share);
    }
    for (const auto& [year, sum] : by_year) {
      years.push_back({position, component.id, component.name, component.payer, component.kind, year,
                       persons(sum.second), Money::fen(rounded_quotient(sum.first, certain, Rounding::half_up))});
    }
  }
}

/// Late reports and late claims of one programme, and suspensions of what it pays by the month.
void book_irregular(LedgerBuilder& ledger, const Programme& programme, std::size_t position, const WeightedSums& sums,
                    const IrregularSums& irregular_sums, const Irregularities& irregular) {
  const ProgrammeDefinition& definition = programme.definition();
  const Horizon horizon = programme.horizon();
  for (std::size_t c = 0; c < definition.components.size(); ++c) {
    const Component& component = definition.components[c];
    if (!component.monthly) continue;
    LedgerKey key{position, component.payer == Payer::city ? definition.line : "", component.payer, component.kind, {},
                  {}};
    irregular_sums.book(ledger, key, c, horizon.first, irregular);
    for (int t = 0; irregular.suspended_share != Rate() && t < horizon.count; ++t) {
      key.due = horizon.month(t);
      key.paid = programme.paid_month(c, key.due);
      const auto offset = static_cast<std::size_t>(t);
      const Int128 persons = component.counts_persons ? sums.persons(c, offset) : 0;
      book_suspension(ledger, key, sums.fen(c, offset), persons, horizon.end(), irregular);
    }
  }
}

void book(LedgerBuilder& ledger, const Programme& programme, std::size_t position, const WeightedSums& sums) {
  const ProgrammeDefinition& definition = programme.definition();
  const Horizon horizon = programme.horizon();
  for (std::size_t c = 0; c < definition.components.size(); ++c) {
    const Component& component = definition.components[c];
    for (int t = 0; t < horizon.count; ++t) {
      const auto offset = static_cast<std::size_t>(t);
      if (sums.persons(c, offset) == 0) continue;
      const Month due = horizon.month(t);
      const Rate share = programme.take_up(due);
      const LedgerKey key{position,
                          component.payer == Payer::city ? definition.line : "",
                          component.payer,
                          component.kind,
                          due,
                          programme.paid_month(c, due)};
      ledger.add(key, taken_up(sums.fen(c, offset), share),
                 component.counts_persons ? taken_up(sums.persons(c, offset), share) : 0);
    }
  }
  for (const FixedPayment& payment : programme.fixed_payments()) {
    ledger.add({position, payment.line, payment.payer, payment.kind, payment.due, payment.paid},
               Int128{payment.amount.fen()} * certain, 0);
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
};

Projector::Projector(const ProgrammeSet& programmes, Horizon horizon, const Irregularities& irregular)
    : programmes_(programmes),
      horizon_(horizon),
      irregular_(irregular),
      sums_(std::make_unique<Sums>(Sums{empty_sums(programmes, horizon, irregular)})) {}

Projector::~Projector() = default;

void Projector::add(const Population& population, const PathOf& path_of, int threads) {
  const std::vector<std::size_t> limits = block_limits(population);
  const std::size_t blocks = limits.size() - 1;
  std::vector<BlockSums> parts(blocks);
  for_blocks(blocks, threads, [&](std::size_t i) {
    parts[i] = project_block(population, programmes_, path_of, irregular_, limits[i], limits[i + 1]);
  });
  for (const BlockSums& part : parts) merge(sums_->all, part);
}

void Projector::add(const Population& population, const Mortality& mortality, int threads) {
  add(
      population, [&](std::size_t c) { return survival_of(population.cohorts()[c], mortality, horizon_); }, threads);
}

Projection Projector::close() const {
  const BlockSums& sums = sums_->all;
  LedgerBuilder ledger;
  Projection result;
  for (std::size_t p = 0; p < programmes_.size(); ++p) {
    book(ledger, *programmes_[p], p, sums.programmes[p]);
    add_components(result.components, *programmes_[p], p, sums.programmes[p]);
  }
  for (std::size_t p = 0; p < sums.irregular.size(); ++p) {
    book_irregular(ledger, *programmes_[p], p, sums.programmes[p], sums.irregular[p], irregular_);
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
                   int threads, const Irregularities& irregular) {
  Projector projector(programmes, population.horizon(), irregular);
  projector.add(population, mortality, threads);
  return projector.close();
}

Projection project(const Population& population, const ProgrammeSet& programmes, const SurvivalPaths& paths,
                   int threads, const Irregularities& irregular) {
  Projector projector(programmes, population.horizon(), irregular);
  projector.add(
      population, [&](std::size_t c) { return paths[c]; }, threads);
  return projector.close();
}

}  // namespace disburse
