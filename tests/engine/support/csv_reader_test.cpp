// CSV as spreadsheets write it: quotation, separators, line ends; what is broken names its line.
#include "engine/support/csv_reader.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows read(std::string_view text, char separator = ',') {
  CsvReader reader(text, separator);
  std::vector<std::string_view> fields;
  Rows rows;
  while (reader.next(fields)) rows.emplace_back(fields.begin(), fields.end());
  return rows;
}

TEST(CsvReader, takes_both_line_ends_and_passes_empty_lines_over) {
  EXPECT_EQ(read("a,b\r\nc,d\n\n\r\ne,f"), (Rows{{"a", "b"}, {"c", "d"}, {"e", "f"}}));
  EXPECT_EQ(read(""), Rows{});
  EXPECT_EQ(read("a,,c\n,\n"), (Rows{{"a", "", "c"}, {"", ""}}));
}

TEST(CsvReader, takes_quotation_marks_off) {
  EXPECT_EQ(read("\"a,b\",\"c\"\"d\",\"e\nf\"\n"), (Rows{{"a,b", "c\"d", "e\nf"}}));
  EXPECT_EQ(read("\"\",x\n"), (Rows{{"", "x"}}));
  EXPECT_EQ(read("a;\"b;c\"\n", ';'), (Rows{{"a", "b;c"}}));
}

TEST(CsvReader, counts_lines_of_the_file) {
  CsvReader reader("a\n\"b\nc\"\nd\n", ',');
  std::vector<std::string_view> fields;
  const std::size_t lines[] = {1, 2, 4};
  for (const std::size_t line : lines) {
    ASSERT_TRUE(reader.next(fields));
    EXPECT_EQ(reader.line(), line);
  }
  EXPECT_FALSE(reader.next(fields));
}

TEST(CsvReader, refuses_what_has_no_reading) {
  const auto line_of = [](std::string_view text) {
    try {
      read(text);
    } catch (const CsvBroken& broken) {
      return broken.line;
    }
    return std::size_t{0};
  };
  EXPECT_EQ(line_of("a\n\"never closed\n"), 2u);
  EXPECT_EQ(line_of("a\nb\n\"closed\"behind,x\n"), 3u);
  EXPECT_EQ(line_of(std::string(CsvReader::most_fields, ',')), 1u) << "one field more than the most";
}

TEST(CsvReader, finds_the_separator_outside_quotation) {
  EXPECT_EQ(CsvReader::separator_of("a,b,c\n"), ',');
  EXPECT_EQ(CsvReader::separator_of("a;b;c,d\n"), ';');
  EXPECT_EQ(CsvReader::separator_of("a\tb\n"), '\t');
  EXPECT_EQ(CsvReader::separator_of("\"a;b;c;d\",e\n"), ',');
  EXPECT_EQ(CsvReader::separator_of("alone\nx;y;z\n"), ',') << "the first line decides";
}

}  // namespace
}  // namespace disburse
