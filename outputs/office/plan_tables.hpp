#pragma once
// 中期财政规划 by project and year, 基金收支 of the funds, and 附01 基础资料, as tables.
#include <vector>

#include "engine/comparison/fund_account.hpp"
#include "outputs/office/tables_workbook.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// The years from `first` on. Amounts in 万元.
std::vector<SheetTable> plan_tables(const RunResult& run, const std::vector<FundAccount>& accounts, int first,
                                    Language language);

/// The same tables as text, one after the other.
std::string plan_text(const std::vector<SheetTable>& tables);

}  // namespace disburse
