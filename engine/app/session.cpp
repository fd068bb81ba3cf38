#include "engine/app/session.hpp"

#include <algorithm>

#include "build_info.hpp"
#include "engine/budget_check.hpp"
#include "engine/compare.hpp"
#include "engine/control.hpp"
#include "engine/parameter_extension.hpp"
#include "engine/population.hpp"
#include "engine/roster_file.hpp"
#include "engine/support/files.hpp"
#include "engine/years.hpp"
#include "models/outlook.hpp"
#include "models/programme_factory.hpp"
#include "scenarios/budget_reader.hpp"
#include "scenarios/roster_recipe.hpp"
#include "scenarios/scenario_reader.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_budget_file = 4u << 20;

/// "PATH=VALUE", "PATH@2025-01=VALUE" from a month on, "PATH@2025-01..2025-06=VALUE" between two.
Override parse_set(const std::string& text, InputErrors& errors) {
  const auto equals = text.find('=');
  const Place place{"--set", 0, 0};
  if (equals == 0 || equals == std::string::npos || equals + 1 == text.size()) {
    errors.add(place, text, "is no assignment", "a path and a value are wanted",
               "Write --set unity_award.ordinary_per_payment=660元");
    return {};
  }
  Override change{text.substr(0, equals), text.substr(equals + 1), "given on the command line", "--set", place};
  const auto at = change.path.find('@');
  if (at == std::string::npos) return change;
  const std::string dates = change.path.substr(at + 1);
  const auto range = dates.find("..");
  change.path.resize(at);
  change.from = Month::parse(dates.substr(0, range));
  if (range != std::string::npos) change.until = Month::parse(dates.substr(range + 2));
  const bool ended = range == std::string::npos || (change.until && change.from && *change.until >= *change.from);
  if (!change.from || !ended) {
    errors.add(place, text, "\"" + dates + "\" is no month and no range of months", "a dated change begins in a month",
               "Write --set " + change.path + "@2025-01=" + change.value + ", or @2025-01..2025-06");
  }
  return change;
}

/// The scenario file's word first, then the environment's and the command line's.
void apply_options(Scenario& scenario, const Options& options) {
  InputErrors errors;
  if (options.seed) {
    scenario.seed = options.seed->value;
    scenario.seed_origin = options.seed->origin;
  }
  if (options.horizon) {
    const auto horizon = Horizon::parse(options.horizon->value);
    if (horizon) {
      scenario.horizon = *horizon;
      scenario.horizon_origin = options.horizon->origin;
    } else {
      errors.add({options.horizon->origin, 0, 0}, "", "\"" + options.horizon->value + "\" is no range of months",
                 "the first and the last month are named", "Write it as 2024-01..2024-12");
    }
  }
  if (options.as_known_on) {
    scenario.as_known_on = Date::parse(*options.as_known_on);
    if (!scenario.as_known_on) {
      errors.add({"--as-known-on", 0, 0}, "", "\"" + *options.as_known_on + "\" is no day",
                 "a day is year, month and day and must exist", "Write it as 2023-12-31");
    }
  }
  for (const std::string& text : options.sets) scenario.overrides.push_back(parse_set(text, errors));
  throw_if_any(Door::command_line, std::move(errors));
  scenario.digest = digest_of(scenario);
}

/// A fault in a file is reported as such; a fault on the command line only when the files are sound.
void apply_overrides(ParameterTree& law, const Scenario& scenario) {
  InputErrors in_files;
  InputErrors on_command_line;
  for (const Override& change : scenario.overrides) {
    InputErrors& errors = change.origin == "--set" ? on_command_line : in_files;
    law.override_value(change, errors);
  }
  throw_if_any(Door::data, std::move(in_files));
  throw_if_any(Door::command_line, std::move(on_command_line));
}

/// The improvement of every age and year of the horizon after the year to which the factors were fitted.
Improvement improvement_of(const ParameterTree& law, const LifeTable& table, Horizon horizon) {
  const Month month = horizon.first;
  Improvement improvement;
  improvement.first_year = law.month_value("mortality.improvement_first", month).year();
  improvement.years = std::max(0, (horizon.end() - 1).year() - improvement.first_year + 1);
  const double pace = law.rate("mortality.improvement_pace", month).to_double();
  for (const Sex sex : {Sex::male, Sex::female}) {
    const NumberTable& rates = law.numbers(std::string("mortality.improvement_") + to_string(sex), month);
    std::vector<double>& annual = improvement.annual[static_cast<std::size_t>(sex)];
    for (int age = table.first_age; age <= table.last_age(); ++age) {
      annual.push_back(rates.at_least(age).to_double() * pace);
    }
  }
  return improvement;
}

std::unique_ptr<Mortality> mortality_of(const Law& law, Horizon horizon) {
  std::array<Rate, scheme_count> factor;
  for (int s = 0; s < scheme_count; ++s) {
    const std::string scheme = to_string(static_cast<Scheme>(s));
    factor[static_cast<std::size_t>(s)] = law.parameters.rate("mortality.factor." + scheme, horizon.first);
  }
  const std::string& table = law.parameters.choice("mortality.table", horizon.first);
  const auto found = law.life_tables.find(table);
  EXPECT(found != law.life_tables.end());
  return std::make_unique<Mortality>(found->second, factor, improvement_of(law.parameters, found->second, horizon));
}

