#include "engine/comparison/budget_variance.hpp"

#include <algorithm>
#include <map>

#include "engine/comparison/meaning.hpp"

namespace disburse {
namespace {

/// Cells booked in the budget's fiscal year.
bool booked(const LedgerCell& cell, int fiscal_year) { return cell.key.paid.year() == fiscal_year; }

const std::string* line_name(const Budget& budget, const std::string& code) {
  const BudgetLine* line = budget.find_line(code);
  return line == nullptr ? nullptr : &line->name;
}

/// Monthly figures of one programme over the horizon, by month paid; later months of payment are added at the end.
std::vector<MonthlyFigure> monthly_figures(const std::vector<LedgerCell>& ledger, std::size_t programme,
                                           Horizon horizon) {
  std::vector<MonthlyFigure> months;
  for (int t = 0; t < horizon.count; ++t) months.push_back({horizon.month(t), 0.0, {}, {}});
  for (const LedgerCell& cell : ledger) {
    if (cell.key.programme != programme || !horizon.contains(cell.key.paid)) continue;
    MonthlyFigure& month = months[static_cast<std::size_t>(cell.key.paid - horizon.first)];
    month.headcount += cell.persons;
    month.paid += cell.amount;
    if (!cell.key.line.empty()) month.line += cell.amount;
  }
  return months;
}

std::vector<std::pair<Payer, Money>> by_payer(const std::vector<LedgerCell>& ledger, std::size_t programme,
                                              int fiscal_year) {
  std::map<Payer, Money> sums;
  for (const LedgerCell& cell : ledger) {
    if (cell.key.programme == programme && booked(cell, fiscal_year)) sums[cell.key.payer] += cell.amount;
  }
  return {sums.begin(), sums.end()};
}

/// The lines that a programme's city money falls on; basic expenditure has a budget on each of its lines.
std::vector<LineFigure> by_line(const std::vector<LedgerCell>& ledger, std::size_t position,
                                const ProgrammeDefinition& programme, const Budget& budget) {
  std::map<std::string, LineFigure> lines;
  if (programme.shape == Shape::planned_lines) {
    for (const BudgetItem& item : budget.basic_by_function)
      lines[item.code] = {item.code, item.name, {item.amount, {}}};
  } else if (!programme.line.empty()) {
    const std::string* name = line_name(budget, programme.line);
    lines[programme.line] = {
        programme.line, name == nullptr ? "" : *name, {budget_of_programme(programme, budget), {}}};
  }
  for (const LedgerCell& cell : ledger) {
    if (cell.key.programme != position || cell.key.line.empty() || !booked(cell, budget.fiscal_year)) continue;
    LineFigure& line = lines[cell.key.line];
    if (line.code.empty()) {
      const std::string* name = line_name(budget, cell.key.line);
      line.code = cell.key.line;
      line.name = name == nullptr ? "" : *name;
    }
    line.amount.projected += cell.amount;
  }
  std::vector<LineFigure> result;
  for (auto& [code, line] : lines) result.push_back(std::move(line));
  return result;
}

/// Basic expenditure by economic code: each 款 in even monthly parts, as its functional lines are.
std::vector<LineFigure> by_economic(const ProgrammeDefinition& programme, const Budget& budget, Horizon horizon) {
  std::vector<LineFigure> result;
  if (programme.shape != Shape::planned_lines) return result;
  int months = 0;
  for (int t = 0; t < horizon.count; ++t) months += horizon.month(t).year() == budget.fiscal_year ? 1 : 0;
  for (const BudgetItem& item : budget.basic_by_economic) {
    const Money projected = (item.amount * months).divided_by(12, programme.rounding);
    result.push_back({item.code, item.name, {item.amount, projected}});
  }
  return result;
}

ProgrammeResult programme_result(const RunResult& run, std::size_t position, const ProgrammeDefinition& programme,
                                 const Budget& budget) {
  ProgrammeResult result;
  result.id = programme.id;
  result.name = programme.name;
  result.name_en = programme.name_en;
  if (!programme.line.empty()) result.line = programme.line;
  result.basis = programme.basis;
  result.basis_reason = programme.basis_reason;
  result.basis_reason_en = programme.basis_reason_en;
  result.amount.budget = budget_of_programme(programme, budget);
  result.monthly = monthly_figures(run.ledger, position, run.manifest.horizon);
  result.by_line = by_line(run.ledger, position, programme, budget);
  result.by_economic = by_economic(programme, budget, run.manifest.horizon);
  result.by_payer = by_payer(run.ledger, position, budget.fiscal_year);
  for (const LineFigure& line : result.by_line) result.amount.projected += line.amount.projected;
  for (const auto& [payer, amount] : result.by_payer) result.outlay += amount;
  for (const MonthlyFigure& month : result.monthly) {
    if (month.month.year() == budget.fiscal_year && month.headcount > result.headcount.value_or(0.0))
      result.headcount = month.headcount;
  }
  return result;
}

/// The 项 lines of the budget in its order, then lines that have money but no budget.
std::vector<LineFigure> line_results(const RunResult& run, const Budget& budget) {
  std::vector<LineFigure> lines;
  for (const BudgetLine& line : budget.lines) lines.push_back({line.code, line.name, {line.total, {}}});
  for (const ProgrammeResult& programme : run.programmes) {
    for (const LineFigure& part : programme.by_line) {
      auto found = std::find_if(lines.begin(), lines.end(), [&](const LineFigure& l) { return l.code == part.code; });
      if (found == lines.end()) found = lines.insert(lines.end(), {part.code, part.name, {}});
      found->amount.projected += part.amount.projected;
    }
  }
  return lines;
}

BasisShare basis_share(const RunResult& run) {
  Money by_basis[3];
  Money whole;
  for (const ProgrammeResult& programme : run.programmes) {
    const Money budget = programme.amount.budget.value_or(Money{});
    by_basis[static_cast<std::size_t>(programme.basis)] += budget;
    whole += budget;
  }
  if (whole == Money{}) return {};
  const auto share = [&](Basis basis) {
    return static_cast<double>(by_basis[static_cast<std::size_t>(basis)].fen()) / static_cast<double>(whole.fen());
  };
  return {share(Basis::projected), share(Basis::calibrated), share(Basis::planned)};
}

std::vector<MonthlyFigure> monthly_total(const RunResult& run) {
  std::vector<MonthlyFigure> total;
  for (const ProgrammeResult& programme : run.programmes) {
    total.resize(programme.monthly.size());
    for (std::size_t t = 0; t < total.size(); ++t) {
      total[t].month = programme.monthly[t].month;
      total[t].headcount += programme.monthly[t].headcount;
      total[t].paid += programme.monthly[t].paid;
      total[t].line += programme.monthly[t].line;
    }
  }
  return total;
}

void report_overspending(RunResult& run) {
  for (const LineFigure& line : run.lines) {
    if (!line.amount.budget) {
      run.findings.push_back(
          {"line_without_budget", Severity::warning, "line {}"_m(line.code),
           "the line has no budget, projected are {} (10,000 yuan)."_m(wan_text(line.amount.projected))});
    } else if (line.amount.projected > *line.amount.budget && wan_text(*line.amount.difference()) != "0.00") {
      run.findings.push_back({"line_over_budget", Severity::warning, "line {}"_m(line.code + " " + line.name),
                              "projected are {}, which is {} above the budget (10,000 yuan)."_m(
                                  wan_text(line.amount.projected), wan_text(*line.amount.difference()))});
    }
  }
}

}  // namespace

std::vector<Payer> payers_of(const std::vector<ProgrammeResult>& programmes) {
  std::set<Payer> payers;
  for (const ProgrammeResult& programme : programmes) {
    for (const auto& [payer, amount] : programme.by_payer) payers.insert(payer);
  }
  return {payers.begin(), payers.end()};
}

std::optional<Money> Comparison::difference() const {
  return budget ? std::optional(projected - *budget) : std::nullopt;
}

std::optional<double> Comparison::execution_rate() const {
  if (!budget || *budget == Money{}) return std::nullopt;
  return static_cast<double>(projected.fen()) / static_cast<double>(budget->fen());
}

std::optional<Money> budget_of_programme(const ProgrammeDefinition& programme, const Budget& budget) {
  if (programme.shape == Shape::planned_lines) return budget.basic;
  const BudgetProject* project = budget.find_project(programme.project);
  return project == nullptr ? std::nullopt : std::optional(project->amount);
}

bool reaches_budget(const Budget& budget, Horizon horizon) {
  return horizon.first.year() <= budget.fiscal_year && budget.fiscal_year <= (horizon.end() - 1).year();
}

namespace {

/// The names of the budget's lines for a year of which no budget is known.
Budget names_of_lines(Budget budget, int year) {
  budget.fiscal_year = year;
  budget.version.clear();
  budget.carried.clear();
  return budget;
}

void forget_budgets(ProgrammeResult& programme) {
  programme.amount.budget.reset();
  for (std::vector<LineFigure>* lines : {&programme.by_line, &programme.by_economic}) {
    for (LineFigure& line : *lines) line.amount.budget.reset();
  }
}

void report_no_budget(RunResult& run, const Budget& known) {
  run.findings.push_back(
      {"no_budget_of_year", Severity::warning, "the year {}"_m(run.fiscal_year),
       "the data hold the budget of {} and none of {}: what is projected is held against no budget."_m(
           known.fiscal_year, run.fiscal_year)});
}

}  // namespace

void compare(RunResult& result, const ProgrammeSet& programmes, const Budget& budget, const ParameterTree& law) {
  const Horizon& horizon = result.manifest.horizon;
  const bool budgeted = reaches_budget(budget, horizon);
  const Budget own = budgeted ? budget : names_of_lines(budget, (horizon.end() - 1).year());
  result.fiscal_year = own.fiscal_year;
  result.budget_version = own.version;
  result.carried_over = own.carried;
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    const ProgrammeDefinition& definition = programmes[p]->definition();
    ProgrammeResult programme = programme_result(result, p, definition, own);
    if (!budgeted) forget_budgets(programme);
    programme.meaning = meaning_of(definition, programme, law, own.fiscal_year);
    result.programmes.push_back(std::move(programme));
  }
  result.lines = line_results(result, own);
  if (budgeted) result.total.budget = own.total;
  for (LineFigure& line : result.lines) {
    if (!budgeted) line.amount.budget.reset();
    result.total.projected += line.amount.projected;
  }
  result.basis_share = basis_share(result);
  result.monthly = monthly_total(result);
  budgeted ? report_overspending(result) : report_no_budget(result, budget);
}

}  // namespace disburse
