#pragma once
// What a whole table says about how its columns are written, gathered before a row is read: what one cell leaves open,
// its neighbours may decide.
#include <array>
#include <cstddef>
#include <vector>

#include "scenarios/office/table.hpp"

namespace disburse {

struct ColumnEvidence {
  bool keeps_zeros = false;     ///< a text "1980.10": months are written with their zeros
  bool long_durations = false;  ///< a whole number that no service in years reaches
  bool hundredths = false;      ///< decimals beyond 11: years with hundredths, not with months
};

struct TableEvidence {
  std::array<ColumnEvidence, field_count> columns{};
  std::size_t numbers = 0;         ///< identity numbers of 18 digits
  std::size_t zeroed = 0;          ///< of these, those that end in three zeros
  std::size_t zeroed_wrongly = 0;  ///< of these, those whose check digit fails
  bool has_totals = false;
  std::vector<std::size_t> identities_elsewhere;  ///< by column: cells with valid identity numbers

  /// Whether numbers that end in three zeros have lost digits: one in 1,100 ends so by nature.
  bool digits_were_lost() const;
};

/// The longest service that is taken for years, not for months.
inline constexpr int longest_service_years = 60;

/// Reads the table once, to its end, and rewinds it. Errors: CsvBroken.
TableEvidence evidence_of(OfficeTable& table, const Mapping& mapping);

}  // namespace disburse
