#include "engine/replicates/measures.hpp"

#include <algorithm>

namespace disburse {

Measures::Measures(const ProgrammeSet& programmes, const Budget& budget, Horizon horizon) : horizon_(horizon) {
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
  using What = Measure::What;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const Measure& measure = all_[i];
    const bool monthly = measure.what == What::line_month || measure.what == What::total_month;
    if (monthly ? measure.month != paid : measure.year != paid.year()) continue;
    bool counts = false;
    switch (measure.what) {
      case What::programme: counts = measure.programme == programme; break;
      case What::line:
      case What::line_month: counts = measure.line == line; break;
      case What::total:
      case What::total_month: counts = true; break;
    }
    if (counts) indices.push_back(static_cast<std::uint32_t>(i));
  }
  return indices;
}

std::size_t Measures::find(Measure::What what, std::size_t programme, const std::string& line, int year) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Measure& measure) {
    return measure.what == what && measure.programme == programme && measure.line == line && measure.year == year;
  });
  return static_cast<std::size_t>(found - all_.begin());
}

}  // namespace disburse
