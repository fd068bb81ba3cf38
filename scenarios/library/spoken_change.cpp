#include "scenarios/library/spoken_change.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <regex>
#include <utility>

namespace disburse {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t longest = 160;  // bytes of what can be a spoken value; longer texts are tables

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

/// Written marks and what they are in plain text.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> marks{{{"　", " "},
                                                                               {"\u00a0", " "},
                                                                               {"−", "-"},
                                                                               {"–", "-"},
                                                                               {"—", "-"},
                                                                               {"×", "x"},
                                                                               {"✕", "x"},
                                                                               {"、", ","},
                                                                               {"，", ","},
                                                                               {"。", ""},
                                                                               {"～", "~"},
                                                                               {"％", "%"},
                                                                               {"﹪", "%"}}};

/// U+FF01 to U+FF5E are the ASCII characters in full width: three bytes, EF BC 81 to EF BD 9E.
bool full_width(std::string_view text, char& plain) {
  if (text.size() < 3 || text[0] != '\xEF') return false;
  const auto second = static_cast<unsigned char>(text[1]);
  const auto third = static_cast<unsigned char>(text[2]);
  constexpr unsigned char low_page = 0xBC, high_page = 0xBD, first = 0x81, last = 0x9E, page = 0x40;
  if (second == low_page && third >= first) {
    plain = static_cast<char>(third - first + '!');
    return true;
  }
  if (second == high_page && third <= last) {
    plain = static_cast<char>(third - first + '!' + page);
    return true;
  }
  return false;
}

std::optional<Month> month_of(const std::string& year, const std::string& month) {
  int y = 0, m = 0;
  std::from_chars(year.data(), year.data() + year.size(), y);
  std::from_chars(month.data(), month.data() + month.size(), m);
  constexpr int first_year = 1800, last_year = 2999, months = 12;
  if (y < first_year || y > last_year || m < 1 || m > months) return std::nullopt;
  return Month(y, m);
}

/// `number` (digits, at most one point) with its point moved `places` to the right: exact, unlike a product.
std::string shifted(std::string number, std::size_t places) {
  const auto point = number.find('.');
  std::string decimals = point == std::string::npos ? "" : number.substr(point + 1);
  number.resize(std::min(number.size(), point));
  const std::size_t moved = std::min(places, decimals.size());
  number += decimals.substr(0, moved) + std::string(places - moved, '0');
  decimals.erase(0, moved);
  const auto digit = number.find_first_not_of('0');
  number = digit == std::string::npos ? "0" : number.substr(digit);
  return decimals.empty() ? number : number + "." + decimals;
}

constexpr std::array<std::string_view, 12> month_numerals{"一", "二", "三", "四", "五",   "六",
                                                          "七", "八", "九", "十", "十一", "十二"};

/// Months and years in Chinese numerals as digits: "九月" as "9月", "二〇二五年" as "2025年".
std::string with_digits(std::string text) {
  static const std::array<std::string_view, 10> digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  for (std::size_t at = text.find("年"); at != std::string::npos; at = text.find("年", at + 1)) {
    constexpr std::size_t width = 3, of_year = 4;  // bytes of a character; digits
    if (at < width * of_year) continue;
    std::string year;
    for (std::size_t d = 0; d < of_year; ++d) {
      const auto found = std::find(digits.begin(), digits.end(), text.substr(at - width * (of_year - d), width));
      if (found != digits.end()) year += std::to_string(found - digits.begin());
    }
    if (year.size() != of_year) continue;
    text.replace(at - width * of_year, width * of_year, year);
    at = 0;
  }
  for (std::size_t m = month_numerals.size(); m > 0; --m) {  // 十二 before 二
    const std::string said = std::string(month_numerals[m - 1]) + "月";
    for (std::size_t at = text.find(said); at != std::string::npos; at = text.find(said))
      text.replace(at, said.size(), std::to_string(m) + "月");
  }
  return text;
}

const char* const number = R"((\d+(?:\.\d+)?))";

std::regex pattern(const std::string& text) { return std::regex(text, std::regex::ECMAScript | std::regex::optimize); }

