// A drafted year's budget: projects, what each rests on, the official tables.
#include <algorithm>

#include "engine/budget/adoption.hpp"
#include "engine/budget/layout.hpp"
#include "outputs/report/planning_exhibits.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

Exhibit projects_exhibit(const BudgetPaper& paper, bool draft, const Wording& words) {
  Exhibit one =
      exhibit_of("projects", words("项目支出：上年、本年与高低", "Projects: last year, this year, range"), words.unit(),
                 {name_column(words("项目", "project")),
                  {words("科目", "line"), ColumnType::code, 0, false, ""},
                  money_column(words("上年预算", "last budget")),
                  money_column(draft ? words("本年草案", "draft") : words("本年预算", "budget")),
                  difference_column(words("增减", "change")),
                  money_column(words("低", "low")),
                  money_column(words("高", "high")),
                  money_column(words("建议预备", "reserve"))});
  one.note = words(
      "本年数取各项假定基准值下的期望值；低、高为各项不确定假定合在一起的 10% 和 90%，围绕期望值给出，没有"
      "另外的均值和中位数。",
      "The budget is the expected value with assumptions at their base values; low and high: 10 and 90 % "
      "over the assumptions, around it; there is no mean or median beside it.");
  for (const PaperProject& project : paper.projects) {
    one.add({marked_name(project.name, project.change, words.language), project.line, project.last_budget,
             project.drafted, project.drafted - project.last_budget, project.low, project.high,
             std::max(Money{}, project.high - project.drafted)});
  }
  one.chart = chart_of(ChartKind::bars_across);
  one.chart->categories = row_names(one);
  one.chart->series = {money_series(one, 2), money_series(one, 3)};
  return one;
}

Exhibit grounds_exhibit(const BudgetPaper& paper, const Wording& words) {
  Exhibit one = exhibit_of(
      "grounds", words("测算依据：人次乘标准", "What each rests on: units times rate"), "",
      {name_column(words("项目", "project")), name_column(words("组成", "component")),
       count_column(words("人次或次数", "units"), 1), money_column(words("金额（万元）", "amount (10,000 yuan)"))});
  for (const PaperProject& project : paper.projects) {
    for (const PaperRow& row : project.rows) one.add({project.name, row.component, row.units, row.amount});
  }
  return one;
}

ExhibitColumn printed_column(const std::string& heading, PrintedCellKind kind) {
  switch (kind) {
    case PrintedCellKind::percent: return {heading, ColumnType::rate, 2, false, ""};
    case PrintedCellKind::amount:
    case PrintedCellKind::signed_amount: break;
  }
  return {heading, ColumnType::money, 2, false, ""};
}

/// How many of a printed table's columns stand before the amounts: code and name, a name, or nothing.
std::size_t names_before(const BudgetTable& table) {
  return table.rows.empty() ? 0 : table.headings.size() - table.rows.front().cells.size();
}

/// A column of codes, unless an agency prints something else there.
ExhibitColumn code_column(const BudgetTable& table, const std::string& heading) {
  const ExhibitColumn column{heading, ColumnType::code, 0, false, ""};
  const bool codes =
      std::all_of(table.rows.begin(), table.rows.end(), [&](const BudgetRow& row) { return fits(column, row.code); });
  return codes ? column : text_column(heading);
}

std::vector<ExhibitColumn> printed_columns(const BudgetTable& table) {
  constexpr std::size_t code_and_name = 2;
  const std::size_t names = names_before(table);
  const TableLayout* layout = find_layout(table.id);
  std::vector<ExhibitColumn> columns;
  for (std::size_t c = 0; c < table.headings.size(); ++c) {
    const std::string& heading = table.headings[c];
    if (c >= names) {
      columns.push_back(
          printed_column(heading, layout == nullptr ? PrintedCellKind::amount : cell_kind(layout->columns[c - names])));
    } else if (names == code_and_name && c == 0) {
      columns.push_back(code_column(table, heading));
    } else {
      columns.push_back(name_column(heading));
    }
  }
  return columns;
}

/// A printed cell as its column reads it; nothing where it is blank.
ExhibitCell printed_cell(const ExhibitColumn& column, const std::string& printed) {
  const std::optional<Money> amount = printed.empty() ? std::nullopt : printed_amount(printed);
  if (!amount) return {};
  if (column.type == ColumnType::money) return *amount;
  constexpr double fen_a_wan = 1e6, per_cent = 100.0;  // a percentage is printed like an amount
  return static_cast<double>(amount->fen()) / fen_a_wan / per_cent;
}

Exhibit table_exhibit(const BudgetTable& table, std::size_t number, const Wording& words) {
  Exhibit one =
      exhibit_of("table-" + std::to_string(number), table.id + " " + table.title, words.unit(), printed_columns(table));
  const std::size_t names = names_before(table);
  for (const BudgetRow& row : table.rows) {
    std::vector<ExhibitCell> cells;
    if (names > 1) cells.emplace_back(row.code);
    if (names > 0) cells.emplace_back(row.name);
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      cells.push_back(printed_cell(one.columns[names + c], row.cells[c]));
    one.add(std::move(cells));
  }
  return one;
}

Exhibit notes_exhibit(const BudgetPaper& paper, const Wording& words) {
  Exhibit one = exhibit_of("notes", words("编制口径", "How it was drafted"), "",
                           {count_column(words("序号", "no.")), text_column(words("说明", "note"))});
  for (const Message& note : paper.notes)
    one.add({static_cast<double>(one.rows.size() + 1), say(words.language, note)});
  return one;
}

}  // namespace

std::vector<Exhibit> draft_exhibits(const DraftedBudget& budget, const Wording& words) {
  std::vector<Exhibit> all{projects_exhibit(budget.paper, is_draft(budget.document), words),
                           grounds_exhibit(budget.paper, words)};
  for (const BudgetTable& table : budget.document.tables) all.push_back(table_exhibit(table, all.size(), words));
  all.push_back(notes_exhibit(budget.paper, words));
  return all;
}

}  // namespace disburse
