#include "engine/comparison/control.hpp"

#include <cmath>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

ControlLine amounts(Message name, Money left, Money right) {
  return {std::move(name), yuan_text(left), yuan_text(right), left == right};
}

ControlLine persons(Message name, double left, double right) {
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
    sheet.push_back(amounts("{}: months = year (line)"_m(programme.id), months_line, programme.amount.projected));
    sheet.push_back(amounts("{}: months = payers"_m(programme.id), months_paid, programme.outlay));
    projected += programme.amount.projected;
    outlay += programme.outlay;
  }
  sheet.push_back(amounts("ledger (lines) = programmes"_m, ledger_sum(run, true), projected));
  sheet.push_back(amounts("ledger (all) = outlay of the programmes"_m, ledger_sum(run, false), outlay));
  sheet.push_back(amounts("programmes = total"_m, projected, run.total.projected));
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
  sheet.push_back(amounts("lines = total (projected)"_m, projected, run.total.projected));
  const Money whole = run.total.budget ? budget.total : Money{};
  sheet.push_back(amounts("lines = total (budget)"_m, budgeted, whole));
  sheet.push_back(amounts("budgets of the programmes = budget"_m, programmes, whole));
}

void check_flows(const RunResult& run, std::vector<ControlLine>& sheet) {
  for (const PopulationFlow& flow : run.population) {
    const FlowMonth& year = flow.year;
    sheet.push_back(persons("{}: opening + entrants - deaths - others = closing"_m(to_string(flow.scheme)),
                            year.opening + year.entrants - year.deaths - year.other_exits, year.closing));
    for (std::size_t t = 1; t < flow.monthly.size(); ++t) {
      if (flow.monthly[t].opening == flow.monthly[t - 1].closing) continue;
      sheet.push_back(persons("{}: closing of a month = opening of the next"_m(to_string(flow.scheme)),
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
    sheet.push_back(amounts("{}: lines = programmes"_m(year.year), lines, year.line));
    sheet.push_back(amounts("{}: months = programmes"_m(year.year), months, year.line));
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
    if (!line.balanced) faults += "\n  " + english(line.name) + ": " + line.left + " / " + line.right;
  }
  if (!faults.empty()) throw ProgramFault("the control sheet does not balance, nothing is published:" + faults);
}

}  // namespace disburse
