#pragma once
// What a budget draft shows beside its tables: the working paper (测算依据) with ranges and reserves.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/enumerators.hpp"
#include "engine/base/money.hpp"
#include "engine/budget/draft.hpp"

namespace disburse {

/// Persons times rate: one component of a project on the city's line.
struct PaperRow {
  std::string component, unit;
  double units = 0.0;
  Money amount;
  double last_units = 0.0;  ///< the year before, by the same projection; 0 where it has none
  Money last_amount;
};

/// How a project stands to the document before.
enum class ProjectChange : std::uint8_t { kept, added, ended };  // 延续, 新增, 取消
template <>
inline constexpr bool is_coded<ProjectChange> = true;

struct PaperProject {
  std::string programme, name, line;
  ProjectChange change = ProjectChange::kept;
  Money last_budget;  ///< in the budget before
  Money projected;    ///< what the engine expects, unrounded
  Money drafted;      ///< as printed
  Money low, high;    ///< by the uncertain assumptions
  std::vector<PaperRow> rows;
  std::string basis;  ///< what the figure rests on
};

/// One paragraph of the text that goes with the tables.
struct TextPassage {
  std::string section;   ///< by which an entry names it: 政府采购情况, or a line's code
  std::string heading;   ///< under which it stands
  std::string proposed;  ///< as this program says it
  std::string text;      ///< as it is printed: what was entered, or what is proposed
};

struct BudgetPaper {
  std::string scenario, title;
  int year = 0;
  std::vector<PaperProject> projects;
  std::vector<Message> notes;                     ///< what was carried or assumed
  std::vector<std::string> sections;              ///< of the text that only the agency can fill
  std::map<std::string, std::string> statements;  ///< what it says there
  std::vector<BudgetTerm> terms;                  ///< 名词解释
  std::vector<IndicatorText> replaced;            ///< indicators that were entered, with what was proposed
  std::vector<TextPassage> passages;              ///< of the text, in its order
};

}  // namespace disburse
