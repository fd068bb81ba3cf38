#include "scenarios/published/published_units.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "engine/budget/layout.hpp"
#include "scenarios/published/published_words.hpp"

namespace disburse {
namespace {

constexpr int forms_section = 9;
constexpr std::size_t fen_digits_of_wan = 6;

struct Unit {
  std::string_view name;
  int digits;
};
constexpr std::array<Unit, 6> units_known{
    {{"万元", 6}, {"千元", 5}, {"百元", 4}, {"亿元", 10}, {"百万元", 8}, {"元", 2}}};

std::optional<PrintedUnit> unit_named(const std::string& name, const Place& place) {
  for (const Unit& unit : units_known) {
    if (unit.name == name) return PrintedUnit{name, unit.digits, place, true};
  }
  return std::nullopt;
}

std::optional<PrintedUnit> unit_in(const std::string& printed, const Place& place) {
  static const std::regex said("单位(：|为)?(人民币)?((百万|万|千|百|亿)?元)(人民币|（人民币）)?(）|。)?$");
  static const std::regex behind("（(人民币)?((百万|万|千|百|亿)?元)）$");
  const std::string text = plain_name(printed);
  std::smatch found;
  if (std::regex_search(text, found, said)) return unit_named(found[3].str(), place);
  if (std::regex_search(text, found, behind)) return unit_named(found[2].str(), place);
  return std::nullopt;
}

}  // namespace

std::optional<PrintedUnit> unit_said(const PublishedLine& line) {
  for (const std::string& word : line.words) {
    if (auto unit = unit_in(word, line.place)) return unit;
  }
  return unit_in(line.joined(), line.place);
}

std::vector<PrintedUnit> units_of(const std::vector<std::vector<PublishedLine>>& parts,
                                  const std::vector<std::size_t>& order) {
  std::vector<PrintedUnit> units(parts.size());
  std::vector<std::size_t> next(parts.size());
  std::vector<bool> own(parts.size()), begun(parts.size());
  PrintedUnit nearest;
  std::vector<PrintedUnit> all;  // printed above or in a table
  InputErrors errors;
  for (const std::size_t section : order) {
    const PublishedLine& line = parts[section][next[section]++];
    if (!begun[section]) units[section] = nearest;
    begun[section] = true;
    const auto unit = unit_said(line);
    // Forms say it of each amount; between the tables text may speak of any.
    if (!unit || section == forms_section || (section == 0 && line.joined().ends_with("。"))) continue;
    // A sheet behind the table's own is another table, whatever it holds.
    if (own[section] && section != 0 && units[section].place.file != line.place.file) continue;
    if (section != 0 && own[section] && !(units[section] == *unit))
      errors.add(line.place, "",
                 "table {} is printed in two units, {} and {}"_m(section, units[section].name, unit->name),
                 "its amounts cannot be told apart"_m, "Leave one of the two"_m);
    units[section] = *unit;
    own[section] = true;
    nearest = *unit;
    all.push_back(*unit);
  }
  // A table before the first unit has the one that all others print.
  const bool one =
      !all.empty() && std::all_of(all.begin(), all.end(), [&](const auto& unit) { return unit == all[0]; });
  for (PrintedUnit& unit : units) {
    if (one && !unit.printed) unit = all.front();
  }
  throw_if_any(Door::data, std::move(errors));
  return units;
}

std::optional<std::string> in_wan(std::string_view amount, const PrintedUnit& unit) {
  const bool negative = amount.starts_with('-');
  if (negative) amount.remove_prefix(1);
  const std::size_t point = std::min(amount.find('.'), amount.size());
  std::string digits(amount.substr(0, point));
  std::string parts(point < amount.size() ? amount.substr(point + 1) : "");
  const auto fen_digits = static_cast<std::size_t>(unit.digits);
  while (parts.size() > fen_digits && parts.back() == '0') parts.pop_back();
  if (parts.size() > fen_digits) return std::nullopt;
  if (fen_digits == fen_digits_of_wan) return (negative ? "-" : "") + std::string(amount);
  const std::size_t printed = parts.size();
  parts.append(fen_digits - printed, '0');
  digits += parts;  // in fen
  if (digits.size() <= fen_digits_of_wan) digits.insert(0, fen_digits_of_wan + 1 - digits.size(), '0');
  std::string whole = digits.substr(0, digits.size() - fen_digits_of_wan);
  parts = digits.substr(whole.size());
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  constexpr std::size_t least = 2;
  while (parts.size() > least && parts.back() == '0') parts.pop_back();
  return (negative ? "-" : "") + whole + "." + parts;
}

void bring_into_wan(PublishedTables& tables, const std::vector<PrintedUnit>& units, const std::string& file) {
  InputErrors errors;
  std::string assumed;
  for (const int number : tables.read) {
    if (!units[static_cast<std::size_t>(number)].printed)
      assumed += (assumed.empty() ? "" : "、") + std::to_string(number);
  }
  if (!assumed.empty())
    tables.notes.push_back(whole_note(
        "no unit is printed in or before table {}: its amounts are taken as 万元, which is assumed"_m(assumed),
        Reading::usual));
  for (BudgetTable& table : tables.tables) {
    const TableLayout& layout = *find_layout(table.id);
    if (!tables.read.contains(layout.number)) continue;
    const PrintedUnit& unit = units[static_cast<std::size_t>(layout.number)];
    for (BudgetRow& row : table.rows) {
      for (std::size_t column = 0; column < row.cells.size(); ++column) {
        std::string& cell = row.cells[column];
        if (cell.empty() || cell_kind(layout.columns[column]) == PrintedCellKind::percent) continue;
        if (auto wan = in_wan(cell, unit)) {
          cell = cell == "0" ? cell : *wan;
        } else {
          errors.add({file, 0, 0}, table.id + " " + row.name + "·" + layout.columns[column],
                     "{} {} is no whole number of fen"_m(cell, unit.name), "money is counted in fen"_m,
                     "Correct the amount, or the unit that the document prints"_m);
        }
      }
    }
  }
  throw_if_any(Door::data, std::move(errors));
}

}  // namespace disburse
