#pragma once
// What FreeXL does not tell of an old workbook (BIFF 5 and 8, [MS-XLS]): results of formulas, hidden sheets.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace disburse {

enum class FormulaResult : std::uint8_t { number, text, boolean, error, nothing, unknown };

struct BiffFormula {
  std::size_t row = 0, column = 0;
  FormulaResult result = FormulaResult::unknown;
  double number = 0.0;  ///< of a number, and 1 or 0 of a boolean
  std::string text;
  bool date = false;  ///< the cell shows its number as a date
};

struct BiffSheet {
  bool hidden = false;
  std::vector<BiffFormula> formulas;
};

/// The sheets of a workbook's stream, in their order; empty where the stream is encrypted or no such stream. A text
/// that goes on in another record, or in the code page of BIFF 5, is unknown; so are empty results where no formula has
/// another.
std::vector<BiffSheet> biff_sheets(std::string_view stream);

}  // namespace disburse
