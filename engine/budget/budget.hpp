#pragma once
// A published department budget (部门预算): the document as it is printed, and the appropriations derived
// from it.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/base/money.hpp"

namespace disburse {

/// One row of a printed table. Cells keep the printed text ("2.9", "0", "" for blank).
struct BudgetRow {
  int line = 0;         ///< line in the budget file
  int printed_row = 0;  ///< counts from 1; the two sides of one printed row have the same number
  int depth = 0;        ///< 0 = the table's first level; 类, 款, 项 are 0, 1, 2
  std::string key;  ///< code, "合计", or the path of names ("本年支出>卫生健康支出"); unique save for "无"
  std::string code;  ///< as printed; empty where the table has none
  std::string name;  ///< as printed, without the indent
  std::vector<std::string> cells;
};

/// One printed table, or one side of a table that prints income beside expense.
struct BudgetTable {
  std::string id;  ///< "表2", "表6收入"
  int line = 0;
  std::string title;
  std::vector<std::string> headings;  ///< printed headings of all columns, stacked ones joined by "/"
  std::vector<BudgetRow> rows;
};

/// One row of a performance form (绩效指标).
struct BudgetIndicator {
  int line = 0;
  std::string level1, level2, level3;
  std::string value;  ///< as printed; lines joined by "\n"
};

/// A standard that a form prints (600元/人/次), and how often a year it is paid.
struct BudgetStandard {
  int line = 0;
  std::string unit;  ///< "元/人/次"
  std::string yuan;  ///< "600"
  std::int64_t payments = 1;
  std::string persons;  ///< level-3 name of the indicator that counts those paid; empty when none does
};

/// One project's performance form (项目支出绩效目标表).
struct BudgetForm {
  int line = 0;
  std::string programme;  ///< our stable id
  std::string function;   ///< our mapping to a 项 code
  std::string name, department, department_code, agency, attribute, period;
  std::string total, fiscal, other;  ///< 万元 as printed
  std::vector<std::string> goals;
  std::vector<BudgetIndicator> indicators;
  std::string rating;
  std::vector<BudgetStandard> standards;
};

/// Which money of table 2 a sentence of the text speaks of.
enum class TextScope { whole, basic, project };

/// One figure of the explanatory text (部门预算情况说明). Empty text where a part is not printed.
struct TextFigure {
  int line = 0;
  std::string key, section, what;
  std::string amount;        ///< 万元
  std::string change;        ///< 万元 more than last year
  std::string percent;       ///< the change in per cent of last year
  std::string share, whole;  ///< per cent of the figure at the address `whole`
  std::string count;         ///< "5429人"
  std::string period;        ///< "2016年1月至2022年12月"
  std::string function;      ///< 项 code
  std::string programme;
  TextScope scope = TextScope::whole;
  std::vector<std::string> equals;         ///< addresses whose sum the amount claims to be
  std::vector<std::string> change_equals;  ///< the same for the change
  std::string count_equals;                ///< "表9/PROGRAMME/INDICATOR"
};

/// Two sums of cells that must be equal. An address that begins with "-" is subtracted.
struct BudgetTie {
  int line = 0;
  std::string code;  ///< of the finding
  Severity severity = Severity::error;
  std::vector<std::string> left, right;
  Message explain;
};

/// A fault of wording that was noted by a reader and cannot be computed.
struct BudgetRemark {
  int line = 0;
  std::string code, place;
  Message text;
};

/// The whole document, faults included.
struct BudgetDocument {
  std::string file;  ///< name without folder
  std::string title, agency, unit_code, version, source;
  int fiscal_year = 0;
  std::vector<BudgetTable> tables;
  std::vector<BudgetForm> forms;
  std::vector<TextFigure> figures;
  std::vector<BudgetTie> ties;
  std::vector<BudgetRemark> remarks;
};

const BudgetTable* find_table(const BudgetDocument& document, std::string_view id);
const BudgetRow* find_row(const BudgetTable& table, std::string_view key);
const BudgetForm* find_form(const BudgetDocument& document, std::string_view programme);

/// The amount of a printed cell in 万元; a blank is zero, text that is no amount is empty.
std::optional<Money> printed_amount(std::string_view text);

/// One 项 code of table 2.
struct BudgetLine {
  std::string code, name;
  Money basic, project, total, last_year_executed;
  friend bool operator==(const BudgetLine&, const BudgetLine&) = default;
};

/// One project and its year's money.
struct BudgetProject {
  std::string programme, name, line;
  Money amount;
  friend bool operator==(const BudgetProject&, const BudgetProject&) = default;
};

/// An amount under a code.
struct BudgetItem {
  std::string code, name;
  Money amount;
  friend bool operator==(const BudgetItem&, const BudgetItem&) = default;
};

/// The appropriations (预算) of one fiscal year, as the comparison uses them.
struct Budget {
  int fiscal_year = 0;
  std::string version;
  std::vector<BudgetLine> lines;              ///< 项 codes in the order of table 2
  std::vector<BudgetProject> projects;        ///< in the order of the forms
  std::vector<BudgetItem> basic_by_function;  ///< lines with basic money (基本支出) only
  std::vector<BudgetItem> basic_by_economic;  ///< 款 of table 3 with money only
  Money basic, project, total;                ///< sums of the lines
  std::vector<BudgetItem> carried;            ///< by line, of versions: carried over from the year before (结转)

  const BudgetLine* find_line(std::string_view code) const;
  const BudgetProject* find_project(std::string_view programme) const;
};

/// Derives the appropriations. The document must have tables 2 and 3, as every one that was read has.
Budget budget_of(const BudgetDocument& document);

}  // namespace disburse
