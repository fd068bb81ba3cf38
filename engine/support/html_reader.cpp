#include "engine/support/html_reader.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace disburse {
namespace {

constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_columns = 16'384;

void append_character(std::string& text, unsigned code) {
  if (code == 0 || code > 0x10FFFFU || (code >= 0xD800U && code <= 0xDFFFU)) return;
  const auto put = [&](unsigned byte) { text += static_cast<char>(byte); };
  const auto tail = [&](unsigned shift) { put(0x80U | (code >> shift & 0x3FU)); };
  if (code < 0x80U) return put(code);
  if (code < 0x800U) return put(0xC0U | code >> 6U), tail(0);
  if (code < 0x10000U) return put(0xE0U | code >> 12U), tail(6), tail(0);
  put(0xF0U | code >> 18U), tail(12), tail(6), tail(0);
}

/// Text with its entities resolved, blanks and line ends as one blank each.
std::string plain_text(std::string_view html) {
  std::string text;
  for (std::size_t i = 0; i < html.size(); ++i) {
    const char c = html[i];
    const std::size_t end = c == '&' ? html.substr(0, i + 12).find(';', i) : std::string_view::npos;
    if (end != std::string_view::npos) {
      const std::string_view name = html.substr(i + 1, end - i - 1);
      if (name.starts_with('#')) {
        const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        unsigned code = 0;
        std::from_chars(name.data() + (hex ? 2 : 1), name.data() + name.size(), code, hex ? 16 : 10);
        append_character(text, code);
      } else {
        text += name == "amp" ? "&" : name == "lt" ? "<" : name == "gt" ? ">" : name == "quot" ? "\"" : " ";
      }
      i = end;
    } else if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
      if (!text.empty() && text.back() != ' ') text += ' ';
    } else if (static_cast<unsigned char>(c) >= 0x20U) {
      text += c;
    }
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

/// One tag: its name in small letters, whether it closes, and what stands behind the name.
struct Tag {
  std::string name, rest;
  bool closes = false;
};

Tag tag_of(std::string_view inside) {
  Tag tag;
  tag.closes = inside.starts_with('/');
  if (tag.closes) inside.remove_prefix(1);
  const std::size_t end = std::min(inside.find_first_of(" \t\r\n/>"), inside.size());
  for (const char c : inside.substr(0, end)) tag.name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  tag.rest = inside.substr(end);
  return tag;
}

/// The whole number of an attribute like colspan="2"; 1 where it is not there.
std::size_t span_of(const Tag& tag, std::string_view attribute, std::size_t most) {
  const std::size_t at = tag.rest.find(attribute);
  if (at == std::string::npos) return 1;
  const std::size_t digit = tag.rest.find_first_of("0123456789", at);
  std::size_t value = 1;
  if (digit != std::string::npos && digit <= at + attribute.size() + 2)
    std::from_chars(tag.rest.data() + digit, tag.rest.data() + tag.rest.size(), value);
  return std::clamp<std::size_t>(value, 1, most);
}

class HtmlReader {
 public:
  HtmlReader(std::string_view html, std::string file, Door door) : html_(html), door_(door) {
    book_.file = std::move(file);
  }

  Spreadsheet read() {
    while (at_ < html_.size()) {
      const std::size_t open = html_.find('<', at_);
      keep(html_.substr(at_, open == std::string_view::npos ? open : open - at_));
      if (open == std::string_view::npos) break;
      if (pass(open, "<!--", "-->")) continue;
      const std::size_t close = html_.find('>', open);
      if (close == std::string_view::npos) break;
      at_ = close + 1;
      follow(tag_of(html_.substr(open + 1, close - open - 1)));
    }
    end_cell();
    if (book_.sheets.empty()) fail("the page has no table"_m);
    return std::move(book_);
  }

 private:
  [[noreturn]] void fail(Message problem) {
    InputErrors errors;
    errors.add({book_.file, 0, 0}, "", std::move(problem), "rows and columns cannot be told"_m,
               "Open it in Excel or WPS and save it as .xlsx"_m);
    throw InputRejected(door_, std::move(errors));
  }

  bool pass(std::size_t open, std::string_view begin, std::string_view end) {
    if (!html_.substr(open).starts_with(begin)) return false;
    const std::size_t close = html_.find(end, open);
    at_ = close == std::string_view::npos ? html_.size() : close + end.size();
    return true;
  }

  void keep(std::string_view text) {
    if (in_cell_) text_ += text;
  }

  void follow(const Tag& tag) {
    if (tag.name == "script" || tag.name == "style") {
      if (!tag.closes) at_ = std::min(html_.find("</" + tag.name, at_), html_.size());
    } else if (tag.name == "table") {
      table(tag.closes);
    } else if (depth_ == 0) {
      return;
    } else if (tag.name == "tr") {
      end_cell();
      if (!tag.closes) begin_row();
    } else if (tag.name == "td" || tag.name == "th") {
      end_cell();
      if (!tag.closes) begin_cell(tag);
    } else if (tag.name == "br") {
      keep(" ");
    }
  }

  void table(bool closes) {
    end_cell();
    if (closes) {
      depth_ = 0;
      return;
    }
    if (depth_ == 1) fail("a table stands within a table"_m);
    depth_ = 1;
    book_.sheets.emplace_back();
    book_.sheets.back().name = std::to_string(book_.sheets.size());
    taken_.clear();
    rows_ = 0;
  }

  void begin_row() {
    if (rows_ == most_rows) fail("a table has more than 1,048,576 rows"_m);
    ++rows_;
    column_ = 0;
  }

  void begin_cell(const Tag& tag) {
    if (rows_ == 0) begin_row();
    const std::size_t row = rows_ - 1;
    while (taken_.contains({row, column_})) ++column_;
    const std::size_t wide = span_of(tag, "colspan", most_columns);
    const std::size_t high = span_of(tag, "rowspan", most_columns);
    if (column_ + wide > most_columns) fail("a table has more than 16,384 columns"_m);
    if (wide > 1 || high > 1) book_.sheets.back().merged.push_back({row, column_, row + high - 1, column_ + wide - 1});
    for (std::size_t down = 1; down < high; ++down) {
      for (std::size_t right = 0; right < wide && taken_.size() < most_rows; ++right)
        taken_.insert({row + down, column_ + right});
    }
    cell_ = {};
    cell_.row = row;
    cell_.column = column_;
    column_ += wide;
    in_cell_ = true;
    text_.clear();
  }

  void end_cell() {
    if (!in_cell_) return;
    in_cell_ = false;
    cell_.text = plain_text(text_);
    if (!cell_.text.empty()) book_.sheets.back().cells.push_back(cell_);
  }

  std::string_view html_;
  Door door_;
  Spreadsheet book_;
  std::size_t at_ = 0, rows_ = 0, column_ = 0;
  int depth_ = 0;
  bool in_cell_ = false;
  SheetCell cell_;
  std::string text_;
  std::set<std::pair<std::size_t, std::size_t>> taken_;  // by cells that span rows
};

}  // namespace

Spreadsheet read_html(std::string_view html, const std::string& file, Door door) {
  return HtmlReader(html, file, door).read();
}

}  // namespace disburse
