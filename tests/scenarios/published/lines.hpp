#pragma once
// Lines of a published document, written by hand: words of a text, or cells of a table.
#include <string>
#include <vector>

#include "scenarios/published/published_lines.hpp"

namespace disburse {

/// "全县 1.20" is two words.
inline PublishedLine text_line(const std::string& text, int number = 1) {
  PublishedLine line{{}, false, {"made.txt", number, 0}};
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      line.words.push_back(std::move(word));
      word.clear();
    }
  }
  return line;
}

inline std::vector<PublishedLine> text_lines(const std::vector<std::string>& texts) {
  std::vector<PublishedLine> lines;
  for (const std::string& text : texts) lines.push_back(text_line(text, static_cast<int>(lines.size()) + 1));
  return lines;
}

inline PublishedLine table_row(std::vector<std::string> cells) { return {std::move(cells), true, {"made.xlsx", 1, 0}}; }

}  // namespace disburse
