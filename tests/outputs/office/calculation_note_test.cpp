// 测算说明 of a run made by hand: every chapter tells the run's figures.
#include "outputs/office/calculation_note.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outputs/office/docx_text.hpp"
#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

using disburse::testing::sample_result;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

Money wan(std::int64_t amount) { return Money::yuan(amount * 10'000); }

TEST(CalculationNote, bears_the_years_title_and_the_papers_order) {
  const std::string xml = words_in(document_xml(calculation_note(sample_result())));
  std::size_t last = xml.find("2024 年待遇支出测算说明");
  ASSERT_NE(last, std::string::npos);
  for (const char* chapter :
       {"一、政策依据", "二、数据来源与口径", "三、基准人数推演", "四、标准", "五、公式与分月表",
        "六、结果与预算、上年对比", "七、不确定性区间", "八、未计入事项", "附表：核对结果与复现信息"}) {
    const std::size_t at = xml.find(chapter);
    ASSERT_NE(at, std::string::npos) << chapter;
    EXPECT_GT(at, last) << chapter;
    last = at;
  }
}

TEST(CalculationNote, sums_what_documents_and_assumptions_decide) {
  RunResult run = sample_result();
  run.documents = {{"人社部发〔2024〕1号", Status::enacted, wan(70), wan(60), true, wan(90), {}, {}},
                   {"宁人社发〔2024〕2号", Status::enacted, wan(20), wan(20), true, wan(25), {}, {}},
                   {"", Status::assumed, wan(10), wan(10), false, wan(10), {}, {}}};
  const std::string docx = calculation_note(run);
  EXPECT_THAT(body_of(docx), HasSubstr("本测算依据 2 份文件，全部支出 100.00 万元中由文件决定 90.00 万元，"
                                       "由没有文件的假定决定 10.00 万元。"));
  EXPECT_THAT(table_rows_of(docx), Contains(HasSubstr("没有文件的假定|")));
}

TEST(CalculationNote, tells_whom_it_begins_with_and_what_the_money_rests_on) {
  const std::string body = body_of(calculation_note(sample_result()));
  // 5,429 + 25,000 pensioners.
  EXPECT_THAT(body, HasSubstr("情景 sample，自 2024-01 起 12 个月，期初领取待遇 30,429 人；人员库摘要 dd。"));
  EXPECT_THAT(body, HasSubstr("按金额计，16.35% 为独立测算，82.35% 按预算校准，1.30% 按计划列入。"));
}

TEST(CalculationNote, leaves_a_hidden_headcount_out_of_the_sum_and_shows_a_star) {
  RunResult run = sample_result();
  run.population[1].year.opening = std::nan("");
  const std::string docx = calculation_note(run);
  EXPECT_THAT(body_of(docx), HasSubstr("期初领取待遇 5,429 人"));
  EXPECT_THAT(body_of(docx), HasSubstr("城乡居民：期初 * 人"));
}

TEST(CalculationNote, follows_the_persons_through_the_year) {
  const std::string body = body_of(calculation_note(sample_result()));
  EXPECT_THAT(
      body,
      HasSubstr("城乡居民：期初 25,000.0 人，新增 1,300.0 人，死亡 800.5 人，其他减少 12.2 人，期末 25,487.2 人。"));
}

TEST(CalculationNote, tables_the_standard_of_each_programme_that_pays_persons) {
  RunResult run = sample_result();
  YearFigure year;
  year.year = 2024;
  year.programmes = {{"unity_award", wan(6'600), wan(6'600), 55'000.0, 110'000.0, Money::yuan(600), 0.0, 0.0},
                     {"electronic_signature", wan(12), wan(12), 0.0, 0.0, Money{}, 0.0, 0.0}};
  YearFigure later = year;
  later.year = 2025;
  later.line = year.line = wan(100);
  later.line = wan(103);
  run.years = {year, later};
  const std::string docx = calculation_note(run);
  EXPECT_THAT(table_rows_of(docx), Contains("民族团结进步奖|55,000.0|110,000.0|600.00|6,600.00"));
  EXPECT_THAT(body_of(docx), HasSubstr("共 1 个项目按人发放"));
  EXPECT_THAT(body_of(docx), HasSubstr("2025 年支出 103.00 万元，比上年 +3.00 万元。"));
}

TEST(CalculationNote, names_the_dearest_and_the_cheapest_month) {
  const std::string docx = calculation_note(sample_result());
  // 1,680 + 195 + 1 every month, and 3,300 more in September and December.
  EXPECT_THAT(body_of(docx), HasSubstr("12 个月合计 29,112.00 万元；最多的月份 2024-09，5,176.00 万元；"
                                       "最少的月份 2024-01，1,876.00 万元。"));
  EXPECT_THAT(table_rows_of(docx), Contains("2024-09|5,176.00|20,184.00")) << "nine months and one payment";
  EXPECT_THAT(table_rows_of(docx), Contains("2024-12|5,176.00|29,112.00"));
}

TEST(CalculationNote, sets_the_outcome_against_the_budget) {
  RunResult run = sample_result();
  run.budget_version = "年初预算";
  const std::string docx = calculation_note(run);
  // 29,112 of 28,478 are 102.226 %.
  EXPECT_THAT(body_of(docx), HasSubstr("2024 年预计支出 29,112.00 万元，预算（年初预算）28,478.00 万元，差异 +634.00 "
                                       "万元，执行率 102.23%。"));
  EXPECT_THAT(table_rows_of(docx), Contains("民族团结进步奖|6,078.00|6,600.00|+522.00|108.59%"));
  EXPECT_THAT(body_of(docx), HasSubstr("民族团结进步奖：按5.5万人每人两次、每次600元计算"));
}

/// Nothing is not the same as a difference of nothing.
TEST(CalculationNote, shows_no_difference_where_there_is_no_budget) {
  RunResult run = sample_result();
  EXPECT_THAT(table_rows_of(calculation_note(run)), Contains("电子签名|-|12.00|-|-"));
  EXPECT_THAT(table_rows_of(calculation_note(run)), Contains("基本支出|0.00|0.00|0.00|-"));
  run.total.budget.reset();
  EXPECT_THAT(body_of(calculation_note(run)), HasSubstr("- 万元，差异 - 万元，执行率 -。"));
}

TEST(CalculationNote, says_that_an_expected_value_has_no_band) {
  EXPECT_THAT(body_of(calculation_note(sample_result())), HasSubstr("本次只算期望值，模拟 0 次，没有区间。"));
}

TEST(CalculationNote, tells_what_a_simulation_found_for_the_budgets_year) {
  RunResult run = sample_result();
  run.manifest.replicates = 400;
  RiskFigure whole;
  whole.year = 2024;
  whole.budget = run.total.budget;
  whole.chance.p10 = wan(28'000);
  whole.chance.p90 = wan(30'000);
  whole.over = 0.75;
  whole.reserve_90 = wan(1'500);
  whole.reserve_95 = wan(1'700);
  RiskFigure later = whole;
  later.year = 2025;
  later.chance.p10 = wan(1);
  run.risk = RiskResult{};
  run.risk->figures = {whole, later};
  const std::string docx = calculation_note(run);
  EXPECT_THAT(body_of(docx), HasSubstr("模拟 400 次，2024 年支出有 80% 的把握在 28,000.00 至 30,000.00 万元之间；"
                                       "超支概率（只计死亡） 75.00%，以 90%、95% 的把握不超支所需预备为 1,500.00 和 "
                                       "1,700.00 万元。"));
  EXPECT_THAT(body_of(docx), Not(HasSubstr("在 1.00 至")));
}

TEST(CalculationNote, lists_values_that_are_carried_on) {
  RunResult run = sample_result();
  run.carried = {{"a.b", "取暖补贴标准", "4672.00", Month(2023, 10), wan(40)},
                 {"a.c", "每次标准", "600.00", Month(2024, 1), wan(2)}};
  const std::string body = body_of(calculation_note(run));
  EXPECT_THAT(body, HasSubstr("2 个参数在测算期内没有新值、沿用旧值，涉及支出 42.00 万元。"));
  EXPECT_THAT(body, HasSubstr("取暖补贴标准：沿用 2023-10 起的 4672.00，涉及 40.00 万元。"));
}

TEST(CalculationNote, ends_with_findings_and_how_it_can_be_made_again) {
  const std::string docx = calculation_note(sample_result());
  EXPECT_THAT(body_of(docx), HasSubstr("预算文件核对结果共 3 条，见附表。"));
  EXPECT_THAT(table_rows_of(docx), Contains("表2 卫生健康支出|类编码印作201，其下各款属于210。"));
  EXPECT_THAT(body_of(docx), HasSubstr("程序版本 0.1.0（abc123），随机种子 18446744073709551615"));
  EXPECT_THAT(table_rows_of(docx), Contains("政策参数|bb"));
}

/// A finding that doubts a value stands before every figure.
TEST(CalculationNote, says_doubts_first) {
  RunResult run = sample_result();
  run.findings.push_back({"implausible_setting", Severity::warning, Message::verbatim("每次标准"),
                          Message::verbatim("60,000元远在范围之外")});
  const std::vector<std::string> paragraphs = paragraphs_of(calculation_note(run));
  ASSERT_FALSE(paragraphs.empty());
  EXPECT_THAT(paragraphs.front(), HasSubstr("60,000元远在范围之外"));
}

}  // namespace
}  // namespace disburse
