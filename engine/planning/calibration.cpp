#include "engine/planning/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "engine/base/error.hpp"
#include "engine/comparison/roster_reconcile.hpp"
#include "engine/members/population.hpp"

namespace disburse {
namespace {

constexpr double tail_10 = 1.2815515655446004;  // of the normal distribution
constexpr double full_credibility = 1082.0;     // deaths: (1.645 / 0.05)^2
constexpr double fewest = 30.0;
constexpr double months_a_year = 12.0;

using Chosen = std::function<bool(const Member&)>;
using Measured = std::function<double(const Member&)>;

double weight_of(const std::vector<double>& weight, std::size_t i) { return weight.empty() ? 1.0 : weight[i]; }

/// A roster with its weights, and the estimates made of it.
struct Stock {
  const Roster& roster;
  const std::vector<double>& weight;
  std::vector<Estimate> estimates;

  /// Mean over the chosen members, with the interval of a mean.
  void mean(const char* path, const Message& method, const Chosen& chosen, const Measured& measured) {
    double n = 0.0;
    double persons = 0.0;
    double weights_squared = 0.0;
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < roster.size(); ++i) {
      const Member member = roster.member(i);
      if (!chosen(member)) continue;
      const double w = weight_of(weight, i);
      const double value = measured(member);
      ++n;
      persons += w;
      weights_squared += w * w;
      sum += w * value;
      squares += w * value * value;
    }
    if (n < fewest || persons <= 0.0) return;
    const double average = sum / persons;
    const double variance = std::max(0.0, squares / persons - average * average);
    const double error = std::sqrt(variance * weights_squared) / persons;
    estimates.push_back({path, average, average - tail_10 * error, average + tail_10 * error, n, 1.0, method});
  }

  void share(const char* path, const Message& method, const Chosen& among, const Chosen& counted) {
    mean(path, method, among, [&](const Member& member) { return counted(member) ? 1.0 : 0.0; });
  }

  void count(const char* path, const Message& method, const Chosen& chosen) {
    double n = 0.0;
    for (std::size_t i = 0; i < roster.size(); ++i) n += chosen(roster.member(i)) ? weight_of(weight, i) : 0.0;
    if (n > 0.0) estimates.push_back({path, n, n, n, n, 1.0, method});
  }
};

/// Draws already at the roster's date.
Chosen drawing(Scheme scheme, Month as_of) {
  return [=](const Member& m) { return m.scheme == scheme && m.role == Role::pensioner && m.retired <= as_of; };
}

Chosen in_role(Scheme scheme, Role role) {
  return [=](const Member& m) { return m.scheme == scheme && m.role == role; };
}

double yuan(Money amount) { return static_cast<double>(amount.fen()) / 100.0; }
bool woman(const Member& member) { return member.sex == Sex::female; }
double service_years(const Member& member) { return member.service_months / months_a_year; }

/// Whole years of age at a month from `low` to `high`.
Chosen aged(int low, int high, Month at) {
  return [=](const Member& member) {
    const double age = std::floor((at - member.birth) / months_a_year);
    return low <= age && age <= high;
  };
}

/// Persons of a movement within a scheme.
double persons(const Reconciliation& movements, Scheme scheme, RosterCause cause) {
  return static_cast<double>(
      movements.movements[static_cast<std::size_t>(scheme)][static_cast<std::size_t>(cause)].persons);
}

/// Expected deaths among those who draw in `before`, until the month of `after`.
double expected_deaths(const Roster& before, Scheme scheme, int months, const Mortality& mortality) {
  double expected = 0.0;
  const Horizon horizon{before.as_of + 1, months};
  for (std::size_t i = 0; i < before.size(); ++i) {
    const Member member = before.member(i);
    if (!drawing(scheme, before.as_of)(member)) continue;
    const auto alive = mortality.survival(scheme, member.sex, member.birth, horizon.first, horizon);
    expected += 1.0 - static_cast<double>(alive.back()) / static_cast<double>(certain);
  }
  return expected;
}

Estimate mortality_factor(const std::string& path, double deaths, double expected, double held) {
  const double z = std::min(1.0, std::sqrt(deaths / full_credibility));
  const auto weighted = [&](double count) { return held * (z * std::max(0.0, count) / expected + 1.0 - z); };
  const double spread = tail_10 * std::sqrt(std::max(deaths, 1.0));

  return {
      path,
      weighted(deaths),
      weighted(deaths - spread),
      weighted(deaths + spread),
      deaths,
      z,
      "those who no longer draw between two rosters (taken as deaths) against the expected by the table, weighted by limited-fluctuation credibility"_m};
}

Estimate yearly(const char* path, double count, int months, const Message& method) {
  const double a_year = months_a_year / months;
  const double spread = tail_10 * std::sqrt(count);
  return {path, count * a_year, std::max(0.0, count - spread) * a_year, (count + spread) * a_year, count, 1.0, method};
}

}  // namespace

