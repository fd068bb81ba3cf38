#pragma once
// Pieces of TOML documents that are written line by line.
#include <string>
#include <string_view>
#include <vector>

namespace disburse {

/// `text` as a basic string of TOML, control characters escaped.
std::string toml_quoted(std::string_view text);
/// `key = "text"` and the end of the line.
std::string toml_line(const std::string& key, std::string_view text);
/// The same for a text that may be left out: nothing where it is empty.
std::string toml_line_unless_empty(const std::string& key, std::string_view text);
/// `["a", "b"]`
std::string toml_list(const std::vector<std::string>& texts);

}  // namespace disburse
