#include "engine/evaluation/slider.hpp"

#include <map>

#include "engine/members/mortality.hpp"

namespace disburse {
namespace {

using Sums = std::map<LedgerKey, Int128>;

/// Exact sums of what falls on the city's lines.
Sums sums_of(const Evaluation& evaluation) {
  Sums sums;
  for (const auto& ledger : evaluation.ledgers) {
    for (const LedgerCell& cell : *ledger) {
      if (!cell.key.line.empty()) sums.emplace(cell.key, cell.exact);
    }
  }
  return sums;
}

}  // namespace

std::optional<Slider> Slider::of(Evaluator& evaluator, const std::function<Override(std::int64_t)>& at,
                                 std::int64_t low, std::int64_t base, std::int64_t high) {
  const auto probe = [&](std::int64_t value) { return sums_of(evaluator.evaluate({at(value)})); };
  const Sums first = probe(base);
  const Sums next = probe(base + 1);
  const std::pair<std::int64_t, Sums> ends[] = {{low, probe(low)}, {high, probe(high)}};
  Slider slider;
  for (const auto& [key, sum] : first) {
    const auto neighbour = next.find(key);
    if (neighbour == next.end()) return std::nullopt;
    const Int128 slope = neighbour->second - sum;
    for (const auto& [value, sums] : ends) {
      const auto there = sums.find(key);
      if ((there == sums.end() ? Int128{0} : there->second) != sum + slope * (value - base)) return std::nullopt;
    }
    slider.cells_.push_back({key.line, key.paid.year(), sum - slope * base, slope});
  }
  for (const auto& [value, sums] : ends) {  // what appears at an end alone is no straight line
    for (const auto& [key, sum] : sums) {
      if (sum != 0 && !first.contains(key)) return std::nullopt;
    }
  }
  return slider;
}

Money Slider::line_total(const std::string& line, int year, std::int64_t value) const {
  Money total;
  for (const Cell& cell : cells_) {
    if (cell.year != year || (!line.empty() && cell.line != line)) continue;
    total += Money::fen(rounded_quotient(cell.constant + cell.slope * value, certain, Rounding::half_up));
  }
  return total;
}

double Slider::person_payments(const std::string& line, int year) const {
  Int128 sum = 0;
  for (const Cell& cell : cells_) {
    if (cell.year == year && (line.empty() || cell.line == line)) sum += cell.slope;
  }
  return static_cast<double>(sum) / static_cast<double>(certain);
}

}  // namespace disburse
