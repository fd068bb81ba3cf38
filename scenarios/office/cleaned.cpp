#include "scenarios/office/cleaned.hpp"

#include <algorithm>
#include <array>

namespace disburse {
namespace {

/// One character of UTF-8 and its length; a broken byte is a character of its own.
struct Character {
  char32_t code = 0;
  std::size_t length = 1;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const char32_t first = byte(0);
  if (first < 0x80U) return {first, 1};
  if (first >= 0xF0U)
    return {(first & 7U) << 18U | (byte(1) & 63U) << 12U | (byte(2) & 63U) << 6U | (byte(3) & 63U), 4};
  if (first >= 0xE0U) return {(first & 15U) << 12U | (byte(1) & 63U) << 6U | (byte(2) & 63U), 3};
  return {(first & 31U) << 6U | (byte(1) & 63U), 2};
}

bool has_no_width(char32_t c) {
  return c == 0xADU || (c >= 0x200BU && c <= 0x200FU) || (c >= 0x202AU && c <= 0x202EU) ||
         (c >= 0x2060U && c <= 0x2069U) || c == 0xFEFFU || c == 0x180EU || (c >= 0xFE00U && c <= 0xFE0FU);
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0U || (c >= 0x2000U && c <= 0x200AU) ||
         c == 0x202FU || c == 0x205FU || c == 0x3000U || c == 0x1680U || c == 0x2028U || c == 0x2029U || c == 0x85U;
}

/// Whether the text is printable ASCII without anything to be cleaned.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~' && c != '\'' && c != '='; });
}

}  // namespace

std::string cleaned(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  constexpr char32_t wide_first = 0xFF01U;
  constexpr char32_t wide_last = 0xFF5EU;
  constexpr char32_t wide_offset = 0xFEE0U;
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Character one = character_at(text, at);
    const bool bracket = one.code == 0xFF08U || one.code == 0xFF09U;  // （） of words
    if (is_blank(one.code))
      result += ' ';
    else if (!bracket && one.code >= wide_first && one.code <= wide_last)
      result += static_cast<char>(one.code - wide_offset);
    else if (one.code == 0x2212U || one.code == 0x2012U)  // signs that look like a minus
      result += '-';
    else if (!has_no_width(one.code))
      result += text.substr(at, one.length);
    at += one.length;
  }
  const auto trim = [&] {
    const std::size_t first = result.find_first_not_of(' ');
    const std::size_t last = result.find_last_not_of(' ');
    result = first == std::string::npos ? "" : result.substr(first, last - first + 1);
  };
  trim();
  if (result.size() >= 3 && result.starts_with("=\"") && result.ends_with('"'))
    result = result.substr(2, result.size() - 3);
  while (result.starts_with('\'')) result.erase(0, 1);
  trim();
  return result;
}

std::string without_blanks(std::string_view text) {
  std::string result = cleaned(text);
  std::erase(result, ' ');
  return result;
}

bool says_nothing(std::string_view text) {
  constexpr std::array nothing{"",   "-",    "--",   "—",    "——",   "/",   "\\",   "无",
                               "空", "暂无", "没有", "NULL", "null", "N/A", "None", "none"};
  return std::any_of(nothing.begin(), nothing.end(), [&](const char* word) { return text == word; });
}

bool says_no_date(std::string_view text) {
  constexpr std::array never{"0",       "0000-00-00", "00000000",   "0000/00/00",    "0000.00",    "000000",
                             "0000-00", "9999-12",    "9999-12-31", "99991231",      "9999/12/31", "9999.12.31",
                             "999912",  "9999.12",    "9999年12月", "9999年12月31日"};
  return says_nothing(text) || std::any_of(never.begin(), never.end(), [&](const char* word) { return text == word; });
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace disburse
