// Spend by policy document: a partition by what decides, beside what is only touched.
#include "engine/comparison/documents.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/city.hpp"

namespace disburse {
namespace {

const RunResult& year_2024() {
  static const RunResult result = run(open_session(InputOptions{}), 1);
  return result;
}

const DocumentSpend* spend_of(const RunResult& run, const std::string& document) {
  const auto found = std::find_if(run.documents.begin(), run.documents.end(),
                                  [&](const DocumentSpend& spend) { return spend.document == document; });
  return found == run.documents.end() ? nullptr : &*found;
}

Money component_sum(const RunResult& run, const std::string& programme, const std::string& component) {
  Money sum;
  for (const ComponentYear& paid : run.components) {
    if (run.programmes[paid.programme].id == programme && paid.id == component) sum += paid.amount;
  }
  return sum;
}

TEST(Documents, are_named_by_the_words_before_the_first_stop) {
  EXPECT_EQ(document_of("宁人社发〔2017〕163号：政府为特殊困难人员代缴"), "宁人社发〔2017〕163号");
  EXPECT_EQ(document_of("国发〔2015〕2号，2014年10月1日起实施；全部记入个人账户"), "国发〔2015〕2号");
  EXPECT_EQ(document_of("绩效目标表数量指标"), "绩效目标表数量指标");
  EXPECT_EQ(document_of(""), "");
}

TEST(Documents, share_out_the_whole_outlay_of_the_components) {
  Money whole;
  for (const ComponentYear& paid : year_2024().components) whole += paid.amount;
  Money ruled;
  for (const DocumentSpend& spend : year_2024().documents) {
    ruled += spend.ruled;
    EXPECT_GE(spend.touched, spend.ruled) << spend.document;
  }
  EXPECT_EQ(ruled, whole);
  EXPECT_GT(whole, Money{});
}

/// Without the adjustment of 2024 the year costs 952.38 (ten thousand) less: a second run under a law without it says
/// so, too. The first reading has its arrears alone.
TEST(Documents, are_given_what_falls_away_without_them_where_that_is_defined) {
  Money whole;
  Money falling;
  for (const ComponentYear& paid : year_2024().components) whole += paid.amount;
  for (const DocumentSpend& spend : year_2024().documents) falling += spend.falls_away;
  EXPECT_EQ(falling, whole);
  InputOptions options;
  options.sets = {"adjustment.announced@2024-01..2024-12=2023-12"};
  const RunResult without = run(open_session(options), 1);
  Money less = whole;
  for (const ComponentYear& paid : without.components) less -= paid.amount;
  const DocumentSpend* adjustment = spend_of(year_2024(), "宁夏2024年调整办法");
  ASSERT_NE(adjustment, nullptr);
  EXPECT_EQ(adjustment->falls_away, less);
  EXPECT_EQ(wan_text(adjustment->falls_away), "952.38");
  EXPECT_LT(adjustment->ruled, adjustment->falls_away);
}

/// Over years each paper has what a run without it alone does not pay; what several share is taken off once.
TEST(Documents, have_what_falls_away_without_them_over_several_years) {
  InputOptions options;
  options.horizon = {"2024-01..2025-12", "--horizon"};
  const RunResult both = run(open_session(options), 1);
  Money whole, falling;
  for (const ComponentYear& paid : both.components) whole += paid.amount;
  for (const DocumentSpend& spend : both.documents) falling += spend.falls_away;
  EXPECT_EQ(falling, whole);
  const auto without = [&](const std::string& change) {
    InputOptions left_out = options;
    left_out.sets = {change};
    Money less = whole;
    const RunResult other = run(open_session(left_out), 1);
    for (const ComponentYear& paid : other.components) less -= paid.amount;
    return less;
  };
  const std::vector<std::pair<std::string, std::string>> papers{
      {"宁夏2024年调整办法", "adjustment.announced@2024-01..2024-12=2023-12"},
      {"宁人社发〔2025〕103号", "adjustment.announced@2025-01..2025-12=2024-12"},
      // Without it the base of the year before goes on: pensions at award are others, too.
      {"宁税发〔2025〕130号", "award.base@2025-07..2025-12=8202"},
      {"全国最低标准自 2024 年 1 月提高 20 元到 123 元", "resident_pension.base_central@2024-01..2024-12=103"},
      {"全国最低标准自 2025 年 1 月提高到 143 元", "resident_pension.base_central@2025-01..2025-12=123"}};
  for (const auto& [document, change] : papers) {
    const DocumentSpend* spend = spend_of(both, document);
    ASSERT_NE(spend, nullptr) << document;
    EXPECT_TRUE(spend->repealed) << document;
    EXPECT_EQ(spend->falls_away, without(change)) << document;
    EXPECT_NE(spend->falls_away, Money{}) << document;
  }
}

/// The forms of 2024 set 600 yuan; the number before was assumed to be the same, so that there is nothing to go on
/// with.
TEST(Documents, that_set_no_other_value_than_the_one_before_keep_what_they_set) {
  const DocumentSpend* forms = spend_of(year_2024(), "2024 年部门预算项目绩效目标表");
  ASSERT_NE(forms, nullptr);
  EXPECT_FALSE(forms->repealed);
  EXPECT_EQ(forms->falls_away, forms->ruled);
}

TEST(Documents, can_be_left_out_where_they_come_into_force_within_the_horizon) {
  const Session session = open_session(InputOptions{});
  for (const Repeal& one : repeals_of(session.law.parameters, session.scenario.horizon)) {
    for (const Override& change : one.changes) {
      EXPECT_GE(*change.from, Month(2024, 1)) << change.path;
      EXPECT_LE(*change.until, Month(2024, 12)) << change.path;
    }
  }
}

TEST(Documents, decide_the_components_whose_standard_they_set) {
  // The forms of the 2024 budget set all three standards of the award, and nothing else.
  const DocumentSpend* award = spend_of(year_2024(), "2024 年部门预算项目绩效目标表");
  ASSERT_NE(award, nullptr);
  EXPECT_EQ(award->ruled, component_sum(year_2024(), "unity_award", "ordinary") +
                              component_sum(year_2024(), "unity_award", "special") +
                              component_sum(year_2024(), "unity_award", "lixiu"));
  // 国办发〔2015〕18号 sets the employer's 8 %, the standard of every component of the annuities made real.
  const DocumentSpend* annuity = spend_of(year_2024(), "国办发〔2015〕18号");
  ASSERT_NE(annuity, nullptr);
  Money made_real;
  for (const char* component : {"in_service", "leavers", "on_retirement", "on_death"}) {
    made_real += component_sum(year_2024(), "annuity_funding", component);
  }
  EXPECT_EQ(annuity->ruled, made_real);
}

TEST(Documents, name_the_document_that_grants_what_the_roster_states) {
  const DocumentSpend* granted = spend_of(year_2024(), "国发〔2015〕2号");
  ASSERT_NE(granted, nullptr);
  EXPECT_GE(granted->ruled, component_sum(year_2024(), "civil_service_pension", "pension"));
  const DocumentSpend* adjusted = spend_of(year_2024(), "宁夏2024年调整办法");
  ASSERT_NE(adjusted, nullptr);
  EXPECT_EQ(adjusted->ruled, component_sum(year_2024(), "civil_service_pension", "adjustment_arrears"));
  EXPECT_GE(adjusted->touched, component_sum(year_2024(), "civil_service_pension", "pension"));
}

}  // namespace
}  // namespace disburse
