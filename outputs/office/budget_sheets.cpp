#include "outputs/office/budget_sheets.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/budget/paper_change.hpp"
#include "engine/budget/printed.hpp"
#include "outputs/office/budget_cells.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

constexpr lxw_col_t last_column = 3;  // of a form: levels one to three and the value

void text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& content, lxw_format* format) {
  written(worksheet_write_string(sheet, row, column, content.c_str(), format));
}

void wide(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t from, lxw_col_t to, const std::string& content,
          lxw_format* format) {
  if (from == to) return text(sheet, row, from, content, format);
  written(worksheet_merge_range(sheet, row, from, row, to, content.c_str(), format));
}

void pair(lxw_worksheet* sheet, lxw_row_t row, const std::string& name, const std::string& value,
          const WorkbookFormats& formats) {
  text(sheet, row, 0, name, formats.head);
  wide(sheet, row, 1, last_column, value, formats.text);
}

/// Equal names in one column become one cell.
void level_cells(lxw_worksheet* sheet, lxw_row_t top, const std::vector<BudgetIndicator>& rows, lxw_col_t column,
                 std::string BudgetIndicator::*level, lxw_format* format) {
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin + 1;
    while (end < rows.size() && rows[end].*level == rows[begin].*level) ++end;
    const auto first = static_cast<lxw_row_t>(top + begin);
    const auto last = static_cast<lxw_row_t>(top + end - 1);
    if (first == last) {
      text(sheet, first, column, rows[begin].*level, format);
    } else {
      written(worksheet_merge_range(sheet, first, column, last, column, (rows[begin].*level).c_str(), format));
    }
    begin = end;
  }
}

constexpr double level_widths[] = {14, 16, 34, 28};  // of the four columns of a form

double value_width() { return level_widths[1] + level_widths[2] + level_widths[3]; }

/// A named field over the whole breadth. Returns the next row.
lxw_row_t field(lxw_worksheet* sheet, lxw_row_t row, const std::string& name, const std::string& value,
                const WorkbookFormats& formats) {
  pair(sheet, row, name, value, formats);
  constexpr double least_height = 20.0;
  const double height = std::max(height_for(value, value_width()), height_for(name, level_widths[0]));
  worksheet_set_row(sheet, row, std::max(least_height, height), nullptr);
  return row + 1;
}

std::string lines_of(const std::vector<std::string>& texts) {
  std::string lines;
  for (const std::string& each : texts) lines += (lines.empty() ? "" : "\n") + each;
  return lines;
}

/// Text in a formula: marks doubled.
std::string in_formula(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

/// The cell's amount as text with as many decimals as `printed` has.
std::string amount_in_formula(const std::string& reference, const std::string& printed) {
  const int decimals = decimals_of(printed);
  return "TEXT(" + reference + ",\"" +
         (decimals == 0 ? "0" : "0." + std::string(static_cast<std::size_t>(decimals), '0')) + "\")";
}

/// Where `amount` stands in `text` as a number of its own.
std::size_t number_in(const std::string& text, const std::string& amount) {
  const auto part_of_number = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; };
  for (std::size_t at = text.find(amount); at != std::string::npos; at = text.find(amount, at + 1)) {
    const std::size_t end = at + amount.size();
    const bool alone = (at == 0 || !part_of_number(text[at - 1])) && (end == text.size() || !part_of_number(text[end]));
    if (alone) return at;
  }
  return std::string::npos;
}

/// What a cost indicator says of the form's amount, as a formula that follows the cell of it; empty where it says
/// nothing of it.
std::string following_formula(const std::string& text, const BudgetForm& form, const std::string& reference) {
  const std::size_t at = form.total.empty() ? std::string::npos : number_in(text, form.total);
  constexpr std::size_t longest = 200;  // a spreadsheet takes 255 characters of text in a formula
  if (at == std::string::npos || text.size() > longest) return "";
  const std::string before = text.substr(0, at), behind = text.substr(at + form.total.size());
  return "=" + (before.empty() ? "" : in_formula(before) + "&") + amount_in_formula(reference, form.total) +
         (behind.empty() ? "" : "&" + in_formula(behind));
}

