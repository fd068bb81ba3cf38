#include "scenarios/office/units.hpp"

#include <array>
#include <string>

#include "scenarios/office/cleaned.hpp"

namespace disburse {
namespace {

struct Word {
  const char* text;
  ColumnUnit unit;
};

// Longer words first: 万元 holds 元.
constexpr std::array money_words{Word{"万元", ColumnUnit::wan_yuan}, Word{"千元", ColumnUnit::thousand_yuan},
                                 Word{"百元", ColumnUnit::hundred_yuan}, Word{"元", ColumnUnit::yuan}};

std::optional<ColumnUnit> money_unit(std::string_view text) {
  for (const Word& word : money_words) {
    if (text.find(word.text) != std::string_view::npos) return word.unit;
  }
  return std::nullopt;
}

/// What stands in the brackets of a text, one after the other.
std::string in_brackets(std::string_view text) {
  std::string inside;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::size_t length = rest.starts_with("（") || rest.starts_with("）") ? std::string_view("（").size() : 1;
    if (rest.starts_with("（") || rest.starts_with('(') || rest.starts_with('[')) {
      open = true;
    } else if (rest.starts_with("）") || rest.starts_with(')') || rest.starts_with(']')) {
      open = false;
      inside += ' ';
    } else if (open) {
      inside += rest.front();
    }
    at += length;
  }
  return inside;
}

}  // namespace

bool is_of_money(ColumnUnit unit) { return unit <= ColumnUnit::wan_yuan; }
bool is_of_date(ColumnUnit unit) { return unit == ColumnUnit::dot_month || unit == ColumnUnit::dot_two_digits; }
bool is_of_duration(ColumnUnit unit) { return !is_of_money(unit) && !is_of_date(unit); }

int yuan_in(ColumnUnit unit) {
  constexpr std::array factors{1, 100, 1000, 10'000};
  return is_of_money(unit) ? factors[static_cast<std::size_t>(unit)] : 1;
}

const char* written(ColumnUnit unit) {
  switch (unit) {
    case ColumnUnit::yuan: return "元";
    case ColumnUnit::hundred_yuan: return "百元";
    case ColumnUnit::thousand_yuan: return "千元";
    case ColumnUnit::wan_yuan: return "万元";
    case ColumnUnit::months: return "月";
    case ColumnUnit::years: return "年";
    case ColumnUnit::years_dot_months: return "年.月";
    case ColumnUnit::dot_month:
    case ColumnUnit::dot_two_digits: return "年.月";
  }
  return "";
}

std::optional<ColumnUnit> unit_in_heading(std::string_view heading) {
  const std::string text = without_blanks(heading);
  const std::string inside = in_brackets(text);
  if (const auto money = money_unit(inside)) return money;
  if (inside.find("年.月") != std::string::npos) return ColumnUnit::years_dot_months;
  if (inside.find("月") != std::string::npos && inside.find("年") == std::string::npos) return ColumnUnit::months;
  if (inside.find("年") != std::string::npos && inside.find("月") == std::string::npos) return ColumnUnit::years;
  if (text.find("月数") != std::string::npos || text.ends_with("/月")) return ColumnUnit::months;
  if (text.ends_with("/年")) return ColumnUnit::years;
  const std::size_t slash = text.find('/');
  if (slash != std::string::npos) return money_unit(std::string_view(text).substr(slash));
  if (text.find("万元") != std::string::npos) return ColumnUnit::wan_yuan;
  return std::nullopt;
}

std::optional<ColumnUnit> unit_in_title(std::string_view title) {
  const std::string text = without_blanks(title);
  constexpr std::string_view word = "单位";
  constexpr std::size_t near = 36;  // bytes of a dozen characters: 单位：人、万元
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    std::string_view behind = std::string_view(text).substr(at + word.size());
    if (!behind.starts_with(':') && !behind.starts_with("为")) continue;
    behind = behind.substr(0, near);
    if (const auto unit = money_unit(behind)) return unit;
  }
  const std::string inside = in_brackets(text);
  for (const Word& one : money_words) {
    if (inside == std::string(one.text) + " ") return one.unit;
  }
  return std::nullopt;
}

}  // namespace disburse
