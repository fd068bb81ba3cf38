#include "outputs/text/number_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace disburse {
namespace {

/// Commas into the whole part of "-1234567.8".
std::string grouped(std::string number) {
  const std::size_t begin = number.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(number.find('.'), number.size());
  while (at > begin + 3) {
    at -= 3;
    number.insert(at, ",");
  }
  return number;
}

bool is_zero(const std::string& number) { return number.find_first_of("123456789") == std::string::npos; }

}  // namespace

std::string signed_wan_text(Money amount) {
  const std::string text = wan_text(amount);
  return amount > Money() && !is_zero(text) ? "+" + text : text;
}

std::string wan_or_dash(const std::optional<Money>& amount) { return amount ? wan_text(*amount) : "-"; }

std::string count_text(double count, int decimals) {
  if (std::isnan(count)) return "*";  // suppressed: too few persons to publish
  std::string text = fmt::format("{:.{}f}", count, decimals);
  if (text.starts_with('-') && is_zero(text)) text.erase(0, 1);
  return grouped(text);
}

std::string signed_count_text(double count, int decimals) {
  const std::string text = count_text(count, decimals);
  return count > 0 && !is_zero(text) ? "+" + text : text;
}

std::string percent_text(const std::optional<double>& fraction, int decimals) {
  return fraction ? count_text(*fraction * 100, decimals) + "%" : "-";
}

}  // namespace disburse
