// Encodings by their bytes: 养老 is E5 85 BB E8 80 81 in UTF-8, D1 F8 C0 CF in GB18030, 517B 8001 in UTF-16.
#include "engine/support/text_encoding.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

using namespace std::string_literals;

TEST(TextEncoding, is_recognised_by_the_bytes) {
  const std::pair<std::string, Encoding> cases[] = {
      {"养老", Encoding::utf8},
      {"\xEF\xBB\xBF养老", Encoding::utf8_mark},
      {"\xD1\xF8\xC0\xCF", Encoding::gb18030},
      {"\xFF\xFE\x7B\x51\x01\x80", Encoding::utf16_le},
      {"\xFE\xFF\x51\x7B\x80\x01", Encoding::utf16_be},
  };
  for (const auto& [bytes, encoding] : cases) {
    const DecodedText decoded = decode(bytes);
    EXPECT_EQ(decoded.text, "养老") << to_string(encoding);
    EXPECT_EQ(decoded.encoding, encoding) << to_string(encoding);
  }
  EXPECT_EQ(decode("abc").encoding, Encoding::utf8) << "plain letters are UTF-8";
  EXPECT_EQ(decode("").text, "");
}

TEST(TextEncoding, pairs_of_utf16_become_one_character) {
  // U+20BB7 is D842 DFB7.
  EXPECT_EQ(decode("\xFE\xFF\xD8\x42\xDF\xB7"s).text, "𠮷");
}

TEST(TextEncoding, refuses_what_is_neither) {
  EXPECT_THROW(decode("\xFF\xFF\xFF"s), NotText);
  EXPECT_THROW(decode("a\0b"s), NotText);
  EXPECT_THROW(decode("\xFF\xFE\x7B"s), NotText) << "half a character";
  EXPECT_THROW(decode("养老\n\xD1\xF8\xC0\xCF\n"s), NotText) << "one line UTF-8, one GB18030";
}

TEST(TextEncoding, writes_gb18030_back) {
  EXPECT_EQ(to_gb18030("养老"), "\xD1\xF8\xC0\xCF");
  EXPECT_EQ(to_gb18030("abc"), "abc");
  EXPECT_EQ(decode(to_gb18030("职业年金€𠮷")).text, "职业年金€𠮷") << "characters of four bytes, too";
  EXPECT_THROW(to_gb18030("\xE5\x85"), NotText);
}

}  // namespace
}  // namespace disburse
