// A parameter's unit and what its text stands for: reading a value, writing it again.
#include <array>
#include <bit>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "engine/law/parameters.hpp"

namespace disburse {
namespace {

constexpr std::array<std::pair<Unit, const char*>, 15> unit_names{{{Unit::yuan, "yuan"},
                                                                   {Unit::yuan_per_month, "yuan_per_month"},
                                                                   {Unit::yuan_per_year, "yuan_per_year"},
                                                                   {Unit::yuan_per_payment, "yuan_per_payment"},
                                                                   {Unit::rate, "rate"},
                                                                   {Unit::yuan_per_unit, "yuan_per_unit"},
                                                                   {Unit::persons, "persons"},
                                                                   {Unit::count, "count"},
                                                                   {Unit::months, "months"},
                                                                   {Unit::years, "years"},
                                                                   {Unit::month, "month"},
                                                                   {Unit::months_of_year, "months_of_year"},
                                                                   {Unit::yuan_by_step, "yuan_by_step"},
                                                                   {Unit::number_by_step, "number_by_step"},
                                                                   {Unit::choice, "choice"}}};

std::optional<std::int64_t> parse_whole(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

/// "0.16", "16%", "16 %", "2/3"; the percentage is exact.
std::optional<Rate> parse_rate(std::string_view text) {
  if (!text.ends_with('%')) return Rate::parse(text);
  text.remove_suffix(1);
  if (text.ends_with(' ')) text.remove_suffix(1);
  if (text.find('/') != std::string_view::npos) return std::nullopt;
  return Rate::parse(std::string(text) + "/100");
}

template <class T>
std::optional<Value> as_value(const std::optional<T>& value) {
  return value ? std::optional<Value>(*value) : std::nullopt;
}

}  // namespace

const char* to_string(Status status) {
  switch (status) {
    case Status::enacted: return "enacted";
    case Status::announced: return "announced";
    case Status::derived: return "derived";
    case Status::assumed: return "assumed";
  }
  return "";
}

std::optional<Status> status_from(std::string_view text) {
  for (const Status status : {Status::enacted, Status::announced, Status::derived, Status::assumed}) {
    if (text == to_string(status)) return status;
  }
  return std::nullopt;
}

const char* to_string(ExtensionRule rule) {
  switch (rule) {
    case ExtensionRule::grow: return "grow";
    case ExtensionRule::add: return "add";
    case ExtensionRule::sum: return "sum";
    case ExtensionRule::every_year: return "every_year";
  }
  return "";
}

std::optional<ExtensionRule> extension_rule_from(std::string_view text) {
  for (const auto rule : {ExtensionRule::grow, ExtensionRule::add, ExtensionRule::sum, ExtensionRule::every_year}) {
    if (text == to_string(rule)) return rule;
  }
  return std::nullopt;
}

const char* to_string(Unit unit) {
  for (const auto& [known, name] : unit_names) {
    if (known == unit) return name;
  }
  return "";
}

std::optional<Unit> unit_from(std::string_view text) {
  for (const auto& [unit, name] : unit_names) {
    if (text == name) return unit;
  }
  return std::nullopt;
}

std::vector<std::string> unit_words() {
  std::vector<std::string> words;
  words.reserve(unit_names.size());
  for (const auto& [unit, name] : unit_names) words.emplace_back(name);
  return words;
}

const char* example_of(Unit unit) {
  switch (unit) {
    case Unit::yuan:
    case Unit::yuan_per_month:
    case Unit::yuan_per_year:
    case Unit::yuan_per_payment: return "600";
    case Unit::rate: return "0.16";
    case Unit::yuan_per_unit: return "0.94 or 300000/319000";
    case Unit::persons:
    case Unit::count: return "1234";
    case Unit::months: return "12";
    case Unit::years: return "15";
    case Unit::month: return "2024-07";
    case Unit::months_of_year: return "4,10";
    case Unit::yuan_by_step: return "65: 2, 70: 4";
    case Unit::number_by_step: return "60: 139, 61: 132";
    case Unit::choice: return "one of its choices";
  }
  return "";
}

std::optional<MonthSet> MonthSet::parse(std::string_view text) {
  MonthSet set;
  while (!text.empty()) {
    const auto comma = text.find(',');
    const auto month = parse_whole(text.substr(0, comma));
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    const auto bit = static_cast<std::uint16_t>(1u << (*month - 1));
    if ((set.bits & bit) != 0) return std::nullopt;
    set.bits = static_cast<std::uint16_t>(set.bits | bit);
    if (comma == std::string_view::npos) break;
    text.remove_prefix(comma + 1);
    if (text.empty()) return std::nullopt;  // "4," lacks its month
  }
  return set;
}

int MonthSet::size() const { return std::popcount(bits); }

std::optional<Value> parse_value(Unit unit, std::string_view text) {
  switch (unit) {
    case Unit::yuan:
    case Unit::yuan_per_month:
    case Unit::yuan_per_year:
    case Unit::yuan_per_payment: {
      const auto bare = parse_yuan(text);
      return as_value(bare ? bare : parse_money_with_unit(text));
    }
    case Unit::rate: return as_value(parse_rate(text));
    case Unit::yuan_per_unit: return as_value(Rate::parse(text));
    case Unit::persons:
    case Unit::count:
    case Unit::months:
    case Unit::years: return as_value(parse_whole(text));
    case Unit::month: return as_value(Month::parse(text));
    case Unit::months_of_year: return as_value(MonthSet::parse(text));
    case Unit::yuan_by_step: return as_value(parse_step_table(text));
    case Unit::number_by_step: return as_value(parse_number_table(text));
    case Unit::choice: return text.empty() ? std::nullopt : std::optional<Value>(std::string(text));
  }
  return std::nullopt;
}

std::string value_text(const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return yuan_text(*money);
  if (const auto* rate = std::get_if<Rate>(&value)) return to_string(*rate);
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* month = std::get_if<Month>(&value)) return to_string(*month);
  if (const auto* table = std::get_if<StepTable>(&value)) return to_string(*table);
  if (const auto* numbers = std::get_if<NumberTable>(&value)) return to_string(*numbers);
  if (const auto* word = std::get_if<std::string>(&value)) return *word;
  std::string text;
  for (int month = 1; month <= 12; ++month) {
    if ((std::get<MonthSet>(value).bits >> (month - 1) & 1) == 0) continue;
    text += (text.empty() ? "" : ",") + std::to_string(month);
  }
  return text;
}

std::string number_text(Unit unit, double number, int places) {
  switch (unit) {
    case Unit::rate:
    case Unit::yuan_per_unit: return fmt::format("{:.{}f}", number, places);
    case Unit::yuan:
    case Unit::yuan_per_month:
    case Unit::yuan_per_year:
    case Unit::yuan_per_payment: return fmt::format("{:.2f}", number);
    default: return fmt::format("{:.0f}", number);
  }
}

}  // namespace disburse
