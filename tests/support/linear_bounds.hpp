#pragma once
// What an attacker can work out: the least and the greatest value of a sum of unknown numbers, none below 0, of which
// certain sums are published. Linear programmes, solved by the simplex method with Bland's rule (small ones only).
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace disburse {

struct PublishedSums {
  std::size_t unknowns = 0;
  std::vector<std::vector<double>> rows;  ///< one coefficient an unknown
  std::vector<double> values;

  void add(std::vector<double> row, double value) {
    row.resize(unknowns);
    rows.push_back(std::move(row));
    values.push_back(value);
  }
};

struct Bounds {
  double least = 0.0, greatest = 0.0;
  double width() const { return greatest - least; }
};

namespace linear_bounds_detail {

constexpr double nearly = 1e-7;

/// The tableau of the programme in canonical form; the last column is the right side.
class Tableau {
 public:
  explicit Tableau(const PublishedSums& sums) : unknowns_(sums.unknowns) {
    const std::size_t count = sums.rows.size();
    for (std::size_t r = 0; r < count; ++r) {
      std::vector<double>& row = rows_.emplace_back(unknowns_ + count + 1);
      const double sign = sums.values[r] < 0.0 ? -1.0 : 1.0;
      for (std::size_t i = 0; i < unknowns_; ++i) row[i] = sign * sums.rows[r][i];
      row[unknowns_ + r] = 1.0;
      row.back() = sign * sums.values[r];
      basis_.push_back(unknowns_ + r);
    }
  }

  /// Least value of the cost, which has one coefficient a column; none where there is no least.
  std::optional<double> minimise(const std::vector<double>& cost, std::size_t columns) {
    for (;;) {
      std::size_t enters = columns;
      for (std::size_t i = 0; i < columns && enters == columns; ++i) {
        if (reduced(cost, i) < -nearly) enters = i;
      }
      if (enters == columns) break;
      std::size_t leaves = rows_.size();
      double least = std::numeric_limits<double>::infinity();
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        if (rows_[r][enters] <= nearly) continue;
        const double ratio = rows_[r].back() / rows_[r][enters];
        if (ratio > least + nearly || (ratio > least - nearly && basis_[r] > basis_[leaves])) continue;
        least = std::min(least, ratio);
        leaves = r;
      }
      if (leaves == rows_.size()) return std::nullopt;
      pivot(leaves, enters);
    }
    double value = 0.0;
    for (std::size_t r = 0; r < rows_.size(); ++r) value += cost[basis_[r]] * rows_[r].back();
    return value;
  }

  std::size_t unknowns() const { return unknowns_; }
  std::size_t columns() const { return unknowns_ + rows_.size(); }
  /// Artificial unknowns that are still in the basis, at 0, leave it, or their rows say nothing new.
  void drop_artificial() {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (basis_[r] < unknowns_) continue;
      for (std::size_t i = 0; i < unknowns_; ++i) {
        if (std::abs(rows_[r][i]) <= nearly) continue;
        pivot(r, i);
        break;
      }
    }
  }

 private:
  double reduced(const std::vector<double>& cost, std::size_t column) const {
    double value = cost[column];
    for (std::size_t r = 0; r < rows_.size(); ++r) value -= cost[basis_[r]] * rows_[r][column];
    return value;
  }
  void pivot(std::size_t leaves, std::size_t enters) {
    const double by = rows_[leaves][enters];
    for (double& value : rows_[leaves]) value /= by;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const double times = rows_[r][enters];
      if (r == leaves || times == 0.0) continue;
      for (std::size_t i = 0; i < rows_[r].size(); ++i) rows_[r][i] -= times * rows_[leaves][i];
    }
    basis_[leaves] = enters;
  }

  std::size_t unknowns_;
  std::vector<std::vector<double>> rows_;
  std::vector<std::size_t> basis_;
};

}  // namespace linear_bounds_detail

/// Bounds of the sum that `row` asks for. Nothing where the published sums contradict each other.
inline std::optional<Bounds> bounds_of(const PublishedSums& sums, const std::vector<double>& row) {
  using linear_bounds_detail::Tableau;
  Tableau tableau(sums);
  std::vector<double> infeasible(tableau.columns(), 0.0);
  std::fill(infeasible.begin() + static_cast<std::ptrdiff_t>(sums.unknowns), infeasible.end(), 1.0);
  if (tableau.minimise(infeasible, tableau.columns()).value_or(1.0) > 1e-4) return std::nullopt;
  tableau.drop_artificial();
  const auto least = [&](double sign) {
    Tableau begun = tableau;
    std::vector<double> cost(begun.columns(), 0.0);
    for (std::size_t i = 0; i < row.size(); ++i) cost[i] = sign * row[i];
    return begun.minimise(cost, begun.unknowns());
  };
  Bounds bounds;
  bounds.least = least(1.0).value_or(-std::numeric_limits<double>::infinity());
  bounds.greatest = -least(-1.0).value_or(-std::numeric_limits<double>::infinity());
  return bounds;
}

}  // namespace disburse
