#pragma once
// A cash calendar as a table, as JSON (disburse/cash/1) and as CSV.
#include <string>

#include "engine/comparison/cash.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/manifested.hpp"
#include "outputs/office/tables_workbook.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// Two sheets, columns by payer, 万元, each with its total: a row for each pay day and programme, a row for each month;
/// where there is a balance, what is left of it after the agency's own payments.
std::vector<SheetTable> cash_sheets(const CashPlan& plan, Language language);

std::string cash_table(const CashPlan& plan, Language language);
/// `command` gives the same plan again.
std::string cash_json(const CashPlan& plan, const DoubtedManifest& manifest, const std::string& command);
/// The payments alone, as other documents hold them.
Json cash_needs_part(const CashPlan& plan);
std::string cash_csv(const CashPlan& plan);

/// The plan that a document was written from. Errors: nlohmann::json::exception, UnsoundDocument where it is no
/// disburse/cash/1.
Manifested<CashPlan> cash_from_json(const Json& document);
std::vector<CashNeed> cash_needs_in(const Json& part, const PayerList& payers);

}  // namespace disburse
