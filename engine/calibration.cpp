#include "engine/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "engine/error.hpp"
#include "engine/population.hpp"
#include "engine/roster_reconcile.hpp"

namespace disburse {
namespace {

constexpr double tail_10 = 1.2815515655446004;  // of the normal distribution
constexpr double full_credibility = 1082.0;     // deaths: (1.645 / 0.05)^2
constexpr double fewest = 30.0;
constexpr double months_a_year = 12.0;

using Chosen = std::function<bool(const Member&)>;
using Measured = std::function<double(const Member&)>;

/// Mean over the chosen members, with the interval of a mean.
void add_mean(std::vector<Estimate>& estimates, const Roster& roster, const char* path, const char* method,
              const Chosen& chosen, const Measured& measured) {
  double n = 0.0;
  double sum = 0.0;
  double squares = 0.0;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    const Member member = roster.member(i);
    if (!chosen(member)) continue;
    const double value = measured(member);
    ++n;
    sum += value;
    squares += value * value;
  }
  if (n < fewest) return;
  const double mean = sum / n;
  const double error = std::sqrt(std::max(0.0, squares / n - mean * mean) / n);
  estimates.push_back({path, mean, mean - tail_10 * error, mean + tail_10 * error, n, 1.0, method});
}

void add_count(std::vector<Estimate>& estimates, const Roster& roster, const char* path, const char* method,
               const Chosen& chosen) {
  double n = 0.0;
  for (std::size_t i = 0; i < roster.size(); ++i) n += chosen(roster.member(i)) ? 1.0 : 0.0;
  if (n > 0.0) estimates.push_back({path, n, n, n, n, 1.0, method});
}

/// Draws already at the roster's date.
Chosen drawing(Scheme scheme, Month as_of) {
  return [=](const Member& m) { return m.scheme == scheme && m.role == Role::pensioner && m.retired <= as_of; };
}

Chosen in_role(Scheme scheme, Role role) {
  return [=](const Member& m) { return m.scheme == scheme && m.role == role; };
}

double yuan(Money amount) { return static_cast<double>(amount.fen()) / 100.0; }
double woman(const Member& member) { return member.sex == Sex::female ? 1.0 : 0.0; }

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

Estimate mortality_factor(const char* path, double deaths, double expected, double held) {
  const double z = std::min(1.0, std::sqrt(deaths / full_credibility));
  const auto weighted = [&](double count) { return held * (z * std::max(0.0, count) / expected + 1.0 - z); };
  const double spread = tail_10 * std::sqrt(std::max(deaths, 1.0));

  return {path,
          weighted(deaths),
          weighted(deaths - spread),
          weighted(deaths + spread),
          deaths,
          z,
          "两期花名册中不再领取的人数（视同死亡）与按表预期之比，按有限波动可信度加权"};
}

Estimate yearly(const char* path, double count, int months, const char* method) {
  const double a_year = months_a_year / months;
  const double spread = tail_10 * std::sqrt(count);
  return {path, count * a_year, std::max(0.0, count - spread) * a_year, (count + spread) * a_year, count, 1.0, method};
}

}  // namespace

std::vector<Estimate> estimates_of_stock(const Roster& roster) {
  std::vector<Estimate> estimates;
  const Month as_of = roster.as_of;
  const auto pension = [](const Member& m) { return yuan(m.pension); };
  const Chosen civil = drawing(Scheme::civil_service, as_of);
  const Chosen enterprise = drawing(Scheme::enterprise, as_of);
  const Chosen active = in_role(Scheme::civil_service, Role::active);
  const Chosen payer = in_role(Scheme::resident, Role::payer);
  add_mean(estimates, roster, "roster.civil_service_pension_mean", "领取人员月养老金的平均", civil, pension);
  add_mean(estimates, roster, "roster.civil_service_women", "领取人员中的女性占比", civil, woman);
  add_mean(
      estimates, roster, "roster.enterprise_pension_mean", "领取人员月养老金的平均",
      [=](const Member& m) { return enterprise(m) && m.pension > Money{}; }, pension);
  add_mean(estimates, roster, "roster.enterprise_women", "领取人员中的女性占比", enterprise, woman);
  add_mean(estimates, roster, "roster.contribution_base_mean", "在职人员月缴费基数的平均", active,
           [](const Member& m) { return yuan(m.base); });
  add_mean(estimates, roster, "roster.active_women", "在职人员中的女性占比", active, woman);
  add_mean(
      estimates, roster, "roster.annuity_base_mean", "有职业年金基数者的平均",
      [](const Member& m) { return m.annuity_base > Money{}; }, [](const Member& m) { return yuan(m.annuity_base); });
  add_mean(estimates, roster, "roster.resident_account_pension_mean", "领取人员个人账户养老金的平均",
           drawing(Scheme::resident, as_of), [](const Member& m) { return yuan(m.account_pension); });
  add_mean(estimates, roster, "roster.payer_women", "缴费人员中的女性占比", payer, woman);
  add_count(estimates, roster, "counts.civil_service_active", "花名册中的在职人数", active);
  add_count(estimates, roster, "counts.resident_payers", "花名册中的缴费人数", payer);
  add_count(estimates, roster, "counts.hardship_cases", "花名册中由政府代缴的人数",
            [=](const Member& m) { return payer(m) && m.hardship; });
  return estimates;
}

std::vector<Estimate> estimates_of_movement(const Roster& before, const Roster& after, const Mortality& mortality,
                                            const ParameterTree& law) {
  const int months = after.as_of - before.as_of;
  EXPECT(months > 0);
  const Reconciliation movements = reconcile(before, after, 0);
  std::vector<Estimate> estimates;
  const std::pair<Scheme, const char*> factors[] = {{Scheme::civil_service, "mortality.factor.civil_service"},
                                                    {Scheme::enterprise, "mortality.factor.enterprise"},
                                                    {Scheme::resident, "mortality.factor.resident"}};
  for (const auto& [scheme, path] : factors) {
    const double expected = expected_deaths(before, scheme, months, mortality);
    if (expected < 1.0) continue;
    const Rate held = law.rate(path, before.as_of + 1);
    estimates.push_back(
        mortality_factor(path, persons(movements, scheme, RosterCause::ceased), expected,
                         static_cast<double>(held.numerator()) / static_cast<double>(held.denominator())));
  }
  const double civil = persons(movements, Scheme::civil_service, RosterCause::joined);
  const double resident = persons(movements, Scheme::resident, RosterCause::joined);
  if (civil > 0.0)
    estimates.push_back(yearly("outlook.civil_service_new_members", civil, months, "两期之间新参保人数，折成一年"));
  if (resident > 0.0)
    estimates.push_back(yearly("outlook.resident_new_payers", resident, months, "两期之间新缴费人数，折成一年"));
  return estimates;
}

}  // namespace disburse
