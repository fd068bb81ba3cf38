#pragma once
// In which unit a document prints its money (单位：元, 千元, 万元, 亿元), table by table, and its amounts in 万元.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/published/published_tables.hpp"

namespace disburse {

/// A unit of money: 10 to the power of `digits` fen.
struct PrintedUnit {
  std::string name = "万元";
  int digits = 6;
  Place place;           ///< where it is printed
  bool printed = false;  ///< false: nowhere, taken for granted

  bool operator==(const PrintedUnit& other) const { return digits == other.digits; }
};

/// "单位：元", "金额单位：人民币千元", "合计（亿元）": the unit that the line says; nothing of other lines.
std::optional<PrintedUnit> unit_said(const PublishedLine& line);

/// The unit of each section: printed in it, or the nearest before it, or the one that all others print. `parts[n]` are
/// the lines of section n, `order` the section of each line of the document, in their order. Errors:
/// InputRejected(Door::data): a table in two units.
std::vector<PrintedUnit> units_of(const std::vector<std::vector<PublishedLine>>& parts,
                                  const std::vector<std::size_t>& order);

/// "1800.5" in `unit`, in 万元; nothing where it is no whole number of fen.
std::optional<std::string> in_wan(std::string_view amount, const PrintedUnit& unit);

/// Brings the tables that were read into 万元; `units[n]` is table n's. Tables whose unit is not printed are noted.
/// Errors: InputRejected(Door::data): amounts that are no whole fen.
void bring_into_wan(PublishedTables& tables, const std::vector<PrintedUnit>& units, const std::string& file);

}  // namespace disburse