void check_horizon(const Session& session) {
  constexpr int last_year = 2060;  // the assumptions of the outlook say nothing about a further future
  const Scenario& scenario = session.scenario;
  const Horizon& horizon = scenario.horizon;
  const bool follows = session.roster.as_of + 1 == horizon.first;
  if (follows && (horizon.end() - 1).year() <= last_year) return;
  InputErrors errors;
  errors.add({scenario.horizon_origin, 0, 0}, "horizon",
             to_string(horizon) +
                 (follows ? " goes beyond " + std::to_string(last_year)
                          : " does not begin in the month after the roster, " + to_string(session.roster.as_of + 1)),
             follows ? "the assumptions about growth and new members are not meant for so long"
                     : "members are known as they stood at the end of " + to_string(session.roster.as_of),
             "Choose months from " + to_string(session.roster.as_of + 1) + " on, as " +
                 to_string(session.roster.as_of + 1) + "..2030-12");
  throw InputRejected(scenario.horizon_origin.starts_with('-') || scenario.horizon_origin.starts_with("DISBURSE_")
                          ? Door::command_line
                          : Door::data,
                      std::move(errors));
}

Money budget_or_zero(const Budget& budget, const ProgrammeDefinition& definition) {
  return budget_of_programme(definition, budget).value_or(Money{});
}

void add_programmes(Session& session) {
  std::stable_sort(session.law.programmes.begin(), session.law.programmes.end(), [&](const auto& a, const auto& b) {
    return budget_or_zero(session.budget, a) > budget_or_zero(session.budget, b);
  });
  session.programmes =
      make_programmes(session.law.programmes, session.law.parameters, session.budget, session.scenario.horizon);
}

}  // namespace

Session open_law(const Options& options) {
  Session session;
  session.paths = find_data();
  session.scenario = read_scenario(options.scenario, session.paths.scenarios());
  apply_options(session.scenario, options);
  session.law = read_law(session.paths.models());
  return session;
}

void apply_scenario(Session& session) {
  if (session.scenario.as_known_on) session.law.parameters.forget_after(*session.scenario.as_known_on);
  apply_overrides(session.law.parameters, session.scenario);
  extend_parameters(session.law.parameters, session.scenario.horizon.end() - 1);
}

Session open_session(const Options& options) {
  Session session = open_law(options);
  const Scenario& scenario = session.scenario;
  ParameterTree& parameters = session.law.parameters;
  const Recipe recipe = read_recipe(session.paths.rosters() / (scenario.recipe + ".toml"), parameters);
  session.law.digest = sha256_hex(session.law.digest + recipe.digest);
  // Who the members are does not depend on a what-if about their mortality: the recipe sees the law as published.
  const auto published = mortality_of(session.law, scenario.horizon);
  apply_scenario(session);
  session.mortality = mortality_of(session.law, scenario.horizon);

  const fs::path budget_file = session.paths.budgets() / (scenario.budget + ".toml");
  session.document = read_budget(budget_file);
  session.budget_digest = sha256_hex(read_file(budget_file, largest_budget_file));
  session.budget = budget_of(session.document);
  session.roster =
      options.roster ? read_roster(*options.roster) : synthesize(recipe, parameters, *published, scenario.seed);
  check_horizon(session);
  session.roster = with_outlook(std::move(session.roster), parameters, scenario.horizon.end() - 1, scenario.seed);
  add_programmes(session);
  return session;
}

namespace {

Irregularities irregularities(const ParameterTree& law, Month month) {
  const auto months = [&](const char* path) { return static_cast<int>(law.integer(path, month)); };
  return {law.rate("irregular.late_death_share", month), months("irregular.late_death_months"),
          law.rate("irregular.recovered_share", month),  law.rate("irregular.suspended_share", month),
          months("irregular.suspended_months"),          law.rate("irregular.restored_share", month),
          law.rate("irregular.late_claim_share", month), months("irregular.late_claim_months")};
}

}  // namespace

Manifest manifest_of(const Session& session) {
  return {build::version,
          build::commit,
          session.scenario.seed,
          0,
          "expected",
          session.scenario.horizon,
          session.scenario.digest,
          session.law.digest,
          session.budget_digest,
          session.roster.digest};
}

RunResult run(const Session& session, int threads) {
  const Population population(session.roster, session.scenario.horizon);
  Projection projection = project(population, session.programmes, *session.mortality, threads,
                                  irregularities(session.law.parameters, session.scenario.horizon.first));
  RunResult result;
  result.scenario = session.scenario;
  result.manifest = manifest_of(session);
  result.ledger = std::move(projection.ledger);
  result.population = std::move(projection.population);
  result.contributors = std::move(projection.contributors);
  result.findings = check(session.document);
  for (const auto& [path, parameter] : session.law.parameters.all()) result.parameters.push_back(parameter);
  compare(result, session.programmes, session.budget, session.law.parameters);
  result.years = years_of(result, session.programmes, session.budget);
  if (result.years.size() > 1) result.carried = carried_values(result, session.programmes, session.law.parameters);
  check_control(result, session.budget);
  return result;
}

}  // namespace disburse
