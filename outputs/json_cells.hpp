#pragma once
// The engine's JSON documents as cells of tables and words of papers.
#include <string>

#include "outputs/language.hpp"
#include "outputs/writers/json_parts.hpp"

namespace disburse {

/// 0 where there is no amount.
Money money_of_fen(const Json& fen);
/// 万元 with two decimals; "-" where there is no amount.
std::string wan_cell(const Json& fen);
/// "*" where a count is hidden.
std::string count_cell(const Json& count, int decimals = 0);
std::string percent_cell(const Json& share, int decimals = 1);
/// "0.812 [0.790, 0.834]" of an estimate with its interval.
std::string share_cell(const Json& estimated);
std::string scheme_name(const std::string& word, Language language);

/// The input of a study with this path. Errors: nlohmann::json::exception where it has none.
const Json& study_input(const Json& study, const Json& path);
std::string study_input_name(const Json& study, const Json& path);

}  // namespace disburse
