// The first sentence of a report: what exceeds its budget before the total that hides it.
#include "outputs/report/verdict.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

const Wording chinese{Language::zh};

LineFigure line(const std::string& code, int budget, int projected) {
  return {code, "", {Money::yuan(budget * 10'000), Money::yuan(projected * 10'000)}};
}

RunResult run_of(std::vector<LineFigure> lines) {
  RunResult run;
  run.fiscal_year = 2024;
  run.total = {Money{}, Money{}};
  for (const LineFigure& one : lines) {
    *run.total.budget += *one.amount.budget;
    run.total.projected += one.amount.projected;
  }
  run.lines = std::move(lines);
  return run;
}

/// The base scenario: 9,603.00 are granted for 2089999, 10,052.64 are projected, and the total stays 32.41 below its
/// budget (README).
TEST(Verdict, names_the_line_that_exceeds_its_budget_before_the_total_that_does_not) {
  const Verdict verdict = run_verdict(run(base_session(), 1), chinese);
  EXPECT_EQ(verdict.sentence,
            "按现有标准，2089999 将超支 449.64 万元，10 月用完；2080506 将超支 0.36 万元，12 月用完；其余科目有余。");
  ASSERT_EQ(verdict.points.size(), 3u);
  EXPECT_THAT(verdict.points[0], HasSubstr("-32.41"));
  EXPECT_THAT(verdict.points[0], HasSubstr("盖住"));
  EXPECT_THAT(verdict.points[1], HasSubstr("主要原因"));
  EXPECT_THAT(verdict.points[2], HasSubstr("可办：在 10 月以前追加或调剂 450.00 万元"));
  EXPECT_THAT(verdict.points[2], HasSubstr("2080507")) << "it has the most left";
}

TEST(Verdict, says_that_all_lines_hold) {
  const Verdict verdict = run_verdict(run_of({line("1", 10, 8), line("2", 5, 5)}), chinese);
  EXPECT_EQ(verdict.sentence, "按现有标准，各科目都在预算之内，共余 2.00 万元。");
  EXPECT_THAT(verdict.points.back(), Not(HasSubstr("可办")));
}

TEST(Verdict, leaves_out_a_rest_that_is_not_there) {
  EXPECT_EQ(run_verdict(run_of({line("1", 10, 11)}), chinese).sentence, "按现有标准，1 将超支 1.00 万元。");
  EXPECT_EQ(run_verdict(run_of({line("1", 10, 11), line("2", 5, 5)}), chinese).sentence,
            "按现有标准，1 将超支 1.00 万元；其余科目正好用完。");
}

TEST(Verdict, needs_a_budget) {
  RunResult run = run_of({});
  run.total.budget.reset();
  EXPECT_THAT(run_verdict(run, chinese).sentence, HasSubstr("没有预算可比"));
}

TEST(Verdict, speaks_english) {
  EXPECT_EQ(run_verdict(run_of({line("1", 10, 11), line("2", 5, 3)}), Wording{Language::en}).sentence,
            "Under the rules in force, 1 will exceed its budget by 1.00 (10,000 yuan); the others have money left.");
}

TEST(Verdict, does_not_call_a_changed_rule_one_in_force) {
  RunResult run = run_of({line("1", 10, 11)});
  run.scenario.overrides.emplace_back().path = "unity_award.ordinary_per_payment";
  EXPECT_EQ(run_verdict(run, chinese).sentence, "按所设情景，1 将超支 1.00 万元。");
  EXPECT_EQ(brief_text(run_verdict(run, Wording{Language::en}), Language::en),
            "Under this scenario, 1 will exceed its budget by 1.00 (10,000 yuan). In all 11.00 (10,000 yuan), against "
            "the budget +1.00.");
}

TEST(Verdict, of_a_draft_tells_what_rises_most) {
  DraftedBudget budget;
  budget.paper.year = 2025;
  for (const auto& [name, last, now] : {std::tuple{"甲", 10, 12}, {"乙", 20, 15}, {"丙", 1, 1}}) {
    PaperProject project;
    project.name = name;
    project.last_budget = Money::yuan(last * 10'000);
    project.drafted = Money::yuan(now * 10'000);
    budget.paper.projects.push_back(project);
  }
  const Verdict verdict = draft_verdict(budget, chinese);
  EXPECT_EQ(verdict.sentence, "2025 年项目支出 28.00 万元，比上年预算 -3.00。");
  ASSERT_EQ(verdict.points.size(), 1u);
  EXPECT_EQ(verdict.points[0], "主要原因（万元）：乙 其他 -5.00；甲 其他 +2.00。");
  budget.paper.projects[1].high = Money::yuan(165'000);
  budget.paper.projects[2].high = Money::yuan(12'500);
  EXPECT_EQ(draft_verdict(budget, chinese).points.back(),
            "可办：有 90% 把握要预备最多的项目（万元）：乙 1.50；丙 0.25。");
}

TEST(Verdict, of_a_study_names_what_moves_it_and_the_reserve) {
  StudyResult study;
  study.year = 2025;
  study.output_name = Message::verbatim("合计");
  study.base = Money::yuan(1'000'000);
  study.budget = Money::yuan(990'000);
  study.inputs.resize(1);
  study.inputs[0].name = "标准";
  TornadoBar bar;
  bar.at_low = Money::yuan(900'000);
  bar.at_high = Money::yuan(1'200'000);
  study.tornado = {bar};
  study.any_breaks = 0.6;
  study.quantiles.emplace();
  study.quantiles->p90 = Money::yuan(1'100'000);
  const Verdict verdict = study_verdict(study, chinese);
  EXPECT_EQ(verdict.sentence, "2025 年“合计”100.00 万元，比预算 +1.00；超预算的概率 60.0%。");
  EXPECT_EQ(verdict.points.front(), "影响最大的假定（取低 / 取高，万元）：标准（-10.00 / +20.00）。");
  EXPECT_EQ(verdict.points.back(), "可办：有 90% 把握要预备 11.00 万元。");
}

}  // namespace
}  // namespace disburse
