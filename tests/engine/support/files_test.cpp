// Files are read whole or refused; UTF-8 and SHA-256 are what the standards say.
#include "engine/support/files.hpp"
#include "engine/base/digest.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <system_error>

#include "engine/base/error.hpp"

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
  fs::path folder_;
};

TEST_F(Files, reading_refuses_what_is_absent_too_large_or_no_file) {
  std::ofstream(folder_ / "a.txt") << "12345";
  EXPECT_EQ(read_file(folder_ / "a.txt", 5), "12345");
  EXPECT_THROW(read_file(folder_ / "a.txt", 4), std::runtime_error);
  EXPECT_THROW(read_file(folder_ / "b.txt", 4), std::system_error);
  EXPECT_THROW(read_file(folder_, 4), std::runtime_error);
}

TEST_F(Files, a_pipe_is_refused_and_does_not_block) {
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  EXPECT_THROW(read_file(folder_ / "pipe", 4), std::runtime_error);
}

TEST(Utf8, accepts_the_whole_range_and_names_the_first_bad_byte) {
  std::size_t offset = 0;
  EXPECT_TRUE(is_utf8("", offset));
  EXPECT_TRUE(is_utf8("plain", offset));
  EXPECT_TRUE(is_utf8("中卫 \xF0\x9F\x8C\x8D \xF4\x8F\xBF\xBF", offset));
  const struct {
    const char* bytes;
    std::size_t at;
  } bad[] = {{"ab\x80", 2},           {"\xC0\x80", 0},         {"a\xC3", 1},   {"\xE4\xB8", 0},
             {"\xED\xA0\x80", 0},     {"\xF4\x90\x80\x80", 0}, {"x\xFF", 1},   {"\xE0\x80\x80", 0},
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
