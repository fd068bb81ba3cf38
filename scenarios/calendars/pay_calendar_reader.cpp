#include "scenarios/calendars/pay_calendar_reader.hpp"

#include <algorithm>
#include <chrono>

#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

constexpr int most_days = 31;

std::optional<std::chrono::sys_days> day_of(const std::string& text) {
  const auto date = Date::parse(text);
  if (!date) return std::nullopt;
  return std::chrono::sys_days(std::chrono::year(date->year) / std::chrono::month(static_cast<unsigned>(date->month)) /
                               std::chrono::day(static_cast<unsigned>(date->day)));
}

/// "2024-02-10..2024-02-17" or one day.
void add_days(TomlTable& table, const std::string& key, const std::string& text, std::set<Date>& days) {
  const auto dots = text.find("..");
  const auto first = day_of(text.substr(0, dots));
  const auto last = dots == std::string::npos ? first : day_of(text.substr(dots + 2));
  if (!first || !last || *last < *first) {
    table.reject(key, "\"{}\" is no day and no range of days"_m(text), "payments are moved by it"_m,
                 "Write \"2024-10-01..2024-10-07\""_m);
    return;
  }
  for (auto day = *first; day <= *last; day += std::chrono::days(1)) {
    const std::chrono::year_month_day parts(day);
    days.insert({static_cast<int>(parts.year()), static_cast<int>(static_cast<unsigned>(parts.month())),
                 static_cast<int>(static_cast<unsigned>(parts.day()))});
  }
}

}  // namespace

PayCalendar read_pay_calendar(const std::filesystem::path& file, const std::vector<ProgrammeDefinition>& programmes) {
  InputErrors errors;
  TomlDocument document(file, errors);
  throw_if_any(Door::data, InputErrors(errors));
  TomlTable root = document.root();
  root.schema("disburse/pay-calendar/1");
  PayCalendar calendar;
  calendar.rule = root.text("rule");
  for (TomlTable& table : root.tables("pay_day")) {
    PayDay one;
    one.programme = table.text("programme");
    const std::int64_t day = table.integer("day");
    one.day = static_cast<int>(std::clamp<std::int64_t>(day, 1, most_days));
    one.status = table.word("status", {"enacted", "announced", "assumed"});
    one.reference = table.text("reference");
    const bool known = std::any_of(programmes.begin(), programmes.end(),
                                   [&](const ProgrammeDefinition& programme) { return programme.id == one.programme; });
    if (!known) {
      table.reject("programme", "{} is no programme"_m(one.programme), "its pay day would move nothing"_m,
                   "disburse list programmes names them"_m);
    }
    if (day != one.day) table.reject("day", "is no day of a month"_m, "a payment falls on it"_m, "Write 1 to 31"_m);
    table.finish();
    calendar.pay_days.push_back(std::move(one));
  }
  for (TomlTable& table : root.tables("announcement")) {
    calendar.years.insert(static_cast<int>(table.integer("year")));
    table.text("reference");
    for (const std::string& text : table.texts("holidays")) add_days(table, "holidays", text, calendar.holidays);
    for (const std::string& text : table.texts("workdays")) add_days(table, "workdays", text, calendar.workdays);
    table.finish();
  }
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  return calendar;
}

}  // namespace disburse
