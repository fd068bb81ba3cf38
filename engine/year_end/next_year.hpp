#pragma once
// The base of the year after (结转下年): members carried to 31 December, the adopted draft as the budget, and what the
// programmes remember of the year that ended.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/planning/next_year_result.hpp"
#include "engine/planning/track_record.hpp"
#include "engine/studies/year_budget.hpp"

namespace disburse {

struct NextYearRequest {
  YearBudgetRequest draft;                ///< of the year that begins
  std::optional<BudgetDocument> adopted;  ///< instead of the draft
  std::vector<Outturn> outturns;          ///< of the year that ended, in part or whole
  std::string name;                       ///< of the new base
  std::string budget, roster, before;     ///< names of the files that the new base refers to
  /// Whether the members are carried; else the new base takes an office's own roster of 31 December.
  bool carry_members = true;
};

/// Closes the year before `request.draft.year`. The scenario's members are projected to the end of that year under the
/// law as the scenario has it; who then is alive with what chance, on what pension, after how many months of service is
/// the new roster. Changes without an end and those that reach into the new year are kept as they are written.
///
/// A run of the new base has the cells of a run of `scenario` over both years in all months due and paid from January
/// on, but for what an expectation cannot hand over: payments due in the old year and paid in the new one
/// (`irregular.*`, arrears of an adjustment that is announced late), and deaths under what-ifs that change the old
/// year.
///
/// Errors: as draft_year; InputRejected where members come piece by piece, or the year is not the one after the
/// budget's.
NextYear next_year(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                   const NextYearRequest& request);

}  // namespace disburse
