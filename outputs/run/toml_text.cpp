#include "outputs/run/toml_text.hpp"

#include <fmt/format.h>

namespace disburse {

std::string toml_quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\u{:04X}", byte);
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string toml_line(const std::string& key, std::string_view text) { return key + " = " + toml_quoted(text) + "\n"; }

std::string toml_line_unless_empty(const std::string& key, std::string_view text) {
  return text.empty() ? "" : toml_line(key, text);
}

std::string toml_list(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + toml_quoted(text);
  return "[" + list + "]";
}

}  // namespace disburse
