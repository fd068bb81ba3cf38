#pragma once
// Published accounts and the errors that budget, program and last year's outturn had: a table and JSON
// (disburse/published-scores/1).
#include <string>

#include "engine/planning/published_score.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string published_table(const std::vector<PublishedAccount>& accounts, const PublishedScores& scores,
                            Language language);
std::string published_json(const std::vector<PublishedAccount>& accounts, const PublishedScores& scores,
                           Language language);

}  // namespace disburse
