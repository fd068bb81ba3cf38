// A sensitivity study as table, CSV and JSON: every method's figures, in both languages.
#include "outputs/planning/study.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outputs/text/json_reading.hpp"
#include "tests/outputs/sample_study.hpp"

namespace disburse {
namespace {

using disburse::testing::sample_study;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// The first line of `text` that begins with `name`.
std::string line_of(const std::string& text, const std::string& name) {
  const std::size_t at = ("\n" + text).find("\n" + name);
  return at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
}

TEST(StudyTable, says_first_what_is_studied_and_against_what) {
  EXPECT_EQ(study_table(sample_study(), Language::zh)
                .find("敏感性：情景 sample  2024  全部科目  基准 1,000.00，预算 1,010.00（万元）\n\n"),
            0U);
  EXPECT_EQ(study_table(sample_study(), Language::en)
                .find("sensitivity: scenario sample  2024  all lines  base 1,000.00, budget 1,010.00"),
            0U);
}

TEST(StudyTable, names_a_draft_and_a_limit_as_what_they_are) {
  StudyResult study = sample_study();
  study.budget_kind = "draft";
  EXPECT_THAT(study_table(study, Language::zh), HasSubstr("草案（即基准） 1,010.00"));
  study.budget_kind = "limit";
  EXPECT_THAT(study_table(study, Language::en), HasSubstr("limit 1,010.00"));
  study.budget.reset();
  EXPECT_THAT(study_table(study, Language::en), Not(HasSubstr("1,010.00")));
}

TEST(StudyTable, has_a_bar_for_each_input_that_moves_something) {
  StudyResult study = sample_study();
  study.slopes.clear();
  study.morris.reset();
  const std::string text = study_table(study, Language::zh);
  EXPECT_THAT(line_of(text, "每次标准"), AllOf(HasSubstr("540.00"), HasSubstr("-30.00"), HasSubstr("+30.00"),
                                               HasSubstr(" 60.00"), HasSubstr("+0.300"), HasSubstr("620.00")));
  EXPECT_THAT(line_of(text, "死亡率倍数"),
              AllOf(HasSubstr("+5.00"), HasSubstr("-5.00"), HasSubstr("10.00"), HasSubstr("-0.050")));
  EXPECT_EQ(line_of(text, "没有用的数"), "") << "a dead input has no bar";
  EXPECT_THAT(text, HasSubstr("不影响该结果的假定：没有用的数\n"));
  EXPECT_THAT(text, HasSubstr("低、高两端方向相同（不是单调的）：奖励政策\n"));
}

TEST(StudyTable, tells_slopes_in_yuan_and_how_they_were_found) {
  StudyResult study = sample_study();
  study.tornado.clear();
  const std::string text = study_table(study, Language::en);
  EXPECT_THAT(line_of(text, "每次标准"), AllOf(HasSubstr("+5,000.00"), HasSubstr("derivative")));
  EXPECT_THAT(line_of(text, "死亡率倍数"),
              AllOf(HasSubstr("-500,000.00"), HasSubstr("-5,000.00"), HasSubstr("differences")));
  EXPECT_THAT(line_of(text, "没有用的数"), HasSubstr("moves nothing"));
}

TEST(StudyTable, lays_a_map_out_by_both_inputs) {
  const std::string text = study_table(sample_study(), Language::zh);
  EXPECT_THAT(text, HasSubstr("纵：每次标准；横：死亡率倍数"));
  EXPECT_THAT(text, HasSubstr("1,035.00"));
  EXPECT_THAT(text, HasSubstr("965.00"));
  StudyResult without = sample_study();
  without.map.reset();
  EXPECT_THAT(study_table(without, Language::zh), Not(HasSubstr("1,035.00")));
}

TEST(StudyTable, gives_elementary_effects_in_wan) {
  const std::string text = study_table(sample_study(), Language::en);
  const std::string morris = text.substr(text.find("mu*"));
  EXPECT_THAT(line_of(morris, "死亡率倍数"), AllOf(HasSubstr("-12.00"), HasSubstr(" 12.00"), HasSubstr(" 1.00")));
  EXPECT_THAT(morris, HasSubstr("10 trajectories over a grid of 4 levels, 40 points."));
}

TEST(StudyTable, gives_indices_with_intervals_and_leaves_out_the_idle) {
  const std::string text = study_table(sample_study(), Language::en);
  const std::string sobol =
      text.substr(text.find("first order"), text.find("share of the variance") - text.find("first order"));
  EXPECT_THAT(line_of(sobol, "每次标准"), AllOf(HasSubstr("0.850 [0.800, 0.900]"), HasSubstr("0.875 [0.825, 0.925]")));
  EXPECT_THAT(sobol, HasSubstr("死亡率倍数 × 每次标准  0.025 [0.000, 0.050]\n"));
  EXPECT_THAT(sobol, Not(HasSubstr("没有用的数")));
  EXPECT_THAT(sobol, HasSubstr("mean 1000.00, deviation 20.00 (10,000 yuan); N = 64, 320 points."));
  // 0.25 + 0.5 of the first eighth, 0.125 + 0.875 of all.
  EXPECT_THAT(sobol, HasSubstr("N=8 0.750  N=64 1.000"));
}

TEST(StudyTable, gives_shares_and_names_what_was_held) {
  const std::string text = study_table(sample_study(), Language::en);
  const std::string shapley = text.substr(text.find("share of the variance"));
  EXPECT_THAT(line_of(shapley, "每次标准"), HasSubstr("0.875 [0.850, 0.900]"));
  EXPECT_THAT(shapley, HasSubstr("held at their middle: 没有用的数."));
}

TEST(StudyTable, ends_with_cases_the_chance_and_how_many_projections) {
  const std::string text = study_table(sample_study(), Language::zh);
  EXPECT_THAT(line_of(text, "悲观"), AllOf(HasSubstr("1,045.00"), HasSubstr("+45.00"), HasSubstr("2024-12")));
  EXPECT_THAT(line_of(text, "乐观"), AllOf(HasSubstr("960.00"), HasSubstr("-40.00"), HasSubstr("-")));
  EXPECT_THAT(text, HasSubstr("超过预算的概率：32.0%\n"));
  EXPECT_THAT(text, HasSubstr("全部测算 37 次，其余内插"));
  StudyResult exact = sample_study();
  exact.surrogate_error.reset();
  EXPECT_THAT(study_table(exact, Language::zh), HasSubstr("每个点都全部测算，共 37 次。"));
}

TEST(StudyCsv, has_a_row_for_each_bar_in_yuan) {
  const std::string csv = study_csv(sample_study());
  EXPECT_THAT(csv, HasSubstr("award.standard,每次标准,540.00,600.00,660.00,9700000.00,10300000.00,0.3,620.00\r\n"));
  EXPECT_THAT(csv, HasSubstr("award.idle,没有用的数,0.1,0.2,0.3,10000000.00,10000000.00,,\r\n"));
}

TEST(StudyJson, says_fen_paths_and_null_where_nothing_is) {
  const Json part = study_part(sample_study());
  EXPECT_EQ(part.at("base_fen"), 1'000'000'000);
  EXPECT_EQ(part.at("budget_fen"), 1'010'000'000);
  EXPECT_TRUE(part.at("line").is_null());
  EXPECT_TRUE(part.at("tornado").at(1).at("breaks_at").is_null());
  EXPECT_EQ(part.at("heatmap").at("first"), "award.standard");
  EXPECT_EQ(part.at("heatmap").at("fen").at(1).at(0), 1'035'000'000);
  EXPECT_EQ(part.at("factors").at(1).at("name"), "每次标准");
  EXPECT_EQ(part.at("factors").at(1).at("inputs"), Json::array({"award.standard"}));
  EXPECT_EQ(part.at("cases").at(1).at("exhausted"), "2024-12");
  EXPECT_TRUE(part.at("cases").at(0).at("exhausted").is_null());
  EXPECT_EQ(study_part(sample_study(), Language::en).at("output"), "all lines");
}

TEST(StudyJson, leaves_out_the_methods_that_were_not_asked_for) {
  StudyResult study = sample_study();
  study.slopes.clear();
  study.map.reset();
  study.morris.reset();
  study.sobol.reset();
  study.shapley.reset();
  study.quantiles.reset();
  const Json part = study_part(study);
  for (const char* key : {"gradient", "heatmap", "morris", "sobol", "shapley", "quantiles"})
    EXPECT_FALSE(part.contains(key)) << key;
  EXPECT_FALSE(part.at("factors").at(0).contains("first"));
}

std::string document() { return study_json(sample_study(), DoubtedManifest{}, "disburse sensitivity"); }

TEST(StudyJson, is_read_back_to_the_same_bytes) {
  const Manifested<StudyResult> read = study_from_json(Json::parse(document()));
  EXPECT_EQ(read.command, "disburse sensitivity");
  EXPECT_EQ(study_json(read.result, read.manifest, read.command), document());
}

TEST(StudyJson, with_groups_is_read_back_to_the_same_bytes) {
  StudyResult study = sample_study();
  study.factors = {{"奖励", {1, 2}}, {"mortality.factor", {0}}};
  study.morris->effects.pop_back();
  study.sobol->first.pop_back();
  study.sobol->total.pop_back();
  study.sobol->second.pop_back();
  study.shapley.reset();
  const std::string text = study_json(study, DoubtedManifest{}, "");
  EXPECT_EQ(study_json(study_from_json(Json::parse(text)).result, DoubtedManifest{}, ""), text);
}

TEST(StudyJson, that_names_what_it_does_not_hold_is_refused) {
  Json unknown_bar = Json::parse(document());
  unknown_bar["tornado"][0]["path"] = "award.standards";
  EXPECT_THROW(study_from_json(unknown_bar), UnsoundDocument);
  Json unknown_factor = Json::parse(document());
  unknown_factor["sobol"]["second_order"][0]["first"] = "别的";
  EXPECT_THROW(study_from_json(unknown_factor), UnsoundDocument);
  Json unknown_member = Json::parse(document());
  unknown_member["factors"][0]["inputs"][0] = "nothing";
  EXPECT_THROW(study_from_json(unknown_member), UnsoundDocument);
}

TEST(StudyJson, that_lacks_a_key_is_refused) {
  for (const char* key :
       {"scenario", "method", "line", "programme", "output", "year", "base_fen", "budget_fen", "budget_kind", "inputs",
        "tornado", "factors", "cases", "probability_over_budget", "full_runs", "interpolation_error", "manifest"}) {
    Json lacking = Json::parse(document());
    lacking.erase(key);
    EXPECT_ANY_THROW(study_from_json(lacking)) << key;
  }
}

}  // namespace
}  // namespace disburse
