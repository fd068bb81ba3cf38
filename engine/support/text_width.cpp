#include "engine/support/text_width.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace disburse {
namespace {

constexpr char32_t broken = 0xFFFD;

struct CodePoint {
  char32_t value = broken;
  std::size_t bytes = 1;
};

CodePoint code_point(std::string_view text, std::size_t at) {
  utf8proc_int32_t value = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const utf8proc_ssize_t length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  if (length <= 0) return {};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(length)};
}

bool is_wide(char32_t value) { return utf8proc_charwidth(static_cast<utf8proc_int32_t>(value)) == 2; }

/// The library's width; a control character, which is shown replaced, takes one column.
int width_of(char32_t value) {
  if (value < 0x300) return 1;
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(value));
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
