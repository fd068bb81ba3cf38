// Files are complete or absent, nobody else's part is touched, UTF-8 and SHA-256 are what the standards say.
#include "engine/support/files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <system_error>
#include <thread>

#include "engine/error.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "disburse-files-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_;
};

TEST_F(Files, what_is_published_reads_back) {
  publish_file(folder_ / "a.txt", "first");
  publish_file(folder_ / "a.txt", std::string_view("zero \0 byte", 11));
  EXPECT_EQ(read_file(folder_ / "a.txt", 100), std::string("zero \0 byte", 11));
  EXPECT_EQ(entries(), 1u);
}

TEST_F(Files, reading_refuses_what_is_absent_too_large_or_no_file) {
  publish_file(folder_ / "a.txt", "12345");
  EXPECT_EQ(read_file(folder_ / "a.txt", 5), "12345");
  EXPECT_THROW(read_file(folder_ / "a.txt", 4), std::runtime_error);
  EXPECT_THROW(read_file(folder_ / "b.txt", 4), std::system_error);
  EXPECT_THROW(read_file(folder_, 4), std::runtime_error);
}

TEST_F(Files, a_pipe_is_refused_and_does_not_block) {
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  EXPECT_THROW(read_file(folder_ / "pipe", 4), std::runtime_error);
}

TEST_F(Files, publishing_into_an_absent_folder_names_the_path) {
  try {
    publish_file(folder_ / "none" / "a.txt", "x");
    FAIL() << "nothing was thrown";
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code().value(), ENOENT);
    EXPECT_NE(std::string(error.what()).find("a.txt"), std::string::npos);
  }
}

TEST_F(Files, publishing_over_a_folder_leaves_no_part) {
  fs::create_directory(folder_ / "a");
  EXPECT_THROW(publish_file(folder_ / "a", "x"), std::system_error);
  EXPECT_EQ(entries(), 1u);
}

TEST_F(Files, a_part_left_by_a_killed_program_is_no_obstacle_and_stays) {
  const fs::path left = folder_ / (".a.txt." + std::to_string(::getpid()) + ".0.part");
  std::ofstream(left) << "left";
  publish_file(folder_ / "a.txt", "x");
  EXPECT_EQ(read_file(folder_ / "a.txt", 10), "x");
  EXPECT_EQ(read_file(left, 10), "left");
}

TEST_F(Files, two_threads_publish_the_same_name_and_one_stands_complete) {
  const std::string one(100'000, '1');
  const std::string two(100'000, '2');
  std::thread other([&] { publish_file(folder_ / "a.txt", one); });
  publish_file(folder_ / "a.txt", two);
  other.join();
  const std::string found = read_file(folder_ / "a.txt", 200'000);
  EXPECT_TRUE(found == one || found == two);
  EXPECT_EQ(entries(), 1u);
}

TEST_F(Files, a_staged_folder_appears_on_commit_only) {
  {
    StagedFolder staged(folder_ / "run");
    staged.add("a.txt", "x");
    EXPECT_FALSE(fs::exists(folder_ / "run"));
    staged.commit();
  }
  EXPECT_EQ(read_file(folder_ / "run" / "a.txt", 10), "x");
  EXPECT_THROW(StagedFolder(folder_ / "run"), FolderExists);
  EXPECT_THROW(StagedFolder(folder_ / "run" / ""), FolderExists);
  EXPECT_EQ(entries(), 1u);
}

TEST_F(Files, a_staged_folder_without_commit_leaves_nothing) {
  {
    StagedFolder staged(folder_ / "run");
    staged.add("a.txt", "x");
    EXPECT_THROW(staged.add("a.txt", "again"), std::system_error);
    EXPECT_THROW(staged.add("../escape.txt", "x"), ProgramFault);
    EXPECT_THROW(staged.add("/escape.txt", "x"), ProgramFault);
  }
  EXPECT_EQ(entries(), 0u);
  EXPECT_THROW(StagedFolder(folder_ / "none" / "run"), std::system_error);
}

TEST_F(Files, a_run_that_came_in_between_is_not_overwritten) {
  StagedFolder staged(folder_ / "run");
  staged.add("a.txt", "mine");
  fs::create_directory(folder_ / "run");
  std::ofstream(folder_ / "run" / "a.txt") << "theirs";
  EXPECT_THROW(staged.commit(), std::system_error);
  EXPECT_EQ(read_file(folder_ / "run" / "a.txt", 10), "theirs");
}

TEST(Utf8, accepts_the_whole_range_and_names_the_first_bad_byte) {
  std::size_t offset = 0;
  EXPECT_TRUE(is_utf8("", offset));
  EXPECT_TRUE(is_utf8("plain", offset));
  EXPECT_TRUE(is_utf8("中卫 \xF0\x9F\x8C\x8D \xF4\x8F\xBF\xBF", offset));
  const struct {
    const char* bytes;
    std::size_t at;
  } bad[] = {{"ab\x80", 2},           {"\xC0\x80", 0},         {"a\xC3", 1},     {"\xE4\xB8", 0},
             {"\xED\xA0\x80", 0},     {"\xF4\x90\x80\x80", 0}, {"x\xFF", 1},     {"\xE0\x80\x80", 0},
             {"\xF0\x80\x80\x80", 0}, {"ok\xE4\xB8x", 2},      {"\xC3\x28", 0}};
  for (const auto& each : bad) {
    EXPECT_FALSE(is_utf8(each.bytes, offset)) << each.bytes;
    EXPECT_EQ(offset, each.at) << each.bytes;
  }
}

TEST(Sha256, agrees_with_the_examples_of_the_standard) {
  // FIPS 180-2, appendix B, and the digest of nothing.
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace disburse
