#include "engine/support/csv_reader.hpp"

#include <algorithm>

namespace disburse {
namespace {

constexpr std::string_view separators = ",\t;";
constexpr std::string_view separator_line = "sep=";

bool names_separator(std::string_view text) {
  return text.starts_with(separator_line) && text.size() > separator_line.size() &&
         (text.size() == separator_line.size() + 1 || text[separator_line.size() + 1] == '\n' ||
          text[separator_line.size() + 1] == '\r');
}

}  // namespace

CsvReader::CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {
  if (!names_separator(text)) return;
  at_ = separator_line.size() + 1;
  if (at_ < text_.size()) pass_line_end();
}

char CsvReader::separator_of(std::string_view text) {
  if (names_separator(text)) return text[separator_line.size()];
  std::size_t counts[3] = {};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    const std::size_t which = separators.find(c);
    if (which != std::string_view::npos) ++counts[which];
  }
  const auto* most = std::max_element(counts, counts + 3);
  return *most == 0 ? ',' : separators[static_cast<std::size_t>(most - counts)];
}

bool CsvReader::at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

void CsvReader::pass_line_end() {
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++line_;
}

void CsvReader::broken(Message what, std::size_t at, std::size_t line) const {
  const std::size_t before = text_.substr(0, at).find_last_of("\n\r");
  const std::string_view lead = text_.substr(before == std::string_view::npos ? 0 : before + 1,
                                             at - (before == std::string_view::npos ? 0 : before + 1));
  const auto characters =
      std::count_if(lead.begin(), lead.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  throw CsvBroken(std::move(what), line, static_cast<std::size_t>(characters) + 1);
}

void CsvReader::refuse_control(std::string_view field, std::size_t begin) const {
  constexpr std::size_t longest = std::size_t{1} << 20;
  if (field.size() > longest) broken("a field is longer than 1 MiB"_m, begin, begun_);
  for (std::size_t i = 0; i < field.size(); ++i) {
    const auto byte = static_cast<unsigned char>(field[i]);
    if (byte >= 0x20U || field[i] == '\t' || field[i] == '\n' || field[i] == '\r') continue;
    const auto lines = std::count(field.begin(), field.begin() + static_cast<std::ptrdiff_t>(i), '\n');
    broken("a control character stands in the text"_m, begin + i, begun_ + static_cast<std::size_t>(lines));
  }
}

/// A field that begins with a quotation mark; at_ stands behind its closing one afterwards.
std::string_view CsvReader::quoted() {
  const std::size_t begin = ++at_;
  bool doubled = false;
  while (true) {
    const std::size_t end = text_.find('"', at_);
    if (end == std::string_view::npos) broken("a quotation mark is never closed"_m, begin - 1, begun_);
    line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    at_ = end + 1;
    if (at_ < text_.size() && text_[at_] == '"') {
      doubled = true;
      ++at_;
      continue;
    }
    const std::string_view inside = text_.substr(begin, end - begin);
    refuse_control(inside, begin);
    if (!doubled) return inside;
    std::string single;
    for (std::size_t i = 0; i < inside.size(); ++i) {
      single += inside[i];
      if (inside[i] == '"') ++i;
    }
    unescaped_.push_back(std::move(single));
    return unescaped_.back();
  }
}

std::string_view CsvReader::plain() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && !at_line_end()) ++at_;
  std::string_view field = text_.substr(begin, at_ - begin);
  refuse_control(field, begin);
  if (field.size() >= 3 && field.starts_with("=\"") && field.ends_with('"')) field = field.substr(2, field.size() - 3);
  const std::size_t lone = field.find('"');
  if (lone != std::string_view::npos) {
    broken("a quotation mark stands within a field that does not begin with one"_m,
           static_cast<std::size_t>(field.data() - text_.data()) + lone, line_);
  }
  return field;
}

bool CsvReader::next(std::vector<std::string_view>& fields) {
  fields.clear();
  unescaped_.clear();
  unescaped_.reserve(most_fields);  // so that views into it stand
  while (at_ < text_.size() && at_line_end()) pass_line_end();
  if (at_ >= text_.size()) return false;
  begun_ = line_;
  while (true) {
    if (fields.size() == most_fields) broken("a record has more than 4,096 fields"_m, at_, begun_);
    fields.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain());
    if (at_ >= text_.size()) return true;
    if (at_line_end()) {
      pass_line_end();
      return true;
    }
    if (text_[at_] != separator_) broken("text stands behind a closing quotation mark"_m, at_, line_);
    ++at_;
  }
}

}  // namespace disburse
