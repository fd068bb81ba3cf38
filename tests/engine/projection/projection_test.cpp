// The projection against a slow and obvious reference, and the laws that any projection obeys.
#include "engine/projection/projection.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>

#include "engine/comparison/budget_variance.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

bool operator==(const LedgerCell& a, const LedgerCell& b) {
  return a.key == b.key && a.amount == b.amount && a.persons == b.persons;
}

/// One member at a time, one payment at a time, through the listener that the explanation uses; no cohorts, no sums of
/// groups, the survival worked out for each member anew.
class Reference {
 public:
  Reference(const Roster& roster, const Session& session) : session_(session), evolves_from_(roster.evolves_from) {
    for (std::size_t p = 0; p < session.programmes.size(); ++p) add_programme(roster, p);
  }

  std::vector<LedgerCell> ledger() const {
    std::vector<LedgerCell> cells;
    for (const auto& [key, sum] : sums_) {
      const Int128 twice = sum.fen * 2;
      const Int128 half_up =
          sum.fen >= 0 ? (twice + certain) / (2 * Int128{certain}) : -((-twice + certain) / (2 * Int128{certain}));
      cells.push_back({key, Money::fen(static_cast<std::int64_t>(half_up)),
                       static_cast<double>(sum.persons) / static_cast<double>(certain)});
    }
    return cells;
  }

 private:
  struct Sum {
    Int128 fen = 0, persons = 0;
  };

  class Adder : public PaymentListener {
   public:
    Adder(Reference& reference, std::size_t programme, std::vector<std::int64_t> survival)
        : reference_(reference), programme_(programme), survival_(std::move(survival)) {}
    void pay(std::size_t component, std::size_t offset, Money amount) override {
      reference_.add(programme_, component, offset, amount, survival_);
    }
    void nothing(std::size_t, Reason) override {}
    void step(Step) override {}

   private:
    Reference& reference_;
    std::size_t programme_;
    std::vector<std::int64_t> survival_;
  };

  /// Pensioners may die from the month after retirement, members at work and payers from where the roster evolves and
  /// after they joined.
  bool exposed(const Member& member, Month month) const {
    if (member.role == Role::pensioner) return month > member.retired;
    if (member.role == Role::leaver || evolves_from_.is_none() || member.retired.is_none()) return false;
    return month >= evolves_from_ && month > member.joined;
  }

  std::vector<std::int64_t> survival(const Member& member) const {
    const Horizon horizon = session_.scenario.horizon;
    std::vector<std::int64_t> alive{certain};
    for (int t = 0; t < horizon.count; ++t) {
      const Month month = horizon.month(t);
      const std::int64_t q =
          exposed(member, month)
              ? session_.mortality->monthly(member.scheme, member.sex, age_in(member.birth, month), month.year())
              : 0;
      const Int128 died = (Int128{alive.back()} * q + certain / 2) / certain;
      alive.push_back(alive.back() - static_cast<std::int64_t>(died));
    }
    return alive;
  }

  void add(std::size_t p, std::size_t c, std::size_t offset, Money amount, const std::vector<std::int64_t>& alive) {
    const Programme& programme = *session_.programmes[p];
    const Component& component = programme.definition().components[c];
    const Month due = programme.horizon().month(static_cast<int>(offset));
    const Int128 weight = component.on_death ? alive[offset] - alive[offset + 1] : alive[offset];
    if (weight == 0) return;  // nobody can die yet: no cell
    Sum& sum = sums_[{p, component.payer.is_own() ? programme.definition().line : "", component.payer, component.kind,
                      due, programme.paid_month(c, due)}];
    sum.fen += weight * amount.fen();
    if (component.counts_persons) sum.persons += weight;
  }

  void add_programme(const Roster& roster, std::size_t p) {
    for (std::size_t i = 0; i < roster.size(); ++i) {
      const Member member = roster.member(i);
      Adder adder(*this, p, survival(member));
      session_.programmes[p]->explain(member, adder);
    }
    for (const FixedPayment& payment : session_.programmes[p]->fixed_payments()) {
      sums_[{p, payment.line, payment.payer, payment.kind, payment.due, payment.paid}].fen +=
          Int128{payment.amount.fen()} * certain;
    }
  }

  const Session& session_;
  Month evolves_from_;
  std::map<LedgerKey, Sum> sums_;
};

Projection projected(const Roster& roster, const Session& session, int threads = 1) {
  return project(Population(roster, session.scenario.horizon), session.programmes, *session.mortality, threads);
}

