#pragma once
// A small table of steps (分档): from such an age, or such a grade, so much.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/money.hpp"

namespace disburse {

struct StepTable {
  struct Step {
    std::int64_t from = 0;
    Money amount;
    friend bool operator==(const Step&, const Step&) = default;
  };
  std::vector<Step> steps;  ///< in rising order of `from`

  /// "65: 2, 70: 4, 75: 6" in yuan; empty when malformed or not rising.
  static std::optional<StepTable> parse(std::string_view text);
  /// The amount of the highest step at or below `key`; zero below the first.
  Money at_least(std::int64_t key) const {
    Money amount;
    for (const Step& step : steps) {
      if (step.from > key) break;
      amount = step.amount;
    }
    return amount;
  }
  friend bool operator==(const StepTable&, const StepTable&) = default;
};

/// As it would be written in a TOML file.
std::string to_string(const StepTable& table);

}  // namespace disburse
