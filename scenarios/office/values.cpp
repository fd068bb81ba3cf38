#include "scenarios/office/values.hpp"

#include <charconv>
#include <utility>
#include <vector>

namespace disburse {
namespace {

/// Whole numbers of at most nine digits in `text`, in order; empty when anything but `allowed` stands between.
std::vector<int> numbers_in(std::string_view text, std::string_view allowed) {
  std::vector<int> numbers;
  for (std::size_t at = 0; at < text.size();) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    if (error == std::errc{} && text[at] != '-' && text[at] != '+') {
      numbers.push_back(value);
      at = static_cast<std::size_t>(end - text.data());
    } else if (allowed.find(text[at]) != std::string_view::npos) {
      ++at;
    } else {
      return {};
    }
  }
  return numbers;
}

std::optional<Month> checked_month(int year, int month) {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
  return Month(year, month);
}

template <class T>
std::optional<T> word(std::string_view text, std::initializer_list<std::pair<std::string_view, T>> words) {
  const std::string_view bare = trimmed(text);
  for (const auto& [name, value] : words) {
    if (bare == name) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view wide = "　";
  while (true) {
    if (!text.empty() &&
        (text.front() == ' ' || text.front() == '\t' || text.front() == '\'' || text.front() == '\n')) {
      text.remove_prefix(1);
    } else if (text.starts_with(wide)) {
      text.remove_prefix(wide.size());
    } else if (!text.empty() &&
               (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '\n')) {
      text.remove_suffix(1);
    } else if (text.ends_with(wide)) {
      text.remove_suffix(wide.size());
    } else {
      return text;
    }
  }
}

std::optional<Month> month_of(std::string_view raw) {
  std::string text;
  for (std::string_view rest = trimmed(raw); !rest.empty();) {
    if (rest.starts_with("年") || rest.starts_with("月") || rest.starts_with("日")) {
      text += '-';
      rest.remove_prefix(std::string_view("年").size());
    } else {
      text += rest.front();
      rest.remove_prefix(1);
    }
  }
  constexpr std::size_t year_month = 6;
  constexpr std::size_t year_month_day = 8;
  if (text.find_first_not_of("0123456789") == std::string::npos) {
    if (text.size() == year_month || text.size() == year_month_day) {
      const int year = std::stoi(text.substr(0, 4));
      const int month = std::stoi(text.substr(4, 2));
      if (text.size() == year_month) return checked_month(year, month);
      const auto date = Date::parse(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2));
      return date ? checked_month(date->year, date->month) : std::nullopt;
    }
    return std::nullopt;
  }
  if (text[0] < '0' || text[0] > '9') return std::nullopt;
  const std::vector<int> parts = numbers_in(text, "-/.");
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  if (parts.size() == 3 && (parts[2] < 1 || parts[2] > 31)) return std::nullopt;
  return checked_month(parts[0], parts[1]);
}

std::optional<Money> money_of(std::string_view raw) {
  std::string_view text = trimmed(raw);
  for (const std::string_view unit : {"元", "yuan"}) {
    if (text.ends_with(unit)) text.remove_suffix(unit.size());
  }
  for (const std::string_view mark : {"¥", "￥"}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  constexpr std::int64_t most = 1'000'000'000'000'000;
  std::int64_t fen = 0;
  int decimals = -1;
  bool digit = false;
  for (const char c : text) {
    if (c == ',' && decimals < 0 && digit) continue;
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9' && fen < most) {
      digit = true;
      if (decimals >= 2) {
        if (c != '0') return std::nullopt;  // a fraction of a fen is no amount that was paid
        continue;
      }
      fen = fen * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
    } else {
      return std::nullopt;
    }
  }
  if (!digit) return std::nullopt;
  for (int d = std::max(decimals, 0); d < 2; ++d) fen *= 10;
  return Money::fen(negative ? -fen : fen);
}

std::optional<std::int32_t> duration_of(std::string_view raw) {
  const std::string_view text = trimmed(raw);
  const std::size_t year = text.find("年");
  const auto whole = [](std::string_view digits) -> std::optional<int> {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool sound = error == std::errc{} && end == digits.data() + digits.size() && value >= 0 && value < 100'000;
    return sound ? std::optional(value) : std::nullopt;
  };
  const auto months_in = [&](std::string_view part) -> std::optional<int> {
    for (const std::string_view unit : {"个月", "月"}) {
      if (part.ends_with(unit)) return whole(part.substr(0, part.size() - unit.size()));
    }
    return std::nullopt;
  };
  if (year != std::string_view::npos) {
    const auto years = whole(text.substr(0, year));
    const std::string_view rest = text.substr(year + std::string_view("年").size());
    const auto months = rest.empty() ? std::optional(0) : months_in(rest);
    return years && months && *months < 12 ? std::optional(*years * 12 + *months) : std::nullopt;
  }
  if (const auto months = months_in(text)) return months;
  if (text.find('.') == std::string_view::npos) return whole(text);
  const auto hundredths = money_of(text);  // years with two decimals are read like yuan and fen
  if (!hundredths || *hundredths < Money{}) return std::nullopt;
  return static_cast<std::int32_t>((hundredths->fen() * 12 + 50) / 100);
}

std::optional<Sex> sex_of(std::string_view text) {
  return word<Sex>(text, {{"男", Sex::male},
                          {"女", Sex::female},
                          {"1", Sex::male},
                          {"2", Sex::female},
                          {"男性", Sex::male},
                          {"女性", Sex::female}});
}

std::optional<Scheme> scheme_of(std::string_view text) {
  return word<Scheme>(text, {{"机关事业", Scheme::civil_service},
                             {"机关事业单位", Scheme::civil_service},
                             {"企业职工", Scheme::enterprise},
                             {"企业", Scheme::enterprise},
                             {"城乡居民", Scheme::resident},
                             {"居民", Scheme::resident}});
}

std::optional<Role> role_of(std::string_view text) {
  return word<Role>(text, {{"领取", Role::pensioner},
                           {"正常发放", Role::pensioner},
                           {"离退休", Role::pensioner},
                           {"退休", Role::pensioner},
                           {"待领取", Role::pensioner},
                           {"在职", Role::active},
                           {"缴费", Role::payer},
                           {"正常缴费", Role::payer},
                           {"离职", Role::leaver},
                           {"转移", Role::leaver},
                           {"转出", Role::leaver}});
}

std::optional<Category> category_of(std::string_view text) {
  return word<Category>(text, {{"普通", Category::ordinary},
                               {"退休", Category::ordinary},
                               {"", Category::ordinary},
                               {"建国前老工人", Category::pre_liberation_worker},
                               {"国企退休教师", Category::state_school_teacher},
                               {"离休", Category::lixiu}});
}

std::optional<bool> yes_or_no(std::string_view text) {
  return word<bool>(text, {{"是", true}, {"否", false}, {"1", true}, {"0", false}, {"", false}});
}

}  // namespace disburse
