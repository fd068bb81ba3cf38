#include "scenarios/office/values.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <utility>
#include <vector>

#include "scenarios/office/cleaned.hpp"

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

/// How offices write values; the first word of each is the one that is written.
template <class T, std::size_t n>
using Words = std::array<std::pair<const char*, T>, n>;

template <class T, std::size_t n>
constexpr const char* word_of(const Words<T, n>& words, T value) {
  for (const auto& [word, meaning] : words) {
    if (meaning == value) return word;
  }
  return nullptr;
}
template <Coded T, std::size_t n>
constexpr bool all_have_words(const Words<T, n>& words) {
  for (const T value : enumerators<T>) {
    if (word_of(words, value) == nullptr) return false;
  }
  return true;
}
template <class T, std::size_t n>
std::optional<T> word_to(const Words<T, n>& words, std::string_view text) {
  const std::string_view bare = trimmed(text);
  for (const auto& [word, meaning] : words) {
    if (bare == word) return meaning;
  }
  return std::nullopt;
}

constexpr Words<Sex, 6> sexes{{{"男", Sex::male},
                               {"女", Sex::female},
                               {"1", Sex::male},
                               {"2", Sex::female},
                               {"男性", Sex::male},
                               {"女性", Sex::female}}};
constexpr Words<Scheme, 6> schemes{{{"机关事业", Scheme::civil_service},
                                    {"机关事业单位", Scheme::civil_service},
                                    {"企业职工", Scheme::enterprise},
                                    {"企业", Scheme::enterprise},
                                    {"城乡居民", Scheme::resident},
                                    {"居民", Scheme::resident}}};
constexpr Words<Role, 11> roles{{{"领取", Role::pensioner},
                                 {"正常发放", Role::pensioner},
                                 {"离退休", Role::pensioner},
                                 {"退休", Role::pensioner},
                                 {"待领取", Role::pensioner},
                                 {"在职", Role::active},
                                 {"缴费", Role::payer},
                                 {"正常缴费", Role::payer},
                                 {"离职", Role::leaver},
                                 {"转移", Role::leaver},
                                 {"转出", Role::leaver}}};
constexpr Words<Category, 6> categories{{{"普通", Category::ordinary},
                                         {"退休", Category::ordinary},
                                         {"", Category::ordinary},
                                         {"建国前老工人", Category::pre_liberation_worker},
                                         {"国企退休教师", Category::state_school_teacher},
                                         {"离休", Category::lixiu}}};
static_assert(all_have_words(sexes) && all_have_words(schemes) && all_have_words(roles) && all_have_words(categories));

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

namespace {

/// The text of a date without the time of day behind it, with - for every separator; empty where a time is none.
std::string date_parts(std::string_view raw) {
  std::string text = cleaned(raw);
  const std::size_t time = text.find_first_of("T ");
  if (time != std::string::npos && text.find(':', time) != std::string::npos) {
    const std::string_view clock = std::string_view(text).substr(time + 1);
    if (clock.find_first_not_of("0123456789:.Z ") != std::string_view::npos) return "";
    text.resize(time);
  }
  std::string parts;
  for (std::string_view rest = text; !rest.empty();) {
    if (rest.starts_with("年") || rest.starts_with("月") || rest.starts_with("日")) {
      parts += '-';
      rest.remove_prefix(std::string_view("年").size());
    } else {
      parts += rest.front();
      rest.remove_prefix(1);
    }
  }
  std::erase(parts, ' ');
  return parts;
}

std::optional<Month> checked_day(int year, int month, int day) {
  if (!checked_month(year, month)) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day)));
  return day >= 1 && date.ok() ? checked_month(year, month) : std::nullopt;
}

/// Digits in groups of three behind the first comma, or without commas at all.
bool is_grouped(std::string_view whole) {
  const std::size_t comma = whole.find(',');
  if (comma == std::string_view::npos) return true;
  constexpr std::size_t group = 4;  // a comma and three digits
  if (comma == 0 || comma > 3) return false;
  for (std::size_t at = comma; at < whole.size(); at += group) {
    if (whole[at] != ',' || whole.substr(at + 1, group - 1).size() != group - 1 ||
        whole.substr(at + 1, group - 1).find(',') != std::string_view::npos)
      return false;
  }
  return true;
}

std::optional<int> small_whole(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool sound = error == std::errc{} && end == digits.data() + digits.size() && value >= 0 && value < 100'000;
  return sound ? std::optional(value) : std::nullopt;
}

