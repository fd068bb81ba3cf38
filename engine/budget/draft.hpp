#pragma once
// Next year's budget (预算草案) in the official tables: the last document with new figures, every sum made again.
#include <map>
#include <string>
#include <vector>

#include "engine/budget.hpp"

namespace disburse {

/// An indicator of a performance form that says something new, or goes.
struct IndicatorText {
  std::string programme, level3;
  std::string new_level3;  ///< empty: as before
  std::string value;
  bool drop = false;
};

/// A term that the text explains (名词解释).
struct BudgetTerm {
  std::string name, meaning;
};

/// What a draft is made from. Amounts are rounded half up to 0.01 万元 once; every parent is the sum of its printed
/// children, so that the tables tie whatever was rounded.
struct DraftFigures {
  int year = 0;                           ///< the fiscal year drafted
  std::map<std::string, Money> projects;  ///< by programme; absent: as in the template
  std::map<std::string, Money> executed;  ///< last year's outturn by 项 code; absent: as in the template
  std::map<std::string, Money> basic;     ///< basic expenditure by 项 code; absent: as in the template
  std::map<std::string, Money> economic;  ///< basic expenditure by 款 code; absent: as in the template
  std::vector<IndicatorText> indicators;
  std::map<std::string, Money> last_year_public;  ///< table 4, last year's outturn by column name; absent: see below
};

/// The draft on the layout of `last`. For the template's own year the leaves stay and the sums are made again, which
/// tells whether the document adds up. For a later year headings move on, table 4's budget becomes last year's, its
/// outturn is taken as budgeted where nothing is given, and the text's figures, remarks and ties of the old document
/// fall away; a code that its own children do not start with takes theirs, and a remark says so. Where an indicator
/// prints the form's old amount, it prints the new one.
/// Errors: ProgramFault where an indicator is not in the template; the door checks it.
BudgetDocument draft_budget(const BudgetDocument& last, const DraftFigures& figures);

/// `amount` rounded half up to 0.01 万元.
Money to_printed(Money amount);
/// As the official tables print it: two decimals, "0" for nothing.
std::string printed_wan(Money amount);

}  // namespace disburse
