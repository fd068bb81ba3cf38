#pragma once
// The files of an agency that starts from its published budget: its folder, and the list of what is still to be done.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/budget/budget.hpp"
#include "engine/members/member.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// A headcount that the document prints.
struct StartingCount {
  std::string name;  ///< "resident_pensioners", of counts.
  std::int64_t persons = 0;
  std::string reference;  ///< project and indicator
};

/// A headcount that the document does not print, without which a programme of nation or region cannot project a
/// project.
struct StartingNeed {
  std::string name, programme, project;
  Money money;  ///< of the project
};

/// Something that was not read, was assumed or is to be filled in.
struct StartingTask {
  Money money;  ///< of the budget that rests on it; 0 where none does
  Place place;  ///< in the document; may be nowhere
  Message what;
};

/// Where a fact of the budget stands in the document.
struct StartingPlace {
  std::string fact, text;
  Place place;
};

struct AgencyStart {
  std::string name, level, region;
  std::string folder;                       ///< as -A takes it: "./beishan"
  BudgetDocument document;                  ///< each form names its programme
  std::map<std::string, Scheme> projected;  ///< programmes of nation and region that the budget has
  std::vector<std::string> left_out;        ///< those that it has not
  std::vector<StartingCount> counts;
  std::vector<StartingNeed> needs;
  std::set<int> read;                 ///< tables that were printed; the others are computed
  std::vector<std::string> unfilled;  ///< paths of values that its programmes read and nobody has stated
  std::vector<StartingTask> tasks;
  std::vector<StartingPlace> places;
  bool level_guessed = false;
  bool complete = true;  ///< nothing of the document was lost or guessed
};

/// What was read, where it stands in the document, what was not read and what is to be filled in, the most money first:
/// disburse/agency-start/1.
std::string agency_start_json(const AgencyStart& start, Language language);

/// Path below the agency's folder and text of each file: agency.toml, payers.toml, budgets/YEAR.toml, roster.toml,
/// calendar.toml, programmes/*.toml, scenarios/base.toml, where each fact stands in the document (places.csv) and the
/// list of tasks (待办.md), the most money first. Rows of nothing but zeros are no facts and are left out.
std::map<std::string, std::string> agency_files(const AgencyStart& start, Language language);

}  // namespace disburse
