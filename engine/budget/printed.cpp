#include "engine/budget/printed.hpp"

#include <array>
#include <regex>

namespace disburse {
namespace {

constexpr std::string_view ten_thousand = "万";
// More than that is a serial number or a misprint, and products with it would not fit.
const Rate largest(1'000'000'000'000, 1);
// Longest first: 元/人/次 before 元.
constexpr std::array<std::string_view, 12> units = {"元/人/次", "元/人/月", "平方米", "元", "人", "张",
                                                    "枚",       "辆",       "年",     "月", "日", "%"};

bool is_number_part(char c) { return (c >= '0' && c <= '9') || c == '.'; }

std::string unit_at(std::string_view text) {
  for (const std::string_view unit : units) {
    if (text.starts_with(unit)) return std::string(unit);
  }
  return {};
}

}  // namespace

std::vector<Quantity> quantities_in(std::string_view text) {
  std::vector<Quantity> found;
  while (!text.empty()) {
    std::size_t length = 0;
    while (length < text.size() && is_number_part(text[length])) ++length;
    if (length == 0) {
      text.remove_prefix(1);
      continue;
    }
    std::string number(text.substr(0, length));
    text.remove_prefix(length);
    if (text.starts_with(ten_thousand)) {
      text.remove_prefix(ten_thousand.size());
      number += "/0.0001";
    }
    const auto value = Rate::parse(number);
    if (value && *value <= largest) found.push_back({*value, unit_at(text)});
  }
  return found;
}

std::vector<std::string> periods_in(const std::string& text) {
  static const std::regex span("([0-9]{4})年([0-9]{1,2})月(?:至|到|-|—|–|~)([0-9]{4})年([0-9]{1,2})月");
  std::vector<std::string> found;
  for (auto match = std::sregex_iterator(text.begin(), text.end(), span); match != std::sregex_iterator(); ++match) {
    const std::smatch& part = *match;
    found.push_back(part[1].str() + "年" + part[2].str() + "月至" + part[3].str() + "年" + part[4].str() + "月");
  }
  return found;
}

int decimals_of(std::string_view number) {
  const auto point = number.find('.');
  return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

}  // namespace disburse
