#include "engine/support/text_width.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace disburse {
namespace {

constexpr char32_t broken = 0xFFFD;

struct CodePoint {
  char32_t value = broken;
  std::size_t bytes = 1;
};

CodePoint code_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 && lead < 0xF5   ? 4
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                                                           : 1;
  if (length == 1 || at + length > text.size()) return {};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {};
    value = (value << 6) | (byte(at + i) & 0x3FU);
  }
  return {value, length};
}

struct Range {
  char32_t first, last;
};

// Unicode 15, EastAsianWidth W and F; planes 2 and 3 whole.
constexpr std::array<Range, 22> wide{{
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x16FE0, 0x18AFF}, {0x1B000, 0x1B2FB}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FC},
    {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
}};
// Combining marks and characters that draw nothing.
constexpr std::array<Range, 14> zero{{
    {0x0300, 0x036F},
    {0x0483, 0x0489},
    {0x0591, 0x05BD},
    {0x0610, 0x061A},
    {0x064B, 0x065F},
    {0x0E34, 0x0E3A},
    {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF},
    {0x200B, 0x200F},
    {0x20D0, 0x20FF},
    {0x302A, 0x302D},
    {0x3099, 0x309A},
    {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F},
}};

template <std::size_t n>
bool within(const std::array<Range, n>& ranges, char32_t value) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Range& range) { return value >= range.first && value <= range.last; });
}

bool is_wide(char32_t value) { return value >= 0x1100 && within(wide, value); }

int width_of(char32_t value) {
  if (value < 0x300) return 1;
  if (value == 0xFEFF || (value >= 0xE0100 && value <= 0xE01EF) || within(zero, value)) return 0;
  return is_wide(value) ? 2 : 1;
}

bool closes(char32_t value) {
  return std::u32string_view(U"，。、；：？！）】》〉」』”’％%…").find(value) != std::u32string_view::npos;
}

bool opens(char32_t value) { return std::u32string_view(U"（【《〈「『“‘").find(value) != std::u32string_view::npos; }

bool may_break(char32_t before, char32_t after) {
  if (before == U' ') return true;
  if (after == U' ' || closes(after) || opens(before)) return false;
  if (before >= U'0' && before <= U'9') return false;
  if ((before == U'万' || before == U'亿') && after == U'元') return false;
  return is_wide(before) || is_wide(after);
}

/// The parts of `text` between which a line may end.
std::vector<std::string_view> pieces(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    if (at > begin && may_break(before, point.value)) {
      parts.push_back(text.substr(begin, at - begin));
      begin = at;
    }
    before = point.value;
    at += point.bytes;
  }
  if (begin < text.size()) parts.push_back(text.substr(begin));
  return parts;
}

std::string_view without_trailing_blanks(std::string_view text) {
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    width += width_of(point.value);
    at += point.bytes;
  }
  return width;
}

std::string padded(std::string_view text, int width, Align align) {
  const int missing = std::max(0, width - display_width(text));
  const std::string blanks(static_cast<std::size_t>(missing), ' ');
  return align == Align::left ? std::string(text) + blanks : blanks + std::string(text);
}

std::string clipped(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  constexpr int mark = 2;
  int used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = code_point(text, at);
    used += width_of(point.value);
    if (used > width - mark) break;
    at += point.bytes;
  }
  return std::string(text.substr(0, at)) + "..";
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines(1);
  for (const std::string_view piece : pieces(text)) {
    const int needed = display_width(lines.back()) + display_width(without_trailing_blanks(piece));
    if (!lines.back().empty() && needed > width) lines.emplace_back();
    lines.back() += piece;
  }
  for (std::string& line : lines) line = without_trailing_blanks(line);
  return lines;
}

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0) || point.value == broken;
    if (control) {
      clean += "\xEF\xBF\xBD";
    } else {
      clean += text.substr(at, point.bytes);
    }
    at += point.bytes;
  }
  return clean;
}

}  // namespace disburse
