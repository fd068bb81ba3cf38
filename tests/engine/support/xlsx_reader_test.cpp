// Workbooks as Excel, WPS and programs write them, and those that are broken or hostile.
#include "engine/support/xlsx_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "engine/support/files.hpp"
#include "engine/support/zip_archive.hpp"
#include "engine/support/zip_reader.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

Spreadsheet read(const std::map<std::string, std::string>& parts) {
  const TestWorkbook book(parts);
  return read_xlsx(book.file(), Door::roster);
}

std::string rejected(const std::map<std::string, std::string>& parts) {
  try {
    read(parts);
  } catch (const InputRejected& error) {
    EXPECT_EQ(error.door(), Door::roster);
    return error.what();
  }
  return "read without complaint";
}

TEST(XlsxReader, tells_text_numbers_dates_booleans_and_errors_apart) {
  const Spreadsheet book = read(workbook_parts(
      R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>张&amp;三</t></is></c></row>)"
      R"(<row r="3"><c r="A3"><v>600.1</v></c><c r="B3" s="1"><v>18264</v></c><c r="C3" t="b"><v>1</v></c>)"
      R"(<c r="D3" t="e"><v>#N/A</v></c><c r="E3" t="str"><f>A1</f><v>算出</v></c><c r="F3" s="2"><v>0.5</v></c></row>)"));
  ASSERT_EQ(book.sheets.size(), 1u);
  const Sheet& sheet = book.sheets.front();
  EXPECT_EQ(sheet.name, "名册");
  EXPECT_EQ(sheet.rows(), 3u);
  EXPECT_EQ(sheet.at(0, 0)->text, "姓名（甲）") << "rich text is joined, phonetic text left out";
  EXPECT_EQ(sheet.at(0, 1), nullptr);
  EXPECT_EQ(sheet.at(0, 2)->text, "张&三");
  EXPECT_EQ(sheet.at(2, 0)->kind, CellKind::number);
  EXPECT_EQ(sheet.at(2, 0)->text, "600.1");
  EXPECT_EQ(sheet.at(2, 1)->kind, CellKind::date);
  EXPECT_EQ(sheet.at(2, 1)->text, "1950-01-01");  // 18264 days after 1899-12-31, with the leap day that never was
  EXPECT_EQ(sheet.at(2, 2)->text, "TRUE");
  EXPECT_EQ(sheet.at(2, 3)->kind, CellKind::error);
  EXPECT_TRUE(sheet.at(2, 4)->from_formula);
  EXPECT_EQ(sheet.at(2, 5)->kind, CellKind::number) << "[Red]0.0% is no date";
}

TEST(XlsxReader, reads_cells_without_addresses_in_their_order) {
  const Spreadsheet book = read(workbook_parts("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"));
  EXPECT_EQ(book.sheets.front().at(0, 1)->text, "2");
  EXPECT_EQ(book.sheets.front().at(1, 0)->text, "3");
}

