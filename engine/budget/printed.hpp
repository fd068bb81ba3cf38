#pragma once
// Numbers and periods inside printed Chinese text, as "16.4万人（预估）" or "2018年1月-2019年12月".
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/money.hpp"

namespace disburse {

/// A number with its unit; "5.5万人" is 55000 人.
struct Quantity {
  Rate value;
  std::string unit;  ///< "元", "人", "元/人/次", "%"...; empty when none that is known follows
  friend bool operator==(const Quantity&, const Quantity&) = default;
};
/// All numbers of the text up to 10^12, in order.
std::vector<Quantity> quantities_in(std::string_view text);

/// All spans of months, written as "2018年1月至2019年12月" whatever dash the text uses.
std::vector<std::string> periods_in(const std::string& text);

/// Digits after the decimal point.
int decimals_of(std::string_view number);

}  // namespace disburse
