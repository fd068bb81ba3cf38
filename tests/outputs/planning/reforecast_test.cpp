// A re-forecast as table, CSV and JSON, and its back-test: figures worked out by hand, in both languages.
#include "outputs/planning/reforecast.hpp"

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

/// 101万 and 103万 were paid where 100万 each were projected; 102万 a month are to come.
ReforecastProgramme pension() {
  ReforecastProgramme one;
  one.id = "pension";
  one.name = "养老金";
  one.line = "2080507";
  one.given = true;
  one.budget = wan(1'210);
  one.projected = wan(1'200);
  one.year.locked = wan(204);
  one.year.projected_locked = wan(200);
  one.year.remaining = wan(1'020);
  one.year.projected_remaining = wan(1'000);
  one.year.variance = {wan(-1), wan(3), wan(0), wan(2)};
  one.year.persons_ratio = 1.015;
  one.year.price_ratio = 1.005;
  one.year.credibility = 0.75;
  one.year.months.assign(12, wan(102));
  one.year.months[0] = wan(101);
  one.year.months[1] = wan(103);
  one.year.persons.assign(12, 5'000.0);
  one.band = {wan(1'210), wan(1'240)};
  return one;
}

/// Two payments of 300万 a year, of which nothing is known.
ReforecastProgramme award() {
  ReforecastProgramme one;
  one.id = "award";
  one.name = "奖励";
  one.line = "2089999";
  one.budget = wan(610);
  one.projected = wan(600);
  one.year.remaining = one.year.projected_remaining = wan(600);
  one.year.months.assign(12, Money{});
  one.year.months[8] = one.year.months[11] = wan(300);
  one.year.persons.assign(12, 0.0);
  one.band = {wan(590), wan(612)};
  return one;
}

ReforecastLine line(const std::string& code, const std::string& name, std::int64_t budget, std::int64_t locked,
                    std::int64_t estimate) {
  ReforecastLine one;
  one.code = code;
  one.name = name;
  one.budget = wan(budget);
  one.locked = wan(locked);
  one.estimate = wan(estimate);
  return one;
}

ReforecastResult sample() {
  ReforecastResult result;
  result.scenario = "sample";
  result.file = "paid.csv";
  result.last = Month(2024, 2);
  result.year = 2024;
  result.programmes = {pension(), award()};
  result.lines = {line("2080507", "补助", 1'210, 204, 1'224), line("2089999", "其他", 610, 0, 600)};
  result.lines[0].band = {wan(1'210), wan(1'240)};
  result.lines[0].over = 0.75;
  result.lines[0].exhausted = Month(2024, 12);
  result.lines[1].band = {wan(590), wan(612)};
  result.lines[1].over = 0.2;
  result.total = line("", "", 1'820, 204, 1'824);
  result.total.band = {wan(1'805), wan(1'845)};
  result.total.over = 0.55;
  result.paid = wan(204);
  result.readings = {
      {"reading",
       "人数口径",
       "headcount",
       {{"年末数", "closing", 0.7, 0.9, wan(205), wan(1'826)}, {"年初数", "opening", 0.3, 0.1, wan(215), wan(1'880)}}}};
  result.cash.scenario = "sample";
  result.cash.rule = "每月 15 日";
  result.cash.needs = {{{2024, 3, 15}, Month(2024, 3), "pension", "养老金", payer("city"), wan(102)}};
  return result;
}

std::string line_of(const std::string& text, const std::string& name) {
  const std::size_t at = ("\n" + text).find("\n" + name);
  return at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
}

TEST(ReforecastTable, says_what_is_locked_and_sets_each_line_against_its_budget) {
  const std::string text = reforecast_table(sample(), Language::zh);
  EXPECT_EQ(text.find("情景 sample  2024 年，paid.csv，锁定至 2024-02（万元）\n"), 0U);
  EXPECT_THAT(line_of(text, "2080507 补助"),
              AllOf(HasSubstr("1,210.00"), HasSubstr("204.00"), HasSubstr("1,006.00"), HasSubstr("1,224.00"),
                    HasSubstr("+14.00"), HasSubstr("75%"), HasSubstr("2024-12")));
  EXPECT_THAT(line_of(text, "2089999 其他"), AllOf(HasSubstr("-10.00"), HasSubstr("20%")));
  EXPECT_THAT(line_of(text, "合计"), AllOf(HasSubstr("1,616.00"), HasSubstr("+4.00"), HasSubstr("1,805.00")));
}

TEST(ReforecastTable, shows_what_is_estimated_as_an_estimate) {
  const std::string chinese = reforecast_table(sample(), Language::zh);
  const std::string by_programme = chinese.substr(chinese.find("[ 分项目 ]"));
  EXPECT_THAT(line_of(by_programme, "养老金"), AllOf(HasSubstr("1.0150"), HasSubstr("1.0050"), HasSubstr("1,020.00")));
  EXPECT_THAT(line_of(by_programme, "奖励（估计）"),
              AllOf(HasSubstr("未知"), HasSubstr("600.00"), Not(HasSubstr("1.0"))));
  const std::string english = reforecast_table(sample(), Language::en);
  EXPECT_THAT(english, AllOf(HasSubstr("奖励 (estimate)"), HasSubstr("unknown"), HasSubstr("locked to 2024-02")));
}

TEST(ReforecastTable, gives_the_causes_of_what_was_paid_and_their_sum) {
  const std::string text = reforecast_table(sample(), Language::en);
  const std::string causes = text.substr(text.find("[ causes so far ]"));
  // 200 - 1 + 3 + 0 + 2 = 204.
  EXPECT_THAT(line_of(causes, "养老金"), AllOf(HasSubstr("200.00"), HasSubstr("-1.00"), HasSubstr("+3.00"),
                                               HasSubstr("+2.00"), HasSubstr("204.00")));
  EXPECT_EQ(line_of(causes, "奖励"), "") << "nothing is known of it";
  EXPECT_THAT(line_of(causes, "sum"), AllOf(HasSubstr("-1.00"), HasSubstr("204.00")));
}

TEST(ReforecastTable, says_so_without_a_band) {
  ReforecastResult result = sample();
  result.total.band = {};
  EXPECT_THAT(reforecast_table(result, Language::zh), HasSubstr("没有算区间、超支概率和口径的权重（--no-band）"));
  EXPECT_THAT(reforecast_table(result, Language::en),
              HasSubstr("Neither band nor chance nor weights of readings were worked out (--no-band)"));
  EXPECT_THAT(reforecast_table(sample(), Language::en), HasSubstr("Band from 10 to 90 %"));
}

TEST(ReforecastTable, renews_the_weights_of_readings) {
  const std::string english = reforecast_table(sample(), Language::en);
  EXPECT_THAT(line_of(english, "closing"),
              AllOf(HasSubstr("70%"), HasSubstr("90%"), HasSubstr("205.00"), HasSubstr("1,826.00")));
  EXPECT_THAT(line_of(reforecast_table(sample(), Language::zh), "年初数"), AllOf(HasSubstr("30%"), HasSubstr("10%")));
  ReforecastResult unnamed = sample();
  unnamed.readings[0].answers[0].name_en.clear();
  EXPECT_THAT(reforecast_table(unnamed, Language::en), HasSubstr("年末数")) << "the Chinese where there is no English";
  unnamed.readings.clear();
  EXPECT_THAT(reforecast_table(unnamed, Language::en), Not(HasSubstr("readings of the source")));
}

TEST(ReforecastTable, begins_with_findings_and_ends_with_what_is_to_be_asked_for) {
  ReforecastResult result = sample();
  result.findings = {{"late", Severity::note, Message::verbatim("paid.csv"), Message::verbatim("二月晚了")}};
  const std::string text = reforecast_table(result, Language::zh);
  EXPECT_THAT(text, HasSubstr("paid.csv：二月晚了\n"));
  EXPECT_LT(text.find("二月晚了"), text.find("[ 全年预计与预算 ]")) << "before every figure that rests on it";
  EXPECT_LT(text.find("二月晚了"), text.find("2024-03-15"));
}

TEST(ReforecastProgramme, is_locked_where_it_is_given_known_and_past) {
  ReforecastProgramme one = pension();
  EXPECT_TRUE(one.locked(Month(2024, 2), Month(2024, 2)));
  EXPECT_FALSE(one.locked(Month(2024, 3), Month(2024, 2)));
  one.open = {Month(2024, 1)};
  EXPECT_FALSE(one.locked(Month(2024, 1), Month(2024, 2)));
  EXPECT_FALSE(award().locked(Month(2024, 1), Month(2024, 2)));
}

TEST(ReforecastCsv, has_a_row_for_each_programme_and_month) {
  const std::string csv = reforecast_csv(sample());
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 2 * 12);
  EXPECT_THAT(csv, HasSubstr("pension,养老金,2024-02,1,1030000.00,5000\r\n"));
  EXPECT_THAT(csv, HasSubstr("pension,养老金,2024-03,0,1020000.00,5000\r\n"));
  EXPECT_THAT(csv, HasSubstr("award,奖励,2024-01,0,0.00,0\r\n"));
}

std::string document() { return reforecast_json(sample(), DoubtedManifest{}, "disburse reforecast"); }

TEST(ReforecastJson, says_fen_ratios_and_what_is_locked) {
  const Json read = Json::parse(document());
  EXPECT_EQ(read.at("schema"), "disburse/reforecast/1");
  EXPECT_EQ(read.at("locked_to"), "2024-02");
  EXPECT_TRUE(read.at("total").at("code").is_null());
  EXPECT_EQ(read.at("total").at("left_fen"), 1'616'000'000);
  const Json& one = read.at("programmes").at(0);
  EXPECT_EQ(one.at("estimate_fen"), 1'224'000'000);
  EXPECT_EQ(one.at("variance").at("volume_fen"), 3'000'000);
  EXPECT_EQ(one.at("credibility"), 0.75);
  EXPECT_EQ(one.at("months").at(1).at("locked"), true);
  EXPECT_EQ(one.at("months").at(2).at("locked"), false);
  EXPECT_EQ(read.at("readings").at(0).at("answers").at(1).at("weight_after"), 0.1);
}

TEST(ReforecastJson, is_read_back_to_the_same_bytes) {
  const Manifested<ReforecastResult> read = reforecast_from_json(Json::parse(document()));
  EXPECT_EQ(read.command, "disburse reforecast");
  EXPECT_EQ(reforecast_json(read.result, read.manifest, read.command), document());
}

TEST(ReforecastJson, keeps_the_months_that_are_not_known) {
  ReforecastResult result = sample();
  result.programmes[0].open = {Month(2024, 1)};
  const Json written = Json::parse(reforecast_json(result, DoubtedManifest{}, ""));
  EXPECT_EQ(written.at("programmes").at(0).at("months").at(0).at("locked"), false);
  EXPECT_EQ(reforecast_from_json(written).result.programmes[0].open, std::vector<Month>{Month(2024, 1)});
}

TEST(ReforecastJson, without_a_band_says_null) {
  ReforecastResult result = sample();
  result.total.band = {};
  result.total.over.reset();
  const Json written = Json::parse(reforecast_json(result, DoubtedManifest{}, ""));
  EXPECT_TRUE(written.at("total").at("p10_fen").is_null());
  EXPECT_TRUE(written.at("total").at("probability_over_budget").is_null());
  EXPECT_FALSE(reforecast_from_json(written).result.total.band.low);
}

TEST(ReforecastJson, that_lacks_a_key_is_refused) {
  for (const char* key : {"scenario", "fiscal_year", "actuals", "locked_to", "lines", "total", "programmes", "paid_fen",
                          "readings", "payers", "cash", "findings", "manifest"}) {
    Json lacking = Json::parse(document());
    lacking.erase(key);
    EXPECT_ANY_THROW(reforecast_from_json(lacking)) << key;
  }
  Json no_month = Json::parse(document());
  no_month["locked_to"] = "February";
  EXPECT_THROW(reforecast_from_json(no_month), UnsoundDocument);
}

BacktestResult backtest() {
  BacktestResult result;
  result.scenario = "sample";
  result.paths = 20;
  result.scores = {{"reforecast", Month(2024, 3), wan(1), wan(4), 0.0025},
                   {"run_rate", Month(2024, 3), wan(-90), wan(90), 0.05},
                   {"plan", Month(2024, 6), wan(0), wan(12), 0.0075}};
  return result;
}

TEST(BacktestTable, names_the_methods_in_the_readers_language) {
  const std::string chinese = backtest_table(backtest(), Language::zh);
  EXPECT_THAT(chinese, AllOf(HasSubstr("年中再预测"), HasSubstr("按进度外推"), HasSubstr("年初测算不变")));
  const std::string english = backtest_table(backtest(), Language::en);
  EXPECT_THAT(english, AllOf(HasSubstr("re-forecast"), HasSubstr("run-rate"), HasSubstr("the plan itself"),
                             HasSubstr("20 years under drawn assumptions")));
  EXPECT_THAT(english, AllOf(HasSubstr("-90.00"), HasSubstr("5.00%"), HasSubstr("0.25%")));
}

TEST(BacktestJson, has_a_score_for_each_method_and_month) {
  const Json read = Json::parse(backtest_json(backtest(), DoubtedManifest{}));
  EXPECT_EQ(read.at("schema"), "disburse/backtest/1");
  ASSERT_EQ(read.at("scores").size(), 3U);
  EXPECT_EQ(read.at("scores").at(1).at("bias_fen"), -90'000'000);
  EXPECT_EQ(read.at("scores").at(2).at("locked_to"), "2024-06");
  EXPECT_EQ(read.at("scores").at(0).at("relative"), 0.0025);
}

}  // namespace
}  // namespace disburse
