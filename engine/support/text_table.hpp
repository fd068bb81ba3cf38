#pragma once
// A plain text table that lines up under CJK width: columns, rows, rules, a total, and notes between the
// rows.
#include <string>
#include <vector>

#include "engine/support/text_width.hpp"

namespace disburse {

enum class Colour { off, on };
enum class Tone { plain, bold, red };

/// `text` in the terminal's colours when `colour` is on.
std::string toned(const std::string& text, Tone tone, Colour colour);

/// What stands in one column of one row.
struct Cell {
  std::string text;
  Tone tone = Tone::plain;
  Cell(std::string content, Tone its_tone = Tone::plain) : text(std::move(content)), tone(its_tone) {}
  Cell(const char* content) : text(content) {}
};

class TextTable {
 public:
  struct Column {
    std::string title;
    Align align = Align::left;
  };
  /// `gap` blanks stand between two columns.
  explicit TextTable(std::vector<Column> columns, int gap = 2);

  /// As many cells as columns.
  void row(std::vector<Cell> cells);
  void rule();
  /// A rule and a row in bold.
  void total(std::vector<Cell> cells);
  /// A line below the last row that belongs to no column and widens none.
  void note(const std::string& text);

  /// The header between two rules, the rows, and a rule at the end; every line but notes has the same width.
  /// The rules are ASCII, since box characters are drawn double in many Chinese terminals.
  std::string text(Colour colour = Colour::off) const;

 private:
  enum class Part { row, rule, note };
  struct Line {
    Part part = Part::row;
    std::vector<Cell> cells;
    std::string note;
  };
  std::vector<int> widths() const;
  std::string line_text(const std::vector<Cell>& cells, const std::vector<int>& width, Colour colour) const;

  std::vector<Column> columns_;
  int gap_;
  std::vector<Line> lines_;
};

}  // namespace disburse
