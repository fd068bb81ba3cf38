#include "outputs/checks/quarantine_workbook.hpp"

#include <algorithm>

#include "engine/support/spreadsheet.hpp"
#include "engine/support/zip_archive.hpp"

namespace disburse {
namespace {

constexpr const char* head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* relation_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* package_space = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '&': result += "&amp;"; break;
      case '"': result += "&quot;"; break;
      default: result += c;
    }
  }
  return result;
}

/// A sheet's name: at most 31 characters, none of those that Excel forbids, different from all others by its number.
std::string sheet_name(std::size_t number, const std::string& source) {
  constexpr std::size_t longest = 31;
  std::string name = std::to_string(number) + " ";
  std::size_t characters = name.size();
  for (const char c : source) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++characters > longest) break;
    name += c == '[' ? '(' : c == ']' ? ')' : std::string(":*?/\\'").find(c) != std::string::npos ? '_' : c;
  }
  return name;
}

std::string row_xml(std::size_t row, const std::vector<std::string>& cells) {
  std::string xml = "<row r=\"" + std::to_string(row + 1) + "\">";
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (cells[c].empty()) continue;
    xml += "<c r=\"" + cell_name(row, c) + "\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" +
           escaped(cells[c]) + "</t></is></c>";
  }
  return xml + "</row>";
}

std::string sheet_xml(const QuarantineSheet& sheet) {
  std::vector<std::string> headings{"未导入原因", "原位置"};
  headings.insert(headings.end(), sheet.headings.begin(), sheet.headings.end());
  std::string xml = std::string(head) + "<worksheet xmlns=\"" + main_space +
                    "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
                    "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                    "<cols><col min=\"1\" max=\"1\" width=\"60\" style=\"1\" customWidth=\"1\"/>"
                    "<col min=\"2\" max=\"" +
                    std::to_string(std::max<std::size_t>(headings.size(), 2)) +
                    "\" width=\"20\" style=\"1\" customWidth=\"1\"/></cols><sheetData>" + row_xml(0, headings);
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    std::vector<std::string> cells{sheet.rows[r].reasons, sheet.rows[r].place};
    cells.insert(cells.end(), sheet.rows[r].cells.begin(), sheet.rows[r].cells.end());
    xml += row_xml(r + 1, cells);
  }
  return xml + "</sheetData></worksheet>";
}

}  // namespace

std::string quarantine_workbook(const std::vector<QuarantineSheet>& sheets) {
  std::vector<std::pair<std::string, std::string>> parts;
  std::string types;
  std::string list;
  std::string relations;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const std::string part = "worksheets/sheet" + number + ".xml";
    types += "<Override PartName=\"/xl/" + part +
             "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
    list += "<sheet name=\"" + escaped(sheet_name(i + 1, sheets[i].name)) + "\" sheetId=\"" + number + "\" r:id=\"r" +
            number + "\"/>";
    relations +=
        "<Relationship Id=\"r" + number + "\" Type=\"" + relation_space + "/worksheet\" Target=\"" + part + "\"/>";
  }
  const std::string relations_head = std::string(head) + "<Relationships xmlns=\"" + package_space + "\">";
  parts.emplace_back(
      "[Content_Types].xml",
      std::string(head) +
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          "<Override PartName=\"/xl/workbook.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
          "<Override PartName=\"/xl/styles.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>" +
          types + "</Types>");
  parts.emplace_back("_rels/.rels", relations_head + "<Relationship Id=\"r1\" Type=\"" + relation_space +
                                        "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  parts.emplace_back("xl/workbook.xml", std::string(head) + "<workbook xmlns=\"" + main_space + "\" xmlns:r=\"" +
                                            relation_space + "\"><sheets>" + list + "</sheets></workbook>");
  parts.emplace_back("xl/_rels/workbook.xml.rels", relations_head + relations + "<Relationship Id=\"styles\" Type=\"" +
                                                       relation_space +
                                                       "/styles\" Target=\"styles.xml\"/></Relationships>");
  parts.emplace_back("xl/styles.xml",
                     std::string(head) + "<styleSheet xmlns=\"" + main_space +
                         "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
                         "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
                         "patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
                         "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/>"
                         "<xf numFmtId=\"49\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
  for (std::size_t i = 0; i < sheets.size(); ++i)
    parts.emplace_back("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml", sheet_xml(sheets[i]));
  return zip_archive(parts);
}

}  // namespace disburse
