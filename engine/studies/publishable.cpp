#include "engine/studies/publishable.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "engine/base/digest.hpp"
#include "engine/base/parallel.hpp"
#include "engine/comparison/small_cells.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/payment_sums.hpp"
#include "engine/session/member_pieces.hpp"

namespace disburse {
namespace {

using Counts = std::vector<std::int64_t>;

/// Whether all members of a group are paid the same in a month, as far as it was looked at.
struct Price {
  std::optional<Int128> each;
  bool equal = true;

  void see(Int128 fen, std::int64_t members) {
    equal = equal && fen % members == 0 && each.value_or(fen / members) == fen / members;
    each = fen / members;
  }
  void add(const Price& other) {
    equal = equal && other.equal && (!each || !other.each || *each == *other.each);
    if (other.each) each = other.each;
  }
};

/// Members of one scheme who draw, and who work or pay, on the first of each month and of the one after the horizon.
struct Stocks {
  Counts drawing, paying;
};

struct Tally {
  std::vector<std::vector<Counts>> paid;                // by programme, component, month due
  std::vector<std::vector<std::vector<Price>>> prices;  // the same
  std::vector<Stocks> stocks;                           // by scheme

  Tally(const ProgrammeSet& programmes, int months) {
    const auto count = static_cast<std::size_t>(months);
    for (const auto& programme : programmes) {
      paid.emplace_back(programme->definition().components.size(), Counts(count));
      prices.emplace_back(programme->definition().components.size(), std::vector<Price>(count));
    }
    for (int s = 0; s < scheme_count; ++s) stocks.push_back({Counts(count + 1), Counts(count + 1)});
  }
  void add(const Tally& other) {
    for (std::size_t p = 0; p < paid.size(); ++p) {
      for (std::size_t c = 0; c < paid[p].size(); ++c) {
        add(paid[p][c], other.paid[p][c]);
        for (std::size_t t = 0; t < prices[p][c].size(); ++t) prices[p][c][t].add(other.prices[p][c][t]);
      }
    }
    for (std::size_t s = 0; s < stocks.size(); ++s) {
      add(stocks[s].drawing, other.stocks[s].drawing);
      add(stocks[s].paying, other.stocks[s].paying);
    }
  }

 private:
  static void add(Counts& sums, const Counts& more) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
  }
};

/// As the flows of a run count them, with everybody alive.
void add_stocks(Stocks& stocks, const Cohort& cohort, Horizon horizon) {
  if (cohort.role == Role::leaver) return;
  const int never = horizon.count + 1;
  const int retired = cohort.retired.is_none() ? never : cohort.retired - horizon.first;
  const auto heads = static_cast<std::int64_t>(cohort.size());
  for (int month = 0; month <= horizon.count; ++month) {
    const auto t = static_cast<std::size_t>(month);
    if (month > retired) stocks.drawing[t] += heads;
    const bool pays = cohort.role != Role::pensioner && month > cohort.joined - horizon.first && month <= retired;
    if (pays) stocks.paying[t] += heads;
  }
}

void add_paid(Tally& tally, std::size_t p, std::size_t c, const StreamSums& sums) {
  for (std::size_t t = 0; t < tally.paid[p][c].size(); ++t) {
    const std::int64_t members = sums.persons(c, t);
    if (members == 0) continue;
    tally.paid[p][c][t] += members;
    tally.prices[p][c][t].see(sums.amount(c, t), members);
  }
}

void tally_block(Tally& tally, const Population& population, const ProgrammeSet& programmes, std::size_t first,
                 std::size_t last) {
  std::vector<StreamSums> streams;
  for (const auto& programme : programmes)
    streams.emplace_back(programme->definition().components.size(), population.horizon().count);
  for (std::size_t i = first; i < last; ++i) {
    const Cohort& cohort = population.cohorts()[i];
    add_stocks(tally.stocks[static_cast<std::size_t>(cohort.scheme)], cohort, population.horizon());
    for (std::size_t p = 0; p < programmes.size(); ++p) {
      if (!programmes[p]->concerns(cohort.scheme, cohort.role)) continue;
      streams[p].clear();
      programmes[p]->accumulate(population.members(), cohort.begin, cohort.end, streams[p]);
      for (std::size_t c = 0; c < tally.paid[p].size(); ++c) add_paid(tally, p, c, streams[p]);
    }
  }
}

Tally tallied(const Session& session, int threads) {
  const int months = session.scenario.horizon.count;
  Tally all(session.programmes, months);
  each_piece(session, [&](const Roster& members) {
    const Population population(members, session.scenario.horizon);
    const std::vector<std::size_t> limits = cohort_groups(population);
    std::vector<Tally> parts(limits.size() - 1, Tally(session.programmes, months));
    for_blocks(parts.size(), threads,
               [&](std::size_t i) { tally_block(parts[i], population, session.programmes, limits[i], limits[i + 1]); });
    for (const Tally& part : parts) all.add(part);
  });
  return all;
}

/// The stocks that a programme draws on: of each scheme that it concerns, and of all of them.
std::vector<Counts> stocks_of(const Programme& programme, const std::vector<Stocks>& stocks) {
  std::vector<Counts> list;
  Stocks together;
  for (std::size_t s = 0; s < stocks.size(); ++s) {
    const auto scheme = static_cast<Scheme>(s);
    const bool concerned = programme.concerns(scheme, Role::pensioner) || programme.concerns(scheme, Role::active) ||
                           programme.concerns(scheme, Role::payer);
    if (!concerned) continue;
    for (const auto& [sum, own] :
         {std::pair(&together.drawing, &stocks[s].drawing), std::pair(&together.paying, &stocks[s].paying)}) {
      list.push_back(*own);
      sum->resize(own->size());
      for (std::size_t t = 0; t < own->size(); ++t) (*sum)[t] += (*own)[t];
    }
  }
  for (Counts* sum : {&together.drawing, &together.paying}) {
    if (!sum->empty()) list.push_back(std::move(*sum));
  }
  return list;
}

PaidGroups paid_under(const LoadedData& data, const Scenario& scenario, int threads) {
  return paid_groups(make_session(data, scenario, Digest::left_out), threads);
}

}  // namespace

