// The list of assumed values names every one of them, and nothing that is not assumed.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "support/city.hpp"

namespace disburse {
namespace {

std::set<std::string> listed() {
  std::ifstream file(source_dir() / "models" / "assumed.zh-CN.md");
  std::stringstream text;
  text << file.rdbuf();
  const std::string all = text.str();
  std::set<std::string> paths;
  std::size_t row = all.find("## 仍为假定的参数");
  while ((row = all.find("\n| `", row)) != std::string::npos) {
    row += 4;
    paths.insert(all.substr(row, all.find('`', row) - row));
  }
  return paths;
}

TEST(AssumedList, names_every_parameter_with_an_assumed_value_and_no_other) {
  InputOptions options;
  const LoadedData data = load_data(options, scenario_of(options, find_data()));
  std::set<std::string> assumed;
  for (const auto& [path, parameter] : data.law.parameters.all()) {
    for (const DatedValue& value : parameter.values) {
      if (value.status == Status::assumed) assumed.insert(path);
    }
  }
  const std::set<std::string> named = listed();
  for (const std::string& path : assumed) EXPECT_TRUE(named.contains(path)) << path << " is missing in the list";
  for (const std::string& path : named) EXPECT_TRUE(assumed.contains(path)) << path << " is no longer assumed";
}

}  // namespace
}  // namespace disburse
