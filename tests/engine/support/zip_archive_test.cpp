// Archives that are the same for the same files.
#include "engine/support/zip_archive.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "engine/support/zip_reader.hpp"

namespace disburse {
namespace {

TEST(ZipArchive, holds_files_in_their_order_and_gives_the_same_bytes) {
  const std::vector<std::pair<std::string, std::string>> files{
      {"b.txt", "second"}, {"a/名.txt", std::string(100'000, 'x')}, {"empty", ""}};
  const std::string bytes = zip_archive(files);
  EXPECT_EQ(bytes, zip_archive(files));
  EXPECT_LT(bytes.size(), 10'000u) << "packed";
  ZipReader reader(bytes);
  EXPECT_EQ(reader.names(), (std::vector<std::string>{"b.txt", "a/名.txt", "empty"}));
  for (const auto& [name, content] : files) EXPECT_EQ(reader.part(name), content) << name;
}

TEST(ZipArchive, has_the_same_bytes_in_every_time_zone) {
  const std::vector<std::pair<std::string, std::string>> files{{"a", "one"}};
  const char* const before = std::getenv("TZ");
  const std::string zone = before == nullptr ? "" : before;
  const std::string here = zip_archive(files);
  for (const char* other : {"UTC", "Pacific/Kiritimati", "America/St_Johns", "XYZ+11:30"}) {
    ::setenv("TZ", other, 1);
    ::tzset();
    EXPECT_EQ(zip_archive(files), here) << other;
  }
  before == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", zone.c_str(), 1);
  ::tzset();
}

}  // namespace
}  // namespace disburse
