// What a report of each kind holds: its title, what is doubted, its headlines, its exhibits, what it lacks.
#include "outputs/report/contents.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/budget/official.hpp"
#include "outputs/report/wording.hpp"
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

const ReportTerms chinese{Language::zh, {"disburse run --report 报告"}};
const ReportTerms english_terms{Language::en, {"disburse run --lang en --report report"}};

std::vector<std::string> ids_of(const ReportContent& content) {
  std::vector<std::string> ids;
  for (const Exhibit& exhibit : content.exhibits) ids.push_back(exhibit.id);
  return ids;
}

std::vector<std::string> texts_of(const std::vector<Headline>& headlines) {
  std::vector<std::string> texts;
  for (const Headline& one : headlines) texts.push_back(one.name() + " " + one.text());
  return texts;
}

Finding doubt() {
  return {"implausible_setting", Severity::warning, Message::verbatim("每次标准"), Message::verbatim("6万元太多")};
}

TEST(RunContent, says_what_it_is_of) {
  const ReportContent content = run_content(sample_result(), {}, chinese);
  EXPECT_EQ(content.title, "待遇发放测算报告");
  EXPECT_THAT(content.subtitle, HasSubstr("sample  2024 年度  2024-01 起 12 个月"));
  const ReportContent english = run_content(sample_result(), {}, english_terms);
  EXPECT_EQ(english.title, "Disbursement report");
  EXPECT_THAT(english.subtitle, HasSubstr("2024-01 and 12 months"));
}

TEST(RunContent, has_four_headlines) {
  const ReportContent content = run_content(sample_result(), {}, chinese);
  // 29,112 less 28,478 are 634; 16.35 % are projected independently.
  EXPECT_THAT(texts_of(content.headlines), ::testing::ElementsAre("预算 28,478.00", "预计 29,112.00", "差异 +634.00",
                                                                  HasSubstr("独立测算占预算 16.")));
  EXPECT_EQ(content.headlines[2].note, "执行率 102.2%");
}

