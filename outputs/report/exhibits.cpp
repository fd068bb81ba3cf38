#include "outputs/report/exhibits.hpp"

#include <cmath>

#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"
#include "outputs/report/exhibit_maker.hpp"

namespace disburse {

Money money_of_fen(const Json& fen) { return fen.is_number() ? Money::fen(fen.get<std::int64_t>()) : Money{}; }
Json chart_wan(const Json& fen) {
  if (!fen.is_number()) return nullptr;
  return std::round(fen.get<double>() / 1e6 * 100.0) / 100.0;
}
std::string wan_cell(const Json& fen) { return fen.is_number() ? wan_text(money_of_fen(fen)) : "-"; }
std::string count_cell(const Json& count, int decimals) {
  return count.is_number() ? count_text(count.get<double>(), decimals) : "*";
}
std::string percent_cell(const Json& share) { return share.is_number() ? percent_text(share.get<double>(), 1) : "-"; }

Json series_of(const std::string& name, Json values) { return {{"name", name}, {"values", std::move(values)}}; }

std::string scheme_name(const std::string& word, Language language) {
  const auto scheme = scheme_from(word);
  return scheme ? label(*scheme, language) : word;
}

}  // namespace disburse
