#include "outputs/office/docx.hpp"

#include <fmt/format.h>

#include "engine/support/zip_archive.hpp"
#include "outputs/office/archive_check.hpp"
#include "outputs/office/docx_chart.hpp"

namespace disburse {
namespace {

constexpr const char* xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Run properties: a Chinese font and a size in half points.
std::string run_of(const char* font, int half_points, bool bold) {
  return fmt::format(
      "<w:rPr><w:rFonts w:ascii=\"{0}\" w:hAnsi=\"{0}\" w:eastAsia=\"{0}\" w:hint=\"eastAsia\"/>{1}"
      "<w:sz w:val=\"{2}\"/><w:szCs w:val=\"{2}\"/></w:rPr>",
      font, bold ? "<w:b/>" : "", half_points);
}

constexpr const char* centred = "<w:jc w:val=\"center\"/><w:spacing w:after=\"240\"/>";
// Two characters of 16 points; twips as well, which some readers alone understand.
constexpr const char* indented =
    "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";

constexpr int text_width = 11'906 - 1'474 - 1'588;  // twips between the margins

/// Figures stand to the right, words to the left.
bool is_figure(const std::string& text) { return text.find_first_not_of("0123456789.,+-*%[] ") == std::string::npos; }

std::string cell(const std::string& text, const char* align, int twips, bool head) {
  return fmt::format(
      "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr>"
      "<w:jc w:val=\"{}\"/></w:pPr><w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:tc>",
      twips, align, run_of("宋体", 20, head), xml_escaped(text));
}

std::string name_of_chart(std::size_t number) { return fmt::format("charts/chart{}.xml", number); }
std::string relation_of_chart(std::size_t number) { return fmt::format("rIdChart{}", number); }

/// Lines of one paragraph, broken by hand.
std::string broken_lines(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += "</w:t><w:br/><w:t xml:space=\"preserve\">";
    } else {
      result += xml_escaped(std::string_view(&c, 1));
    }
  }
  return result;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\'': result += "&apos;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') result += c;
    }
  }
  return result;
}

void Docx::line(std::string_view text, std::string_view run, std::string_view layout) {
  body_ += fmt::format("<w:p><w:pPr>{}</w:pPr><w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", layout, run,
                       broken_lines(text));
}

void Docx::title(std::string_view text) { line(text, run_of("方正小标宋简体", 44, false), centred); }
void Docx::heading(std::string_view text) { line(text, run_of("黑体", 32, false), indented); }
void Docx::sub_heading(std::string_view text) { line(text, run_of("楷体", 32, false), indented); }
void Docx::paragraph(std::string_view text) { line(text, run_of("仿宋", 32, false), indented); }

void Docx::table(const std::vector<std::vector<std::string>>& rows, const std::vector<int>& widths) {
  const auto twips = [&](std::size_t column) { return text_width * widths[column] / 100; };
  body_ += fmt::format("<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>", text_width);
  for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
    body_ += fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>", side);
  }
  body_ += "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
  for (std::size_t c = 0; c < widths.size(); ++c) body_ += fmt::format("<w:gridCol w:w=\"{}\"/>", twips(c));
  body_ += "</w:tblGrid>";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    body_ += r == 0 ? "<w:tr><w:trPr><w:tblHeader/></w:trPr>" : "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      body_ += cell(rows[r][c],
                    r == 0                           ? "center"
                    : c > 0 && is_figure(rows[r][c]) ? "right"
                                                     : "left",
                    twips(c), r == 0);
    }
    body_ += "</w:tr>";
  }
  body_ += "</w:tbl>";
}

void Docx::chart(const Chart& chart, const std::string& axis, const std::string& description) {
  charts_.push_back(bar_chart_part(chart, axis));
  body_ += chart_paragraph(relation_of_chart(charts_.size()), charts_.size(), description, chart.categories.size());
}

namespace {

/// "－ 3 －" in the middle below the text, as official documents number their pages.
std::string page_number_footer() {
  const std::string face =
      "<w:rPr><w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\"/>"
      "<w:sz w:val=\"28\"/></w:rPr>";
  const auto run = [&](const std::string& content) { return "<w:r>" + face + content + "</w:r>"; };
  return std::string(xml_head) +
         "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr>"
         "<w:jc w:val=\"center\"/></w:pPr>" +
         run("<w:t xml:space=\"preserve\">－ </w:t>") + "<w:fldSimple w:instr=\" PAGE \">" + run("<w:t>1</w:t>") +
         "</w:fldSimple>" + run("<w:t xml:space=\"preserve\"> －</w:t>") + "</w:p></w:ftr>";
}

std::string content_types(std::size_t charts) {
  std::string types = std::string(xml_head) +
                      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                      "<Default Extension=\"rels\" "
                      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                      "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
                      "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                      "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/"
                      "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>";
  for (std::size_t number = 1; number <= charts; ++number)
    types += fmt::format(
        "<Override PartName=\"/word/{}\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        "\"/>",
        name_of_chart(number));
  return types + "</Types>";
}

/// What the document refers to: its footer and its charts.
std::string document_relations(std::size_t charts) {
  constexpr const char* kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string parts = std::string(xml_head) +
                      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
                      fmt::format("<Relationship Id=\"rId1\" Type=\"{}footer\" Target=\"footer1.xml\"/>", kinds);
  for (std::size_t number = 1; number <= charts; ++number)
    parts += fmt::format("<Relationship Id=\"{}\" Type=\"{}chart\" Target=\"{}\"/>", relation_of_chart(number), kinds,
                         name_of_chart(number));
  return parts + "</Relationships>";
}

}  // namespace

std::string Docx::bytes() const {
  // Page and margins of official documents (A4; 37, 35, 28 and 26 mm).
  const std::string page =
      "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId1\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar "
      "w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" "
      "w:left=\"1588\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>";
  const std::string document = std::string(xml_head) +
                               "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                               "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                               "<w:body>" +
                               body_ + page + "</w:body></w:document>";
  const std::string relations =
      std::string(xml_head) +
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
      "Target=\"word/document.xml\"/></Relationships>";
  std::vector<std::pair<std::string, std::string>> files{
      {"[Content_Types].xml", content_types(charts_.size())},
      {"_rels/.rels", relations},
      {"word/document.xml", document},
      {"word/_rels/document.xml.rels", document_relations(charts_.size())},
      {"word/footer1.xml", page_number_footer()}};
  for (std::size_t c = 0; c < charts_.size(); ++c) files.emplace_back("word/" + name_of_chart(c + 1), charts_[c]);
  std::string bytes = zip_archive(files);
  check_archive("docx", bytes);
  return bytes;
}

}  // namespace disburse