TEST(XlsxReader, knows_merged_ranges) {
  auto parts = workbook_parts(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
  std::string& sheet = parts["xl/worksheets/sheet1.xml"];
  sheet.insert(sheet.find("</worksheet>"), R"(<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>)");
  const Spreadsheet book = read(parts);
  ASSERT_EQ(book.sheets.front().merged.size(), 1u);
  EXPECT_EQ(book.sheets.front().merged.front().bottom, 1u);
  EXPECT_EQ(book.sheets.front().merged.front().right, 2u);
}

TEST(Spreadsheet, serial_numbers_are_days_of_either_system) {
  // 2008-01-01 is 39448 in the one and 37986 in the other (1462 days apart), as Microsoft states.
  EXPECT_EQ(date_of_serial(39448, false), (Date{2008, 1, 1}));
  EXPECT_EQ(date_of_serial(37986, true), (Date{2008, 1, 1}));
  EXPECT_EQ(date_of_serial(1, false), (Date{1900, 1, 1}));
  EXPECT_EQ(date_of_serial(59, false), (Date{1900, 2, 28}));
  EXPECT_EQ(date_of_serial(60, false), std::nullopt);
  EXPECT_EQ(date_of_serial(61, false), (Date{1900, 3, 1}));
  EXPECT_EQ(date_of_serial(2958465, false), (Date{9999, 12, 31}));
  EXPECT_EQ(date_of_serial(2958466, false), std::nullopt);
  EXPECT_EQ(date_of_serial(-1, false), std::nullopt);
}

TEST(Spreadsheet, cells_have_names) {
  EXPECT_EQ(cell_name(2, 1), "B3");
  EXPECT_EQ(cell_name(0, 25), "Z1");
  EXPECT_EQ(cell_name(0, 26), "AA1");
  EXPECT_EQ(cell_name(1048575, 16383), "XFD1048576");
  EXPECT_EQ(parse_cell_name("XFD1048576")->column, 16383u);
  for (const char* wrong :
       {"", "A", "1", "a1", "A0", "XFE1", "A1048577", "A1B", "AAAAAAAAAAAAAAAA1", "A99999999999999"}) {
    EXPECT_FALSE(parse_cell_name(wrong)) << wrong;
  }
}

TEST(XlsxReader, refuses_what_is_no_workbook_and_says_what_it_is) {
  const TestWorkbook old_excel(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"));
  EXPECT_THAT([&] { read_xlsx(old_excel.file(), Door::data); },
              testing::ThrowsMessage<InputRejected>(HasSubstr("old Excel file")));
  for (const std::string& bytes : {std::string("a,b,c\n"), std::string(), std::string("PK\x03\x04 broken")}) {
    const TestWorkbook book(bytes);
    EXPECT_THAT([&] { read_xlsx(book.file(), Door::data); },
                testing::ThrowsMessage<InputRejected>(HasSubstr("no sound Excel workbook")));
  }
}

TEST(XlsxReader, names_the_part_that_is_missing_or_no_xml) {
  auto parts = workbook_parts("");
  parts.erase("xl/worksheets/sheet1.xml");
  EXPECT_THAT(rejected(parts), HasSubstr("sheet1.xml is missing"));
  parts = workbook_parts("");
  parts["xl/workbook.xml"] = "<workbook";
  EXPECT_THAT(rejected(parts), HasSubstr("xl/workbook.xml cannot be read"));
  parts = workbook_parts("");
  parts.erase("xl/workbook.xml");
  EXPECT_THAT(rejected(parts), HasSubstr("xl/workbook.xml is missing"));
}

TEST(XlsxReader, tells_every_broken_cell_by_its_address) {
  const std::string message = rejected(
      workbook_parts(R"(<row r="1"><c r="A1" t="s"><v>7</v></c><c r="B1"><v>12a</v></c><c r="?1"><v>1</v></c></row>)"));
  EXPECT_THAT(message, HasSubstr("名册!A1"));
  EXPECT_THAT(message, HasSubstr("名册!B1"));
  EXPECT_THAT(message, HasSubstr("is no address of a cell"));
}

TEST(XlsxReader, entities_and_depth_do_no_harm) {
  auto parts = workbook_parts("");
  parts["xl/sharedStrings.xml"] =
      R"(<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>)";
  EXPECT_THAT(rejected(parts), HasSubstr("it declares entities"));
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  parts["xl/sharedStrings.xml"] = deep;
  EXPECT_THAT(rejected(parts), HasSubstr("nested too deeply"));
}

TEST(XlsxReader, a_formula_without_its_value_is_an_error_and_not_empty) {
  const Spreadsheet book = read(
      workbook_parts(R"(<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v/></c><c r="C1" t="str"><f>A1</f></c>)"
                     R"(<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>1+1</f><v>2</v></c></row>)"));
  const Sheet& sheet = book.sheets.front();
  for (const std::size_t column : {0u, 1u, 2u}) {
    ASSERT_NE(sheet.at(0, column), nullptr) << column;
    EXPECT_EQ(sheet.at(0, column)->kind, CellKind::error) << column;
    EXPECT_EQ(sheet.at(0, column)->text, value_not_saved) << column;
  }
  EXPECT_EQ(sheet.at(0, 3), nullptr) << "a formula that gave no text";
  EXPECT_EQ(sheet.at(0, 4)->text, "2");
}

TEST(XlsxReader, finds_parts_by_their_relations) {
  auto parts = workbook_parts(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)");
  parts["xl\\Worksheets\\SHEET1.XML"] = parts["xl/worksheets/sheet1.xml"];
  parts.erase("xl/worksheets/sheet1.xml");
  parts["xl/words.xml"] = parts["xl/sharedStrings.xml"];
  parts.erase("xl/sharedStrings.xml");
  parts["xl/_rels/workbook.xml.rels"] =
      R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/>)"
      R"(<Relationship Id="t" Type="x/sharedStrings" Target="../xl/words.xml"/></Relationships>)";
  EXPECT_EQ(read(parts).sheets.front().at(0, 0)->text, "姓名（甲）");
  parts["xl/worksheets/sheet1.xml"] = parts["xl\\Worksheets\\SHEET1.XML"];
  EXPECT_THAT(rejected(parts), HasSubstr("stands in it twice"));
}

TEST(XlsxReader, rows_and_cells_are_where_a_sheet_has_them) {
  EXPECT_THAT(rejected(workbook_parts(R"(<row r="1000000000"><c r="A1"><v>1</v></c></row>)")), HasSubstr("1,048,576"));
  EXPECT_THAT(rejected(workbook_parts(R"(<row r="2"><c r="A3"><v>1</v></c></row>)")), HasSubstr("in row 2"));
  EXPECT_THAT(rejected(workbook_parts(R"(<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>)")),
              HasSubstr("is there twice"));
  EXPECT_THAT(rejected(workbook_parts(R"(<row r="1"><c r="A1" t="inlineStr"><is><t>a_x0007_</t></is></c></row>)")),
              HasSubstr("control character"));
}

TEST(ZipReader, does_not_unpack_more_than_it_should) {
  // A part that says it has 8 GiB: the size in the central directory is changed by hand.
  std::string bytes = zip_archive({{"a", std::string(1000, 'x')}});
  const std::size_t central = bytes.find("PK\x01\x02");
  ASSERT_NE(central, std::string::npos);
  constexpr std::size_t size_field = 24;
  bytes[central + size_field + 3] = '\x7f';
  EXPECT_THROW(
      {
        ZipReader reader(bytes);
        reader.part("a");
      },
      ArchiveDamaged);
}

TEST(XlsxReader, every_shorter_file_is_refused) {
  const std::map<std::string, std::string> parts = workbook_parts(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
  const std::string whole = zip_archive({parts.begin(), parts.end()});
  for (std::size_t size = 0; size + 1 < whole.size(); size += 7) {
    const TestWorkbook book(whole.substr(0, size));
    EXPECT_THROW(read_xlsx(book.file(), Door::data), InputRejected) << size;
  }
}

}  // namespace
}  // namespace disburse
