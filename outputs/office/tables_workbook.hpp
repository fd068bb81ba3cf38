#pragma once
// Plain tables as sheets of one workbook: text and numbers told apart.
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace disburse {

struct SheetTable {
  using Value = std::variant<std::monostate, std::string, double>;
  std::string sheet, title, unit;  ///< unit: "单位：万元", above the headings at the right
  std::vector<std::string> headings;
  std::vector<std::vector<Value>> rows;
  std::vector<std::string> notes;  ///< below
  int decimals = 2;                ///< of the numbers
};

/// Each table on a sheet of its own, ready for A4. `doubts`: sentences that stand below every title, before the figures
/// that rest on what is doubted.
std::string tables_workbook(const std::filesystem::path& scratch, const std::string& title,
                            const std::vector<SheetTable>& tables, const std::vector<std::string>& doubts);

}  // namespace disburse