std::vector<Estimate> estimates_of_stock(const Roster& roster, const std::vector<double>& weight) {
  EXPECT(weight.empty() || weight.size() == roster.size());
  Stock stock{roster, weight, {}};
  const Month as_of = roster.as_of;
  const auto pension = [](const Member& m) { return yuan(m.pension); };
  const Chosen civil = drawing(Scheme::civil_service, as_of);
  const Chosen enterprise = drawing(Scheme::enterprise, as_of);
  const Chosen active = in_role(Scheme::civil_service, Role::active);
  const Chosen payer = in_role(Scheme::resident, Role::payer);
  stock.mean("roster.civil_service_pension_mean", "mean monthly pension of those who draw"_m, civil, pension);
  stock.share("roster.civil_service_women", "share of women among those who draw"_m, civil, woman);
  stock.share("roster.civil_service_share_55_59", "share aged 55 to 59 among those who draw"_m, civil,
              aged(55, 59, as_of));
  stock.mean("roster.civil_service_service_mean", "mean years of service of those who draw"_m, civil, service_years);
  stock.mean(
      "roster.enterprise_pension_mean", "mean monthly pension of those who draw"_m,
      [=](const Member& m) { return enterprise(m) && m.pension > Money{}; }, pension);
  stock.share("roster.enterprise_women", "share of women among those who draw"_m, enterprise, woman);
  stock.share("roster.enterprise_share_50_54", "share aged 50 to 54 among those who draw"_m, enterprise,
              aged(50, 54, as_of));
  stock.share("roster.enterprise_share_55_59", "share aged 55 to 59 among those who draw"_m, enterprise,
              aged(55, 59, as_of));
  stock.mean("roster.enterprise_service_mean", "mean years of service of those who draw"_m, enterprise, service_years);
  stock.mean("roster.contribution_base_mean", "mean monthly contribution base of active members"_m, active,
             [](const Member& m) { return yuan(m.base); });
  stock.share("roster.active_women", "share of women among active members"_m, active, woman);
  stock.mean(
      "roster.annuity_base_mean", "mean of those with an annuity base"_m,
      [](const Member& m) { return m.annuity_base > Money{}; }, [](const Member& m) { return yuan(m.annuity_base); });
  stock.mean("roster.resident_account_pension_mean", "mean account pension of those who draw"_m,
             drawing(Scheme::resident, as_of), [](const Member& m) { return yuan(m.account_pension); });
  stock.share("roster.payer_women", "share of women among those who pay"_m, payer, woman);
  stock.share("roster.payer_share_16_29", "share aged 16 to 29 among those who pay"_m, payer, aged(16, 29, as_of));
  stock.share("roster.payer_share_30_44", "share aged 30 to 44 among those who pay"_m, payer, aged(30, 44, as_of));
  stock.count("counts.civil_service_active", "active members in the roster"_m, active);
  stock.count("counts.resident_payers", "paying members in the roster"_m, payer);
  stock.count("counts.hardship_cases", "members in the roster for whom the government pays"_m,
              [=](const Member& m) { return payer(m) && m.hardship; });
  return std::move(stock.estimates);
}

double pensioners_of(const Roster& roster, const std::vector<double>& weight, Scheme scheme) {
  const Chosen chosen = drawing(scheme, roster.as_of);
  double persons = 0.0;
  for (std::size_t i = 0; i < roster.size(); ++i) persons += chosen(roster.member(i)) ? weight_of(weight, i) : 0.0;
  return persons;
}

Estimate estimate_of_take_up(const std::string& path, double paid, const Roster& roster,
                             const std::vector<double>& weight, Scheme scheme) {
  const double persons = pensioners_of(roster, weight, scheme);
  EXPECT(persons > 0.0 && paid >= 0.0 && paid <= persons);
  const double share = paid / persons;
  const double spread = tail_10 * std::sqrt(share * (1.0 - share) / persons);
  return {path,
          share,
          std::max(0.0, share - spread),
          std::min(1.0, share + spread),
          persons,
          1.0,
          "persons paid against pensioners in the roster"_m};
}

std::vector<Estimate> estimates_of_movement(const Roster& before, const Roster& after, const Mortality& mortality,
                                            const ParameterTree& law) {
  const int months = after.as_of - before.as_of;
  EXPECT(months > 0);
  const Reconciliation movements = reconcile(before, after, 0);
  std::vector<Estimate> estimates;
  for (const Scheme scheme : enumerators<Scheme>) {
    const std::string path = std::string("mortality.factor.") + to_string(scheme);
    const double expected = expected_deaths(before, scheme, months, mortality);
    if (expected < 1.0) continue;
    const Rate held = law.rate(path, before.as_of + 1);
    estimates.push_back(
        mortality_factor(path, persons(movements, scheme, RosterCause::ceased), expected,
                         static_cast<double>(held.numerator()) / static_cast<double>(held.denominator())));
  }
  const double civil = persons(movements, Scheme::civil_service, RosterCause::joined);
  const double resident = persons(movements, Scheme::resident, RosterCause::joined);
  const double enterprise = persons(movements, Scheme::enterprise, RosterCause::entered);
  if (civil > 0.0)
    estimates.push_back(yearly("outlook.civil_service_new_members", civil, months,
                               "new members between the two rosters, made a year's"_m));
  if (resident > 0.0)
    estimates.push_back(
        yearly("outlook.resident_new_payers", resident, months, "new payers between the two rosters, made a year's"_m));
  if (enterprise > 0.0)
    estimates.push_back(yearly("outlook.enterprise_reaching_old_age", enterprise, months,
                               "new pensioners between the two rosters, made a year's"_m));
  return estimates;
}

}  // namespace disburse
