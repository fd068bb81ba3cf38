#include "engine/replicates/measures.hpp"

#include <algorithm>

namespace disburse {

Measures::Measures(const ProgrammeSet& programmes, const Budget& budget, Horizon horizon)
    : horizon_(horizon), programmes_(programmes.size()) {
  for (const BudgetLine& line : budget.lines) lines_.push_back(line.code);
  const int first = horizon.first.year();
  const int last = (horizon.end() - 1).year();
  using What = Measure::What;
  for (int year = first; year <= last; ++year) {
    for (std::size_t p = 0; p < programmes.size(); ++p) {
      all_.push_back({What::programme, p, "", year, {}});
    }
    for (const BudgetLine& line : budget.lines) all_.push_back({What::line, 0, line.code, year, {}});
    all_.push_back({What::total, 0, "", year, {}});
  }
  for (int t = 0; t < horizon.count; ++t) {
    const Month month = horizon.month(t);
    for (const BudgetLine& line : budget.lines) all_.push_back({What::line_month, 0, line.code, month.year(), month});
    all_.push_back({What::total_month, 0, "", month.year(), month});
  }
}

std::vector<std::uint32_t> Measures::of(std::size_t programme, const std::string& line, Month paid) const {
  std::vector<std::uint32_t> indices;
  if (line.empty() || !horizon_.contains(paid)) return indices;
  const auto add = [&](std::size_t index) { indices.push_back(static_cast<std::uint32_t>(index)); };
  const auto years = static_cast<std::size_t>((horizon_.end() - 1).year() - horizon_.first.year() + 1);
  const std::size_t a_year = programmes_ + lines_.size() + 1;
  const std::size_t a_month = lines_.size() + 1;
  const std::size_t year = static_cast<std::size_t>(paid.year() - horizon_.first.year()) * a_year;
  const std::size_t month = years * a_year + static_cast<std::size_t>(paid - horizon_.first) * a_month;
  const auto own_line = static_cast<std::size_t>(std::find(lines_.begin(), lines_.end(), line) - lines_.begin());
  add(year + programme);
  if (own_line < lines_.size()) add(year + programmes_ + own_line);
  add(year + a_year - 1);
  if (own_line < lines_.size()) add(month + own_line);
  add(month + a_month - 1);
  return indices;
}

std::size_t Measures::find(Measure::What what, std::size_t programme, const std::string& line, int year) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Measure& measure) {
    return measure.what == what && measure.programme == programme && measure.line == line && measure.year == year;
  });
  return static_cast<std::size_t>(found - all_.begin());
}

}  // namespace disburse
