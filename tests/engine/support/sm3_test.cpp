// HMAC with SM3, against values of the definition.
#include "engine/support/sm3.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Sm3, keys_and_messages_tell_apart) {
  const std::string one = hmac_sm3_hex("key", "message");
  EXPECT_EQ(one.size(), 64u);
  EXPECT_EQ(one.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(one, hmac_sm3_hex("key", "message"));
  EXPECT_NE(one, hmac_sm3_hex("Key", "message"));
  EXPECT_NE(one, hmac_sm3_hex("key", "message "));
}

/// RFC 2104: a key longer than the block of 64 bytes is hashed first, and a shorter one is filled with zeros.
TEST(Sm3, a_key_is_filled_with_zeros) {
  EXPECT_EQ(hmac_sm3_hex("key", "m"), hmac_sm3_hex(std::string("key\0\0", 5), "m"));
  EXPECT_NE(hmac_sm3_hex(std::string(64, 'k'), "m"), hmac_sm3_hex(std::string(65, 'k'), "m"));
}

TEST(Sm3, random_keys_differ) {
  EXPECT_EQ(random_hex(16).size(), 32u);
  EXPECT_NE(random_hex(16), random_hex(16));
  EXPECT_EQ(random_hex(0), "");
}

}  // namespace
}  // namespace disburse
