#include "engine/support/csv_reader.hpp"

#include <algorithm>

namespace disburse {

char CsvReader::separator_of(std::string_view text) {
  std::size_t counts[3] = {};
  constexpr std::string_view separators = ",\t;";
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    const std::size_t which = separators.find(c);
    if (which != std::string_view::npos) ++counts[which];
  }
  const auto* most = std::max_element(counts, counts + 3);
  return *most == 0 ? ',' : separators[static_cast<std::size_t>(most - counts)];
}

/// A field that begins with a quotation mark; at_ stands behind its closing one afterwards.
std::string_view CsvReader::quoted() {
  const std::size_t begin = ++at_;
  bool doubled = false;
  while (true) {
    const std::size_t end = text_.find('"', at_);
    if (end == std::string_view::npos) throw CsvBroken("a quotation mark is never closed", begun_);
    line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    at_ = end + 1;
    if (at_ < text_.size() && text_[at_] == '"') {
      doubled = true;
      ++at_;
      continue;
    }
    const std::string_view inside = text_.substr(begin, end - begin);
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
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
  std::string_view field = text_.substr(begin, at_ - begin);
  if (field.ends_with('\r') && (at_ == text_.size() || text_[at_] == '\n')) field.remove_suffix(1);
  return field;
}

bool CsvReader::next(std::vector<std::string_view>& fields) {
  fields.clear();
  unescaped_.clear();
  unescaped_.reserve(most_fields);  // so that views into it stand
  while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) {
    if (text_[at_] == '\n') ++line_;
    ++at_;
  }
  if (at_ >= text_.size()) return false;
  begun_ = line_;
  while (true) {
    if (fields.size() == most_fields) throw CsvBroken("a record has more than 4,096 fields", begun_);
    fields.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain());
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ >= text_.size()) return true;
    if (text_[at_] == '\n') {
      ++at_;
      ++line_;
      return true;
    }
    if (text_[at_] != separator_) throw CsvBroken("text stands behind a closing quotation mark", line_);
    ++at_;
  }
}

}  // namespace disburse
