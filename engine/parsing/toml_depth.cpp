#include "engine/parsing/toml_depth.hpp"

#include <algorithm>
#include <string>

namespace disburse {
namespace {

/// The position after the string that begins at `begin`, or the end of the text where it is never closed.
std::size_t after_string(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  const bool of_lines = text.substr(begin, 3) == std::string(3, quote);
  const std::string closing(of_lines ? 3 : 1, quote);
  for (std::size_t i = begin + closing.size(); i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;  // an escape, in basic strings alone
    } else if (text.substr(i, closing.size()) == closing) {
      return i + closing.size();
    } else if (text[i] == '\n' && !of_lines) {
      return i;  // not closed on its line: the parser will say so
    }
  }
  return text.size();
}

}  // namespace

int line_of_deep_name(std::string_view text) {
  std::size_t parts = 1;
  const auto line_at = [&](std::size_t at) {
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      i = after_string(text, i);
      continue;
    }
    if (c == '#') i = std::min(text.find('\n', i), text.size() - 1);
    if (c == '.' && ++parts > most_name_parts) return line_at(i);
    if (std::string_view("\n#=,{}[]").find(c) != std::string_view::npos) parts = 1;
    ++i;
  }
  return 0;
}

}  // namespace disburse