void expect_same(const std::vector<LedgerCell>& a, const std::vector<LedgerCell>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_TRUE(a[i] == b[i]) << i << ": " << a[i].amount << " / " << b[i].amount << ", persons " << a[i].persons
                              << " / " << b[i].persons << ", due " << a[i].key.due;
  }
}

TEST(Projection, equals_the_slow_reference_cell_by_cell) {
  const Session& session = base_session();
  const Roster part = thinned(session.roster, 13);
  expect_same(projected(part, session).ledger, Reference(part, session).ledger());
}

const Session& seven_years() {
  static const Session session = [] {
    InputOptions options;
    options.horizon = {"2024-01..2030-12", "--horizon"};
    return open_session(options);
  }();
  return session;
}

TEST(Projection, equals_the_slow_reference_over_many_years) {
  const Roster part = thinned(seven_years().roster, 97);
  expect_same(projected(part, seven_years()).ledger, Reference(part, seven_years()).ledger());
}

/// The first year of many is the year alone, cell by cell.
TEST(Projection, many_years_leave_the_first_as_it_is) {
  std::vector<LedgerCell> first;
  for (const LedgerCell& cell : projected(seven_years().roster, seven_years(), 2).ledger) {
    if (cell.key.due.year() == 2024) first.push_back(cell);
  }
  expect_same(first, projected(base_session().roster, base_session(), 2).ledger);
}

TEST(Projection, every_stock_closes_and_what_leaves_one_enters_the_other) {
  const Projection projection = projected(seven_years().roster, seven_years(), 2);
  for (const Scheme scheme : {Scheme::civil_service, Scheme::resident}) {
    const auto s = static_cast<std::size_t>(scheme);
    for (std::size_t y = 1; y < 7; ++y) {  // within the first year entrants are members of their own
      const FlowMonth& pensioners = projection.population[s].years[y];
      const FlowMonth& paying = projection.contributors[s].years[y];
      EXPECT_NEAR(pensioners.entrants, paying.other_exits, 1e-9);
      EXPECT_NEAR(paying.opening + paying.entrants - paying.deaths - paying.other_exits, paying.closing, 1e-6);
      EXPECT_EQ(paying.opening, projection.contributors[s].years[y - 1].closing);
    }
  }
}

TEST(Projection, gives_the_same_bits_for_any_number_of_threads) {
  const Session& session = base_session();
  const Projection one = projected(session.roster, session, 1);
  for (const int threads : {2, 3, 7, 16}) {
    const Projection many = projected(session.roster, session, threads);
    expect_same(many.ledger, one.ledger);
    for (std::size_t s = 0; s < one.population.size(); ++s) {
      EXPECT_EQ(many.population[s].year.deaths, one.population[s].year.deaths);
    }
  }
}

TEST(Projection, does_not_depend_on_the_order_of_the_roster) {
  const Session& session = base_session();
  const Roster part = thinned(session.roster, 17);
  std::vector<std::size_t> order(part.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [](std::size_t a, std::size_t b) { return a * 7919 % 10007 < b * 7919 % 10007; });
  Roster shuffled;
  shuffled.as_of = part.as_of;
  for (const std::size_t i : order) shuffled.add(part.key[i], part.member(i));
  expect_same(projected(shuffled, session).ledger, projected(part, session).ledger);
}

TEST(Projection, every_member_twice_costs_twice_within_a_fen_a_cell) {
  const Session& session = base_session();
  const Roster part = thinned(session.roster, 29);
  Roster twice = part;
  for (std::size_t i = 0; i < part.size(); ++i) {
    twice.add(MemberKey::from("Z" + std::string(part.key[i].view())), part.member(i));
  }
  const auto once_cells = projected(part, session).ledger;
  const auto twice_cells = projected(twice, session).ledger;
  ASSERT_EQ(once_cells.size(), twice_cells.size());
  for (std::size_t i = 0; i < once_cells.size(); ++i) {
    const bool fixed = !pays_members(session.programmes[once_cells[i].key.programme]->definition().shape);
    const std::int64_t wanted = once_cells[i].amount.fen() * (fixed ? 1 : 2);
    EXPECT_LE(std::abs(twice_cells[i].amount.fen() - wanted), 1) << i;
  }
}

