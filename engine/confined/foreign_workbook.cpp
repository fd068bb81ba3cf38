#include "engine/confined/foreign_workbook.hpp"

#include <fcntl.h>

#include "engine/confined/confined_reading.hpp"
#include "engine/confined/spreadsheet_packing.hpp"
#include "engine/support/files.hpp"
#include "engine/support/html_reader.hpp"
#include "engine/support/text_encoding.hpp"
#include "engine/support/xls_reader.hpp"
#include "engine/support/xlsx_reader.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_workbook = std::size_t{256} << 20;

[[noreturn]] void reject(const std::string& name, Door door, Message problem, Message why, Message remedy) {
  InputErrors errors;
  errors.add({name, 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(door, std::move(errors));
}

Spreadsheet read_old(const ForeignFile& file, Door door) {
  if (file.bytes.find(std::string_view("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0", 20)) != std::string_view::npos)
    reject(file.name, door, "is protected by a password"_m, "its cells cannot be read"_m, "Save it without"_m);
  if (file.path.empty())
    reject(file.name, door, "is {}, which is not read from standard input"_m(name_of(FileKind::old_workbook)),
           "its reader needs a file"_m, "Name the file"_m);
  return read_xls(file.path, door);
}

std::string packed(FileKind kind, const std::optional<Spreadsheet>& book) {
  Packing packing;
  packing.add(kind);
  packing.add(std::uint8_t{book.has_value()});
  if (book) pack(packing, *book);
  return packing.take();
}

ForeignTables unpacked(std::string_view bytes, const std::string& name, Door door) {
  try {
    Unpacking head(bytes);
    ForeignTables tables{head.code(FileKind::hdf5), std::nullopt};
    if (head.flag()) tables.book = unpacked_spreadsheet(bytes.substr(2));
    return tables;
  } catch (const Unpackable&) {
    reject_breakdown(name, door);
  }
}

/// What the child does; `text` is that of a web page.
std::string read_and_pack(const ForeignFile& file, FileKind kind, const std::string& text, Door door) {
  if (kind == FileKind::workbook) kind = kind_of_file(file.bytes);  // an archive is looked into
  switch (kind) {
    case FileKind::workbook: return packed(kind, read_xlsx_bytes(file.bytes, file.name, door));
    case FileKind::old_workbook: return packed(kind, read_old(file, door));
    case FileKind::html: return packed(kind, read_html(text, file.name, door));
    default: return packed(kind, std::nullopt);
  }
}

/// By the first bytes alone: no library sees them. An archive of any kind is a workbook here.
FileKind kind_by_beginning(std::string_view bytes) {
  const bool archive = bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
  return archive ? FileKind::workbook : kind_of_file(bytes);
}

}  // namespace

ForeignTables read_foreign_tables(const ForeignFile& file, Door door) {
  const FileKind kind = kind_by_beginning(file.bytes);
  const bool is_book = kind == FileKind::workbook || kind == FileKind::old_workbook || kind == FileKind::html;
  if (!is_book) return {kind, std::nullopt};
  const std::string text = kind == FileKind::html ? decode(file.bytes).text : "";
  Confinement limits = confinement_for(file.bytes.size());
  limits.opens_files = kind == FileKind::old_workbook;
  const std::string bytes =
      confined_reading(file.name, door, limits, [&] { return read_and_pack(file, kind, text, door); });
  return unpacked(bytes, file.name, door);
}

void reject_foreign_kind(const std::string& name, FileKind kind, Door door) {
  Message remedy = "Open it in Excel or WPS, choose File > Save As, and as type \"Excel Workbook (*.xlsx)\""_m;
  if (kind == FileKind::archive || kind == FileKind::rar) remedy = "Unpack it, and name the files in it"_m;
  if (kind == FileKind::pdf) remedy = "Ask for the table that it was printed from"_m;
  if (kind == FileKind::word_document) remedy = "Copy its table into Excel or WPS, and save that as .xlsx"_m;
  if (kind == FileKind::hdf5) remedy = "Name what the office handed in"_m;
  reject(name, door, "is {}, which is not read"_m(name_of(kind)), "tables come as .xlsx, .xls, .et, .csv or .txt"_m,
         remedy);
}

Spreadsheet read_foreign_workbook(const std::filesystem::path& path, Door door) {
  const std::string bytes = read_input(path, largest_workbook, door);
  InputErrors errors;
  try {
    ForeignTables tables = read_foreign_tables({path, path.string(), bytes}, door);
    if (tables.book) return *std::move(tables.book);
    if (tables.kind != FileKind::text) reject_foreign_kind(path.string(), tables.kind, door);
    errors.add({path.string(), 0, 0}, "", "is no sound Excel workbook: {}"_m("it does not begin as one"_m),
               "an .xlsx file is a zip archive"_m, "Open it in Excel or WPS and save it as .xlsx"_m);
  } catch (const NotText& not_text) {
    errors.add({path.string(), static_cast<int>(not_text.line), static_cast<int>(not_text.column)}, "",
               "the bytes are {}"_m(not_text.message()), "Chinese text would be read wrongly"_m,
               "Save the file as CSV in UTF-8, or as .xlsx"_m);
  }
  throw InputRejected(door, std::move(errors));
}

bool is_foreign_workbook(const std::filesystem::path& path) {
  try {
    constexpr std::size_t looked_at = 4096;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return false;
    const FileKind kind = kind_by_beginning(Descriptor(path, O_RDONLY).read(looked_at));
    return kind != FileKind::text && kind != FileKind::hdf5;
  } catch (const FileFailure&) {
    return false;
  }
}

}  // namespace disburse
