// A document that lost a piece is found: a byte of the archive, a piece of a part, a cell, a text.
#include "outputs/office/archive_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/support/zip_archive.hpp"
#include "engine/support/zip_reader.hpp"

namespace disburse {
namespace {

const std::string sheet =
    R"(<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2.5</v></c>)"
    R"(<c r="C1"/></row><row r="2"><c r="A2"><f>B1*2</f><v>5</v></c><c r="B2"><v>-4</v></c></row></sheetData></worksheet>)";
const std::string texts = R"(<sst><si><t>one</t></si><si><t>two</t></si></sst>)";

std::string book(const std::string& one, const std::string& shared) {
  return zip_archive({{"xl/worksheets/sheet1.xml", one}, {"xl/sharedStrings.xml", shared}, {"picture.png", "<no xml"}});
}

TEST(ArchiveCheck, passes_a_sound_document) { EXPECT_NO_THROW(check_archive("a.xlsx", book(sheet, texts))); }

TEST(ArchiveCheck, finds_parts_that_are_not_well_formed) {
  for (const std::string& broken : {sheet.substr(0, 100), sheet.substr(0, 60) + sheet.substr(70), std::string()})
    EXPECT_THROW(check_archive("a.xlsx", book(broken, texts)), ArchiveDamaged) << broken;
}

TEST(ArchiveCheck, finds_every_byte_of_the_packed_data_that_changes) {
  const std::string whole = book(sheet, texts);
  const std::size_t begin = whole.find("sheet1.xml") + 10;  // behind the part's head
  for (std::size_t at = begin; at < begin + 100; ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    EXPECT_THROW(check_archive("a.xlsx", changed), ArchiveDamaged) << at;
  }
  EXPECT_THROW(check_archive("a.xlsx", whole.substr(0, whole.size() - 1)), ArchiveDamaged);
}

TEST(ArchiveCheck, counts_cells_numbers_and_texts) {
  const std::string bytes = book(sheet, texts);
  const std::vector<SheetTally> tallies = sheet_tallies(bytes);
  ASSERT_EQ(tallies.size(), 1u);
  EXPECT_EQ(tallies[0].cells, 5u);
  EXPECT_EQ(tallies[0].numbers, 2u) << "a formula's value is worked out anew";
  EXPECT_EQ(tallies[0].sum, -1.5);
  EXPECT_EQ(tallies[0].size, 6.5);
  EXPECT_EQ(shared_texts(bytes), 2u);
}

}  // namespace
}  // namespace disburse
