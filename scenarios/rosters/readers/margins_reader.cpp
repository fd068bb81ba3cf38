#include "scenarios/rosters/readers/margins_reader.hpp"

#include <charconv>
#include <limits>
#include <optional>

#include "engine/law/parameters.hpp"
#include "engine/law/programme_definition.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/rosters/readers/margins_form.hpp"

namespace disburse {
namespace {

std::optional<std::int64_t> bound(MarginBy by, const std::string& text) {
  if (by == MarginBy::pension) {
    const auto value = parse_value(Unit::yuan, text);
    return value ? std::optional(std::get<Money>(*value).fen()) : std::nullopt;
  }
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// "50-59", "-49", "70-", "male".
bool read_range(MarginBy by, const std::string& text, MarginCell& cell) {
  cell.name = text;
  if (by == MarginBy::all) return text == "all";
  if (by == MarginBy::sex) {
    const auto sex = from_code<Sex>(text);
    cell.low = cell.high = static_cast<std::int64_t>(sex.value_or(Sex::male));
    return sex.has_value();
  }
  const std::size_t dash = text.find('-');
  if (dash == std::string::npos) return false;
  const std::string from = text.substr(0, dash);
  const std::string to = text.substr(dash + 1);
  const auto low = from.empty() ? std::optional<std::int64_t>(0) : bound(by, from);
  const auto high = to.empty() ? std::optional(std::numeric_limits<std::int64_t>::max()) : bound(by, to);
  cell.low = low.value_or(0);
  cell.high = high.value_or(0);
  return low && high;
}

/// No city has more.
bool is_headcount(std::int64_t persons) {
  constexpr std::int64_t most = 10'000'000;
  return persons >= 0 && persons <= most;
}

MarginBy by_from(const std::string& word) {
  if (word == "sex") return MarginBy::sex;
  if (word == "age") return MarginBy::age;
  return word == "pension" ? MarginBy::pension : MarginBy::all;
}

void read_cells(TomlTable& table, Margin& margin) {
  for (const std::vector<std::string>& row : table.rows("cells")) {
    MarginCell cell;
    const bool pair = row.size() == 2;
    const auto persons = pair ? bound(MarginBy::age, row[1]) : std::nullopt;
    const bool likely = persons && is_headcount(*persons);
    if (!pair || !read_range(margin.by, row[0], cell) || !likely) {
      table.reject("cells", "{} is no cell"_m(row.empty() ? "an empty cell"_m : "\"{}\""_m(row[0])),
                   "a cell is a range and a headcount"_m,
                   "Write [\"50-59\", \"1200\"]; by sex [\"male\", \"1200\"]; by all [\"all\", \"1200\"]"_m);
      continue;
    }
    cell.persons = static_cast<double>(*persons);
    margin.cells.push_back(std::move(cell));
  }
}

}  // namespace

Margins read_margins(const std::filesystem::path& file) {
  InputErrors errors;
  FormDocument document(file, margins_form(), errors);
  throw_if_any(Door::data, document.in_cells(errors));
  TomlTable root = document.root();
  root.schema("disburse/margins/1");
  const std::vector<std::string> schemes = code_words<Scheme>();
  Margins result;
  for (TomlTable& table : root.tables("margin")) {
    Margin margin;
    margin.place = table.place();
    margin.name = table.text("name");
    margin.source = table.text("source");
    margin.scheme = from_code<Scheme>(table.word("scheme", schemes)).value_or(Scheme::civil_service);
    margin.role =
        from_code<Role>(table.optional_word("role", code_words<Role>()).value_or("")).value_or(Role::pensioner);
    margin.by = by_from(table.word("by", {"all", "sex", "age", "pension"}));
    read_cells(table, margin);
    table.finish();
    result.margins.push_back(std::move(margin));
  }
  for (TomlTable& table : root.tables("taken_up")) {
    TakeUp one;
    one.place = table.place();
    one.parameter = table.text("parameter");
    one.source = table.text("source");
    one.scheme = from_code<Scheme>(table.word("scheme", schemes)).value_or(Scheme::enterprise);
    const std::int64_t persons = table.integer("persons");
    if (!is_headcount(persons)) {
      table.reject("persons", "{} is no headcount of a city"_m(persons), "there are 0 to 10,000,000 persons"_m,
                   "Write how many were paid"_m);
    }
    one.persons = static_cast<double>(persons);
    table.finish();
    result.taken_up.push_back(std::move(one));
  }
  root.finish();
  throw_if_any(Door::data, document.in_cells(errors));
  return result;
}

}  // namespace disburse
