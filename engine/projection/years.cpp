#include "engine/projection/years.hpp"

#include <algorithm>
#include <map>

namespace disburse {
namespace {

struct YearKey {
  int year;
  std::size_t programme;
  friend auto operator<=>(const YearKey&, const YearKey&) = default;
};

struct Sums {
  Money line, outlay, benefits;
  double units = 0.0;
};

std::map<YearKey, Sums> sums_of(const RunResult& run) {
  std::map<YearKey, Sums> sums;
  for (const LedgerCell& cell : run.ledger) {
    if (!run.manifest.horizon.contains(cell.key.paid)) continue;
    Sums& sum = sums[{cell.key.paid.year(), cell.key.programme}];
    sum.outlay += cell.amount;
    if (traits_of(cell.key.kind).part_of_pay) sum.benefits += cell.amount;
    if (!cell.key.line.empty()) sum.line += cell.amount;
    sum.units += cell.persons;
  }
  return sums;
}

const FlowMonth* flow_in(const std::vector<PopulationFlow>& flows, std::optional<Scheme> scheme, int year) {
  for (const PopulationFlow& flow : flows) {
    if (!scheme || flow.scheme != *scheme) continue;
    for (const FlowMonth& one : flow.years) {
      if (one.month.year() == year) return &one;
    }
  }
  return nullptr;
}

YearOfProgramme year_of(const RunResult& run, const ProgrammeDefinition& definition, const ProgrammeResult& programme,
                        const Sums& sums, int year) {
  YearOfProgramme figure;
  figure.id = programme.id;
  figure.line = sums.line;
  figure.outlay = sums.outlay;
  figure.units = sums.units;
  for (const MonthlyFigure& month : programme.monthly) {
    if (month.month.year() == year) figure.headcount = std::max(figure.headcount, month.headcount);
  }
  const auto thousandths = static_cast<std::int64_t>(sums.units * 1000.0 + 0.5);
  if (thousandths > 0) {
    figure.average = Money::fen(rounded_quotient(Int128{sums.benefits.fen()} * 1000, thousandths, Rounding::half_up));
  }
  if (const FlowMonth* flow = flow_in(run.population, definition.scheme, year)) {
    figure.entrants = flow->entrants;
    figure.deaths = flow->deaths;
  }
  return figure;
}

std::vector<LineFigure> lines_in(const RunResult& run, const Budget& budget, int year) {
  std::vector<LineFigure> lines;
  for (const BudgetLine& line : budget.lines) lines.push_back({line.code, line.name, {}});
  for (const LedgerCell& cell : run.ledger) {
    if (cell.key.line.empty() || cell.key.paid.year() != year || !run.manifest.horizon.contains(cell.key.paid))
      continue;
    auto at = std::find_if(lines.begin(), lines.end(), [&](const LineFigure& l) { return l.code == cell.key.line; });
    if (at == lines.end()) at = lines.insert(lines.end(), {cell.key.line, "", {}});
    at->amount.projected += cell.amount;
  }
  return lines;
}

/// Money and rates are carried; months, choices and tables are rules that stand until they are changed.
bool can_be_carried(const Parameter& parameter) {
  switch (parameter.unit) {
    case Unit::yuan:
    case Unit::yuan_per_month:
    case Unit::yuan_per_year:
    case Unit::yuan_per_payment:
    case Unit::yuan_per_unit:
    case Unit::count:
    case Unit::yuan_by_step: return true;
    default: return false;
  }
}

}  // namespace

std::vector<YearFigure> years_of(const RunResult& run, const ProgrammeSet& programmes, const Budget& budget) {
  const std::map<YearKey, Sums> sums = sums_of(run);
  std::vector<YearFigure> years;
  const Horizon horizon = run.manifest.horizon;
  for (int year = horizon.first.year(); year <= (horizon.end() - 1).year(); ++year) {
    YearFigure figure;
    figure.year = year;
    figure.lines = lines_in(run, budget, year);
    for (std::size_t p = 0; p < programmes.size(); ++p) {
      const auto found = sums.find({year, p});
      figure.programmes.push_back(year_of(run, programmes[p]->definition(), run.programmes[p],
                                          found == sums.end() ? Sums{} : found->second, year));
      figure.line += figure.programmes.back().line;
      figure.outlay += figure.programmes.back().outlay;
    }
    years.push_back(std::move(figure));
  }
  return years;
}

std::vector<CarriedValue> carried_values(const RunResult& run, const ProgrammeSet& programmes,
                                         const ParameterTree& law) {
  std::map<std::string, CarriedValue> carried;
  const Month last = run.manifest.horizon.end() - 1;
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    Money later;
    for (const YearFigure& year : run.years) {
      if (year.year > run.fiscal_year) later += year.programmes[p].outlay;
    }
    std::vector<std::string> paths = parameters_of(programmes[p]->definition());
    for (const std::string& path : paths) {
      const Parameter& parameter = *law.find(path);
      const DatedValue& value = law.at(path, last);
      if (!can_be_carried(parameter) || parameter.extension || value.from.year() > run.fiscal_year) continue;
      CarriedValue& entry = carried[path];
      entry.path = path;
      entry.name = parameter.name;
      entry.value = value_text(value.value);
      entry.since = value.from;
      entry.outlay += later;
    }
  }
  std::vector<CarriedValue> result;
  for (auto& [path, entry] : carried) result.push_back(std::move(entry));
  std::stable_sort(result.begin(), result.end(),
                   [](const CarriedValue& a, const CarriedValue& b) { return a.outlay > b.outlay; });
  return result;
}

}  // namespace disburse
