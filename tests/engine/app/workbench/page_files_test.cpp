#include "engine/app/workbench/page_files.hpp"

#include <gtest/gtest.h>

#include "support/program.hpp"

namespace disburse {
namespace {

TEST(PageFiles, are_those_of_the_folder_and_no_others) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder.path() / "assets");
  folder.write("index.html", "<html>");
  folder.write("assets/a.js", "1");
  folder.write("key.pem", "secret");
  const PageFiles page(folder.path());
  EXPECT_TRUE(page.whole());
  EXPECT_EQ(page.answer("/").body, "<html>");
  EXPECT_EQ(page.answer("/assets/a.js").type, "text/javascript; charset=utf-8");
  for (const char* path : {"/key.pem", "/../page_files_test.cpp", "//index.html", "/assets", "/assets/../key.pem", ""})
    EXPECT_EQ(page.answer(path).status, 404u) << path;
}

TEST(PageFiles, say_how_they_are_made_where_they_are_not) {
  const ScratchFolder folder;
  const PageFiles page(folder.path() / "nothing");
  EXPECT_FALSE(page.whole());
  EXPECT_NE(page.answer("/").body.find("scripts/workbench"), std::string::npos);
}

}  // namespace
}  // namespace disburse
