#pragma once
// Quick sums (速算): lines as a fixed part and rates times person-payments, for a spreadsheet.
#include <string>
#include <vector>

#include "engine/base/money.hpp"

namespace disburse {

/// A flat rate and what one yuan of it pays on each line.
struct QuickRate {
  std::string path, name, unit;
  double yuan = 0.0;                    ///< now
  double low = 0.0, high = 0.0;         ///< it was tried here: the sums hold between
  std::vector<double> person_payments;  ///< by line
};

struct QuickSums {
  std::string scenario;
  int year = 0;
  std::vector<std::string> codes, names;  ///< of the lines that any rate moves
  std::vector<double> fixed;              ///< by line, yuan: what no rate of the list moves
  std::vector<Money> budget;              ///< by line; 0 without
  std::vector<Money> projected;           ///< by line
  std::vector<QuickRate> rates;
  double joint_error = 0.0;  ///< yuan: all rates at their high ends at once, against a full projection
};

}  // namespace disburse
