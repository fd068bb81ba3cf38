#pragma once
// Words of a command as a shell takes them.
#include <string>
#include <vector>

namespace disburse {

/// In quotes where a shell would read more into it.
std::string shell_word(const std::string& word);
/// "disburse run city-2024 --set a=b".
std::string shell_line(const std::vector<std::string>& words);
/// The command that a reader may type next, of the same agency: "disburse run -A county base/county-2025.toml".
/// `agency`: as it was asked for; empty where none was, so that the next command finds the same one. `words`: the
/// command and what follows it.
std::string next_command(const std::string& agency, std::vector<std::string> words);
/// The words of a line that shell_line wrote.
std::vector<std::string> shell_words(const std::string& line);

}  // namespace disburse
