#pragma once
// Small tables of steps (分档): from such an age, such a grade or so many years, so much.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/money.hpp"

namespace disburse {

/// Steps in rising order of `from`; `Amount` is Money or Rate.
template <class Amount>
struct Steps {
  struct Step {
    std::int64_t from = 0;
    Amount amount;
    friend bool operator==(const Step&, const Step&) = default;
  };
  std::vector<Step> steps;

  /// The amount of the highest step at or below `key`; zero below the first.
  Amount at_least(std::int64_t key) const {
    Amount amount;
    for (const Step& step : steps) {
      if (step.from > key) break;
      amount = step.amount;
    }
    return amount;
  }
  bool contains(std::int64_t key) const {
    return !steps.empty() && key >= steps.front().from && key <= steps.back().from;
  }
  friend bool operator==(const Steps&, const Steps&) = default;
};

using StepTable = Steps<Money>;   ///< "65: 2, 70: 4, 75: 6" in yuan
using NumberTable = Steps<Rate>;  ///< "60: 139, 61: 132" or "30: 0.85, 35: 0.9"

/// Empty when malformed or not rising.
std::optional<StepTable> parse_step_table(std::string_view text);
std::optional<NumberTable> parse_number_table(std::string_view text);

/// As they would be written in a TOML file.
std::string to_string(const StepTable& table);
std::string to_string(const NumberTable& table);

}  // namespace disburse
