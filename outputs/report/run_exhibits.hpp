#pragma once
// The exhibits of a run.
#include "engine/comparison/cash.hpp"
#include "engine/projection/band_result.hpp"
#include "engine/projection/result.hpp"
#include "outputs/report/wording.hpp"

namespace disburse {

// The money.
Exhibit programmes_exhibit(const RunResult& run, const Wording& words);
Exhibit months_exhibit(const RunResult& run, const Wording& words);
/// From the budget to the projection, cause by cause.
Exhibit waterfall_exhibit(const RunResult& run, const Wording& words);
/// Pay days by payer; `rule` says which days they are.
Exhibit pay_days_exhibit(const CashPlan& cash, const std::string& rule, const Wording& words);

// The persons.
Exhibit population_exhibit(const RunResult& run, const Wording& words);
Exhibit ages_exhibit(const RunResult& run, Scheme scheme, const Wording& words);
Exhibit caseload_exhibit(const RunResult& run, const Wording& words);
Exhibit averages_exhibit(const RunResult& run, const Wording& words);

// The risk; the run must be stochastic.
Exhibit fan_exhibit(const RunResult& run, const Wording& words);
Exhibit exceedance_exhibit(const RunResult& run, const Wording& words);
Exhibit risk_exhibit(const RunResult& run, const Wording& words);

// How far the estimate is known.
Exhibit bands_exhibit(const BandResult& bands, const Wording& words);
Exhibit readings_exhibit(const BandResult& bands, const Wording& words);

// What figures rest on.
Exhibit documents_exhibit(const RunResult& run, const Wording& words);
Exhibit findings_exhibit(const std::vector<Finding>& findings, const Wording& words);
/// Versions, digests and the commands that make the report again, one after the other.
Exhibit reproduce_exhibit(const Manifest& manifest, const std::vector<std::string>& commands, const Wording& words);

}  // namespace disburse
