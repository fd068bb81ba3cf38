#pragma once
// CSV from spreadsheets (RFC 4180): quoted fields, embedded separators and line ends; LF, CR LF or CR; comma, tab or
// semicolon.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace disburse {

/// What is wrong with the text, and in which line and column; nothing of its content.
class CsvBroken : public Failure {
 public:
  CsvBroken(Message what, std::size_t line_number, std::size_t column_number = 0)
      : Failure(std::move(what)), line(line_number), column(column_number) {}
  std::size_t line;
  std::size_t column;  ///< in characters, from 1; 0: not known
};

class CsvReader {
 public:
  /// `text` must outlive the reader and what it gave. A first line "sep=;", which Excel understands, is passed over.
  CsvReader(std::string_view text, char separator);

  /// The separator that a first line "sep=;" names; else the one that stands most often in the first line outside
  /// quotation marks; comma when none does.
  static char separator_of(std::string_view text);

  /// The next record's fields, which point into the text or into the reader and stand until the next call; false at the
  /// end. Lines without any character are passed over. A field ="text", by which spreadsheets keep digits, is its text.
  /// Errors: CsvBroken for a quotation mark that is never closed or stands alone within a field, text behind a closing
  /// one, a control character, more than most_fields.
  bool next(std::vector<std::string_view>& fields);
  /// The line, from 1, in which the last record began.
  std::size_t line() const { return begun_; }

  static constexpr std::size_t most_fields = 4096;

 private:
  std::string_view quoted();
  std::string_view plain();
  void refuse_control(std::string_view field, std::size_t begin) const;
  bool at_line_end() const;
  void pass_line_end();
  [[noreturn]] void broken(Message what, std::size_t at, std::size_t line) const;

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t begun_ = 0;
  std::vector<std::string> unescaped_;  // fields with doubled quotation marks
};

}  // namespace disburse
