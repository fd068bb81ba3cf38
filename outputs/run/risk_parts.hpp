#pragma once
// Risk as parts of JSON documents.
#include "engine/projection/risk_result.hpp"
#include "outputs/text/json_parts.hpp"

namespace disburse {

Json spread_part(const Spread& spread);
Json risk_part(const RiskResult& risk);
/// The year's spread and the chance of overspending of one programme: with assumptions where they were drawn.
Json programme_risk_part(const RiskFigure& figure);
/// The spreads of a comparison's differences.
Json differences_part(const std::vector<DifferenceFigure>& differences);

// Read back.
RiskResult risk_in(const Json& part);
/// What programme_risk_part wrote, as chance.
RiskFigure programme_risk_in(const Json& part);
std::vector<DifferenceFigure> differences_in(const Json& part);

}  // namespace disburse