std::optional<int> months_in(std::string_view part) {
  for (const std::string_view unit : {"个月", "月"}) {
    if (part.ends_with(unit)) return small_whole(part.substr(0, part.size() - unit.size()));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Month> month_of(std::string_view raw) {
  const std::string text = date_parts(raw);
  constexpr std::size_t year_month = 6;
  constexpr std::size_t year_month_day = 8;
  if (text.empty() || text[0] < '0' || text[0] > '9') return std::nullopt;
  if (text.find_first_not_of("0123456789") == std::string::npos) {
    if (text.size() != year_month && text.size() != year_month_day) return std::nullopt;
    const int year = std::stoi(text.substr(0, 4));
    const int month = std::stoi(text.substr(4, 2));
    return text.size() == year_month ? checked_month(year, month)
                                     : checked_day(year, month, std::stoi(text.substr(year_month)));
  }
  const std::vector<int> parts = numbers_in(text, "-/.");
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  return parts.size() == 3 ? checked_day(parts[0], parts[1], parts[2]) : checked_month(parts[0], parts[1]);
}

std::optional<Money> money_of(std::string_view raw, ColumnUnit unit) {
  const std::string clean = cleaned(raw);
  std::string_view text = clean;
  int factor = yuan_in(unit);
  if (text.ends_with("yuan")) text.remove_suffix(4);
  if (text.ends_with("元")) text.remove_suffix(std::string_view("元").size());
  if (text.ends_with("万") && unit == ColumnUnit::yuan) {
    text.remove_suffix(std::string_view("万").size());
    factor = yuan_in(ColumnUnit::wan_yuan);
  }
  for (const std::string_view mark : {"¥", "￥"}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (!is_grouped(text.substr(0, text.find('.')))) return std::nullopt;
  int places = 2;  // decimals down to the fen
  for (int f = factor; f > 1; f /= 10) ++places;
  constexpr std::int64_t most = 1'000'000'000'000'000;
  std::int64_t fen = 0;
  int decimals = -1;
  bool digit = false;
  for (const char c : text) {
    if (c == ',' && decimals < 0) continue;
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9' && fen < most) {
      digit = true;
      if (decimals >= places) {
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
  for (int d = std::max(decimals, 0); d < places; ++d) {
    if (fen > most) return std::nullopt;
    fen *= 10;
  }
  return Money::fen(negative ? -fen : fen);
}

std::optional<std::int32_t> duration_of(std::string_view raw) {
  const std::string text = cleaned(raw);
  const std::size_t year = text.find("年");
  if (year != std::string::npos) {
    const std::string_view behind = std::string_view(text).substr(year + std::string_view("年").size());
    const auto years = small_whole(std::string_view(text).substr(0, year));
    const auto months = behind.empty() || behind == "整" ? std::optional(0) : months_in(behind);
    return years && months && *months < 12 ? std::optional(*years * 12 + *months) : std::nullopt;
  }
  if (const auto months = months_in(text)) return months;
  if (text.find('.') == std::string::npos) return small_whole(text);
  const auto hundredths = money_of(text);  // years with two decimals are read like yuan and fen
  if (!hundredths || *hundredths < Money{}) return std::nullopt;
  return static_cast<std::int32_t>((hundredths->fen() * 12 + 50) / 100);
}

std::optional<std::int32_t> duration_of(std::string_view raw, ColumnUnit unit) {
  const std::string text = cleaned(raw);
  const std::size_t point = text.find('.');
  if (text.find("年") != std::string::npos || text.ends_with("月")) return duration_of(text);
  const std::string_view fraction = point == std::string::npos ? "" : std::string_view(text).substr(point + 1);
  const auto whole = small_whole(std::string_view(text).substr(0, point));
  if (!whole || fraction.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  const bool round = fraction.find_first_not_of('0') == std::string_view::npos;
  if (unit == ColumnUnit::months) return round ? whole : std::nullopt;
  if (round) return *whole * 12;
  if (unit == ColumnUnit::years) return duration_of(text);
  const auto months = small_whole(fraction);
  return months && *months < 12 ? std::optional(*whole * 12 + *months) : std::nullopt;
}

std::optional<Sex> sex_of(std::string_view text) { return word_to(sexes, text); }
std::optional<Scheme> scheme_of(std::string_view text) { return word_to(schemes, text); }
std::optional<Role> role_of(std::string_view text) { return word_to(roles, text); }
std::optional<Category> category_of(std::string_view text) { return word_to(categories, text); }

const char* office_word(Sex sex) { return word_of(sexes, sex); }
const char* office_word(Scheme scheme) { return word_of(schemes, scheme); }
const char* office_word(Role role) { return word_of(roles, role); }
const char* office_word(Category category) { return word_of(categories, category); }

std::optional<bool> yes_or_no(std::string_view text) {
  constexpr Words<bool, 8> words{{{"是", true},
                                  {"否", false},
                                  {"1", true},
                                  {"0", false},
                                  {"", false},
                                  {"有", true},
                                  {"TRUE", true},
                                  {"FALSE", false}}};
  return word_to(words, text);
}

}  // namespace disburse