PaidGroups paid_groups(const Session& session, int threads) {
  Tally tally = tallied(session, threads);
  PaidGroups paid;
  for (std::size_t p = 0; p < session.programmes.size(); ++p) {
    for (std::size_t c = 0; c < tally.paid[p].size(); ++c) {
      const auto& prices = tally.prices[p][c];
      const bool one_price =
          std::any_of(prices.begin(), prices.end(), [](const Price& price) { return price.each && price.equal; });
      const bool countable = session.programmes[p]->definition().components[c].counts_persons || one_price;
      paid.groups.push_back({p, c, std::move(tally.paid[p][c]), countable});
    }
    paid.stocks.push_back(stocks_of(*session.programmes[p], tally.stocks));
  }
  return paid;
}

void withhold_small_groups(LoadedData& data, const std::vector<Scenario>& scenarios, int threads) {
  if (scenarios.empty()) return;
  Scenario as_published = scenarios.front();
  as_published.overrides.clear();
  as_published.switched_off.clear();
  const PaidGroups standing = paid_under(data, as_published, threads);
  std::set<std::pair<std::size_t, std::size_t>> left_out;
  for (const Scenario& scenario : scenarios) {
    const std::vector<bool> withheld = withheld_beside(standing, paid_under(data, scenario, threads));
    for (std::size_t g = 0; g < withheld.size(); ++g) {
      if (withheld[g]) left_out.insert({standing.groups[g].programme, standing.groups[g].component});
    }
  }
  std::string names;
  for (const auto& [programme, component] : left_out) {
    Component& marked = data.law.programmes[programme].components[component];
    marked.withheld = true;
    names += " " + data.law.programmes[programme].id + "." + marked.id;
  }
  if (!names.empty()) data.law.digest = sha256_hex("published " + data.law.digest + names);
}

std::vector<Finding> withheld_notes(const std::vector<ProgrammeDefinition>& programmes) {
  std::vector<Finding> notes;
  for (const ProgrammeDefinition& programme : programmes) {
    for (const Component& component : programme.components) {
      if (!component.withheld) continue;
      notes.push_back(
          {std::string(withheld_code), Severity::warning, Message::named(programme.name, programme.name_en),
           "{} is left out of this publication, of every sum too: it pays a group of 1 to {} members, or "
           "would give one away"_m(Message::named(component.name, component.name_en), least_published - 1)});
    }
  }
  return notes;
}

}  // namespace disburse
