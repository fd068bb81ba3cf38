#include "engine/app/options/shell_words.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace disburse {

std::string shell_word(const std::string& word) {
  const auto plain = [](char c) {
    return (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("_./,=@:+%-").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::all_of(word.begin(), word.end(), plain)) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

std::string shell_line(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + shell_word(word);
  return line;
}

std::string next_command(const std::string& agency, std::vector<std::string> words) {
  if (!agency.empty()) words.insert(words.begin() + 1, {"-A", agency});
  words.insert(words.begin(), "disburse");
  return shell_line(words);
}

std::vector<std::string> shell_words(const std::string& line) {
  std::vector<std::string> words;
  bool quoted = false, inside = false;
  std::string word;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\'') {
      quoted = !quoted;
      inside = true;
    } else if (c == '\\' && !quoted && i + 1 < line.size()) {
      word += line[++i];
      inside = true;
    } else if (c == ' ' && !quoted) {
      if (inside) words.push_back(word);
      word.clear();
      inside = false;
    } else {
      word += c;
      inside = true;
    }
  }
  if (inside) words.push_back(word);
  return words;
}

}  // namespace disburse
