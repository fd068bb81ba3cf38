#pragma once
// An office's document of our own, read back: the archive is whole, its XML well formed, its sheets hold what they did.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace disburse {

/// How much a sheet holds: what a lost piece would change.
struct SheetTally {
  std::size_t cells = 0;    ///< with and without content
  std::size_t numbers = 0;  ///< cells of numbers
  double sum = 0.0;         ///< of their values
  double size = 0.0;        ///< sum of the values' sizes, the scale of rounding
};

/// Every part unpacks with its check sum, and every part of XML is well formed. `name` is for the message.
/// Errors: ArchiveDamaged.
void check_archive(const std::string& name, std::string_view bytes);

/// The tally of each sheet of a workbook, in the order of xl/worksheets/sheetN.xml; formulas count as cells alone.
/// Errors: ArchiveDamaged.
std::vector<SheetTally> sheet_tallies(std::string_view bytes);

/// Texts in a workbook's table of shared strings. Errors: ArchiveDamaged.
std::size_t shared_texts(std::string_view bytes);

}  // namespace disburse
