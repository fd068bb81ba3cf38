#pragma once
// A re-forecast as a table, as JSON (disburse/reforecast/1) and as CSV; its back-test (disburse/backtest/1).
#include <string>

#include "engine/planning/reforecast_result.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/manifested.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string reforecast_table(const ReforecastResult& result, Language language);
/// `command` gives the same estimate again.
std::string reforecast_json(const ReforecastResult& result, const DoubtedManifest& manifest, const std::string& command,
                            Language language = Language::zh);
/// The re-forecast that a document was written from. Errors: nlohmann::json::exception, UnsoundDocument where it is no
/// disburse/reforecast/1.
Manifested<ReforecastResult> reforecast_from_json(const Json& document);
/// One row for each programme and month: locked or estimated.
std::string reforecast_csv(const ReforecastResult& result);

std::string backtest_table(const BacktestResult& result, Language language);
std::string backtest_json(const BacktestResult& result, const DoubtedManifest& manifest);

}  // namespace disburse