/// The rows of indicators with their heads; what speaks of the form's amount follows `money`, the cell of it. Returns
/// the next row.
lxw_row_t indicator_rows(lxw_worksheet* sheet, lxw_row_t row, const BudgetForm& form, const std::string& money,
                         const WorkbookFormats& formats) {
  const std::vector<BudgetIndicator>& indicators = form.indicators;
  const char* const heads[] = {"一级指标", "二级指标", "三级指标", "指标值"};
  for (lxw_col_t c = 0; c <= last_column; ++c) text(sheet, row, c, heads[c], formats.head);
  const lxw_row_t top = row + 1;
  level_cells(sheet, top, indicators, 0, &BudgetIndicator::level1, formats.centre);
  level_cells(sheet, top, indicators, 1, &BudgetIndicator::level2, formats.centre);
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const auto at = static_cast<lxw_row_t>(top + i);
    text(sheet, at, 2, indicators[i].level3, formats.text);
    const std::string formula = money.empty() ? "" : following_formula(indicators[i].value, form, money);
    if (formula.empty())
      text(sheet, at, 3, indicators[i].value, formats.text);
    else
      written(worksheet_write_formula_str(sheet, at, 3, formula.c_str(), formats.text, indicators[i].value.c_str()));
    constexpr double least_height = 24.0;
    worksheet_set_row(sheet, at,
                      std::max({least_height, height_for(indicators[i].level3, level_widths[2]),
                                height_for(indicators[i].value, level_widths[3])}),
                      nullptr);
  }
  return static_cast<lxw_row_t>(top + indicators.size());
}

/// 项目资金 as the form prints it; where the tables say the money, as a formula that follows them (`money`, their
/// cell).
lxw_row_t money_field(lxw_worksheet* sheet, lxw_row_t row, const BudgetForm& form, const std::string& money,
                      const WorkbookFormats& formats) {
  const std::string whole = "年度资金总额：", appropriation = "　其中：财政拨款：", rest = "　其他资金：" + form.other;
  const std::string printed = whole + form.total + appropriation + form.fiscal + rest;
  const lxw_row_t next = field(sheet, row, "项目资金", printed, formats);
  if (money.empty() || printed_amount(form.fiscal) != printed_amount(form.total)) return next;
  const std::string formula = "=" + in_formula(whole) + "&" + amount_in_formula(money, form.total) + "&" +
                              in_formula(appropriation) + "&" + amount_in_formula(money, form.fiscal) + "&" +
                              in_formula(rest);
  written(worksheet_write_formula_str(sheet, row, 1, formula.c_str(), formats.text, printed.c_str()));
  return next;
}

void form_sheet(lxw_workbook* book, const BudgetDocument& document, const BudgetForm& form, ProjectChange change,
                std::size_t number, const BudgetCells& cells, const WorkbookFormats& formats) {
  const std::string name = fmt::format("绩效{}", number);
  lxw_worksheet* sheet = add_sheet(book, name, Page::portrait, Fit::one_page);
  for (lxw_col_t c = 0; c <= last_column; ++c) worksheet_set_column(sheet, c, c, level_widths[c], nullptr);
  wide(sheet, 0, 0, last_column, "部门项目支出预算绩效目标表", formats.title);
  worksheet_set_row(sheet, 0, 32, nullptr);
  wide(sheet, 1, 0, last_column, fmt::format("（{} 年度）　单位：万元", document.fiscal_year), formats.unit);
  lxw_row_t row = field(sheet, 2, "项目名称", marked_name(form.name, change, Language::zh), formats);
  row = field(sheet, row, "主管部门及代码", form.department + " " + form.department_code, formats);
  row = field(sheet, row, "实施单位", form.agency, formats);
  row = field(sheet, row, "项目属性", form.attribute + "　项目期：" + form.period, formats);
  const auto cell = cells.money_of(form);
  const std::string money = cell ? reference_to(*cell, name) : "";
  row = money_field(sheet, row, form, money, formats);
  row = field(sheet, row, "年度总体目标", lines_of(form.goals), formats);
  row = indicator_rows(sheet, row, form, money, formats);
  field(sheet, row, "综合评定等级", form.rating, formats);
}

double wan(Money amount) { return static_cast<double>(amount.fen()) / 1e6; }

