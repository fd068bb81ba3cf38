#pragma once
// How wide UTF-8 text stands on a terminal, and padding, clipping and wrapping by that width.
#include <string>
#include <string_view>
#include <vector>

namespace disburse {

enum class Align { left, right };

/// Columns taken on a terminal: CJK and full-width characters 2, combining marks 0, all others 1. Characters
/// of "ambiguous" width (as × and —) count 1; tables avoid them, since a terminal in a Chinese locale may
/// draw them double.
int display_width(std::string_view text);

/// `text` with blanks up to `width` columns; longer text is returned whole.
std::string padded(std::string_view text, int width, Align align);

/// `text` cut to at most `width` columns, ".." at its end when something was cut.
std::string clipped(std::string_view text, int width);

/// `text` in lines of at most `width` columns where it can be broken: at blanks and between CJK characters,
/// never before a closing or after an opening punctuation mark, never between a number and its unit.
std::vector<std::string> wrapped(std::string_view text, int width);

/// `text` with control characters and broken UTF-8 shown as U+FFFD, so that no input can move the cursor.
std::string printable(std::string_view text);

}  // namespace disburse
