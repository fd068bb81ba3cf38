// Every worked case in tests/cases/*.toml: the rule gives exactly the payments that the case lists, and no other.
#include <gtest/gtest.h>

#include <algorithm>

#include "cases/worked_case.hpp"
#include "support/layers.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

const fs::path source = source_dir();

class Cases : public testing::TestWithParam<fs::path> {};

TEST_P(Cases, the_rule_gives_what_the_case_lists) { expect_case_holds(GetParam(), city_law()); }

INSTANTIATE_TEST_SUITE_P(Worked, Cases, testing::ValuesIn(case_files(source / "tests" / "cases")),
                         [](const auto& file) {
                           std::string name = file.param.stem().string();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace disburse
