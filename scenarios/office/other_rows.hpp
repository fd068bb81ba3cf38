#pragma once
// Rows of a table that are no person: sums, repeated headings, who made the table.
#include <map>
#include <optional>

#include "engine/base/money.hpp"
#include "scenarios/office/findings.hpp"
#include "scenarios/office/table.hpp"

namespace disburse {

enum class RowRole {
  person,
  blank,
  totals,
  repeated_headings,
  other_headings,  ///< of another table that begins here
  numbering,       ///< 1, 2, 3 or 甲, 乙, 丙 below the headings
  remark,          ///< 制表人, 审核, a title of the next page
};

RowRole role_of_row(const OfficeRow& row, const Mapping& mapping, const ColumnNames& names);
/// What such a row is called where it is listed as not imported.
Message name_of(RowRole role);

/// Adds up the amounts of a table's persons and holds them against its rows of sums.
class TotalsCheck {
 public:
  TotalsCheck(const OfficeTable& table, const Mapping& mapping) : table_(table), mapping_(mapping) {}

  void person(const OfficeRow& row);
  /// One finding for each sum that differs: sub-totals are held against the rows since the last one, totals against
  /// all.
  void totals(const OfficeRow& row, std::vector<OfficeFinding>& findings);

 private:
  struct Sums {
    std::size_t persons = 0;
    std::map<std::size_t, Money> amounts;
  };
  std::optional<Money> amount(const OfficeRow& row, std::size_t column) const;
  void compare_amount(const OfficeRow& row, std::size_t column, bool part, std::vector<OfficeFinding>& findings);

  const OfficeTable& table_;
  const Mapping& mapping_;
  Sums all_, since_;
};

}  // namespace disburse
