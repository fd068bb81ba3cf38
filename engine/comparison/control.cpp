#include "engine/control.hpp"

#include <cmath>

#include "engine/error.hpp"

namespace disburse {
namespace {

ControlLine amounts(std::string name, Money left, Money right) {
  return {std::move(name), yuan_text(left), yuan_text(right), left == right};
}

ControlLine persons(std::string name, double left, double right) {
  // The sums behind both sides are exact integers; a double carries about 11 digits of them.
  const bool same = std::abs(left - right) <= 1e-9 * std::max(1.0, std::abs(left));
  return {std::move(name), std::to_string(left), std::to_string(right), same};
}

Money ledger_sum(const RunResult& run, bool city_lines_only) {
  Money sum;
  for (const LedgerCell& cell : run.ledger) {
    if (cell.key.paid.year() != run.fiscal_year) continue;
    if (!city_lines_only || !cell.key.line.empty()) sum += cell.amount;
  }
  return sum;
}

void check_programmes(const RunResult& run, std::vector<ControlLine>& sheet) {
  Money projected;
  Money outlay;
  for (const ProgrammeResult& programme : run.programmes) {
    Money months_line;
    Money months_paid;
    for (const MonthlyFigure& month : programme.monthly) {
      if (month.month.year() != run.fiscal_year) continue;
      months_line += month.line;
      months_paid += month.paid;
    }
    sheet.push_back(amounts(programme.id + "：各月之和 = 全年（科目）", months_line, programme.amount.projected));
    sheet.push_back(amounts(programme.id + "：各月之和 = 各支付方之和", months_paid, programme.outlay));
    projected += programme.amount.projected;
    outlay += programme.outlay;
  }
  sheet.push_back(amounts("台账（科目）= 各项目之和", ledger_sum(run, true), projected));
  sheet.push_back(amounts("台账（全部）= 各项目全部支出之和", ledger_sum(run, false), outlay));
  sheet.push_back(amounts("各项目之和 = 合计", projected, run.total.projected));
}

void check_lines(const RunResult& run, const Budget& budget, std::vector<ControlLine>& sheet) {
  Money projected;
  Money budgeted;
  for (const LineFigure& line : run.lines) {
    projected += line.amount.projected;
    budgeted += line.amount.budget.value_or(Money{});
  }
  Money programmes;
  for (const ProgrammeResult& programme : run.programmes) programmes += programme.amount.budget.value_or(Money{});
  sheet.push_back(amounts("各科目之和 = 合计（预计）", projected, run.total.projected));
  sheet.push_back(amounts("各科目之和 = 合计（预算）", budgeted, budget.total));
  sheet.push_back(amounts("各项目预算之和 = 预算合计", programmes, budget.total));
}

void check_flows(const RunResult& run, std::vector<ControlLine>& sheet) {
  for (const PopulationFlow& flow : run.population) {
    const FlowMonth& year = flow.year;
    sheet.push_back(persons(std::string(to_string(flow.scheme)) + "：期初 + 新增 − 死亡 − 其他 = 期末",
                            year.opening + year.entrants - year.deaths - year.other_exits, year.closing));
    for (std::size_t t = 1; t < flow.monthly.size(); ++t) {
      if (flow.monthly[t].opening == flow.monthly[t - 1].closing) continue;
      sheet.push_back(persons(std::string(to_string(flow.scheme)) + "：上月期末 = 本月期初",
                              flow.monthly[t - 1].closing, flow.monthly[t].opening));
    }
  }
}

/// Every year's programmes, lines and months tell the same sum.
void check_years(const RunResult& run, std::vector<ControlLine>& sheet) {
  for (const YearFigure& year : run.years) {
    Money lines;
    Money months;
    for (const LineFigure& line : year.lines) lines += line.amount.projected;
    for (const MonthlyFigure& month : run.monthly) {
      if (month.month.year() == year.year) months += month.line;
    }
    const std::string name = std::to_string(year.year) + " 年：";
    sheet.push_back(amounts(name + "各科目之和 = 各项目之和", lines, year.line));
    sheet.push_back(amounts(name + "各月之和 = 各项目之和", months, year.line));
  }
}

}  // namespace

std::vector<ControlLine> control_sheet(const RunResult& result, const Budget& budget) {
  std::vector<ControlLine> sheet;
  check_programmes(result, sheet);
  check_lines(result, budget, sheet);
  check_flows(result, sheet);
  check_years(result, sheet);
  return sheet;
}

void check_control(RunResult& result, const Budget& budget) {
  result.control = control_sheet(result, budget);
  std::string faults;
  for (const ControlLine& line : result.control) {
    if (!line.balanced) faults += "\n  " + line.name + ": " + line.left + " / " + line.right;
  }
  if (!faults.empty()) throw ProgramFault("the control sheet does not balance, nothing is published:" + faults);
}

}  // namespace disburse
