#include "engine/app/command_line/suggested_commands.hpp"

#include <regex>

#include "engine/app/options/shell_words.hpp"

namespace disburse {

std::string with_agency(const std::string& text, const std::string& agency) {
  static const std::regex asks("disburse (list (programmes|parameters|scenarios|origins)|check)(?! -A)(?![A-Za-z-])");
  if (agency.empty() || text.find("disburse ") == std::string::npos) return text;
  std::string word;
  for (const char c : shell_word(agency)) word += c == '$' ? std::string("$$") : std::string(1, c);
  return std::regex_replace(text, asks, "$& -A " + word);
}

}  // namespace disburse
