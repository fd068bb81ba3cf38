// Signatures as openssl makes them: the test vectors of RFC 8032, and keys that are none.
#include "engine/app/signing/signature.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/base/error.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

std::string bytes_of(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

// RFC 8032, 7.1, test 3: the keys in the form of RFC 8410, whose head is the same for every key.
constexpr const char* secret =
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIMWqjfQ/n4N77bdELzHct7Fm04U1B28JS4XOOi4LRFj3\n-----END PRIVATE "
    "KEY-----\n";

/// Keys that openssl makes anew.
class Keys : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system(
            ("cd '" + folder.path().string() +
             "' && openssl genpkey -algorithm ed25519 -out a.pem 2>/dev/null && openssl pkey -in a.pem -pubout "
             "-out a.pub && openssl genpkey -algorithm ed25519 -out b.pem 2>/dev/null && openssl pkey -in b.pem "
             "-pubout -out b.pub && chmod 600 *.pem")
                .c_str()) != 0)
      GTEST_SKIP() << "the program openssl is not there";
  }
  std::filesystem::path at(const char* name) const { return folder.path() / name; }
  ScratchFolder folder;
};

TEST_F(Keys, a_signature_holds_for_its_bytes_and_its_key_alone) {
  const std::string signature = signed_by(at("a.pem"), "清单");
  EXPECT_EQ(signature.size(), 64u);
  EXPECT_EQ(signed_by(at("a.pem"), "清单"), signature) << "the same each time";
  EXPECT_TRUE(is_signed_by(at("a.pub"), "清单", signature));
  EXPECT_FALSE(is_signed_by(at("b.pub"), "清单", signature));
  EXPECT_FALSE(is_signed_by(at("a.pub"), "清单 ", signature));
  std::string other = signature;
  other[3] = static_cast<char>(other[3] ^ 1);
  EXPECT_FALSE(is_signed_by(at("a.pub"), "清单", other));
  EXPECT_FALSE(is_signed_by(at("a.pub"), "清单", ""));
  EXPECT_FALSE(is_signed_by(at("a.pub"), "清单", signature + "x"));
}

TEST_F(Keys, openssl_takes_the_signature) {
  folder.write("text", "bytes");
  folder.write("signature", signed_by(at("a.pem"), "bytes"));
  EXPECT_EQ(
      std::system(("cd '" + folder.path().string() +
                   "' && openssl pkeyutl -verify -pubin -inkey a.pub -rawin -in text -sigfile signature >/dev/null")
                      .c_str()),
      0);
}

TEST_F(Keys, a_key_that_others_may_read_signs_nothing) {
  chmod(at("a.pem").c_str(), 0644);
  EXPECT_THROW(signed_by(at("a.pem"), "x"), InputRejected);
}

TEST(Signature, is_that_of_the_standard) {
  const ScratchFolder folder;
  folder.write("key.pem", secret);
  chmod((folder.path() / "key.pem").c_str(), 0600);
  EXPECT_EQ(signed_by(folder.path() / "key.pem", bytes_of("af82")),
            bytes_of("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                     "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
}

TEST(Signature, takes_no_other_file_for_a_key) {
  const ScratchFolder folder;
  folder.write("none", "no key");
  chmod((folder.path() / "none").c_str(), 0600);
  EXPECT_THROW(signed_by(folder.path() / "none", "x"), InputRejected);
  EXPECT_THROW(is_signed_by(folder.path() / "none", "x", "y"), InputRejected);
}

}  // namespace
}  // namespace disburse
