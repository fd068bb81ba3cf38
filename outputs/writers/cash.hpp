#pragma once
// A cash calendar as a table, as JSON (disburse/cash/1) and as CSV.
#include <string>

#include "engine/cash.hpp"
#include "engine/result.hpp"
#include "outputs/language.hpp"
#include "outputs/office/tables_workbook.hpp"

namespace disburse {

/// One row for each pay day and programme, columns by payer, 万元.
SheetTable cash_sheet(const CashPlan& plan, Language language);

std::string cash_table(const CashPlan& plan, Language language);
std::string cash_json(const CashPlan& plan, const Manifest& manifest);
std::string cash_csv(const CashPlan& plan);

}  // namespace disburse
