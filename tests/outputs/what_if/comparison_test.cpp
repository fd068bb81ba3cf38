// A comparison as a table and as JSON: what was changed, what moved, who, and what provably did not.
#include "outputs/what_if/comparison.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outputs/text/json_reading.hpp"
#include "support/payers.hpp"

namespace disburse {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Money wan(std::int64_t amount) { return Money::yuan(amount * 10'000); }

/// 60万 become 66万, 6万 of them the city's and nobody else's.
ProgrammeChange award() {
  ProgrammeChange change;
  change.id = "award";
  change.name = "奖励";
  change.name_en = "Award";
  change.line = {wan(60), wan(66)};
  change.outlay = {wan(80), wan(88)};
  change.by_payer = {{payer("city"), {wan(60), wan(66)}}, {payer("region"), {wan(20), wan(22)}}};
  change.monthly = {{Month(2024, 9), {wan(60), wan(66)}}};
  return change;
}

ProgrammeChange pension() {
  ProgrammeChange change;
  change.id = "pension";
  change.name = "养老金";
  change.line = {wan(40), wan(40)};
  change.outlay = {wan(40), wan(40)};
  change.untouched = true;
  return change;
}

VariantComparison variant() {
  VariantComparison one;
  one.scenario = "award-660";
  one.title = "提到660元";
  one.changes = {{"award.standard", "每次标准", "yuan_per_payment", Month(2024, 1), "600.00", "660.00", "试算", {}}};
  one.programmes = {award(), pension()};
  one.lines = {{"2089999", "其他", {wan(60), wan(66)}}};
  one.total = {wan(100), wan(106)};
  one.years = {{2024, {wan(100), wan(106)}, {wan(120), wan(128)}}};
  Bridge bridge;
  bridge.add(Cause::rate, wan(5));
  bridge.add(Cause::rounding, wan(1));
  one.bridges = {{"award", bridge}};
  one.same_members = true;
  return one;
}

ComparisonResult sample() {
  ComparisonResult comparison;
  comparison.base = "base";
  comparison.manifest.horizon = {Month(2024, 1), 12};
  comparison.fiscal_year = 2024;
  comparison.variants = {variant()};
  comparison.command = "disburse compare base award-660";
  return comparison;
}

std::string line_of(const std::string& text, const std::string& name) {
  const std::size_t at = ("\n" + text).find("\n" + name);
  return at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
}

TEST(ComparisonTable, says_what_was_changed_and_why) {
  const std::string text = comparison_table(sample(), Language::zh);
  EXPECT_EQ(text.find("情景对比  基准 base  2024-01..2024-12  单位：万元\n"), 0U);
  EXPECT_THAT(text, HasSubstr("[ award-660 ]  提到660元\n- 每次标准：600.00 → 660.00 元/次；理由：试算\n"));
  EXPECT_THAT(comparison_table(sample(), Language::en), HasSubstr("- award.standard (每次标准): 600.00 → 660.00 "));
}

TEST(ComparisonTable, says_since_when_where_a_change_begins_later) {
  ComparisonResult later = sample();
  later.variants[0].changes[0].since = Month(2024, 7);
  EXPECT_THAT(comparison_table(later, Language::zh), HasSubstr("每次标准：自 2024-07 起 600.00"));
  later.variants[0].changes[0].path = "award.standard@2024-07..";
  EXPECT_THAT(comparison_table(later, Language::zh), HasSubstr("每次标准（2024-07..）：600.00"));
}

TEST(ComparisonTable, without_a_change_says_so) {
  ComparisonResult same = sample();
  same.variants[0].changes.clear();
  EXPECT_THAT(comparison_table(same, Language::zh), HasSubstr("没有改动任何参数。"));
  EXPECT_THAT(comparison_table(same, Language::en), HasSubstr("No parameter is changed."));
}

TEST(ComparisonTable, shows_what_moved_by_programme_and_other_payers) {
  const std::string text = comparison_table(sample(), Language::en);
  EXPECT_THAT(line_of(text, "Award"),
              AllOf(HasSubstr("60.00"), HasSubstr("66.00"), HasSubstr("+6.00"), HasSubstr("10.00%")));
  EXPECT_THAT(text, HasSubstr("+2.00")) << "the region's, below the city's";
  EXPECT_THAT(line_of(text, "total (all lines)"), AllOf(HasSubstr("106.00"), HasSubstr("+6.00"), HasSubstr("6.00%")));
}

/// The certificate: what was not touched differs by exactly nothing.
TEST(ComparisonTable, lists_what_provably_did_not_move) {
  const std::string text = comparison_table(sample(), Language::zh);
  EXPECT_THAT(text, HasSubstr("台账逐格完全相同，差异为零：\n  - 养老金\n"));
  EXPECT_THAT(comparison_table(sample(), Language::en), HasSubstr("养老金")) << "without an English name the Chinese";
  ComparisonResult moved = sample();
  moved.variants[0].programmes[1].untouched = false;
  EXPECT_THAT(comparison_table(moved, Language::zh), Not(HasSubstr("台账逐格完全相同")));
}

TEST(ComparisonTable, warns_where_the_members_are_others) {
  EXPECT_THAT(comparison_table(sample(), Language::zh), Not(HasSubstr("花名册不同")));
  ComparisonResult others = sample();
  others.variants[0].same_members = false;
  EXPECT_THAT(comparison_table(others, Language::zh), HasSubstr("注意：两个情景的花名册不同"));
  EXPECT_THAT(comparison_table(others, Language::en), HasSubstr("different rosters"));
}

TEST(ComparisonTable, bridges_the_difference_by_causes) {
  const std::string text = comparison_table(sample(), Language::zh);
  const std::string bridge = text.substr(text.find("差异因素"));
  EXPECT_THAT(line_of(bridge, "奖励"), HasSubstr("+6.00"));
  EXPECT_THAT(line_of(bridge, "  标准"), HasSubstr("+5.00"));
  EXPECT_THAT(line_of(bridge, "  舍入"), HasSubstr("+1.00"));
  EXPECT_THAT(line_of(bridge, "合计"), HasSubstr("+6.00"));
}

TEST(ComparisonTable, has_years_where_there_are_several) {
  EXPECT_EQ(line_of(comparison_table(sample(), Language::en), "2024 "), "");
  ComparisonResult years = sample();
  years.variants[0].years.push_back({2025, {wan(102), wan(109)}, {}});
  EXPECT_THAT(line_of(comparison_table(years, Language::en), "2025 "), AllOf(HasSubstr("109.00"), HasSubstr("+7.00")));
}

TEST(ComparisonTable, shares_the_difference_among_the_changes) {
  ComparisonResult shared = sample();
  shared.variants[0].attribution = "shapley";
  shared.variants[0].shares = {{"award.standard = 660", wan(4)}, {"award.months = 9", wan(2)}};
  const std::string text = comparison_table(shared, Language::en);
  EXPECT_THAT(text, HasSubstr("change (Shapley)"));
  EXPECT_THAT(line_of(text, "award.months = 9"), HasSubstr("+2.00"));
  shared.variants[0].attribution = "waterfall";
  EXPECT_THAT(comparison_table(shared, Language::zh), HasSubstr("改动（按次序）"));
}

TEST(ComparisonTable, tells_who_is_paid_differently_and_hides_the_few) {
  ComparisonResult who = sample();
  WhoChanged one;
  one.id = "award";
  one.gained = 3;
  one.gained_money = wan(1);
  one.hide_gained = true;
  one.more = 1'200;
  one.more_money = wan(5);
  one.keys = {"E000001", "E000002"};
  who.variants[0].who = {one};
  const std::string text = comparison_table(who, Language::en);
  EXPECT_THAT(line_of(text, "  gained"), AllOf(HasSubstr("*"), Not(HasSubstr("3")), Not(HasSubstr("1.00"))));
  EXPECT_THAT(line_of(text, "  more"), AllOf(HasSubstr("1,200"), HasSubstr("+5.00")));
  EXPECT_EQ(line_of(text, "  less"), "") << "nobody";
  EXPECT_THAT(text, HasSubstr("E000001 E000002"));
}

TEST(ComparisonTable, says_how_sure_the_differences_are) {
  ComparisonResult drawn = sample();
  DifferenceFigure whole;
  whole.year = 2024;
  whole.difference.mean = wan(6);
  whole.difference.standard_error = Money::yuan(100);
  whole.difference.deviation = Money::yuan(2'000);
  whole.difference.p10 = wan(5);
  whole.difference.p90 = wan(7);
  drawn.variants[0].replicates = 400;
  drawn.variants[0].spreads = {whole};
  const std::string text = comparison_table(drawn, Language::en);
  EXPECT_THAT(text, HasSubstr("chance in the differences (400 replicates)"));
  const std::string spreads = text.substr(text.find("chance in the differences"));
  EXPECT_THAT(line_of(spreads, "total (all lines)"),
              AllOf(HasSubstr("+6.00"), HasSubstr("0.01"), HasSubstr("0.20"), HasSubstr("+5.00 ~ +7.00")));
}

TEST(ComparisonJson, says_amounts_in_fen_with_their_difference) {
  const Json read = Json::parse(comparison_json(sample()));
  EXPECT_EQ(read.at("schema"), "disburse/compare/1");
  const Json& one = read.at("variants").at(0);
  EXPECT_EQ(one.at("total").at("difference_fen"), 6'000'000);
  EXPECT_EQ(one.at("programmes").at(0).at("line").at("change"), 0.1);
  EXPECT_EQ(one.at("programmes").at(1).at("untouched"), true);
  EXPECT_EQ(one.at("bridges").at(0).at("difference_fen"), 6'000'000);
  EXPECT_TRUE(one.at("changes").at(0).at("growth_ended").is_null());
  EXPECT_EQ(read.at("payers").size(), 2U);
}

TEST(ComparisonJson, has_no_rate_of_a_base_of_nothing) {
  ComparisonResult nothing = sample();
  nothing.variants[0].total = {Money{}, wan(6)};
  EXPECT_TRUE(Json::parse(comparison_json(nothing)).at("variants").at(0).at("total").at("change").is_null());
}

TEST(ComparisonJson, warns_of_a_rule_of_growth_that_a_change_ends) {
  ComparisonResult ended = sample();
  ended.variants[0].changes[0].ended = EndedGrowth{2025, ExtensionRule::grow, {"增长率"}};
  const Json read = Json::parse(comparison_json(ended));
  ASSERT_EQ(read.at("findings").size(), 1U);
  EXPECT_EQ(read.at("findings").at(0).at("code"), "growth_ended");
  EXPECT_EQ(read.at("variants").at(0).at("changes").at(0).at("growth_ended").at("year"), 2025);
}

TEST(ComparisonJson, is_read_back_to_the_same_bytes) {
  ComparisonResult full = sample();
  VariantComparison& one = full.variants[0];
  one.changes[0].ended = EndedGrowth{2025, ExtensionRule::add, {"增加额"}};
  one.attribution = "shapley";
  one.shares = {{"award.standard = 660", wan(6)}};
  WhoChanged who;
  who.id = "award";
  who.name = "奖励";
  who.less = 20;
  who.less_money = wan(-1);
  who.hide_gained = true;
  one.who = {who};
  one.replicates = 400;
  DifferenceFigure figure;
  figure.of = RiskFigure::Of::line;
  figure.id = "2089999";
  figure.year = 2024;
  figure.difference.mean = wan(6);
  one.spreads = {figure};
  const std::string text = comparison_json(full);
  EXPECT_EQ(comparison_json(comparison_from_json(Json::parse(text))), text);
}

TEST(ComparisonJson, that_lacks_a_key_or_names_a_stranger_is_refused) {
  const std::string text = comparison_json(sample());
  for (const char* key : {"scenario", "title", "same_members", "changes", "programmes", "lines", "total", "years",
                          "bridges", "attribution", "shares", "who", "replicates", "spreads"}) {
    Json lacking = Json::parse(text);
    lacking["variants"][0].erase(key);
    EXPECT_ANY_THROW(comparison_from_json(lacking)) << key;
  }
  Json stranger = Json::parse(text);
  stranger["variants"][0]["programmes"][0]["by_payer"][0]["payer"] = "nobody";
  EXPECT_THROW(comparison_from_json(stranger), UnsoundDocument);
  Json cause = Json::parse(text);
  cause["variants"][0]["bridges"][0]["causes"] = {{"weather", 1}};
  EXPECT_THROW(comparison_from_json(cause), UnsoundDocument);
}

}  // namespace
}  // namespace disburse
