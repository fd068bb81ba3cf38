// Files by their first bytes.
#include "engine/support/file_kind.hpp"

#include <gtest/gtest.h>

#include <string>

#include "engine/support/zip_archive.hpp"

namespace disburse {
namespace {

TEST(FileKind, is_told_by_the_bytes) {
  EXPECT_EQ(kind_of_file("姓名,性别\n"), FileKind::text);
  EXPECT_EQ(kind_of_file(""), FileKind::text);
  EXPECT_EQ(kind_of_file("\xD0\xCF\x11\xE0\xA1\xB1"), FileKind::old_workbook);
  EXPECT_EQ(kind_of_file(zip_archive({{"xl/workbook.xml", "x"}})), FileKind::workbook);
  EXPECT_EQ(kind_of_file(zip_archive({{"xl/workbook.bin", "x"}})), FileKind::binary_workbook);
  EXPECT_EQ(kind_of_file(zip_archive({{"content.xml", "x"}})), FileKind::open_document);
  EXPECT_EQ(kind_of_file(zip_archive({{"a.csv", "x"}})), FileKind::archive);
  EXPECT_EQ(kind_of_file("PK\x03\x04 broken"), FileKind::workbook) << "its reader tells what is broken";
  EXPECT_EQ(kind_of_file(" \r\n<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>"), FileKind::html);
  EXPECT_EQ(kind_of_file("\xEF\xBB\xBF<table border=1>"), FileKind::html);
  EXPECT_EQ(kind_of_file("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"),
            FileKind::xml_workbook);
  EXPECT_EQ(kind_of_file("%PDF-1.7"), FileKind::pdf);
  EXPECT_EQ(kind_of_file("Rar!\x1a"), FileKind::rar);
  EXPECT_EQ(kind_of_file("\x89HDF\r\n\x1a\n"), FileKind::hdf5);
  EXPECT_EQ(kind_of_file("<5,a\n"), FileKind::text) << "a sign is no page";
}

TEST(FileKind, every_kind_has_a_name) {
  for (int kind = 0; kind <= static_cast<int>(FileKind::hdf5); ++kind)
    EXPECT_FALSE(name_of(static_cast<FileKind>(kind)).empty()) << kind;
}

}  // namespace
}  // namespace disburse