/// "+10%", "提高 10%", "下调5%", "x1.1", "1.1倍", "提高60元" as "+=60元"; empty when the text is no relative change.
std::optional<std::string> relative_value(const std::string& text) {
  static const std::regex sign = pattern(R"(^([+-])\s*)" + std::string(number) + R"(\s*%$)");
  static const std::regex more =
      pattern(R"(^(?:上调|提高|增加|增长|上涨|上浮|多)\s*)" + std::string(number) + R"(\s*%$)");
  static const std::regex less = pattern(R"(^(?:下调|降低|减少|下降|下浮|少)\s*)" + std::string(number) + R"(\s*%$)");
  static const std::regex times = pattern(R"(^[xX*]\s*)" + std::string(number) + "$");
  static const std::regex fold = pattern("^" + std::string(number) + R"(\s*倍$)");
  static const std::regex raised = pattern(R"(^(?:上调|提高|增加|增长|上涨|上浮|多)\s*([\d,.]+\s*[^\d%\s]\S*)$)");
  static const std::regex signed_amount = pattern(R"(^([+-])\s*([\d,.]+\s*[^\d%,.\s]\S*)$)");
  static const std::regex lowered = pattern(R"(^(?:下调|降低|减少|下降|下浮|少)\s*([\d,.]+\s*[^\d%\s]\S*)$)");
  std::smatch found;
  if (std::regex_match(text, found, sign)) return found[1].str() + found[2].str() + "%";
  if (std::regex_match(text, found, more)) return "+" + found[1].str() + "%";
  if (std::regex_match(text, found, less)) return "-" + found[1].str() + "%";
  if (std::regex_match(text, found, times) || std::regex_match(text, found, fold)) return "x" + found[1].str();
  if (std::regex_match(text, found, raised)) return "+=" + spoken_value(found[1].str());
  if (std::regex_match(text, found, lowered)) return "-=" + spoken_value(found[1].str());
  if (std::regex_match(text, found, signed_amount)) return found[1].str() + "=" + spoken_value(found[2].str());
  return std::nullopt;
}

/// "9月", "4月,10月", "4,10月", "4月和10月" as "4,10"; empty when the text is no list of calendar months.
std::optional<std::string> month_list(const std::string& text) {
  static const std::regex list = pattern(R"(^\d{1,2}(?:月)?(?:份)?(?:\s*(?:,|和|及|与)\s*\d{1,2}(?:月)?(?:份)?)*月$)");
  static const std::regex one = pattern(R"(\d{1,2})");
  if (!std::regex_match(text, list) && !std::regex_match(text + "月", list)) return std::nullopt;
  if (text.find("月") == std::string::npos) return std::nullopt;
  std::string months;
  for (std::sregex_iterator at(text.begin(), text.end(), one), end; at != end; ++at)
    months += (months.empty() ? "" : ",") + at->str();
  return months;
}

/// Thousands separated, 万 without 元, what is counted behind the number.
std::optional<std::string> counted_value(std::string text) {
  static const std::regex grouped = pattern(R"(^([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?)\s*([^\d,.\s]\S*)?$)");
  static const std::regex ten_thousands =
      pattern("^" + std::string(number) + R"(\s*万\s*(?:人次|人|件|张|枚|户|次|个)?$)");
  static const std::regex things =
      pattern("^" + std::string(number) + R"(\s*(?:人次|人|件|张|枚|户|次|个月|周岁|岁|年)$)");
  static const std::regex hundred_millions = pattern(R"(^(-?)" + std::string(number) + R"()\s*亿\s*(?:元)?$)");
  static const std::regex priced = pattern(R"(^(-?)" + std::string(number) + R"()\s*(元|万元)\s*(?:[/／每].*)$)");
  std::smatch found;
  bool changed = false;
  if (std::regex_match(text, found, grouped)) {
    std::string digits = found[1].str();
    std::erase(digits, ',');
    text = digits + found[2].str();
    changed = true;
  }
  if (std::regex_match(text, found, ten_thousands)) {
    constexpr std::size_t places = 4;
    return shifted(found[1].str(), places);
  }
  if (std::regex_match(text, found, things)) return found[1].str();
  if (std::regex_match(text, found, hundred_millions)) return found[1].str() + "亿元";
  if (std::regex_match(text, found, priced)) return found[1].str() + found[3].str();
  return changed ? std::optional(text) : std::nullopt;
}

/// Four groups: year and month of one of the two writings.
const char* const month_words = R"((?:(\d{4})[-/](\d{1,2})(?:月)?|(\d{4})\s*年\s*(\d{1,2})\s*月))";

/// The month whose four groups begin at `first`.
std::optional<Month> month_in(const std::smatch& found, std::size_t first) {
  return found[first].matched ? month_of(found[first], found[first + 1]) : month_of(found[first + 2], found[first + 3]);
}

const char* const year_words = R"((\d{4})\s*(?:年)?)";

struct Period {
  std::optional<Month> from, until;
};

constexpr int december = 12;

std::optional<Period> in_year(const std::string& year) {
  const auto first = month_of(year, "1");
  if (!first) return std::nullopt;
  return Period{first, Month(first->year(), december)};
}

