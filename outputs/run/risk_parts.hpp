#pragma once
// Risk as parts of JSON documents.
#include "engine/risk_result.hpp"
#include "outputs/writers/json_parts.hpp"

namespace disburse {

Json spread_part(const Spread& spread);
Json risk_part(const RiskResult& risk);
/// The spreads of a comparison's differences.
Json differences_part(const std::vector<DifferenceFigure>& differences);

}  // namespace disburse
