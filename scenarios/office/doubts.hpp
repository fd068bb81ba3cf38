#pragma once
// Doubts about a whole table: units that contradict each other, columns that do not belong together.
#include <string>
#include <vector>

#include "scenarios/office/evidence.hpp"
#include "scenarios/office/import.hpp"
#include "scenarios/office/other_rows.hpp"

namespace disburse {

/// A column of amounts whose heading says one unit and whose title another, with the sums under each.
struct UnitConflict {
  std::size_t column = 0;
  std::string heading;
  ColumnUnit by_heading = ColumnUnit::yuan, by_title = ColumnUnit::yuan;
  Money in_yuan;  ///< of the numbers as they stand, taken for yuan

  void add(const OfficeRow& row);
  Money sum(ColumnUnit unit) const { return in_yuan * yuan_in(unit); }
  Money apart() const;
};

/// Settles how each column is read: by the office's own file, else by its heading, else by a title. Where heading and
/// title contradict each other and the office's file says nothing, the heading is taken and the conflict returned.
std::vector<UnitConflict> resolve_units(const OfficeTable& table, Mapping& mapping);

/// How often other columns contradict the identity numbers.
class Agreement {
 public:
  /// Looks at one row's findings, from `first` on.
  void count(const std::vector<OfficeFinding>& findings, std::size_t first);
  std::size_t contradictions() const { return contradictions_; }
  /// More than a fifth of at least ten rows: archives differ from numbers in a few.
  bool is_doubtful(std::size_t rows) const;

 private:
  std::size_t contradictions_ = 0;
};

/// Rows that are no person, by what they are.
using RoleCounts = std::map<RowRole, std::size_t>;

/// Another table begins at the row, below this one: nothing of the file can be trusted.
void find_other_table(const OfficeTable& table, std::size_t row, Imported& result);
void find_conflict(const OfficeTable& table, const UnitConflict& conflict, Imported& result);
/// What the table as a whole shows to be wrong, though each row may be right.
void find_doubts(const OfficeTable& table, const ImportedTable& imported, const TableEvidence& evidence,
                 const Agreement& agreement, Imported& result);
/// Lists columns and rows that were not imported.
void list_left_out(const ImportedTable& imported, const RoleCounts& others, Imported& result);

}  // namespace disburse