/// The period that `text` says and nothing else; `marked`: only where a word says that it is one.
std::optional<Period> period_of(const std::string& text, bool marked) {
  static const std::string only = R"((?:只在|仅在|只|仅限|仅|only in |only |in )\s*)";
  static const std::string since = R"((?:从|自|由|from |since )\s*)", on = R"(\s*(?:起|开始|以后|之后|onwards|on)?)";
  static const std::string to = R"(\s*(?:至|到|\.\.|~|to|until)\s*)", end = R"(\s*(?:止|为止|期间|内|有效|执行)?)";
  static const std::string may = "(?:" + only + "|" + since + ")?";
  static const std::regex between = pattern("^" + may + month_words + to + month_words + end + "$");
  static const std::regex within = pattern("^" + may + month_words + to + R"((\d{1,2})\s*月)" + end + "$");
  static const std::regex only_month = pattern("^" + only + month_words + end + "$");
  static const std::regex only_year = pattern("^" + only + year_words + R"((?:全年)?)" + end + "$");
  static const std::regex from_month = pattern("^" + since + month_words + on + "$");
  static const std::regex from_year = pattern("^" + since + year_words + on + "$");
  static const std::regex bare_month = pattern("^" + std::string(month_words) + R"(\s*(?:起|\.\.)?$)");
  static const std::regex bare_year = pattern("^" + std::string(year_words) + "$");
  std::smatch found;
  constexpr std::size_t first_month = 1, second_month = 5;  // groups
  const auto window = [](std::optional<Month> first, std::optional<Month> last) -> std::optional<Period> {
    if (!first || !last) return std::nullopt;
    return Period{first, last};
  };
  const auto open = [](std::optional<Month> first) -> std::optional<Period> {
    return first ? std::optional(Period{first, std::nullopt}) : std::nullopt;
  };
  if (std::regex_match(text, found, between))
    return window(month_in(found, first_month), month_in(found, second_month));
  if (std::regex_match(text, found, within)) {
    const auto first = month_in(found, first_month);
    return first ? window(first, month_of(std::to_string(first->year()), found[second_month])) : std::nullopt;
  }
  if (std::regex_match(text, found, only_month))
    return window(month_in(found, first_month), month_in(found, first_month));
  if (std::regex_match(text, found, only_year)) return in_year(found[first_month]);
  if (std::regex_match(text, found, from_month)) return open(month_in(found, first_month));
  if (std::regex_match(text, found, from_year)) return open(month_of(found[first_month], "1"));
  if (marked) return std::nullopt;
  if (std::regex_match(text, found, bare_month)) return open(month_in(found, first_month));
  if (std::regex_match(text, found, bare_year)) return in_year(found[first_month]);
  return std::nullopt;
}

/// Whether a split there would part a number.
bool within_number(const std::string& text, std::size_t at) {
  const auto digit = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  return digit(text[at - 1]) && digit(text[at]);
}

/// Splits "660 只在 2025 年" and "从2025-07起 660" into value and period; the value alone where no period is said.
std::optional<Period> take_period(std::string& value) {
  if (value.empty() || value.size() > longest) return std::nullopt;
  for (std::size_t at = 1; at + 1 < value.size(); ++at) {
    if ((value[at] & '\xC0') == '\x80' || within_number(value, at)) continue;  // within a character
    const std::string left = trimmed(value.substr(0, at)), right = trimmed(value.substr(at));
    if (left.empty() || right.empty()) continue;
    if (auto period = period_of(with_digits(right), true)) {
      value = left.ends_with(',') ? trimmed(left.substr(0, left.size() - 1)) : left;
      return period;
    }
  }
  for (std::size_t at = value.size() - 1; at > 1; --at) {
    if ((value[at] & '\xC0') == '\x80' || within_number(value, at)) continue;
    const std::string left = trimmed(value.substr(0, at)), right = trimmed(value.substr(at));
    if (left.empty() || right.empty()) continue;
    if (auto period = period_of(with_digits(left.ends_with(',') ? left.substr(0, left.size() - 1) : left), true)) {
      value = right.starts_with(',') ? trimmed(right.substr(1)) : right;
      return period;
    }
  }
  return std::nullopt;
}

/// What `plain` says in the program's own writing; empty where it says nothing else than itself.
std::optional<std::string> value_in(const std::string& plain) {
  static const std::regex month = pattern("^" + std::string(month_words) + "(?:份)?$");
  if (auto relative = relative_value(plain)) return relative;
  std::smatch found;
  if (std::regex_match(plain, found, month)) {
    if (const auto one = month_in(found, 1)) return to_string(*one);
  }
  if (auto months = month_list(plain)) return months;
  return counted_value(plain);
}

}  // namespace