TEST(Projection, no_one_dies_without_mortality_and_every_pension_is_paid_in_full) {
  // Factors have a lower bound; a table of zeros has none.
  const Session& session = base_session();
  LifeTable immortal;
  immortal.q[0] = immortal.q[1] = std::vector<Rate>(110, Rate(0, 1));
  const Mortality none(immortal, {Rate(1, 1), Rate(1, 1), Rate(1, 1)});
  const Roster part = thinned(session.roster, 11);
  const Projection projection = project(Population(part, session.scenario.horizon), session.programmes, none, 1);
  for (const PopulationFlow& flow : projection.population) {
    EXPECT_EQ(flow.year.deaths, 0.0);
    EXPECT_EQ(flow.year.closing, flow.year.opening + flow.year.entrants);
  }
  for (const LedgerCell& cell : projection.ledger) EXPECT_EQ(cell.persons, std::floor(cell.persons));
}

TEST(Projection, funeral_grants_are_deaths_times_the_grant) {
  // 740 residents are expected to die, each grant is 2,000.00: the published headcount of the form is met.
  const Session& session = base_session();
  const Projection projection = projected(session.roster, session);
  const auto resident =
      static_cast<std::size_t>(std::find_if(session.programmes.begin(), session.programmes.end(),
                                            [](const auto& p) { return p->definition().id == "resident_pension"; }) -
                               session.programmes.begin());
  Money grants;
  for (const LedgerCell& cell : projection.ledger) {
    const bool in_december = cell.key.due.month() == 12;  // subsidies fall due there too
    if (cell.key.programme == resident && cell.key.kind == Kind::lump_sum && cell.key.payer.is_own() && !in_december) {
      grants += cell.amount;
    }
  }
  double deaths = 0.0;
  for (const FlowMonth& month : projection.population[static_cast<std::size_t>(Scheme::resident)].monthly) {
    if (month.month.month() != 12) deaths += month.deaths;
  }
  EXPECT_NEAR(static_cast<double>(grants.fen()), deaths * 200000.0, 12.0);  // half a fen a month
}

TEST(Projection, flows_close_in_every_month_and_scheme) {
  const Session& session = base_session();
  for (const PopulationFlow& flow : projected(session.roster, session).population) {
    for (std::size_t t = 0; t < flow.monthly.size(); ++t) {
      const FlowMonth& month = flow.monthly[t];
      EXPECT_NEAR(month.opening + month.entrants - month.deaths - month.other_exits, month.closing, 1e-7);
      if (t > 0) {
        EXPECT_EQ(month.opening, flow.monthly[t - 1].closing);
      }
    }
  }
}

TEST(Projection, more_mortality_means_fewer_pensions_and_more_grants) {
  const Session heavier = session_with({"mortality.factor.resident=1.2"});
  const RunResult base = run(base_session(), 1);
  const RunResult more = run(heavier, 1);
  EXPECT_GT(more.population[2].year.deaths, base.population[2].year.deaths);
  EXPECT_LT(more.population[2].year.closing, base.population[2].year.closing);
  EXPECT_EQ(more.population[2].year.opening, base.population[2].year.opening) << "the members stay the same people";
  for (std::size_t p = 0; p < base.programmes.size(); ++p) {
    if (base.programmes[p].id == "resident_pension") continue;
    EXPECT_EQ(more.programmes[p].amount.projected, base.programmes[p].amount.projected) << base.programmes[p].id;
  }
}

TEST(Projector, adds_portions_up_to_the_whole_in_any_order) {
  const Session& session = base_session();
  const Horizon horizon = session.scenario.horizon;
  const Population population(thinned(session.roster, 40), horizon);
  Projector whole(session.programmes, horizon, {});
  whole.add(population, *session.mortality, 1);
  for (const std::size_t count : {2U, 3U, 100U}) {
    Projector joined(session.programmes, horizon, {});
    for (std::size_t part = count; part-- > 0;) {
      Projector one(session.programmes, horizon, {});
      one.add(population, *session.mortality, 1 + static_cast<int>(part % 2), {part, part + 1, count});
      joined.add(one.sums());
    }
    EXPECT_TRUE(joined.sums() == whole.sums()) << count;
    EXPECT_EQ(joined.close().ledger.size(), whole.close().ledger.size()) << count;
  }
}

TEST(Projector, refuses_sums_of_another_projector) {
  const Session& session = base_session();
  Projector projector(session.programmes, session.scenario.horizon, {});
  std::vector<Int128> sums = projector.sums();
  sums.pop_back();
  EXPECT_THROW(projector.add(sums), ProgramFault);
  sums.resize(sums.size() + 2);
  EXPECT_THROW(projector.add(sums), ProgramFault);
}

}  // namespace
}  // namespace disburse
