// 敏感性分析报告 of a study made by hand: every chapter's figures, and what it says where a method was not asked for.
#include "outputs/office/sensitivity_paper.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outputs/office/docx_text.hpp"
#include "tests/outputs/sample_result.hpp"
#include "tests/outputs/sample_study.hpp"

namespace disburse {
namespace {

using disburse::testing::sample_result;
using disburse::testing::sample_study;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

Money wan(std::int64_t amount) { return Money::yuan(amount * 10'000); }

std::string paper_of(const StudyResult& study, const RunResult* run = nullptr) {
  DoubtedManifest manifest;
  manifest.version = "0.1.0";
  manifest.commit = "abc123";
  manifest.seed = 7;
  return sensitivity_paper(study, manifest, run);
}

TEST(SensitivityPaper, asks_its_question_with_the_studys_figures) {
  const std::string body = body_of(paper_of(sample_study()));
  EXPECT_THAT(body, HasSubstr("2024 年“全部科目”的测算数 1,000.00 万元，在 4 项不确定假定下会变动多少。"
                              "预算为 1,010.00 万元。"));
  EXPECT_THAT(document_xml(paper_of(sample_study())), HasSubstr("2024 年“全部科目”敏感性分析报告"));
}

TEST(SensitivityPaper, draws_what_moves_most_as_a_chart_of_its_own) {
  const TestWorkbook file(paper_of(sample_study()));
  const std::string chart = archive_part(file.file(), "word/charts/chart1.xml");
  const auto values = [](const std::string& a, const std::string& b, const std::string& c) {
    return "<c:pt idx=\"0\"><c:v>" + a + "</c:v></c:pt><c:pt idx=\"1\"><c:v>" + b +
           "</c:v></c:pt><c:pt idx=\"2\"><c:v>" + c + "</c:v></c:pt></c:numLit>";
  };
  // By size: the rate 30 either way, mortality 5, the lever 2 and 4, both of which are more.
  for (const char* name : {"<c:v>每次标准</c:v>", "<c:v>死亡率倍数</c:v>", "<c:v>奖励政策</c:v>"})
    EXPECT_THAT(chart, HasSubstr(name));
  EXPECT_THAT(chart, HasSubstr(values("-30.00", "-5.00", "0.00")));
  EXPECT_THAT(chart, HasSubstr(values("30.00", "5.00", "4.00"))) << "a bar reaches from the base";
  EXPECT_THAT(chart, Not(HasSubstr("没有用的数"))) << "what moves nothing has no bar";
  EXPECT_THAT(document_xml(paper_of(sample_study())), HasSubstr("共 3 项"));
  EXPECT_THAT(document_xml(paper_of(sample_study())), Not(HasSubstr("█")));
}

/// A doubt stands before every figure; what turns with a reading explains the conclusion and comes behind it.
TEST(SensitivityPaper, begins_with_what_is_to_be_checked_and_then_concludes) {
  DoubtedManifest manifest;
  manifest.doubts.push_back(
      {std::string(turning_code), Severity::note, Message::verbatim("a line"), Message::verbatim("turns")});
  manifest.doubts.push_back(
      {"implausible_value", Severity::warning, Message::verbatim("a rate"), Message::verbatim("is odd")});
  const std::string xml = document_xml(sensitivity_paper(sample_study(), manifest, nullptr));
  const std::size_t doubt = xml.find("【请核对】"), conclusion = xml.find("结论"), reading = xml.find("【口径】"),
                    purpose = xml.find("一、目的");
  ASSERT_NE(reading, std::string::npos);
  EXPECT_LT(doubt, conclusion);
  EXPECT_LT(conclusion, reading);
  EXPECT_LT(reading, purpose);
}

TEST(SensitivityPaper, draws_nothing_where_nothing_moves) {
  StudyResult study = sample_study();
  for (TornadoBar& bar : study.tornado) bar.dead = true;
  EXPECT_THAT(document_xml(paper_of(study)), Not(HasSubstr("w:drawing")));
}

TEST(SensitivityPaper, lists_inputs_with_unit_distribution_and_source) {
  const std::vector<std::string> rows = table_rows_of(paper_of(sample_study()));
  EXPECT_THAT(rows, Contains("每次标准（元/次）|540.00|600.00|660.00|均匀|办法"));
  EXPECT_THAT(rows, Contains(HasSubstr("死亡率倍数")));
}

TEST(SensitivityPaper, names_what_moves_most_and_what_moves_nothing) {
  const std::string docx = paper_of(sample_study());
  const std::string body = body_of(docx);
  EXPECT_THAT(body, HasSubstr("影响最大的是“每次标准”：单独取低时 -30.00 万元，取高时 +30.00 万元（与基准之差）。"));
  EXPECT_THAT(body, HasSubstr("有 1 项假定不影响该结果：没有用的数。"));
  EXPECT_THAT(table_rows_of(docx), Contains("每次标准|-30.00|+30.00|+0.300|620.00"));
  EXPECT_THAT(table_rows_of(docx), Contains("奖励政策|+2.00|+4.00|-|-"));
}

TEST(SensitivityPaper, crosses_both_inputs_in_every_option_that_there_is) {
  const std::string docx = paper_of(sample_study());
  EXPECT_THAT(body_of(docx), HasSubstr("影响最大的两项同时取 2 档：纵向“每次标准”，横向“死亡率倍数”，单位万元。"));
  EXPECT_THAT(table_rows_of(docx), Contains("540.00|975.00|965.00"));
  EXPECT_THAT(table_rows_of(docx), Contains("660.00|1,035.00|1,025.00"));
}

/// Nine columns are too many for a page.
TEST(SensitivityPaper, leaves_out_every_other_step_between_low_and_high) {
  StudyResult study = sample_study();
  study.map->columns = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
  study.map->amounts = {std::vector<Money>(9, wan(1)), std::vector<Money>(9, wan(2))};
  EXPECT_THAT(table_rows_of(paper_of(study)), Contains("540.00|1.00|1.00|1.00|1.00|1.00"));
  EXPECT_THAT(table_rows_of(paper_of(study)), Contains("|1|3|5|7|9"));
}

TEST(SensitivityPaper, tells_how_much_each_factor_explains_and_what_is_left) {
  const std::string docx = paper_of(sample_study());
  // 0.1 + 0.85 alone.
  EXPECT_THAT(body_of(docx), HasSubstr("均值 1000.00 万元，标准差 20.00 万元；一阶指数之和 0.950，其余 0.050 "));
  EXPECT_THAT(table_rows_of(docx), Contains("死亡率倍数|0.100 [0.050, 0.150]|0.125 [0.075, 0.175]"));
  EXPECT_THAT(table_rows_of(docx), Not(Contains(HasSubstr("没有用的数|0.000 ["))));
}

TEST(SensitivityPaper, tables_the_cases_against_base_and_budget) {
  const std::vector<std::string> rows = table_rows_of(paper_of(sample_study()));
  EXPECT_THAT(rows, Contains("乐观|960.00|-40.00|-50.00|不超"));
  EXPECT_THAT(rows, Contains("悲观|1,045.00|+45.00|+35.00|2024-12"));
}

TEST(SensitivityPaper, advises_a_reserve_up_to_the_quantiles) {
  // 1,014 and 1,028 less 1,010.
  EXPECT_THAT(body_of(paper_of(sample_study())),
              HasSubstr("超过预算的概率为 32.0%；支出的 50%、75%、90% 分位为 1,001.00、1,014.00、1,028.00 "
                        "万元，建议预备额度（P75 / P90）为 4.00 / 18.00 万元。"));
}

TEST(SensitivityPaper, advises_no_reserve_where_the_budget_suffices) {
  StudyResult study = sample_study();
  study.budget = wan(1'020);
  EXPECT_THAT(body_of(paper_of(study)), HasSubstr("建议预备额度（P75 / P90）为 0.00 / 8.00 万元。"));
}

/// The whole amount is no reserve.
TEST(SensitivityPaper, without_a_budget_advises_no_reserve) {
  StudyResult study = sample_study();
  study.budget.reset();
  study.any_breaks.reset();
  study.budget_kind.clear();
  const std::string body = body_of(paper_of(study));
  EXPECT_THAT(body, HasSubstr("预算为 - 万元"));
  EXPECT_THAT(body, Not(HasSubstr("1,014.00 / 1,028.00")));
  EXPECT_THAT(body, HasSubstr("1,001.00、1,014.00、1,028.00 万元"));
}

TEST(SensitivityPaper, says_so_where_a_method_was_not_asked_for) {
  StudyResult study = sample_study();
  study.map.reset();
  study.sobol.reset();
  study.cases.clear();
  study.quantiles.reset();
  const std::string body = body_of(paper_of(study));
  EXPECT_THAT(body, HasSubstr("本次研究不含两两交叉，交叉格数为 0。"));
  EXPECT_THAT(body, HasSubstr("本次研究不含这一部分，样本数为 0。"));
  EXPECT_THAT(body, HasSubstr("随机模拟的研究不含情景，情景数为 0。"));
  EXPECT_THAT(body, HasSubstr("本次没有抽样，样本数为 0。"));
  EXPECT_THAT(body, Not(HasSubstr("Saltelli")));
}

TEST(SensitivityPaper, takes_months_and_reserves_from_the_run_beside_it) {
  RunResult run = sample_result();
  run.manifest.replicates = 400;
  RiskFigure figure;
  figure.year = 2024;
  figure.budget = wan(1'010);
  figure.over = 0.25;
  figure.reserve_95 = wan(12);
  figure.likely_over = Month(2024, 11);
  RiskFigure later = figure;
  later.year = 2025;
  run.risk = RiskResult{};
  run.risk->figures = {later, figure};
  const std::string body = body_of(paper_of(sample_study(), &run));
  EXPECT_THAT(body, HasSubstr("模拟 400 次），全部科目超支概率 25.0%，95% 把握所需预备 12.00 万元，"
                              "可能超支的月份：2024-11。"));
  EXPECT_EQ(body.find("模拟 400 次"), body.rfind("模拟 400 次")) << "the study's year alone";
}

TEST(SensitivityPaper, ends_with_how_it_can_be_made_again) {
  const std::string body = body_of(paper_of(sample_study()));
  EXPECT_THAT(body, HasSubstr("全量测算 37 次；低、高两端共 8 点。"));
  EXPECT_THAT(body, HasSubstr("取 N = 64，320 个点"));
  EXPECT_THAT(body, HasSubstr("最大相对误差 2.0e-06。"));
  EXPECT_THAT(body, HasSubstr("程序版本 0.1.0（abc123），随机种子 7，情景 sample，方法 full。"));
}

}  // namespace
}  // namespace disburse
