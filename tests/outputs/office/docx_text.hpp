#pragma once
// What a docx says: its body paragraphs and the cells of its tables.
#include <regex>
#include <string>
#include <vector>

#include "support/workbook.hpp"

namespace disburse {

inline std::string document_xml(const std::string& docx) {
  const TestWorkbook file(docx);
  return archive_part(file.file(), "word/document.xml");
}

/// The texts of a piece of the document, one after the other.
inline std::string words_in(const std::string& xml) {
  static const std::regex text("<w:t[^>]*>([^<]*)</w:t>");
  std::string words;
  for (std::sregex_iterator at(xml.begin(), xml.end(), text), end; at != end; ++at) words += (*at)[1].str();
  return words;
}

/// Body paragraphs (仿宋) of a docx.
inline std::vector<std::string> paragraphs_of(const std::string& docx) {
  const std::string xml = document_xml(docx);
  static const std::regex paragraph("<w:p>.*?</w:p>");
  std::vector<std::string> found;
  for (std::sregex_iterator at(xml.begin(), xml.end(), paragraph), end; at != end; ++at) {
    if (at->str().find("仿宋") != std::string::npos) found.push_back(words_in(at->str()));
  }
  return found;
}

/// The same as one text, a line each.
inline std::string body_of(const std::string& docx) {
  std::string text;
  for (const std::string& paragraph : paragraphs_of(docx)) text += paragraph + "\n";
  return text;
}

/// Rows of all tables, cells divided by a bar: "合计|1.00|2.00".
inline std::vector<std::string> table_rows_of(const std::string& docx) {
  std::vector<std::string> rows;
  const std::string xml = document_xml(docx);
  for (std::size_t row = xml.find("<w:tr>"); row != std::string::npos; row = xml.find("<w:tr>", row + 1)) {
    const std::size_t row_end = xml.find("</w:tr>", row);
    std::string cells;
    for (std::size_t cell = xml.find("<w:tc>", row); cell < row_end; cell = xml.find("<w:tc>", cell + 1))
      cells += "|" + words_in(xml.substr(cell, xml.find("</w:tc>", cell) - cell));
    rows.push_back(cells.substr(1));
  }
  return rows;
}

}  // namespace disburse
