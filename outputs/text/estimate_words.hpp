#pragma once
// The estimate, the mean and the median of a stochastic run, named for what they are.
#include <optional>
#include <string>

#include "engine/projection/result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// The sample that a figure's band is told of: assumptions and chance where both were drawn, else chance alone.
const Spread& band_of(const RiskFigure& figure);
const Spread& band_of(const RiskMonth& month);

/// What the run itself projects for the figure in its year: the expected value with every assumption at its base value.
std::optional<Money> estimate_of(const RunResult& run, const RiskFigure& figure);

/// The name of a figure's programme, line or whole, in the report's words.
std::string name_of(const RunResult& run, const RiskFigure& figure, Language language);

/// What estimate, mean, median and band are, and which estimates of the budget's year lie outside of their own band and
/// why that can be. Empty for a run that is not stochastic.
std::string estimate_sentence(const RunResult& run, Language language);

}  // namespace disburse
