#pragma once
// The workbook that an agency without a published document fills in (disburse template agency): a list of projects, and
// tables in which sums may be left blank.
#include <string>
#include <vector>

#include "engine/budget/budget.hpp"
#include "scenarios/published/published_tables.hpp"
#include "scenarios/published/published_units.hpp"

namespace disburse {

/// The columns of the list of projects, by their headings.
namespace project_columns {
inline constexpr const char* name = "项目名称";
inline constexpr const char* line = "科目编码";
inline constexpr const char* amount = "年度金额（万元）";
inline constexpr const char* indicator = "数量指标";
inline constexpr const char* value = "指标值";
}  // namespace project_columns

/// A form for each row with a name; rows without one add an indicator to the project above. `notes` takes rows that
/// cannot be read, `places` where each project stands.
std::vector<BudgetForm> read_project_list(const std::vector<PublishedLine>& lines, std::vector<ReadingNote>& notes,
                                          std::vector<FactPlace>& places);

/// Where the whole of table 2 or 3 was left blank: a row's total from its parts, sums of 款, 类 and the whole from the
/// rows below them. Tables whose whole is printed stay as they are.
void sum_blank_rows(PublishedTables& tables);

}  // namespace disburse
