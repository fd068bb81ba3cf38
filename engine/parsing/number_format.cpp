#include "engine/parsing/number_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace disburse {
namespace {

/// Calls `use` with every character that is not quoted, escaped or in brackets, until it says stop.
template <class Use>
void each_plain(std::string_view format, Use use) {
  bool quoted = false;
  bool bracketed = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '[' || c == ']')) {
      bracketed = c == '[';
    } else if (!quoted && !bracketed && !use(c)) {
      return;
    }
  }
}

}  // namespace

bool shows_date(std::string_view format) {
  bool found = false;
  each_plain(format, [&](char c) {
    found = std::string_view("yYmMdD").find(c) != std::string_view::npos;
    return !found;
  });
  return found;
}

bool is_builtin_date(int id) {
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

std::string_view builtin_format(int id) {
  switch (id) {
    case 1: return "0";
    case 2: return "0.00";
    case 3: return "#,##0";
    case 4: return "#,##0.00";
    case 37:
    case 38: return "#,##0";
    case 39:
    case 40: return "#,##0.00";
    default: return "";
  }
}

std::optional<int> decimals_shown_by(std::string_view format) {
  int decimals = -1;
  bool digits = false;
  bool plain = true;
  bool scaled = false;
  char last = 0;
  each_plain(format, [&](char c) {
    if (c == ';') return false;  // of positive numbers
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c == '0' || c == '#' || c == '?') {
      digits = true;
      if (decimals >= 0) ++decimals;
    } else if (c == ',') {
      scaled = last == 0;
    } else if (static_cast<unsigned char>(c) < 0x80U && c != ' ' && c != '-' && c != '(' && c != ')' && c != '$') {
      plain = false;  // E, %, /, @, a letter of a date, General
    }
    last = c;
    return true;
  });
  if (!plain || !digits || scaled || last == ',') return std::nullopt;  // a comma at the end shows thousands
  return std::max(decimals, 0);
}

std::string plain_number(double value) {
  const double shown = std::strtod(fmt::format("{:.15g}", value).c_str(), nullptr);
  return fmt::format("{}", shown);
}

std::string number_with(double value, int decimals) {
  // What is shown rounds the 15 digits, not the stored binary fraction: 1.005 shows 1.01.
  const std::string digits = plain_number(value);
  const auto point = digits.find('.');
  if (digits.find_first_of("en") != std::string::npos) return digits;
  const std::size_t has = point == std::string::npos ? 0 : digits.size() - point - 1;
  if (has <= static_cast<std::size_t>(decimals)) {
    if (decimals == 0) return digits;
    return digits + (point == std::string::npos ? "." : "") +
           std::string(static_cast<std::size_t>(decimals) - has, '0');
  }
  std::string kept = digits.substr(0, point + 1 + static_cast<std::size_t>(decimals));
  if (digits[point + 1 + static_cast<std::size_t>(decimals)] >= '5') {
    std::size_t at = kept.size();
    while (at > 0) {
      char& c = kept[--at];
      if (c == '.') continue;
      if (c == '-') break;
      if (c != '9') {
        ++c;
        at = kept.size();
        break;
      }
      c = '0';
    }
    if (at != kept.size()) kept.insert(kept.starts_with('-') ? 1 : 0, "1");
  }
  if (kept.ends_with('.')) kept.pop_back();
  return kept;
}

}  // namespace disburse
