#include "engine/support/xlsx_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>

#include "engine/support/files.hpp"
#include "engine/support/zip_reader.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_file = std::size_t{256} << 20;

/// The name without a namespace's prefix: some writers give every element one.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& one : node.children()) {
    if (local_name(one) == name) return one;
  }
  return {};
}

const char* attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& one : node.attributes()) {
    const std::string_view own = one.name();
    const auto colon = own.find(':');
    if ((colon == std::string_view::npos ? own : own.substr(colon + 1)) == name) return one.value();
  }
  return "";
}

/// Text of <si> or <is>: plain, or the runs of rich text; phonetic runs are not part of it.
std::string rich_text(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& one : node.children()) {
    if (local_name(one) == "t") text += one.text().get();
    if (local_name(one) == "r") text += child(one, "t").text().get();
  }
  return text;
}

/// Whether a number format shows a date: a letter of day, month or year outside quotation marks and brackets.
bool shows_date(std::string_view format) {
  bool quoted = false;
  bool bracketed = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '[' || c == ']')) {
      bracketed = c == '[';
    } else if (!quoted && !bracketed && std::string_view("yYmMdD").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

/// Numbers that Excel itself gives to date formats, the Chinese ones (27 to 36, 50 to 58) among them.
bool builtin_date(int id) {
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

class XlsxReader {
 public:
  XlsxReader(const std::filesystem::path& file, Door door, std::string_view bytes)
      : file_(file.string()), door_(door), archive_(bytes) {}

  Spreadsheet read() {
    Spreadsheet book;
    book.file = file_;
    const pugi::xml_document workbook = xml("xl/workbook.xml");
    const pugi::xml_node root = workbook.document_element();
    const std::string_view system = attribute(child(root, "workbookPr"), "date1904");
    system_1904_ = system == "1" || system == "true";
    read_relations();
    if (archive_.has("xl/sharedStrings.xml")) read_texts();
    if (archive_.has("xl/styles.xml")) read_styles();
    for (const pugi::xml_node& one : child(root, "sheets").children()) book.sheets.push_back(sheet(one));
    if (book.sheets.empty()) fail("the workbook has no sheet", "Save it again as an Excel workbook");
    throw_if_any(door_, std::move(errors_));
    return book;
  }

 private:
  [[noreturn]] void fail(const std::string& problem, const std::string& remedy) {
    InputErrors errors;
    errors.add({file_, 0, 0}, "", problem, "the workbook cannot be trusted as it is", remedy);
    throw InputRejected(door_, std::move(errors));
  }

  pugi::xml_document xml(const std::string& part) {
    const auto bytes = archive_.part(part);
    if (!bytes) fail("the part " + part + " is missing", "Save it again as an Excel workbook (.xlsx)");
    pugi::xml_document document;
    const auto result = document.load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!result) {
      fail(fmt::format("the part {} is no XML: {} at byte {}", part, result.description(), result.offset),
           "Save it again as an Excel workbook (.xlsx)");
    }
    return document;
  }

  void read_relations() {
    const pugi::xml_document document = xml("xl/_rels/workbook.xml.rels");
    for (const pugi::xml_node& one : document.document_element().children()) {
      std::string target = attribute(one, "Target");
      target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
      parts_[attribute(one, "Id")] = target;
    }
  }

  void read_texts() {
    const pugi::xml_document document = xml("xl/sharedStrings.xml");
    for (const pugi::xml_node& one : document.document_element().children()) {
      if (local_name(one) == "si") texts_.push_back(rich_text(one));
    }
  }

  void read_styles() {
    const pugi::xml_document document = xml("xl/styles.xml");
    std::map<int, bool> own_formats;
    for (const pugi::xml_node& one : child(document.document_element(), "numFmts").children()) {
      own_formats[std::atoi(attribute(one, "numFmtId"))] = shows_date(attribute(one, "formatCode"));
    }
    for (const pugi::xml_node& one : child(document.document_element(), "cellXfs").children()) {
      const int id = std::atoi(attribute(one, "numFmtId"));
      const auto found = own_formats.find(id);
      date_styles_.push_back(found != own_formats.end() ? found->second : builtin_date(id));
    }
  }

  Sheet sheet(const pugi::xml_node& declared) {
    Sheet sheet;
    sheet.name = attribute(declared, "name");
    sheet.hidden = std::string_view(attribute(declared, "state")).ends_with("idden");
    const auto part = parts_.find(attribute(declared, "id"));
    if (part == parts_.end()) fail("the sheet " + sheet.name + " has no part", "Save it again as an Excel workbook");
    if (!part->second.starts_with("xl/worksheets/")) return sheet;  // a chart sheet has no cells
    const pugi::xml_document document = xml(part->second);
    const pugi::xml_node root = document.document_element();
    std::size_t next_row = 0;
    for (const pugi::xml_node& row : child(root, "sheetData").children()) {
      if (local_name(row) != "row") continue;
      const int stated = std::atoi(attribute(row, "r"));
      const std::size_t number = stated > 0 ? static_cast<std::size_t>(stated - 1) : next_row;
      read_row(sheet, row, number);
      next_row = number + 1;
    }
    read_merged(sheet, child(root, "mergeCells"));
    std::stable_sort(sheet.cells.begin(), sheet.cells.end(), [](const SheetCell& a, const SheetCell& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    return sheet;
  }

  void read_row(Sheet& sheet, const pugi::xml_node& row, std::size_t number) {
    std::size_t next_column = 0;
    for (const pugi::xml_node& node : row.children()) {
      if (local_name(node) != "c") continue;
      const std::string name = attribute(node, "r");
      const auto address = name.empty() ? CellAddress{number, next_column} : parse_cell_name(name);
      if (!address) {
        errors_.add({file_ + "[" + sheet.name + "]", 0, 0}, name, "is no address of a cell",
                    "the cell's place is not known", "Save it again as an Excel workbook (.xlsx)");
        continue;
      }
      next_column = address->column + 1;
      SheetCell cell;
      cell.row = address->row;
      cell.column = address->column;
      if (read_cell(sheet, node, cell)) sheet.cells.push_back(std::move(cell));
    }
  }

  /// False when the cell is empty.
  bool read_cell(const Sheet& sheet, const pugi::xml_node& node, SheetCell& cell) {
    const std::string_view type = attribute(node, "t");
    const std::string value = child(node, "v").text().get();
    cell.from_formula = static_cast<bool>(child(node, "f"));
    if (type == "inlineStr") {
      cell.text = rich_text(child(node, "is"));
    } else if (type == "s") {
      std::size_t index = 0;
      const auto [stopped, error] = std::from_chars(value.data(), value.data() + value.size(), index);
      if (error != std::errc{} || index >= texts_.size() || stopped != value.data() + value.size()) {
        complain(sheet, cell, "refers to a shared text that is not there");
        return false;
      }
      cell.text = texts_[index];
    } else if (type == "b") {
      cell.kind = CellKind::boolean;
      cell.text = value == "1" ? "TRUE" : "FALSE";
    } else if (type == "e") {
      cell.kind = CellKind::error;
      cell.text = value;
    } else if (type == "d") {
      cell.kind = CellKind::date;
      cell.text = value.substr(0, 10);
    } else if (type == "str") {
      cell.text = value;
    } else {
      return !value.empty() && read_number(sheet, node, value, cell);
    }
    return !cell.text.empty();
  }

  bool read_number(const Sheet& sheet, const pugi::xml_node& node, const std::string& value, SheetCell& cell) {
    const char* end = value.data() + value.size();
    const auto [stopped, error] = std::from_chars(value.data(), end, cell.number);
    if (error != std::errc{} || stopped != end) {
      complain(sheet, cell, "holds \"" + value + "\" where a number belongs");
      return false;
    }
    const int style = std::atoi(attribute(node, "s"));
    const bool dated = style >= 0 && static_cast<std::size_t>(style) < date_styles_.size() &&
                       date_styles_[static_cast<std::size_t>(style)];
    const auto date = dated ? date_of_serial(cell.number, system_1904_) : std::nullopt;
    cell.kind = date ? CellKind::date : CellKind::number;
    cell.text = date ? to_string(*date) : fmt::format("{}", cell.number);
    return true;
  }

  void read_merged(Sheet& sheet, const pugi::xml_node& node) {
    for (const pugi::xml_node& one : node.children()) {
      const std::string range = attribute(one, "ref");
      const auto colon = range.find(':');
      const auto first = parse_cell_name(std::string_view(range).substr(0, colon));
      const auto last = colon == std::string::npos ? first : parse_cell_name(std::string_view(range).substr(colon + 1));
      if (first && last) sheet.merged.push_back({first->row, first->column, last->row, last->column});
    }
  }

  void complain(const Sheet& sheet, const SheetCell& cell, const std::string& problem) {
    errors_.add({file_ + "[" + sheet.name + "!" + cell_name(cell.row, cell.column) + "]", 0, 0}, "", problem,
                "the cell's content is not known", "Open and save the workbook once more");
  }

  std::string file_;
  Door door_;
  ZipReader archive_;
  InputErrors errors_;
  bool system_1904_ = false;
  std::map<std::string, std::string> parts_;  // by relation
  std::vector<std::string> texts_;
  std::vector<bool> date_styles_;  // by cell style
};

}  // namespace

Spreadsheet read_xlsx(const std::filesystem::path& file, Door door) {
  const std::string bytes = read_file(file, largest_file);
  InputErrors errors;
  constexpr std::string_view compound = "\xD0\xCF\x11\xE0";  // an old xls, or an xlsx behind a password
  if (bytes.starts_with(compound)) {
    errors.add({file.string(), 0, 0}, "", "is an old Excel file (.xls) or protected by a password",
               "neither can be read as .xlsx", "Save it as .xlsx without a password");
    throw InputRejected(door, std::move(errors));
  }
  try {
    if (!bytes.starts_with("PK")) throw ArchiveDamaged("it does not begin as one");
    return XlsxReader(file, door, bytes).read();
  } catch (const ArchiveDamaged& damaged) {
    errors.add({file.string(), 0, 0}, "", std::string("is no sound Excel workbook: ") + damaged.what(),
               "an .xlsx file is a zip archive", "Open it in Excel or WPS and save it as .xlsx");
  }
  throw InputRejected(door, std::move(errors));
}

}  // namespace disburse
