#include "engine/projection.hpp"

#include <algorithm>

#include "engine/error.hpp"
#include "engine/parallel.hpp"

namespace disburse {
namespace {

constexpr std::size_t block_count = 64;  // a fixed number, so that the blocks do not depend on the threads

/// Weighted sums of one programme: component x month due, in units of 2^-48 fen and 2^-48 payments.
class WeightedSums {
 public:
  WeightedSums(std::size_t components, int months)
      : months_(static_cast<std::size_t>(months)), fen_(components * months_), persons_(components * months_) {}

  void add(const Programme& programme, const StreamSums& sums, const std::vector<std::int64_t>& survival) {
    const auto& components = programme.definition().components;
    for (std::size_t c = 0; c < components.size(); ++c) {
      for (std::size_t t = 0; t < months_; ++t) {
        const std::int64_t persons = sums.persons(c, t);
        if (persons == 0) continue;
        const Int128 weight = components[c].on_death ? survival[t] - survival[t + 1] : survival[t];
        fen_[c * months_ + t] += weight * sums.amount(c, t);
        persons_[c * months_ + t] += weight * persons;
      }
    }
  }

  void add(const WeightedSums& other) {
    for (std::size_t i = 0; i < fen_.size(); ++i) {
      fen_[i] += other.fen_[i];
      persons_[i] += other.persons_[i];
    }
  }

  Int128 fen(std::size_t component, std::size_t month) const { return fen_[component * months_ + month]; }
  Int128 persons(std::size_t component, std::size_t month) const { return persons_[component * months_ + month]; }

 private:
  std::size_t months_;
  std::vector<Int128> fen_;
  std::vector<Int128> persons_;
};

/// Stock and movements of one scheme's pensioners, in units of 2^-48 persons.
struct Flow {
  std::vector<Int128> stock;     // on the first day of each month, and of the one after the horizon
  std::vector<Int128> entrants;  // during each month
  std::vector<Int128> deaths;    // during each month
  explicit Flow(int months)
      : stock(static_cast<std::size_t>(months) + 1),
        entrants(static_cast<std::size_t>(months)),
        deaths(static_cast<std::size_t>(months)) {}

  void add(const Flow& other) {
    for (std::size_t t = 0; t < stock.size(); ++t) stock[t] += other.stock[t];
    for (std::size_t t = 0; t < entrants.size(); ++t) {
      entrants[t] += other.entrants[t];
      deaths[t] += other.deaths[t];
    }
  }
};

struct BlockSums {
  std::vector<WeightedSums> programmes;
  std::vector<Flow> flows;
};

BlockSums empty_sums(const ProgrammeSet& programmes, Horizon horizon) {
  BlockSums sums;
  for (const auto& programme : programmes) {
    sums.programmes.emplace_back(programme->definition().components.size(), horizon.count);
  }
  sums.flows.assign(scheme_count, Flow(horizon.count));
  return sums;
}

/// A member stands in the stock from the end of the month of retirement until the month of death.
void add_flow(Flow& flow, const Cohort& cohort, const std::vector<std::int64_t>& survival, Horizon horizon) {
  if (cohort.role != Role::pensioner) return;
  const auto heads = static_cast<Int128>(cohort.size());
  const int entry = cohort.retired - horizon.first;  // -1: in the stock before the horizon
  for (int month = std::max(0, entry + 1); month <= horizon.count; ++month) {
    const auto t = static_cast<std::size_t>(month);
    flow.stock[t] += heads * survival[t];
    if (month < horizon.count) flow.deaths[t] += heads * (survival[t] - survival[t + 1]);
  }
  if (entry >= 0 && entry < horizon.count) flow.entrants[static_cast<std::size_t>(entry)] += heads * certain;
}

BlockSums project_block(const Population& population, const ProgrammeSet& programmes, const Mortality& mortality,
                        std::size_t first, std::size_t last) {
  const Horizon horizon = population.horizon();
  BlockSums block = empty_sums(programmes, horizon);
  std::vector<StreamSums> streams;
  for (const auto& programme : programmes) {
    streams.emplace_back(programme->definition().components.size(), horizon.count);
  }
  for (std::size_t c = first; c < last; ++c) {
    const Cohort& cohort = population.cohorts()[c];
    const auto survival = survival_of(cohort, mortality, horizon);
    add_flow(block.flows[static_cast<std::size_t>(cohort.scheme)], cohort, survival, horizon);
    for (std::size_t p = 0; p < programmes.size(); ++p) {
      if (!programmes[p]->concerns(cohort.scheme, cohort.role)) continue;
      streams[p].clear();
      programmes[p]->accumulate(population.members(), cohort.begin, cohort.end, streams[p]);
      block.programmes[p].add(*programmes[p], streams[p], survival);
    }
  }
  return block;
}

void merge(BlockSums& into, const BlockSums& from) {
  for (std::size_t p = 0; p < into.programmes.size(); ++p) into.programmes[p].add(from.programmes[p]);
  for (std::size_t s = 0; s < into.flows.size(); ++s) {
    into.flows[s].add(from.flows[s]);
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

double persons(Int128 weighted) { return static_cast<double>(weighted) / static_cast<double>(certain); }

FlowMonth flow_month(Month month, Int128 opening, Int128 entrants, Int128 deaths, Int128 closing) {
  EXPECT(opening + entrants - deaths == closing);  // exact, in every run
  return {month, persons(opening), persons(entrants), persons(deaths), 0.0, persons(closing)};
}

PopulationFlow population_flow(Scheme scheme, const Flow& flow, Horizon horizon) {
  PopulationFlow result;
  result.scheme = scheme;
  Int128 entrants = 0;
  Int128 deaths = 0;
  for (int month = 0; month < horizon.count; ++month) {
    const auto t = static_cast<std::size_t>(month);
    result.monthly.push_back(
        flow_month(horizon.month(month), flow.stock[t], flow.entrants[t], flow.deaths[t], flow.stock[t + 1]));
    entrants += flow.entrants[t];
    deaths += flow.deaths[t];
  }
  result.year = flow_month(horizon.first, flow.stock.front(), entrants, deaths, flow.stock.back());
  return result;
}

}  // namespace

Projection project(const Population& population, const ProgrammeSet& programmes, const Mortality& mortality,
                   int threads) {
  const std::vector<std::size_t> limits = block_limits(population);
  const std::size_t blocks = limits.size() - 1;
  std::vector<BlockSums> parts(blocks);
  for_blocks(blocks, threads, [&](std::size_t i) {
    parts[i] = project_block(population, programmes, mortality, limits[i], limits[i + 1]);
  });
  BlockSums sums = empty_sums(programmes, population.horizon());
  for (const BlockSums& part : parts) merge(sums, part);

  LedgerBuilder ledger;
  for (std::size_t p = 0; p < programmes.size(); ++p) book(ledger, *programmes[p], p, sums.programmes[p]);
  Projection result;
  result.ledger = ledger.close();
  for (int s = 0; s < scheme_count; ++s) {
    result.population.push_back(
        population_flow(static_cast<Scheme>(s), sums.flows[static_cast<std::size_t>(s)], population.horizon()));
  }
  return result;
}

}  // namespace disburse
