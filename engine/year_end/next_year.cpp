#include "engine/year_end/next_year.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/budget/adoption.hpp"
#include "engine/budget/official.hpp"
#include "engine/session/member_stock.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/year_end/carried_members.hpp"

namespace disburse {
namespace {

void check_request(const LoadedData& data, const Scenario& scenario, const NextYearRequest& request) {
  const int year = request.draft.year;
  InputErrors errors;
  if (request.adopted && request.adopted->fiscal_year != year) {
    errors.add({"--budget", 0, 0}, "", "the document is of {}"_m(request.adopted->fiscal_year),
               "the new base is of {}"_m(year), "Name the document that was adopted for {}"_m(year));
  }
  if (year != data.budget.fiscal_year + 1) {
    errors.add({"--year", 0, 0}, "",
               "{} does not follow {}, the year of the scenario's budget"_m(year, data.budget.fiscal_year),
               "a year is carried into the next one"_m,
               "Write --year {}, and carry that base on for later years"_m(data.budget.fiscal_year + 1));
  }
  if (data.file) {
    errors.add({"--roster", 0, 0}, "", "the roster is read piece by piece"_m,
               "members who are carried on must fit into memory"_m, "Use a roster of the agency's own size"_m);
  }
  if (scenario.horizon.first > Month(year - 1, 1)) {
    errors.add({scenario.horizon_origin, 0, 0}, "horizon", "it begins in {}"_m(to_string(scenario.horizon.first)),
               "a year is carried on when all of it has been projected"_m, "Begin in January or before"_m);
  }
  throw_if_any(Door::command_line, std::move(errors));
}

Scenario until_year(Scenario scenario, int year) {
  scenario.horizon.count = Month(year, 12) - scenario.horizon.first + 1;
  scenario.digest = digest_of(scenario);
  return scenario;
}

std::vector<EndedYear> ended_year(const RunResult& run, const std::vector<Outturn>& outturns, int year) {
  std::vector<EndedYear> ended;
  for (std::size_t p = 0; p < run.programmes.size(); ++p) {
    const ProgrammeResult& programme = run.programmes[p];
    EndedYear one{
        programme.id, programme.name, programme.name_en, programme.amount.budget, run.years.back().programmes[p].line,
        std::nullopt};
    for (const Outturn& outturn : outturns) {
      if (outturn.year == year && outturn.programme == programme.id) one.outturn = outturn.amount;
    }
    ended.push_back(std::move(one));
  }
  return ended;
}

/// Changes that speak of the ended year alone lapse; the others go on as they are. What made the members stays said
/// where they can be made anew, without months, as they are counted once.
void sort_changes(const Scenario& scenario, Month begins, NextYear& next) {
  for (Override change : scenario.overrides) {
    const bool makes = makes_members(change.path);
    if (makes && next.before) change.from = change.until = std::nullopt;
    const bool over = (change.until && *change.until < begins) || (makes && !next.before);
    (over ? next.lapsed : next.base.overrides).push_back(std::move(change));
  }
}

/// Whether the carried members can be made anew from what can be written down.
bool can_be_made_anew(const LoadedData& data, const Scenario& scenario, const NextYearRequest& request) {
  return request.carry_members && !data.roster && !scenario.as_known_on && !scenario.budget.ends_with(".toml");
}

void remember(const Session& session, Month begins, NextYear& next) {
  for (const auto& programme : session.programmes) {
    for (const Remembered& one : programme->remembered()) {
      std::erase_if(next.base.overrides, [&](const Override& change) {
        return change.path == one.path && change.from && *change.from <= begins;
      });
      Override change{one.path, value_text(one.value), "", next.base.name, {}};
      change.from = begins;
      next.base.overrides.push_back(change);
      next.remembered.push_back(std::move(change));
    }
  }
}

/// What the new base stands in for: the scenario, what it extends, and the years before it.
std::vector<std::string> bases_followed(const Scenario& scenario) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  add(scenario.name.substr(0, scenario.name.find('+')));
  for (const std::string& name : scenario.lineage) add(name);
  for (const std::string& name : scenario.follows) add(name);
  return names;
}

Scenario new_base(const Scenario& scenario, const NextYearRequest& request) {
  Scenario base;
  base.name = request.name;
  base.author = scenario.author;
  base.follows = bases_followed(scenario);
  base.horizon = {Month(request.draft.year, 1), 12};
  base.seed = scenario.seed;
  base.budget = request.budget;
  base.forms = scenario.forms;
  base.recipe = scenario.recipe;
  base.roster = request.roster;
  base.switched_off = scenario.switched_off;
  base.uncertain = scenario.uncertain;
  base.correlations = scenario.correlations;
  return base;
}

}  // namespace

NextYear next_year(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                   const NextYearRequest& request) {
  const int year = request.draft.year;
  check_request(*data, scenario, request);
  const Session session = make_session(*data, until_year(scenario, year - 1));
  const RunResult closed = run(session, request.draft.threads, Papers::left_out);
  NextYear next;
  next.base = new_base(scenario, request);
  next.ended = ended_year(closed, request.outturns, year - 1);
  next.population = closed.population;
  next.manifest = closed.manifest;
  YearBudgetRequest draft = request.draft;
  draft.outturns = request.outturns;
  draft.ranges = false;  // the document has none
  next.budget = request.adopted ? *request.adopted : draft_year(data, through_year(scenario, year), draft).document;
  if (is_draft(next.budget)) next.budget.version = official::adopted_version;
  if (can_be_made_anew(*data, scenario, request)) {
    next.before = until_year(scenario, year - 1);
    next.base.made_from = request.before;
  }
  sort_changes(scenario, Month(year, 1), next);
  if (request.carry_members) {
    next.roster = carried_members(*data, session);
    remember(session, Month(year, 1), next);
  }
  next.base.digest = digest_of(next.base);
  return next;
}

}  // namespace disburse