std::string plain_text(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    char narrow = 0;
    std::size_t taken = 1;
    bool known = false;
    for (const auto& [mark, instead] : marks) {
      if (!text.starts_with(mark)) continue;
      plain += instead;
      taken = mark.size();
      known = true;
      break;
    }
    if (!known && full_width(text, narrow)) {
      plain += narrow;
      taken = 3;
    } else if (!known) {
      plain += text.front();
    }
    text.remove_prefix(taken);
  }
  return trimmed(plain);
}

std::optional<Month> spoken_month(std::string_view text) {
  static const std::regex month = pattern("^" + std::string(month_words) + "(?:份)?$");
  static const std::regex digits = pattern(R"(^(\d{4})(\d{2})$)");
  if (text.size() > longest) return std::nullopt;
  const std::string plain = with_digits(plain_text(text));
  std::smatch found;
  if (std::regex_match(plain, found, month)) return month_in(found, 1);
  if (std::regex_match(plain, found, digits)) return month_of(found[1], found[2]);
  return std::nullopt;
}

std::optional<Date> spoken_date(std::string_view text) {
  static const std::regex day =
      pattern(R"(^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})\s*(?:日|号)?$)");
  if (text.size() > longest) return std::nullopt;
  const std::string plain = with_digits(plain_text(text));
  std::smatch found;
  if (!std::regex_match(plain, found, day)) return std::nullopt;
  const auto padded = [](const std::string& digits) { return digits.size() == 1 ? "0" + digits : digits; };
  return Date::parse(found[1].str() + "-" + padded(found[2]) + "-" + padded(found[3]));
}

std::optional<Money> spoken_money(std::string_view text) {
  static const std::regex amount = pattern(R"(^(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(\D*)$)");
  if (text.size() > longest) return std::nullopt;
  const std::string plain = plain_text(text);
  std::smatch found;
  if (!std::regex_match(plain, found, amount)) return std::nullopt;
  std::string digits = found[1].str(), unit = found[2].str();
  std::erase(digits, ',');
  if (unit == "亿" || unit == "万") unit += "元";
  return parse_money_with_unit(digits + unit);
}

std::string spoken_number(std::string_view text) {
  static const std::regex grouped = pattern(R"(^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$)");
  static const std::regex many = pattern("^" + std::string(number) + R"(\s*(千|万|亿)$)");
  if (text.size() > longest) return std::string(text);
  std::string plain = plain_text(text);
  std::smatch found;
  if (std::regex_match(plain, grouped)) std::erase(plain, ',');
  if (!std::regex_match(plain, found, many)) return plain;
  constexpr std::size_t thousand = 3, ten_thousand = 4, hundred_million = 8;
  return shifted(found[1].str(), found[2] == "千" ? thousand : found[2] == "万" ? ten_thousand : hundred_million);
}

bool read_window_text(std::string_view text, Month& first, std::optional<Month>& last) {
  std::optional<Month> from, until;
  // A month alone says neither that it ends nor that it does not, a bare number not even that it is a year.
  if (spoken_month(text) || plain_text(text).find_first_not_of("0123456789") == std::string::npos) return false;
  if (!read_period(text, from, until) || !from || (until && *until < *from)) return false;
  first = *from;
  last = until;
  return true;
}

std::optional<std::string> turned_months(std::string_view text) {
  std::optional<Month> from, until;
  if (!read_period(text, from, until) || !from || !until || *from <= *until) return std::nullopt;
  return to_string(*until) + ".." + to_string(*from);
}

std::string spoken_value(std::string_view text) {
  const std::string plain = plain_text(text);
  if (plain.size() > longest) return plain;
  return value_in(with_digits(plain)).value_or(plain);
}

bool read_period(std::string_view text, std::optional<Month>& from, std::optional<Month>& until) {
  if (text.size() > longest) return false;
  const auto period = period_of(with_digits(plain_text(text)), false);
  if (!period) return false;
  from = period->from;
  until = period->until;
  return true;
}

void understand(Override& change, InputErrors& errors) {
  change.path = plain_text(change.path);
  std::string value = plain_text(change.value);
  if (const auto period = take_period(value)) {
    if (change.from) {
      errors.add(change.place, change.path, "\"{}\" says its months twice"_m(change.value),
                 "the change has months of its own, from {}"_m(to_string(*change.from)), "Keep one of the two"_m);
    } else if (period->until && *period->until < *period->from) {
      errors.add(change.place, change.path, "\"{}\" ends before it begins"_m(change.value),
                 "the change would never be in force"_m, "Give a last month no earlier than the first"_m);
    } else {
      change.from = period->from;
      change.until = period->until;
    }
  }
  change.value = spoken_value(value);
}

}  // namespace disburse
