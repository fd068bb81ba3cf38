#pragma once
// Numbers as a person reads them: signs on differences, thousands in counts, per cent for rates.
#include <optional>
#include <string>

#include "engine/base/money.hpp"

namespace disburse {

/// "+521.99", "-30.00", "0.00" in 万元.
std::string signed_wan_text(Money amount);
/// In 万元; "-" when there is none.
std::string wan_or_dash(const std::optional<Money>& amount);
/// "54,987.3" with `decimals` places and thousands.
std::string count_text(double count, int decimals);
std::string signed_count_text(double count, int decimals);
/// "101.73%"; "-" when there is none.
std::string percent_text(const std::optional<double>& fraction, int decimals = 2);

}  // namespace disburse
