// Archives from strangers: parts that are there, parts that are not, bytes that are none.
#include "engine/support/zip_reader.hpp"

#include <gtest/gtest.h>

#include "engine/support/zip_archive.hpp"

namespace disburse {
namespace {

TEST(ZipReader, gives_parts_by_name) {
  const std::string bytes = zip_archive({{"a", "one"}, {"b", "two"}});
  ZipReader reader(bytes);
  EXPECT_TRUE(reader.has("a"));
  EXPECT_FALSE(reader.has("c"));
  EXPECT_EQ(reader.part("b"), "two");
  EXPECT_EQ(reader.part("b"), "two") << "a part may be read again";
  EXPECT_EQ(reader.part("c"), std::nullopt);
}

TEST(ZipReader, takes_no_bytes_for_an_archive_without_parts) { EXPECT_TRUE(ZipReader("").names().empty()); }

TEST(ZipReader, refuses_what_is_no_archive) {
  EXPECT_THROW(ZipReader("PK but no more"), ArchiveDamaged);
  const std::string bytes = zip_archive({{"a", "one"}});
  EXPECT_THROW(ZipReader(std::string_view(bytes).substr(0, bytes.size() - 10)), ArchiveDamaged) << "cut off";
}

TEST(ZipReader, notices_a_part_that_was_changed) {
  std::string bytes =
      zip_archive({{"a", "some text that stands in the archive as it is, since it is short: 0123456789"}});
  bytes[45] = static_cast<char>(bytes[45] ^ 1);  // within the packed bytes, which begin after 30 and the name
  const auto changed = [&] {
    ZipReader reader(bytes);
    return reader.part("a");
  };
  EXPECT_THROW(changed(), ArchiveDamaged);
}

}  // namespace
}  // namespace disburse
