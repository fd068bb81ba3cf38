#include "engine/planning/published_score.hpp"

#include <cmath>

namespace disburse {
namespace {

std::optional<double> error_of(double estimate, Money outturn) {
  if (outturn == Money{}) return std::nullopt;
  const auto truth = static_cast<double>(outturn.fen());
  return (estimate - truth) / truth;
}

/// The latest account of the same thing in an earlier year.
const PublishedAccount* before(const std::vector<PublishedAccount>& accounts, const PublishedAccount& one) {
  const PublishedAccount* found = nullptr;
  for (const PublishedAccount& other : accounts) {
    if (other.agency != one.agency || other.what != one.what || other.year >= one.year) continue;
    if (found == nullptr || other.year > found->year) found = &other;
  }
  return found;
}

void add(std::optional<double>& sum, std::size_t& count, const std::optional<double>& error) {
  if (!error) return;
  sum = sum.value_or(0.0) + std::abs(*error);
  ++count;
}

void divide(std::optional<double>& sum, std::size_t count) {
  if (sum) *sum /= static_cast<double>(count);
}

}  // namespace

PublishedScores score_published(const std::vector<PublishedAccount>& accounts) {
  PublishedScores result;
  for (std::size_t a = 0; a < accounts.size(); ++a) {
    const PublishedAccount& one = accounts[a];
    PublishedScore score;
    score.account = a;
    if (one.estimate) score.program = error_of(static_cast<double>(one.estimate->fen()), one.outturn);
    if (one.budget) score.budget = error_of(static_cast<double>(one.budget->fen()), one.outturn);
    if (const PublishedAccount* last = before(accounts, one)) {
      const bool counted = one.heads && last->heads && *last->heads > 0;
      const double growth = counted ? static_cast<double>(*one.heads) / static_cast<double>(*last->heads) : 1.0;
      score.last_year = error_of(static_cast<double>(last->outturn.fen()) * growth, one.outturn);
      score.last_known = last->year;
    }
    add(result.program, result.of_program, score.program);
    add(result.budget, result.of_budget, score.budget);
    add(result.last_year, result.of_last_year, score.last_year);
    result.scores.push_back(score);
  }
  divide(result.program, result.of_program);
  divide(result.budget, result.of_budget);
  divide(result.last_year, result.of_last_year);
  return result;
}

}  // namespace disburse
