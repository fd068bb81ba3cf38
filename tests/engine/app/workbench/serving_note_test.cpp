#include "engine/app/workbench/serving_note.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "support/program.hpp"

namespace disburse {
namespace {

TEST(ServingNote, stands_as_long_as_the_server_for_its_user_alone) {
  const ScratchFolder folder;
  setenv("XDG_RUNTIME_DIR", folder.path().c_str(), 1);
  EXPECT_EQ(ServingNote::at(8471), "");
  {
    const ServingNote note(8471, "http://127.0.0.1:8471/?token=a");
    EXPECT_EQ(ServingNote::at(8471), "http://127.0.0.1:8471/?token=a");
    EXPECT_EQ(ServingNote::at(8472), "");
    const auto file = folder.path() / "disburse" / "serve-8471";
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
  }
  EXPECT_EQ(ServingNote::at(8471), "");
  unsetenv("XDG_RUNTIME_DIR");
}

}  // namespace
}  // namespace disburse
