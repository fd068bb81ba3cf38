// The words by which planners know enumerators: each has one of its own in either language.
#include "outputs/text/labels.hpp"

#include <gtest/gtest.h>

#include <set>

#include "support/payers.hpp"

namespace disburse {
namespace {

/// Every enumerator has a name that no other has, in Chinese and in English.
template <Coded Enum>
void expect_own_names() {
  for (const Language language : {Language::zh, Language::en}) {
    std::set<std::string> names;
    for (const Enum value : enumerators<Enum>) {
      const std::string name = label(value, language);
      EXPECT_FALSE(name.empty()) << to_string(value);
      EXPECT_TRUE(names.insert(name).second) << name << " names two";
    }
  }
}

TEST(Labels, name_every_enumerator_apart_from_the_others) {
  expect_own_names<Basis>();
  expect_own_names<Kind>();
  expect_own_names<Cause>();
  expect_own_names<Scheme>();
  expect_own_names<Role>();
  expect_own_names<Sex>();
  expect_own_names<Category>();
  expect_own_names<Severity>();
  expect_own_names<ProjectChange>();
}

TEST(Labels, stand_beside_the_right_enumerator) {
  EXPECT_EQ(label(Scheme::resident, Language::zh), "城乡居民");
  EXPECT_EQ(label(Role::payer, Language::en), "paying contributions");
  EXPECT_EQ(label(Category::lixiu, Language::zh), "离休");
  EXPECT_EQ(label(Kind::late_claim, Language::zh), "延迟申领");
  EXPECT_EQ(label(Cause::rounding, Language::en), "rounding");
  EXPECT_EQ(label(Sex::female, Language::zh), "女");
}

TEST(Labels, of_a_payer_come_from_the_law) {
  EXPECT_EQ(label(payer("region"), Language::zh), "自治区");
  EXPECT_EQ(label(payer("fund"), Language::en), "fund");
}

TEST(Labels, mark_projects_that_are_new_or_end) {
  EXPECT_EQ(marked_name("高龄津贴", ProjectChange::kept, Language::zh), "高龄津贴");
  EXPECT_EQ(marked_name("高龄津贴", ProjectChange::added, Language::zh), "高龄津贴（新增）");
  EXPECT_EQ(marked_name("old-age benefit", ProjectChange::ended, Language::en), "old-age benefit (ended)");
}

}  // namespace
}  // namespace disburse
