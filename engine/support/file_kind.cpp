#include "engine/support/file_kind.hpp"

#include <algorithm>
#include <string>

#include "engine/support/zip_reader.hpp"

namespace disburse {
namespace {

FileKind kind_of_archive(std::string_view bytes) {
  try {
    const ZipReader archive(bytes);
    bool workbook = false;
    for (const std::string& name : archive.names()) {
      if (name.ends_with("workbook.bin")) return FileKind::binary_workbook;
      if (name == "word/document.xml") return FileKind::word_document;
      if (name == "content.xml") return FileKind::open_document;
      workbook = workbook || name.ends_with(".rels") || name.find("workbook") != std::string::npos;
    }
    return workbook ? FileKind::workbook : FileKind::archive;
  } catch (const ArchiveDamaged&) {
    return FileKind::workbook;  // its reader tells what is wrong
  }
}

/// The beginning in small letters, without a mark of its encoding and blanks before it; UTF-16 without its zeros.
std::string beginning(std::string_view bytes) {
  constexpr std::size_t looked_at = 2048;
  std::string text;
  for (const char c : bytes.substr(0, looked_at)) {
    if (c == '\0') continue;
    text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFF\xFE");
  return first == std::string::npos ? "" : text.substr(first);
}

}  // namespace

FileKind kind_of_file(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return kind_of_archive(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return FileKind::old_workbook;
  if (bytes.starts_with("\x89HDF\r\n")) return FileKind::hdf5;
  if (bytes.starts_with("%PDF-")) return FileKind::pdf;
  if (bytes.starts_with("Rar!") || bytes.starts_with("7z\xBC\xAF")) return FileKind::rar;
  const std::string text = beginning(bytes);
  const auto has = [&](std::string_view word) { return text.find(word) != std::string::npos; };
  if (text.starts_with('<')) {
    if (has("schemas-microsoft-com:office:spreadsheet") && !has("<html")) return FileKind::xml_workbook;
    if (has("<html") || has("<table") || has("<!doctype html") || has("<meta") || has("<head")) return FileKind::html;
  }
  if (text.starts_with("mime-version:")) return FileKind::html;  // a web archive, which the HTML reader refuses
  return FileKind::text;
}

Message name_of(FileKind kind) {
  switch (kind) {
    case FileKind::text: return "text"_m;
    case FileKind::workbook: return "an Excel workbook (.xlsx)"_m;
    case FileKind::binary_workbook: return "a binary Excel workbook (.xlsb)"_m;
    case FileKind::open_document: return "an OpenDocument workbook (.ods)"_m;
    case FileKind::word_document: return "a Word document (.docx)"_m;
    case FileKind::archive: return "a zip archive"_m;
    case FileKind::old_workbook: return "an old workbook (.xls, .et) or one behind a password"_m;
    case FileKind::html: return "a web page (HTML)"_m;
    case FileKind::xml_workbook: return "an Excel 2003 workbook in XML"_m;
    case FileKind::pdf: return "a PDF document"_m;
    case FileKind::rar: return "a RAR or 7z archive"_m;
    case FileKind::hdf5: return "an HDF5 file"_m;
  }
  return {};
}

}  // namespace disburse
