#include "outputs/json_cells.hpp"

#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"

namespace disburse {

Money money_of_fen(const Json& fen) { return fen.is_number() ? Money::fen(fen.get<std::int64_t>()) : Money{}; }

std::string wan_cell(const Json& fen) { return fen.is_number() ? wan_text(money_of_fen(fen)) : "-"; }

std::string count_cell(const Json& count, int decimals) {
  return count.is_number() ? count_text(count.get<double>(), decimals) : "*";
}

std::string percent_cell(const Json& share, int decimals) {
  return share.is_number() ? percent_text(share.get<double>(), decimals) : "-";
}

std::string share_cell(const Json& estimated) {
  const auto text = [&](const char* key) { return count_text(estimated.at(key).get<double>(), 3); };
  return text("value") + " [" + text("low") + ", " + text("high") + "]";
}

std::string scheme_name(const std::string& word, Language language) {
  const auto scheme = scheme_from(word);
  return scheme ? label(*scheme, language) : word;
}

const Json& study_input(const Json& study, const Json& path) {
  for (const Json& input : study.at("inputs")) {
    if (input.at("path") == path) return input;
  }
  return study.at("inputs").at(path.get<std::string>());  // throws: no document of this program lacks it
}

std::string study_input_name(const Json& study, const Json& path) { return study_input(study, path).at("name"); }

}  // namespace disburse
