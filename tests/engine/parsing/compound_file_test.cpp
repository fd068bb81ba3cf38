// Streams of compound files, sector by sector.
#include "engine/parsing/compound_file.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

constexpr std::size_t sector = 512;

void put(std::string& bytes, std::size_t at, std::uint32_t value, std::size_t size = 4) {
  for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xFFU);
}

/// Sector 0: the table; 1: the directory with the one stream Book; 2 to 9: its 4,096 bytes.
std::string file_with(const std::string& content, std::uint32_t after_last = 0xFFFFFFFEU) {
  std::string file((1 + 10) * sector, '\0');
  file.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  put(file, 30, 9, 2);
  put(file, 48, 1);
  put(file, 68, 0xFFFFFFFEU);
  put(file, 76, 0);
  for (std::size_t i = 1; i < 109; ++i) put(file, 76 + 4 * i, 0xFFFFFFFFU);
  put(file, sector, 0xFFFFFFFDU);
  put(file, sector + 4, 0xFFFFFFFEU);
  for (std::uint32_t i = 2; i < 9; ++i) put(file, sector + 4 * i, i + 1);
  put(file, sector + 4 * 9, after_last);
  const std::size_t entry = 2 * sector;
  for (std::size_t i = 0; i < 4; ++i) file[entry + 2 * i] = "Book"[i];
  put(file, entry + 64, 10, 2);
  file[entry + 66] = 2;
  put(file, entry + 116, 2);
  put(file, entry + 120, 4096);
  file.replace(3 * sector, content.size(), content);
  return file;
}

TEST(CompoundFile, gives_a_stream_by_its_name) {
  const auto stream = compound_stream(file_with("content"), "Book");
  ASSERT_TRUE(stream);
  EXPECT_EQ(stream->size(), 4096u);
  EXPECT_EQ(stream->substr(0, 7), "content");
  EXPECT_FALSE(compound_stream(file_with("content"), "Workbook"));
}

/// The same with a stream of 100 bytes: its pieces of 64 bytes stand in the root's stream, their table in sector 3.
TEST(CompoundFile, gives_small_streams_out_of_their_pieces) {
  std::string file = file_with("");
  const std::size_t root = 2 * sector;
  const std::string entry = file.substr(root, 128);
  file.replace(root, 128, std::string(128, '\0'));
  file[root + 66] = 5;
  put(file, root + 116, 2);
  file.replace(root + 128, 128, entry);
  put(file, root + 128 + 116, 1);  // the second piece first
  put(file, root + 128 + 120, 100);
  put(file, 60, 3);
  put(file, sector + 4 * 2, 0xFFFFFFFEU);
  put(file, sector + 4 * 3, 0xFFFFFFFEU);
  put(file, 4 * sector, 0xFFFFFFFEU);
  put(file, 4 * sector + 4, 0);
  file.replace(3 * sector, 128, std::string(64, 'b') + std::string(64, 'a'));
  EXPECT_EQ(compound_stream(file, "Book"), std::string(64, 'a') + std::string(36, 'b'));
}

TEST(CompoundFile, broken_files_and_circles_end) {
  EXPECT_FALSE(compound_stream("", "Book"));
  EXPECT_FALSE(compound_stream("PK", "Book"));
  std::string circle = file_with("content");
  put(circle, sector + 4, 1);  // the directory goes on in itself
  compound_stream(circle, "Nothing");
  const std::string whole = file_with("content");
  for (std::size_t size = 0; size < whole.size(); size += 100) compound_stream(whole.substr(0, size), "Book");
}

}  // namespace
}  // namespace disburse
