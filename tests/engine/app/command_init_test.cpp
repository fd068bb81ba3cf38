// An agency started from its published budget goes on at once: it is checked, run, and its next year is drafted,
// whichever tables the document prints.
#include <gtest/gtest.h>

#include "scenarios/published/county.hpp"
#include "support/program.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

/// The county's document without the part from `begin` to before `end`.
std::string county_without(const std::string& begin, const std::string& end) {
  std::string text = county_document;
  const std::size_t from = text.find(begin);
  return text.erase(from, text.find(end, from) - from);
}

void expect_drafted(const std::string& document) {
  const ScratchFolder folder;
  folder.write("county.txt", document);
  const Ran begun = folder.run("init beishan --from county.txt --region ningxia");
  ASSERT_EQ(begun.exit_code, 0) << begun.err;
  const Ran run = folder.run("run -A ./beishan --no-bands");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  for (const char* year : {"2025", "2026"}) {
    const Ran drafted = folder.run(std::string("budget -A ./beishan --year ") + year + " --out " + year);
    ASSERT_EQ(drafted.exit_code, 0) << year << " " << drafted.err;
    const auto out = folder.path() / year;
    bool workbook = false;
    for (const auto& entry : std::filesystem::directory_iterator(out)) {
      if (entry.path().extension() == ".xlsx")
        workbook = workbook || !archive_part(entry.path(), "xl/worksheets/sheet1.xml").empty();
    }
    EXPECT_TRUE(workbook) << year;
  }
}

TEST(CommandInit, an_agencys_next_year_is_drafted_from_what_its_document_prints) { expect_drafted(county_document); }

TEST(CommandInit, and_without_a_table_of_economic_items) {
  expect_drafted(county_without("表3 一般公共预算基本支出表", "表4"));
}

TEST(CommandInit, refuses_a_folder_that_stands_and_a_document_without_a_table_of_functions) {
  const ScratchFolder folder;
  folder.write("county.txt", county_document);
  folder.write("other.txt", county_without("表2 一般公共预算支出表", "表3"));
  ASSERT_EQ(folder.run("init beishan --from county.txt --region ningxia").exit_code, 0);
  EXPECT_NE(folder.run("init beishan --from county.txt --region ningxia").exit_code, 0);
  EXPECT_EQ(folder.run("init nanshan --from other.txt --region ningxia").exit_code, 4);
  EXPECT_EQ(folder.listing().find("nanshan"), std::string::npos) << "nothing half made";
}

}  // namespace
}  // namespace disburse
