#pragma once
// A re-forecast as a table, as JSON (disburse/reforecast/1) and as CSV; its back-test (disburse/backtest/1).
#include <string>

#include "engine/reforecast_result.hpp"
#include "engine/result.hpp"
#include "outputs/language.hpp"

namespace disburse {

std::string reforecast_table(const ReforecastResult& result, Language language);
std::string reforecast_json(const ReforecastResult& result, const Manifest& manifest);
/// One row for each programme and month: locked or estimated.
std::string reforecast_csv(const ReforecastResult& result);

std::string backtest_table(const BacktestResult& result, Language language);
std::string backtest_json(const BacktestResult& result, const Manifest& manifest);

}  // namespace disburse
