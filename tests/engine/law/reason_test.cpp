// Reasons that are kept: a condition's label outlives the programme that gave it.
#include "engine/law/reason.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace disburse {
namespace {

TEST(Reason, of_a_condition_carries_its_label_and_a_code_none) {
  const ConditionLabel label{"未满八十岁", "younger than eighty", "age.from"};
  EXPECT_EQ(Reason(label).code(), Reason::condition);
  EXPECT_EQ(Reason(label).label(), &label);
  EXPECT_EQ(Reason(Reason::no_rate).label(), nullptr);
}

TEST(StatedReason, keeps_the_words_after_the_programme_is_gone) {
  auto label = std::make_unique<ConditionLabel>(ConditionLabel{"未满八十岁", "younger than eighty", "age.from"});
  const StatedReason kept = Reason(*label);
  label.reset();
  EXPECT_EQ(kept.code, Reason::condition);
  EXPECT_EQ(kept.label.zh, "未满八十岁");
  EXPECT_EQ(kept.label.en, "younger than eighty");
  EXPECT_EQ(kept.label.parameter, "age.from");
}

TEST(StatedReason, is_equal_by_code_and_label) {
  const ConditionLabel eighty{"未满八十岁", "", ""}, ninety{"未满九十岁", "", ""};
  EXPECT_EQ(StatedReason(Reason::no_rate), StatedReason(Reason(Reason::no_rate)));
  EXPECT_FALSE(StatedReason(Reason(eighty)) == StatedReason(Reason(ninety)));
  EXPECT_FALSE(StatedReason(Reason::no_rate) == StatedReason(Reason::other_scheme));
  EXPECT_EQ(StatedReason().code, Reason::no_payment_month);
}

}  // namespace
}  // namespace disburse
