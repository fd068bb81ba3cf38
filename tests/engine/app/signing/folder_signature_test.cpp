// Folders that an office signs, and what verify says of them.
#include "engine/app/signing/folder_signature.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

class Signing : public testing::Test {
 protected:
  void SetUp() override {
    const std::string make = "cd '" + folder.path().string() +
                             "' && for k in own other; do openssl genpkey -algorithm "
                             "ed25519 -out $k.pem 2>/dev/null && chmod 600 $k.pem && openssl pkey -in $k.pem -pubout "
                             "-out $k.pub || exit 1; done";
    if (std::system(make.c_str()) != 0) GTEST_SKIP() << "the program openssl is not there";
  }
  ScratchFolder folder;
};

TEST_F(Signing, verify_tells_by_whom_and_whether_it_was_changed) {
  const Ran signed_run = folder.run("run --out result --sign own.pem");
  ASSERT_EQ(signed_run.exit_code, 0) << signed_run.err;
  EXPECT_EQ(folder.run("verify result").exit_code, 0) << "a signature is no foreign file";
  EXPECT_EQ(folder.run("verify result --key own.pub").exit_code, 0);
  const Ran other = folder.run("verify result --key other.pub --lang en");
  EXPECT_EQ(other.exit_code, 6);
  EXPECT_THAT(other.out, HasSubstr("is not of this manifest by the owner of other.pub"));
  folder.write("result/manifest.json", folder.read("result/manifest.json") + " ");
  EXPECT_EQ(folder.run("verify result --key own.pub").exit_code, 6) << "a manifest that was changed";
}

TEST_F(Signing, a_folder_that_is_not_signed_is_told) {
  ASSERT_EQ(folder.run("run --out result").exit_code, 0);
  const Ran ran = folder.run("verify result --key own.pub --lang en");
  EXPECT_EQ(ran.exit_code, 6);
  EXPECT_THAT(ran.out, HasSubstr("manifest.sig"));
  EXPECT_EQ(folder.run("verify result --key nothing.pub").exit_code, 2);
}

TEST_F(Signing, a_key_with_nothing_to_sign_is_refused) {
  const Ran ran = folder.run("run --sign own.pem --lang en");
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("Add --out FOLDER"));
  const Ran wrong = folder.run("run --out result --sign own.pub");
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_EQ(folder.listing().find("result"), std::string::npos) << "nothing is written without its signature";
}

}  // namespace
}  // namespace disburse
