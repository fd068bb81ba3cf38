// A saved scheme is a scenario file that the command line runs.
#include "engine/app/workbench/schemes.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "support/city.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

SchemeRequest request(const std::string& name) {
  return {name, "九月起提高", "主任要求", "王", "zhongwei-2024", "", {"普通离退休人员每次标准=+10% 从 2024-09 起"}};
}

TEST(Schemes, are_scenario_files_with_the_same_result) {
  const ScratchFolder folder;
  const Schemes schemes(folder.path() / "我的方案", find_data().scenarios());
  EXPECT_TRUE(schemes.names().empty());
  const auto file = schemes.save(request("我的方案 1"), false);
  EXPECT_EQ(schemes.names(), std::vector<std::string>{"我的方案 1"});
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  InputOptions saved, typed;
  saved.scenario = file.string();
  typed.sets = request("").sets;
  EXPECT_EQ(run(open_session(saved), 1).total.projected, run(open_session(typed), 1).total.projected);
  EXPECT_EQ(scenario_of(saved, find_data()).title, "九月起提高");
  EXPECT_EQ(schemes.located("我的方案 1+award-660"), file.string() + "+award-660");
}

TEST(Schemes, have_names_that_lead_nowhere_else) {
  const ScratchFolder folder;
  const Schemes schemes(folder.path(), find_data().scenarios());
  for (const char* name : {"", "../a", "a/b", ".a", "-a", "a\nb", "a.toml", "a:b", "/etc/passwd", " a", "a\\b"}) {
    EXPECT_THROW(schemes.save(request(name), false), InputRejected) << name;
    EXPECT_THROW(schemes.located(name), InputRejected) << name;
    EXPECT_TRUE(schemes.file_of(name).empty()) << name;
  }
  EXPECT_EQ(folder.listing(), "");
}

TEST(Schemes, replace_nothing_unasked) {
  const ScratchFolder folder;
  const Schemes schemes(folder.path(), find_data().scenarios());
  schemes.save(request("a"), false);
  EXPECT_THROW(schemes.save(request("a"), false), InputRejected);
  EXPECT_NO_THROW(schemes.save(request("a"), true));
  EXPECT_THROW(schemes.save(request("award-660"), true), InputRejected);  // the library's
  SchemeRequest nothing = request("b");
  nothing.sets.clear();
  EXPECT_THROW(schemes.save(nothing, false), InputRejected);
}

}  // namespace
}  // namespace disburse
