#include "engine/comparison/scenario_table.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/comparison/used_up.hpp"

namespace disburse {
namespace {

/// The month in which the budget is used up, where the whole year exceeds it.
TabledAmount held_against(const std::optional<Money>& budget, Money amount, const MonthlyLine& months) {
  TabledAmount one{amount, std::nullopt, budget && amount > *budget};
  if (one.over) one.used_up = used_up(*budget, months);
  return one;
}

MonthlyLine months_of(const std::vector<MonthlyFigure>& figures, int year) {
  MonthlyLine months;
  for (const MonthlyFigure& figure : figures) {
    if (figure.month.year() == year) months[figure.month] += figure.line;
  }
  return months;
}

class TableMaker {
 public:
  explicit TableMaker(const std::vector<RunResult>& runs) : runs_(runs), base_(runs.front()) {}

  ScenarioTable table() const {
    ScenarioTable table{base_.manifest, base_.fiscal_year, {}, {}, {}, ""};
    for (const RunResult& run : runs_) {
      table.scenarios.push_back(
          {run.scenario.name, run.scenario.title, run.manifest.roster_digest == base_.manifest.roster_digest});
    }
    for (std::size_t y = 0; y < base_.years.size(); ++y) add_year(table, y);
    return table;
  }

 private:
  void add_year(ScenarioTable& table, std::size_t y) const {
    const YearFigure& year = base_.years[y];
    table.years.push_back(year.year);
    for (std::size_t p = 0; p < year.programmes.size(); ++p) table.rows.push_back(programme_row(y, p));
    for (std::size_t l = 0; l < year.lines.size(); ++l) table.rows.push_back(line_row(y, l));
    TabledRow total{TabledRow::Of::total, "", "", "", year.year, budget_in(year.year, base_.total), {}};
    for (const RunResult& run : runs_) {
      total.amounts.push_back(held_against(total.budget, run.years[y].line, months_of(run.monthly, year.year)));
    }
    table.rows.push_back(std::move(total));
  }

  TabledRow programme_row(std::size_t y, std::size_t p) const {
    const ProgrammeResult& programme = base_.programmes[p];
    const int year = base_.years[y].year;
    TabledRow row{TabledRow::Of::programme,
                  programme.id,
                  programme.name,
                  programme.name_en,
                  year,
                  budget_in(year, programme.amount),
                  {}};
    for (const RunResult& run : runs_) {
      EXPECT(run.programmes[p].id == programme.id);
      row.amounts.push_back(
          held_against(row.budget, run.years[y].programmes[p].line, months_of(run.programmes[p].monthly, year)));
    }
    return row;
  }

  TabledRow line_row(std::size_t y, std::size_t l) const {
    const LineFigure& line = base_.years[y].lines[l];
    const int year = base_.years[y].year;
    const auto budgeted = std::find_if(base_.lines.begin(), base_.lines.end(),
                                       [&](const LineFigure& one) { return one.code == line.code; });
    TabledRow row{TabledRow::Of::line, line.code, line.name, "", year, std::nullopt, {}};
    if (budgeted != base_.lines.end()) row.budget = budget_in(year, budgeted->amount);
    for (const RunResult& run : runs_) {
      EXPECT(run.years[y].lines[l].code == line.code);
      row.amounts.push_back(
          held_against(row.budget, run.years[y].lines[l].amount.projected, months_of_line(run, line.code, year)));
    }
    return row;
  }

  std::optional<Money> budget_in(int year, const Comparison& amount) const {
    return year == base_.fiscal_year ? amount.budget : std::nullopt;
  }

  const std::vector<RunResult>& runs_;
  const RunResult& base_;
};

}  // namespace

bool TabledRow::differs() const {
  return std::any_of(amounts.begin(), amounts.end(),
                     [&](const TabledAmount& one) { return one.amount != amounts.front().amount; });
}

ScenarioTable scenario_table(const std::vector<RunResult>& runs) {
  EXPECT(!runs.empty());
  for (const RunResult& run : runs) {
    EXPECT(run.manifest.horizon == runs.front().manifest.horizon && run.years.size() == runs.front().years.size());
  }
  return TableMaker(runs).table();
}

}  // namespace disburse
