#pragma once
// What a published document says, line by line, whatever file it came as: text, web page, workbook, Word, PDF, CSV.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/error.hpp"

namespace disburse {

/// A line of text, or a row of a table. A table's cells stand one by one, blank ones too; a line's words stand as
/// spaces part them.
struct PublishedLine {
  std::vector<std::string> words;
  bool of_table = false;
  Place place;  ///< file and line; of a sheet its name behind the file's

  /// All words without spaces between.
  std::string joined() const;
};

/// Reads the file. A PDF needs pdftotext (poppler-utils) on the machine.
/// Errors: InputRejected(Door::data): a file that cannot be read, is none of these kinds, or holds no text.
std::vector<PublishedLine> read_published_lines(const std::filesystem::path& file);

}  // namespace disburse
