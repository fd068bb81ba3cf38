// The manifest names every file with its size and digest, in their order.
#include "outputs/text/folder_manifest.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

TEST(FolderManifest, names_files_in_their_order) {
  const auto document =
      nlohmann::ordered_json::parse(folder_manifest("base", Manifest{}, {{"b", 3, "aa"}, {"a", 0, "bb"}}));
  EXPECT_EQ(document["schema"], "disburse/manifest/1");
  EXPECT_EQ(document["scenario"], "base");
  ASSERT_EQ(document["files"].size(), 2u);
  EXPECT_EQ(document["files"][0]["name"], "b");
  EXPECT_EQ(document["files"][0]["bytes"], 3);
  EXPECT_EQ(document["files"][1]["sha256"], "bb");
}

}  // namespace
}  // namespace disburse
