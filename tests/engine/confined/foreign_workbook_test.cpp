// Workbooks of others: the same sheets and the same words with a child as without, and what each other kind is told.
#include "engine/confined/foreign_workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "engine/confined/confined_reading.hpp"
#include "engine/confined/spreadsheet_packing.hpp"
#include "engine/support/files.hpp"
#include "engine/support/html_reader.hpp"
#include "engine/support/text_encoding.hpp"
#include "engine/support/xlsx_reader.hpp"
#include "engine/support/zip_archive.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

const char* const page = "<html><table><tr><td>姓名<td rowspan=2>女<tr><td>甲</table></html>";

std::string workbook_bytes() {
  const TestWorkbook book(
      plain_workbook({{"名册", {{"姓名", "月养老金"}, {"甲", "#=4321.45"}, {"", "#=2"}}}, {"空", {}}}));
  return read_file(book.file(), std::size_t{1} << 20);
}

/// Sheets, or everything that is said against the file, as bytes.
std::string outcome(const std::function<Spreadsheet()>& read) {
  try {
    return "sheets " + packed(read());
  } catch (const InputRejected& rejected) {
    Packing packing;
    pack(packing, rejected);
    return "refused " + packing.take();
  } catch (const NotText& not_text) {
    return std::string("no text ") + not_text.what();
  }
}

Spreadsheet confined_book(const std::string& bytes) {
  const ForeignTables tables = read_foreign_tables({"", "a.xlsx", bytes}, Door::roster);
  if (!tables.book) reject_foreign_kind("a.xlsx", tables.kind, Door::roster);
  return *tables.book;
}

/// Without a child, by the readers themselves.
Spreadsheet plain_book(const std::string& bytes) {
  switch (kind_of_file(bytes)) {
    case FileKind::workbook: return read_xlsx_bytes(bytes, "a.xlsx", Door::roster);
    case FileKind::html: return read_html(decode(bytes).text, "a.xlsx", Door::roster);
    default: reject_foreign_kind("a.xlsx", kind_of_file(bytes), Door::roster);
  }
}

TEST(ForeignWorkbook, gives_the_same_bytes_with_a_child_as_without) {
  std::mt19937 random(1);
  constexpr int rounds = 150;
  int read = 0, refused = 0;
  for (const std::string& sound : {workbook_bytes(), std::string(page)}) {
    for (int i = 0; i < rounds; ++i) {
      std::string bytes = sound;
      // The first letters stay: in damaged text they alone make a page of it.
      constexpr std::size_t kept = 20;
      for (int n = 0; n < i % 4; ++n)
        bytes[kept + random() % (bytes.size() - kept)] = static_cast<char>(random() % 127);
      if (i % 7 == 6) bytes.resize(kept + random() % (bytes.size() - kept));
      const std::string with = outcome([&] { return confined_book(bytes); });
      EXPECT_EQ(with, outcome([&] { return plain_book(bytes); })) << "round " << i;
      (with.starts_with("sheets") ? read : refused) += 1;
    }
  }
  EXPECT_GT(read, 50) << "sound ones and those damaged where it does not matter";
  EXPECT_GT(refused, 50);
}

std::string refusal_of(const std::string& bytes) {
  const TestWorkbook file(bytes);  // called .xlsx, whatever it is
  try {
    read_foreign_workbook(file.file(), Door::data);
  } catch (const InputRejected& rejected) {
    return to_string(*rejected.errors().begin());
  }
  return "read without complaint";
}

TEST(ForeignWorkbook, names_what_is_not_read_and_the_menu_that_mends_it) {
  const std::string menu = "choose File > Save As, and as type \"Excel Workbook (*.xlsx)\"";
  EXPECT_THAT(refusal_of(zip_archive({{"xl/workbook.bin", "x"}, {"_rels/.rels", "x"}})),
              AllOf(HasSubstr("a binary Excel workbook (.xlsb), which is not read"), HasSubstr(menu)));
  EXPECT_THAT(refusal_of(zip_archive({{"content.xml", "x"}})), AllOf(HasSubstr("(.ods)"), HasSubstr(menu)));
  EXPECT_THAT(refusal_of("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"),
              AllOf(HasSubstr("in XML"), HasSubstr(menu)));
  EXPECT_THAT(refusal_of(zip_archive({{"word/document.xml", "x"}, {"_rels/.rels", "x"}})),
              HasSubstr("a Word document"));
  EXPECT_THAT(refusal_of(zip_archive({{"a.csv", "x"}})), HasSubstr("Unpack it"));
  EXPECT_THAT(refusal_of("%PDF-1.7"), HasSubstr("a PDF document"));
  EXPECT_THAT(refusal_of("姓名,性别\n"), HasSubstr("is no sound Excel workbook"));
}

TEST(ForeignWorkbook, is_told_by_its_bytes_where_its_name_lies) {
  const TestWorkbook real(plain_workbook({{"一", {{"甲"}}}}));
  const std::filesystem::path lying = real.file().parent_path() / "a.toml";
  std::filesystem::copy_file(real.file(), lying);
  EXPECT_TRUE(is_foreign_workbook(lying));
  EXPECT_EQ(read_foreign_workbook(lying, Door::data).sheets.front().at(0, 0)->text, "甲");
  EXPECT_TRUE(is_foreign_workbook(TestWorkbook(std::string("\xD0\xCF\x11\xE0\xA1\xB1")).file()));
  EXPECT_FALSE(is_foreign_workbook(TestWorkbook(std::string("schema = \"disburse/scenario/1\"")).file()));
  EXPECT_FALSE(is_foreign_workbook(TestWorkbook(std::string("PK = 1")).file()));
  EXPECT_FALSE(is_foreign_workbook("/nonexistent.xlsx"));
}

}  // namespace
}  // namespace disburse
