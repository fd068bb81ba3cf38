#include "support/workbook.hpp"

#include <zip.h>

#include <cstdlib>
#include <stdexcept>

#include "engine/support/publication.hpp"
#include "engine/support/spreadsheet.hpp"
#include "engine/support/zip_archive.hpp"

namespace disburse {
namespace {

constexpr const char* head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

}  // namespace

TestWorkbook::TestWorkbook(const std::map<std::string, std::string>& parts)
    : TestWorkbook(zip_archive({parts.begin(), parts.end()})) {}

TestWorkbook::TestWorkbook(const std::string& bytes) {
  std::string name = (std::filesystem::temp_directory_path() / "disburse-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
  folder_ = name;
  file_ = folder_ / "book.xlsx";
  publish_file(file_, bytes);
}

TestWorkbook::~TestWorkbook() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::map<std::string, std::string> workbook_parts(const std::string& rows) {
  return {
      {"xl/workbook.xml",
       std::string(head) + R"(<workbook><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       std::string(head) +
           R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>)"},
      {"xl/sharedStrings.xml",
       std::string(head) +
           R"(<sst><si><r><t>姓名</t></r><rPh><t>xing ming</t></rPh><r><rPr><b/></rPr><t>（甲）</t></r></si></sst>)"},
      {"xl/styles.xml",
       std::string(head) +
           R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>)"
           R"(<numFmt numFmtId="165" formatCode="[Red]0.0%"/></numFmts><cellXfs><xf numFmtId="0"/>)"
           R"(<xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)"},
      {"xl/worksheets/sheet1.xml", std::string(head) + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

std::map<std::string, std::string> plain_workbook(
    const std::vector<std::pair<std::string, std::vector<std::vector<std::string>>>>& sheets) {
  std::map<std::string, std::string> parts = workbook_parts("");
  std::string list;
  std::string relations;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    list += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + number + "\" r:id=\"r" + number + "\"/>";
    relations += "<Relationship Id=\"r" + number + "\" Target=\"worksheets/sheet" + number + ".xml\"/>";
    std::string rows;
    for (std::size_t r = 0; r < sheets[i].second.size(); ++r) {
      rows += "<row r=\"" + std::to_string(r + 1) + "\">";
      for (std::size_t c = 0; c < sheets[i].second[r].size(); ++c) {
        const std::string& text = sheets[i].second[r][c];
        if (text.empty()) continue;
        const std::string name = cell_name(r, c);
        rows += text.starts_with("#=") ? "<c r=\"" + name + "\"><v>" + text.substr(2) + "</v></c>"
                                       : "<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
      }
      rows += "</row>";
    }
    parts["xl/worksheets/sheet" + number + ".xml"] =
        std::string(head) + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  }
  parts["xl/workbook.xml"] = std::string(head) + "<workbook><sheets>" + list + "</sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] = std::string(head) + "<Relationships>" + relations + "</Relationships>";
  return parts;
}

std::string archive_part(const std::filesystem::path& archive, const std::string& name) {
  zip_t* opened = zip_open(archive.c_str(), ZIP_RDONLY, nullptr);
  if (opened == nullptr) throw std::runtime_error(archive.string() + " is no archive");
  std::string bytes;
  zip_stat_t about;
  if (zip_stat(opened, name.c_str(), 0, &about) == 0) {
    bytes.resize(about.size);
    zip_file_t* part = zip_fopen(opened, name.c_str(), 0);
    zip_fread(part, bytes.data(), bytes.size());
    zip_fclose(part);
  }
  zip_discard(opened);
  return bytes;
}

}  // namespace disburse
