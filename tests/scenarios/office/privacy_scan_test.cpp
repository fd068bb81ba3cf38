// The scan for identity numbers. Numbers of the area 999999 are assigned to nobody; 110101... below is built in the
// test and of no person: its serial is 000, which is never given.
#include "scenarios/office/privacy_scan.hpp"

#include <gtest/gtest.h>

#include "engine/support/zip_archive.hpp"
#include "scenarios/office/identity.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

std::string number(const std::string& area) {
  const std::string seventeen = area + "19500101000";
  return seventeen + check_digit(seventeen);
}

const std::string test_area = number("999999"), other = number("110101");

TEST(PrivacyScan, finds_numbers_that_stand_alone_and_names_the_line) {
  const ScratchFolder folder;
  folder.write("clean.txt", "nothing here 123456789012345678\n");
  folder.write("list.csv", "name,number\nx," + other + "\n");
  const PrivacyScan scan = scan_for_identities(folder.path(), true);
  EXPECT_EQ(scan.files, 2u);
  ASSERT_EQ(scan.hits.size(), 1u);
  EXPECT_EQ(scan.hits[0].file, "list.csv");
  EXPECT_EQ(scan.hits[0].line, 2u);
}

TEST(PrivacyScan, passes_numbers_within_others_and_wrong_ones) {
  const ScratchFolder folder;
  std::string wrong = other;
  wrong.back() = wrong.back() == '1' ? '2' : '1';
  folder.write("a.txt", "0." + other + " x" + other + " " + other + "0 " + wrong + "\n");
  EXPECT_TRUE(scan_for_identities(folder.path(), true).hits.empty());
}

TEST(PrivacyScan, allows_the_test_area_only_when_asked) {
  const ScratchFolder folder;
  folder.write("a.txt", test_area);
  EXPECT_TRUE(scan_for_identities(folder.path(), true).hits.empty());
  EXPECT_EQ(scan_for_identities(folder.path(), false).hits.size(), 1u);
}

TEST(PrivacyScan, looks_into_archives_and_binary_files) {
  const ScratchFolder folder;
  folder.write("book.xlsx", zip_archive({{"xl/sheet1.xml", "<c>" + other + "</c>"}}));
  folder.write("data.bin", std::string("\0\0", 2) + "\n" + other + " ");
  const PrivacyScan scan = scan_for_identities(folder.path(), true);
  ASSERT_EQ(scan.hits.size(), 2u);
  EXPECT_EQ(scan.hits[0].file, "book.xlsx[xl/sheet1.xml]");
  EXPECT_EQ(scan.hits[1].line, 0u) << "a binary file has no lines";
}

}  // namespace
}  // namespace disburse
