#pragma once
// A plain table of text as a workbook: a title over merged cells, headings, rows.
#include <filesystem>
#include <string>
#include <vector>

namespace disburse {

/// `numeric`: rows whose cell in `numeric_column` is written as a number, as careless exports do.
std::string table_workbook(const std::filesystem::path& scratch, const std::string& title,
                           const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows,
                           std::size_t numeric_column, const std::vector<std::size_t>& numeric);

}  // namespace disburse
