// A parameter that no layer of the law declares is named, with what mends it.
#include "engine/law/declared_parameter.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(DeclaredParameter, is_found_or_refused_by_name) {
  ParameterTree law;
  Parameter wage;
  wage.path = "contribution.average_wage";
  law.add(wage);
  EXPECT_EQ(&declared(law, "contribution.average_wage"), law.find("contribution.average_wage"));
  try {
    declared(law, "award.base");
    FAIL() << "it was found";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::data);
    EXPECT_EQ(rejected.errors().begin()->key, "award.base");
    EXPECT_EQ(rejected.errors().begin()->place.file, "common/award.toml");
  }
}

}  // namespace
}  // namespace disburse
