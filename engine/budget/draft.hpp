#pragma once
// Next year's budget (预算草案) in the official tables: the last document with new figures, every sum made again.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/base/enumerators.hpp"
#include "engine/budget/budget.hpp"

namespace disburse {

/// An indicator of a performance form that says something new, or goes.
struct IndicatorText {
  std::string programme, level3;
  std::string new_level3;  ///< empty: as before
  std::string value;
  bool drop = false;
};

/// Whom an indicator of a new form speaks of.
enum class IndicatorOf { any, persons, business };  // 所有项目, 发放到人的项目, 按业务量计的项目
template <>
inline constexpr bool is_coded<IndicatorOf> = true;

/// The form of a project that the last document lacks: texts with {placeholders}, as forms of known projects have them.
struct NewFormText {
  struct Indicator {
    std::string level1, level2, level3, value;
    IndicatorOf of = IndicatorOf::any;
  };
  std::string attribute, rating;
  std::vector<std::string> goals;
  std::vector<Indicator> indicators;
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
  std::vector<BudgetForm> added;          ///< forms of projects that the template lacks; their amount is in `projects`
  std::set<std::string> ended;            ///< programmes of the template whose forms fall away
  std::map<std::string, std::string> line_names;  ///< of codes that table 2 lacks: 类, 款 and 项
  std::map<std::string, Money> executed;          ///< last year's outturn by 项 code; absent: as in the template
  std::map<std::string, Money> basic;             ///< basic expenditure by 项 code; absent: as in the template
  std::map<std::string, Money> economic;          ///< basic expenditure by 款 code; absent: as in the template
  std::vector<IndicatorText> indicators;
  std::map<std::string, Money> last_year_public;  ///< table 4, last year's outturn by column name; absent: see below
  std::map<std::string, Money> public_budget;  ///< table 4, the year's own by column name; absent: as in the template
};

/// The draft on the layout of `last`. For the template's own year the leaves stay and the sums are made again, which
/// tells whether the document adds up. For a later year headings move on, table 4's budget becomes last year's, its
/// outturn is taken as budgeted where nothing is given, and the text's figures, remarks and ties of the old document
/// fall away; a code that its own children do not start with takes theirs, and a remark says so. Where an indicator
/// prints the form's old amount, it prints the new one. Lines that have money and no row get one, with those above it.
/// Errors: ProgramFault where an indicator is not in the template, or a class has no row in table 1; the door checks
/// it.
BudgetDocument draft_budget(const BudgetDocument& last, const DraftFigures& figures);

/// What a later document changes in the list of projects: those with money that `last` lacks, and those of `last` with
/// money that have none any more. `projects` by programme, as printed.
struct ProjectChanges {
  std::set<std::string> added, ended;
};
ProjectChanges project_changes(const BudgetDocument& last, const std::map<std::string, Money>& projects);

/// Codes of 类, 款 and 项 that `figures` give money to and table 2 of `last` lacks, in order.
std::vector<std::string> missing_lines(const BudgetDocument& last, const DraftFigures& figures);

/// `amount` rounded half up to 0.01 万元.
Money to_printed(Money amount);
/// As the official tables print it: two decimals, "0" for nothing.
std::string printed_wan(Money amount);

}  // namespace disburse
