#pragma once
// CSV from spreadsheets (RFC 4180): quoted fields, embedded separators and line ends, LF or CR LF, comma, tab or
// semicolon.
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace disburse {

/// What is wrong with the text, and in which line.
class CsvBroken : public std::runtime_error {
 public:
  CsvBroken(const std::string& what, std::size_t line_number) : std::runtime_error(what), line(line_number) {}
  std::size_t line;
};

class CsvReader {
 public:
  /// `text` must outlive the reader and what it gave.
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// The separator that stands most often in the first line outside quotation marks; comma when none does.
  static char separator_of(std::string_view text);

  /// The next record's fields, which point into the text or into the reader and stand until the next call; false at the
  /// end. Lines without any character are passed over.
  /// Errors: CsvBroken for a quotation mark that is never closed, text behind a closing one, more than most_fields.
  bool next(std::vector<std::string_view>& fields);
  /// The line, from 1, in which the last record began.
  std::size_t line() const { return begun_; }

  static constexpr std::size_t most_fields = 4096;

 private:
  std::string_view quoted();
  std::string_view plain();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t begun_ = 0;
  std::vector<std::string> unescaped_;  // fields with doubled quotation marks
};

}  // namespace disburse