/// Persons and the average of one component; their product is what the sheet's formula gives.
struct PaperFactors {
  double units, average;
  double amount() const { return units * average / 10'000.0; }
};

double rounded_to_fen(double yuan) { return std::round(yuan * 100.0) / 100.0; }

PaperFactors factors_of(const PaperRow& row, bool rounded) {
  const double average = row.units == 0.0 ? 0.0 : static_cast<double>(row.amount.fen()) / 100.0 / row.units;
  return {row.units, rounded ? rounded_to_fen(average) : average};
}

double sum_of(const std::vector<PaperFactors>& rows) {
  double sum = 0.0;
  for (const PaperFactors& row : rows) sum += row.amount();
  return sum;
}

bool prints_as(double sum, Money amount) { return std::round(sum * 100.0) == std::round(wan(amount) * 100.0); }

/// Averages in whole fen, as standards are, where the project's sum still rounds to what was projected; otherwise the
/// averages that give every amount as projected.
std::vector<PaperFactors> factors_of(const PaperProject& project) {
  std::vector<PaperFactors> rounded;
  std::vector<PaperFactors> exact;
  for (const PaperRow& row : project.rows) {
    rounded.push_back(factors_of(row, true));
    exact.push_back(factors_of(row, false));
  }
  const bool prints = prints_as(sum_of(rounded), project.projected);
  constexpr double tolerance = 0.001;  // ten yuan, in 万元
  const bool near = std::equal(rounded.begin(), rounded.end(), exact.begin(), [](const auto& a, const auto& b) {
    return std::abs(a.amount() - b.amount()) < tolerance;
  });
  return prints && near ? rounded : exact;
}

constexpr double reason_width = 34.0;

/// "数量 +12.00，标准 +3.00": what is not nothing, in 万元. Empty where nothing changed.
std::string reason_text(const PaperProject& project) {
  if (project.change != ProjectChange::kept) return "";
  const PaperChange change = change_of(project);
  std::string reasons;
  const auto add = [&](const char* name, Money amount) {
    constexpr Money least = Money::fen(5'000);  // half of what is printed
    if (amount < least && amount > -least) return;
    reasons += (reasons.empty() ? "" : "，") + std::string(name) + " " + signed_wan_text(amount);
  };
  add("数量", change.volume);
  add("标准", change.price);
  add("上年预算与上年测算之差", change.outlook);
  add("其他", change.rest);
  return reasons;
}

/// One project: its components as persons x average, their sum rounded as it enters the tables.
lxw_row_t paper_project(lxw_worksheet* sheet, lxw_row_t row, const PaperProject& project,
                        const WorkbookFormats& formats) {
  text(sheet, row, 0, marked_name(project.name, project.change, Language::zh), formats.text_bold);
  text(sheet, row, 1, project.line, formats.centre);
  for (lxw_col_t c = 2; c <= 4; ++c) written(worksheet_write_blank(sheet, row, c, formats.text));
  if (!project.rows.empty()) {
    written(worksheet_write_formula_num(sheet, row, 4,
                                        fmt::format("=SUM(E{}:E{})", row + 2, row + 1 + project.rows.size()).c_str(),
                                        formats.amount_bold, sum_of(factors_of(project))));
  }
  const lxw_row_t first = row + 1;
  const auto last = static_cast<lxw_row_t>(row + project.rows.size());
  const std::vector<PaperFactors> factors = factors_of(project);
  for (std::size_t i = 0; i < project.rows.size(); ++i) {
    const auto at = static_cast<lxw_row_t>(first + i);
    text(sheet, at, 0, "　" + project.rows[i].component, formats.text);
    text(sheet, at, 1, project.rows[i].unit, formats.centre);
    written(worksheet_write_number(sheet, at, 2, factors[i].units, formats.plain_number));
    written(worksheet_write_number(sheet, at, 3, factors[i].average, formats.amount));
    written(worksheet_write_formula_num(sheet, at, 4, fmt::format("=C{0}*D{0}/10000", at + 1).c_str(), formats.amount,
                                        factors[i].amount()));
    for (lxw_col_t c = 5; c <= 10; ++c) written(worksheet_write_blank(sheet, at, c, formats.text));
  }
  if (!project.rows.empty() && prints_as(sum_of(factors), project.drafted)) {
    written(worksheet_write_formula_num(sheet, row, 5, fmt::format("=ROUND(E{},2)", row + 1).c_str(),
                                        formats.amount_bold, wan(project.drafted)));
  } else {  // the document's own figure, not the projection's
    written(worksheet_write_number(sheet, row, 5, wan(project.drafted), formats.amount_bold));
  }
  written(worksheet_write_number(sheet, row, 6, wan(project.last_budget), formats.amount));
  written(worksheet_write_number(sheet, row, 7, wan(project.low), formats.amount));
  written(worksheet_write_number(sheet, row, 8, wan(project.high), formats.amount));
  written(worksheet_write_formula_num(sheet, row, 9, fmt::format("=MAX(0,I{0}-F{0})", row + 1).c_str(), formats.amount,
                                      wan(std::max(Money{}, project.high - project.drafted))));
  const std::string reasons = reason_text(project);
  text(sheet, row, 10, reasons, formats.text);
  worksheet_set_row(sheet, row, height_for(reasons, reason_width), nullptr);
  return last + 1;
}

constexpr std::size_t paper_top = 3;  // rows of title, unit, headings

/// What the projects' own rows sum to: projected, drafted, last year's budget.
lxw_row_t paper_totals(lxw_worksheet* sheet, lxw_row_t row, const BudgetPaper& paper, const WorkbookFormats& formats) {
  double projected = 0.0;
  Money drafted, last_budget;
  std::string projects;
  for (std::size_t p = 0; p < paper.projects.size(); ++p) {
    const PaperProject& project = paper.projects[p];
    projected += project.rows.empty() ? 0.0 : sum_of(factors_of(project));
    drafted += project.drafted;
    last_budget += project.last_budget;
    projects += fmt::format("{}{{0}}{}", projects.empty() ? "" : ",", paper_row_of(paper, p) + 1);
  }
  text(sheet, row, 0, "合计", formats.text_bold);
  for (lxw_col_t c = 1; c <= 10; ++c) written(worksheet_write_blank(sheet, row, c, formats.text));
  const auto sum = [&](char column, double value) {
    const std::string formula = "=SUM(" + fmt::format(fmt::runtime(projects), column) + ")";
    written(worksheet_write_formula_num(sheet, row, static_cast<lxw_col_t>(column - 'A'), formula.c_str(),
                                        formats.amount_bold, value));
  };
  sum('E', projected);
  sum('F', wan(drafted));
  sum('G', wan(last_budget));
  return row + 1;
}

}  // namespace

void form_sheets(lxw_workbook* book, const BudgetDocument& document, const BudgetPaper& paper, const BudgetCells& cells,
                 const WorkbookFormats& formats) {
  std::size_t number = 0;
  for (const BudgetForm& form : document.forms) {
    const auto project = std::find_if(paper.projects.begin(), paper.projects.end(),
                                      [&](const PaperProject& one) { return one.programme == form.programme; });
    const ProjectChange change = project == paper.projects.end() ? ProjectChange::kept : project->change;
    form_sheet(book, document, form, change, ++number, cells, formats);
  }
}

std::size_t paper_row_of(const BudgetPaper& paper, std::size_t project) {
  std::size_t row = paper_top;
  for (std::size_t p = 0; p < project; ++p) row += 1 + paper.projects[p].rows.size();
  return row;
}

void paper_sheet(lxw_workbook* book, const BudgetPaper& paper, const WorkbookFormats& formats) {
  lxw_worksheet* sheet = add_sheet(book, paper_sheet_name, Page::landscape, Fit::as_many_as_needed);
  constexpr lxw_col_t last = 10;
  constexpr double name_width = 38.0;
  constexpr double other_width = 12.5;
  worksheet_set_column(sheet, 0, 0, name_width, nullptr);
  worksheet_set_column(sheet, 1, last - 1, other_width, nullptr);
  worksheet_set_column(sheet, last, last, reason_width, nullptr);
  wide(sheet, 0, 0, last, fmt::format("{} 年项目支出测算依据", paper.year), formats.title);
  worksheet_set_row(sheet, 0, 32, nullptr);
  wide(sheet, 1, 0, last, "情景：" + (paper.title.empty() ? paper.scenario : paper.title), formats.unit);
  const char* const heads[] = {"项目和组成",
                               "科目或计量",
                               "数量（人次、件）",
                               "单价或人均（元）",
                               "金额（万元）",
                               "列入预算（万元）",
                               "上年预算（万元）",
                               "低（10%，万元）",
                               "高（90%，万元）",
                               "建议预备（万元）",
                               "增减原因（比上年预算，万元）"};
  for (lxw_col_t c = 0; c <= last; ++c) text(sheet, 2, c, heads[c], formats.head);
  worksheet_set_row(sheet, 2, 30, nullptr);
  worksheet_repeat_rows(sheet, 0, 2);
  worksheet_freeze_panes(sheet, 3, 1);
  auto row = static_cast<lxw_row_t>(paper_top);
  for (const PaperProject& project : paper.projects) row = paper_project(sheet, row, project, formats);
  if (!paper.projects.empty()) row = paper_totals(sheet, row, paper, formats);
  for (const Message& message : paper.notes) {
    const std::string note = say(Language::zh, message);
    wide(sheet, row, 0, last, note, formats.note);
    worksheet_set_row(sheet, row, height_for(note, name_width + (last - 1) * other_width + reason_width), nullptr);
    ++row;
  }
}

}  // namespace disburse
