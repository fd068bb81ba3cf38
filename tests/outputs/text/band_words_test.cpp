// The sentences over a band, as a planner reads them.
#include "outputs/text/band_words.hpp"

#include <gmock/gmock.h>

namespace disburse {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Money wan(std::int64_t amount) { return Money::fen(amount * 1'000'000); }

/// One line with a budget of 100, estimated at 90; by another reading at `other`.
BandResult one_line(std::int64_t estimate, std::int64_t other) {
  BandResult bands;
  bands.year = 2024;
  BandFigure line;
  line.of = BandFigure::Of::line;
  line.id = "2080507";
  line.name = "补助";
  line.estimate = wan(estimate);
  line.budget = wan(100);
  BandFigure whole = line;
  whole.of = BandFigure::Of::total;
  whole.id = whole.name = "";
  whole.mean = wan(95);
  whole.p10 = wan(80);
  whole.p50 = wan(94);
  whole.p90 = wan(115);
  whole.over = 0.37;
  whole.reserve_90 = wan(15);
  whole.deciding = {0};
  bands.figures = {line, whole};
  BandAssumption question;
  question.kind = BandAssumption::Kind::question;
  question.name = "人数口径";
  question.name_en = "reading of the heads";
  question.effects = {{wan(estimate), wan(other)}, {wan(estimate), wan(other)}};
  question.answers = {{"end", "年末数", "end of the year", "", 0.6, {wan(estimate), wan(estimate)}, {}},
                      {"opening", "年初数", "opening", "", 0.4, {wan(other), wan(other)}, {}}};
  bands.assumptions = {question};
  return bands;
}

std::string all_of(const BandResult& bands, Language language) {
  std::string text;
  for (const std::string& sentence : band_sentences(bands, language)) text += sentence + "\n";
  return text;
}

TEST(BandWords, name_the_band_the_estimate_the_mean_and_the_chance) {
  const std::string text = all_of(one_line(90, 120), Language::zh);
  EXPECT_THAT(text, HasSubstr("在 80.00 至 115.00 万元之间"));
  EXPECT_THAT(text, HasSubstr("预计 90.00，为各假定取基准值；均值 95.00，中位数 94.00"));
  EXPECT_THAT(text, HasSubstr("超出预算的概率 37%"));
  EXPECT_THAT(text, HasSubstr("另备 15.00 万元"));
}

TEST(BandWords, say_where_a_finding_turns_with_the_reading) {
  const std::string text = all_of(one_line(90, 120), Language::zh);
  EXPECT_THAT(text, HasSubstr("2080507 补助按“年末数”结余 10.00，按“年初数”超支 20.00。"));
  EXPECT_THAT(text, HasSubstr("人数口径（0.00 至 +30.00），单项即可改变盈亏。"));
}

TEST(BandWords, name_the_base_once_where_several_readings_turn_it) {
  BandResult bands = one_line(90, 120);
  BandAssumption month = bands.assumptions.front();
  month.answers[1].name = "3月";
  month.answers[1].amounts = {wan(105), wan(105)};
  bands.assumptions.push_back(month);
  EXPECT_THAT(all_of(bands, Language::zh),
              HasSubstr("2080507 补助按基准口径结余 10.00，按“年初数”超支 20.00，按“3月”超支 5.00。"));
}

TEST(BandWords, are_silent_of_a_reading_that_leaves_the_finding) {
  const std::string text = all_of(one_line(90, 99 - 5), Language::zh);
  EXPECT_THAT(text, Not(HasSubstr("结论随口径而变")));
  EXPECT_THAT(text, HasSubstr("单项都不改变盈亏"));
}

TEST(BandWords, a_line_at_its_budget_neither_overspends_nor_leaves) {
  EXPECT_THAT(all_of(one_line(100, 120), Language::zh), HasSubstr("按“年末数”与预算持平，按“年初数”超支 20.00。"));
}

TEST(BandWords, have_no_chance_without_a_budget) {
  BandResult bands = one_line(90, 120);
  for (BandFigure& figure : bands.figures) {
    figure.budget.reset();
    figure.over.reset();
  }
  const std::string text = all_of(bands, Language::zh);
  EXPECT_THAT(text, Not(HasSubstr("概率")));
  EXPECT_THAT(text, Not(HasSubstr("盈亏。")));
}

TEST(BandWords, are_English_in_English) {
  const std::string text = all_of(one_line(90, 120), Language::en);
  EXPECT_THAT(text, HasSubstr("eight in ten totals lie between 80.00 and 115.00"));
  EXPECT_THAT(text, HasSubstr("by \"opening\" it overspends by 20.00"));
}

}  // namespace
}  // namespace disburse
