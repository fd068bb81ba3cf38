#pragma once
// Risk as parts of JSON documents.
#include "engine/projection/risk_result.hpp"
#include "outputs/text/json_parts.hpp"

namespace disburse {

Json spread_part(const Spread& spread);
Json risk_part(const RiskResult& risk);
/// The spreads of a comparison's differences.
Json differences_part(const std::vector<DifferenceFigure>& differences);

// Read back.
RiskResult risk_in(const Json& part);
std::vector<DifferenceFigure> differences_in(const Json& part);

}  // namespace disburse
