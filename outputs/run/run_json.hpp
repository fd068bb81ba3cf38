#pragma once
// The result of a run as JSON, schema disburse/run/1: money in integer fen, rates as fractions, months
// "YYYY-MM".
#include <string>

#include "engine/projection/result.hpp"
#include "engine/projection/run_beside.hpp"
#include "outputs/text/json_parts.hpp"

namespace disburse {

std::string run_json(const RunResult& result, Language language = Language::zh, const RunBeside& beside = {});

/// Lines, programmes, total, months and years, under the keys that disburse/run/1 gives them.
void add_run_figures(Json& document, const RunResult& result);

/// The run that a document was written from, but for what stands in other files of a run's folder: ledger, components,
/// the parameters' values, and of the scenario all but its name and the paths that it changes. Written again it has the
/// same bytes. Errors: nlohmann::json::exception, UnsoundDocument where it is no disburse/run/1.
RunResult run_from_json(const Json& document);
/// What stands beside the run in the same document.
RunBeside beside_from_json(const Json& document);

}  // namespace disburse