TEST(RunContent, of_a_simulation_tells_the_chance_and_the_reserve) {
  RunResult run = sample_result();
  RiskFigure whole;
  whole.year = 2024;
  whole.budget = run.total.budget;
  whole.over = 0.75;
  whole.reserve_95 = wan(1'700);
  whole.chance.mean = wan(29'100);
  whole.chance.p50 = wan(29'050);
  run.risk = RiskResult{};
  run.risk->figures = {whole};
  const ReportContent content = run_content(run, {}, chinese);
  EXPECT_EQ(content.headlines[3].text(), "75.0%");
  EXPECT_EQ(content.headlines[3].note, "预备 95%：1,700.00");
  EXPECT_THAT(content.headlines[1].note, HasSubstr("模拟的均值 29,100.00，中位数 29,050.00"));
  EXPECT_THAT(content.exhibits.back().note, Not(HasSubstr("风险（run --mode stochastic）")));
}

TEST(RunContent, says_last_what_it_lacks) {
  const ReportContent content = run_content(sample_result(), {}, chinese);
  EXPECT_THAT(content.exhibits.back().note,
              HasSubstr("本报告没有：风险（run --mode stochastic）；敏感性（--with sensitivity 的 JSON）；"
                        "发放日（--with cash 的 JSON）"));
  BesideRun beside;
  beside.studies = {sample_study()};
  const ReportContent more = run_content(sample_result(), beside, chinese);
  EXPECT_THAT(more.exhibits.back().note, Not(HasSubstr("敏感性")));
  EXPECT_GT(more.exhibits.size(), content.exhibits.size());
}

TEST(RunContent, shows_every_pay_calendar_that_is_given) {
  BesideRun beside;
  CashPlan cash;
  cash.rule = "每月 15 日";
  beside.cash = {cash, cash};
  const std::size_t without = run_content(sample_result(), {}, chinese).exhibits.size();
  const ReportContent content = run_content(sample_result(), beside, chinese);
  EXPECT_EQ(content.exhibits.size(), without + 2);
  EXPECT_THAT(content.exhibits.back().note, Not(HasSubstr("发放日")));
}

TEST(RunContent, says_a_doubt_before_every_figure) {
  RunResult run = sample_result();
  EXPECT_THAT(run_content(run, {}, chinese).subtitle, Not(HasSubstr("6万元太多")));
  run.findings.push_back(doubt());
  EXPECT_THAT(run_content(run, {}, chinese).subtitle, HasSubstr("6万元太多"));
}

/// Every exhibit has cells for its columns, and an id of its own for its file.
TEST(RunContent, names_each_exhibit_once) {
  BesideRun beside;
  beside.studies = {sample_study()};
  const ReportContent content = run_content(sample_result(), beside, chinese);
  std::vector<std::string> ids = ids_of(content);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
  for (const Exhibit& exhibit : content.exhibits) {
    for (const auto& row : exhibit.rows) EXPECT_EQ(row.size(), exhibit.columns.size()) << exhibit.id;
  }
}

TEST(StudyContent, heads_with_base_budget_chance_and_what_moves_most) {
  const ReportContent content = study_content(sample_study(), DoubtedManifest{}, chinese);
  EXPECT_EQ(content.title, "敏感性分析");
  EXPECT_THAT(texts_of(content.headlines),
              ::testing::ElementsAre("基准 1,000.00", "预算 1,010.00", "超预算概率 32.0%", "影响最大的假定 每次标准"));
  EXPECT_THAT(content.headlines[3].note, ::testing::AllOf(HasSubstr("30.00"), HasSubstr(" / ")));
  EXPECT_THAT(content.subtitle, HasSubstr("sample  2024 年度  全部科目"));
}

TEST(StudyContent, of_what_nothing_moves_has_a_dash) {
  StudyResult idle = sample_study();
  for (TornadoBar& bar : idle.tornado) bar.dead = true;
  const ReportContent content = study_content(idle, DoubtedManifest{}, chinese);
  EXPECT_EQ(content.headlines[3].text(), "-");
  EXPECT_EQ(content.headlines[3].note, "");
}

TEST(StudyContent, says_the_manifests_doubts) {
  DoubtedManifest doubted;
  doubted.doubts = {doubt()};
  EXPECT_THAT(study_content(sample_study(), doubted, chinese).subtitle, HasSubstr("6万元太多"));
}

ComparisonResult comparison() {
  ComparisonResult made;
  made.base = "base";
  made.fiscal_year = 2024;
  made.manifest.horizon = {Month(2024, 1), 24};
  VariantComparison variant;
  variant.scenario = "award-660";
  variant.total = {wan(100), wan(106)};
  variant.years = {{2024, {wan(100), wan(106)}, {}}, {2025, {wan(102), wan(109)}, {}}};
  variant.same_members = true;
  made.variants = {variant};
  return made;
}

TEST(ComparisonContent, heads_with_the_base_and_each_variants_years) {
  const ReportContent content = comparison_content(comparison(), chinese);
  EXPECT_EQ(content.title, "情景对比");
  EXPECT_THAT(
      texts_of(content.headlines),
      ::testing::ElementsAre("基准，2024 年度 100.00", "award-660，2024 年度 106.00", "award-660，2025 年度 109.00"));
  EXPECT_EQ(content.headlines[1].note, "+6.00");
  EXPECT_EQ(content.headlines[2].note, "+7.00");
}

TEST(ComparisonContent, has_four_headlines_at_most) {
  ComparisonResult many = comparison();
  for (int i = 0; i < 3; ++i) many.variants.push_back(many.variants.front());
  EXPECT_EQ(comparison_content(many, chinese).headlines.size(), 4U);
}

ReforecastResult reforecast() {
  ReforecastResult result;
  result.scenario = "sample";
  result.last = Month(2024, 6);
  result.year = 2024;
  result.total.budget = wan(1'820);
  result.total.locked = wan(900);
  result.total.estimate = wan(1'824);
  result.total.band = {wan(1'805), wan(1'845)};
  result.total.over = 0.55;
  return result;
}

TEST(ReforecastContent, heads_with_the_years_estimate_and_its_band) {
  const ReportContent content = reforecast_content(reforecast(), DoubtedManifest{}, chinese);
  EXPECT_EQ(content.title, "年中再预测");
  EXPECT_THAT(content.subtitle, HasSubstr("sample  锁定至 2024-06"));
  EXPECT_THAT(texts_of(content.headlines),
              ::testing::ElementsAre("预算 1,820.00", "全年预计 1,824.00", "与预算差 +4.00", "超支概率 55.0%"));
  EXPECT_EQ(content.headlines[1].note, "1,805.00 – 1,845.00");
}

TEST(ReforecastContent, without_a_band_has_no_note) {
  ReforecastResult plain = reforecast();
  plain.total.band = {};
  plain.total.over.reset();
  const ReportContent content = reforecast_content(plain, DoubtedManifest{}, chinese);
  EXPECT_EQ(content.headlines[1].note, "");
  EXPECT_EQ(content.headlines[3].text(), "-");
}

TEST(SideBySide, marks_the_cells_that_differ) {
  RunResult other = sample_result();
  other.scenario.name = "other";
  other.programmes[1].amount.projected = wan(6'700);
  other.total.projected = wan(29'212);
  const ReportContent content = side_by_side_content(sample_result(), other, chinese);
  EXPECT_THAT(ids_of(content), ::testing::ElementsAre("programmes", "lines", ::testing::_));
  const Exhibit& programmes = content.exhibits[0];
  EXPECT_EQ(programmes.columns[2].heading, "other");
  EXPECT_FALSE(programmes.rows[0][2].differs);
  EXPECT_EQ(cell_text(programmes.columns[3], programmes.rows[0][3]), "") << "nothing where nothing differs";
  EXPECT_TRUE(programmes.rows[1][2].differs);
  EXPECT_TRUE(programmes.rows[1][3].differs);
  EXPECT_EQ(cell_text(programmes.columns[3], programmes.rows[1][3]), "≠ +100.00");
  EXPECT_THAT(texts_of(content.headlines), Contains("差 +100.00"));
}

TEST(SideBySide, shows_what_both_have_and_says_a_doubt_once) {
  RunResult first = sample_result();
  RunResult second = sample_result();
  first.findings.push_back(doubt());
  second.findings.push_back(doubt());
  second.programmes.pop_back();
  second.lines.pop_back();
  const ReportContent content = side_by_side_content(first, second, english_terms);
  EXPECT_EQ(content.exhibits[0].rows.size(), 4U);
  EXPECT_EQ(content.exhibits[1].rows.size(), 4U);
  EXPECT_EQ(content.subtitle.find("6万元太多"), content.subtitle.rfind("6万元太多"));
  EXPECT_THAT(content.subtitle, HasSubstr("6万元太多"));
}

DraftedBudget draft() {
  DraftedBudget budget;
  budget.paper.year = 2025;
  budget.document.version = official::draft_version;
  PaperProject award, pension;
  award.last_budget = wan(600);
  award.drafted = wan(660);
  award.high = wan(700);
  pension.last_budget = wan(1'000);
  pension.drafted = wan(990);
  pension.high = wan(980);
  budget.paper.projects = {award, pension};
  return budget;
}

TEST(DraftContent, sums_projects_and_their_reserves) {
  const ReportContent content = draft_content(draft(), {}, chinese);
  EXPECT_EQ(content.title, "2025 年部门预算（草案）");
  // 660 + 990, 600 + 1,000; 40 above the first draft and nothing above the second.
  EXPECT_THAT(texts_of(content.headlines), ::testing::ElementsAre("项目支出合计 1,650.00", "上年预算 1,600.00",
                                                                  "增减 +50.00", "各项目建议预备之和 40.00"));
}

}  // namespace
}  // namespace disburse
