#pragma once
// What a file is by its first bytes, whatever its name says.
#include <cstdint>
#include <string_view>

#include "engine/base/message.hpp"

namespace disburse {

enum class FileKind : std::uint8_t {
  text,             ///< or anything that is none of those below
  workbook,         ///< .xlsx, .xlsm: OOXML in a zip archive
  binary_workbook,  ///< .xlsb
  open_document,    ///< .ods
  word_document,    ///< .docx
  archive,          ///< a zip archive without a workbook
  old_workbook,     ///< .xls, .et, or a workbook behind a password: a compound file
  html,
  xml_workbook,  ///< "XML Spreadsheet 2003"
  pdf,
  rar,
  hdf5,
};

FileKind kind_of_file(std::string_view bytes);
/// "HTML", "an Excel workbook (.xlsx)".
Message name_of(FileKind kind);

}  // namespace disburse
