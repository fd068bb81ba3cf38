#pragma once
// The enumerators of an enumeration as the compiler knows them: how many there are, and their names, which are the
// codes of files. An enumerator stands in one place; what is reckoned, read or written for each of them is sized from
// here, so that a new one is met everywhere or the build fails.
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace disburse {

/// True for enumerations that count from 0 without gaps and whose names are the codes of files.
template <class Enum>
inline constexpr bool is_coded = false;
template <class Enum>
concept Coded = is_coded<Enum>;

namespace enumerators_detail {

/// "resident" of Scheme::resident; empty for a value without enumerator, which compilers write as "(Scheme)3".
template <class Enum, Enum value>
constexpr std::string_view name_of() {
  constexpr std::string_view mark = "value = ";
  std::string_view text = __PRETTY_FUNCTION__;
  text.remove_prefix(text.find(mark) + mark.size());
  text = text.substr(0, text.find_first_of(";]"));
  const char last = text[text.rfind(')') + 1];  // the first character where there is no bracket
  if (last >= '0' && last <= '9') return {};
  return text.substr(text.rfind(':') + 1);
}

template <class Enum, std::size_t n = 0>
consteval std::size_t count() {
  if constexpr (name_of<Enum, static_cast<Enum>(n)>().empty()) {
    return n;
  } else {
    return count<Enum, n + 1>();
  }
}

/// The name with a zero behind it.
template <class Enum, Enum value>
inline constexpr auto characters = [] {
  constexpr std::string_view name = name_of<Enum, value>();
  std::array<char, name.size() + 1> text{};
  for (std::size_t i = 0; i < name.size(); ++i) text[i] = name[i];
  return text;
}();

template <class Enum, std::size_t... at>
constexpr std::array<const char*, sizeof...(at)> all_codes(std::index_sequence<at...>) {
  return {characters<Enum, static_cast<Enum>(at)>.data()...};
}

template <class Enum, std::size_t... at>
constexpr std::array<Enum, sizeof...(at)> all_values(std::index_sequence<at...>) {
  return {static_cast<Enum>(at)...};
}

}  // namespace enumerators_detail

template <Coded Enum>
inline constexpr std::size_t enumerator_count = enumerators_detail::count<Enum>();
/// All enumerators, in order.
template <Coded Enum>
inline constexpr std::array enumerators =
    enumerators_detail::all_values<Enum>(std::make_index_sequence<enumerator_count<Enum>>());
/// Their codes, in the same order.
template <Coded Enum>
inline constexpr std::array codes =
    enumerators_detail::all_codes<Enum>(std::make_index_sequence<enumerator_count<Enum>>());

/// The code of `value`; empty for a value without enumerator.
template <Coded Enum>
constexpr const char* to_string(Enum value) {
  const auto at = static_cast<std::size_t>(value);
  return at < enumerator_count<Enum> ? codes<Enum>[at] : "";
}

/// The enumerator of a code.
template <Coded Enum>
constexpr std::optional<Enum> from_code(std::string_view code) {
  for (const Enum value : enumerators<Enum>) {
    if (code == to_string(value)) return value;
  }
  return std::nullopt;
}

/// True for a table that has one entry for each enumerator, at its place.
template <class Entry, Coded Enum>
constexpr bool in_order(const std::array<Entry, enumerator_count<Enum>>& table, Enum Entry::*key) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].*key != enumerators<Enum>[i]) return false;
  }
  return true;
}

/// The codes as a reader of files takes them.
template <Coded Enum>
std::vector<std::string> code_words() {
  return {codes<Enum>.begin(), codes<Enum>.end()};
}

}  // namespace disburse
