// What a page hands in is its user's alone, lies under its own name, and goes.
#include "engine/app/workbench/uploads.hpp"

#include <gtest/gtest.h>

#include "engine/app/workbench/work_folder.hpp"
#include "engine/base/error.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

class UploadsTest : public testing::Test {
 protected:
  WorkFolder folder_;
  Uploads uploads_{[this] { return folder_.fresh(); }};
};

TEST_F(UploadsTest, keeps_pieces_under_the_files_own_name_for_its_owner) {
  const Upload first = uploads_.add("机关事业.csv", "ab", "", "wang");
  const Upload whole = uploads_.add("机关事业.csv", "cd", first.key, "wang");
  EXPECT_EQ(whole.key, first.key);
  EXPECT_EQ(whole.bytes, 4u);
  const fs::path file = uploads_.file(first.key, "wang");
  EXPECT_EQ(file.filename(), "机关事业.csv");
  EXPECT_EQ(read_file(file, 100), "abcd");
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(first.key.size(), 32u);
}

TEST_F(UploadsTest, is_of_one_user_and_goes_when_it_is_forgotten) {
  const Upload upload = uploads_.add("a.csv", "ab", "", "wang");
  EXPECT_THROW(uploads_.file(upload.key, "li"), InputRejected);
  EXPECT_THROW(uploads_.add("a.csv", "cd", upload.key, "li"), InputRejected);
  EXPECT_FALSE(uploads_.forget(upload.key, "li"));
  const fs::path file = uploads_.file(upload.key, "wang");
  EXPECT_TRUE(uploads_.forget(upload.key, "wang"));
  EXPECT_FALSE(fs::exists(file));
  EXPECT_FALSE(fs::exists(file.parent_path()));
  EXPECT_THROW(uploads_.file(upload.key, "wang"), InputRejected);
  EXPECT_FALSE(uploads_.forget(upload.key, "wang"));
}

TEST_F(UploadsTest, refuses_names_that_are_paths) {
  for (const char* name : {"", "../a.csv", "/etc/passwd", "a/b", "a\\b", ".hidden", "-x"})
    EXPECT_THROW(uploads_.add(name, "x", "", ""), InputRejected) << name;
  EXPECT_THROW(uploads_.add(std::string(201, 'a'), "x", "", ""), InputRejected);
}

}  // namespace
}  // namespace disburse
