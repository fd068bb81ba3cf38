// The report's page: every number from the run, nothing from outside, no text that becomes code.
#include "outputs/report/page.hpp"

#include "outputs/report/contents.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/support/files.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

Json run_json(const std::string& more = "") {
  const ScratchFolder folder;
  return Json::parse(folder.run("run --format json " + more).out);
}

const Exhibit& exhibit(const ReportContent& content, const std::string& id) {
  for (const Exhibit& one : content.exhibits) {
    if (one.id == id) return one;
  }
  throw std::runtime_error("no exhibit " + id);
}

TEST(Report, shows_the_runs_numbers) {
  const Json run = run_json("--mode stochastic --replicates 200 --assumptions 10");
  const ReportContent content = report_content(run, {}, Language::zh);
  ASSERT_EQ(content.headlines.size(), 4u);
  EXPECT_EQ(content.headlines[0].value, "37,355.53");
  EXPECT_EQ(content.headlines[1].value, "37,151.89");
  EXPECT_EQ(content.headlines[2].value, "-203.64");
  const Exhibit& programmes = exhibit(content, "programmes");
  ASSERT_EQ(programmes.rows.size(), run.at("programmes").size());
  EXPECT_EQ(programmes.rows[1][3], "6,540.67");
  EXPECT_EQ(programmes.chart.at("series").at(1).at("values").at(1), 6540.67);
  // The waterfall ends where it must: budget and all steps are the projection.
  const Json& chart = exhibit(content, "waterfall").chart;
  const Json& steps = chart.at("steps");
  double level = 0.0;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) level += steps.at(i).get<double>();
  EXPECT_NEAR(level, steps.back().get<double>(), 0.06);
  // Every bar between the ends begins where the one before it ended, above or below.
  const auto bar = [&](std::size_t series, std::size_t i) {
    const Json& value = chart.at("series").at(series).at("values").at(i);
    return value.is_number() ? value.get<double>() : 0.0;
  };
  double reached = bar(1, 0);
  for (std::size_t i = 1; i + 1 < steps.size(); ++i) {
    EXPECT_NEAR(bar(0, i) + (steps.at(i) > 0.0 ? 0.0 : bar(3, i)), reached, 0.01) << i;
    reached = bar(0, i) + bar(2, i);
    EXPECT_GE(bar(0, i), chart.at("minimum").get<double>());
  }
  // Bands of December are those of the year.
  const Exhibit& fan = exhibit(content, "fan");
  ASSERT_EQ(fan.rows.size(), 12u);
  double persons = 0.0;
  for (const Json& value : exhibit(content, "ages-enterprise").chart.at("series").at(1).at("values"))
    persons += value.get<double>();
  EXPECT_NEAR(persons, 0.52 * 52964, 30) << "women of the opening stock";
}

TEST(Report, says_what_it_has_not) {
  const ReportContent content = report_content(run_json(), {}, Language::zh);
  EXPECT_THAT(content.exhibits.back().note, HasSubstr("本报告没有：风险"));
}

TEST(Report, is_one_file_that_loads_and_runs_nothing_else) {
  Json run = run_json();
  run["programmes"][0]["name"] = "</script><img src=x onerror=alert(1)>";
  const ReportContent content = report_content(run, {}, Language::zh);
  const std::string page = report_page(content, "draw()", "body{}", Language::zh);
  EXPECT_THAT(page, HasSubstr("default-src &#39;none&#39;"));
  // printf 'draw()' | openssl dgst -sha256 -binary | base64
  EXPECT_THAT(page, HasSubstr("sha256-jm3FkV4tNIdBUr8jRVVl5n9PUixlaxTWD0pdpFiSH5A="));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, Not(HasSubstr("src=\"")));
  EXPECT_THAT(page, Not(HasSubstr("<link")));
  EXPECT_THAT(page, Not(HasSubstr("http://")));
  EXPECT_THAT(page, Not(HasSubstr("https://")));
  EXPECT_THAT(page, HasSubstr("&lt;/script&gt;&lt;img src=x")) << "as text";
}

TEST(Report, two_runs_stand_side_by_side_with_their_differences_marked) {
  const ReportContent content = side_by_side_content(run_json(), run_json("award-660"), Language::zh);
  const Exhibit& programmes = exhibit(content, "programmes");
  int marked = 0;
  for (const auto& row : programmes.rows) marked += row[3].empty() ? 0 : 1;
  EXPECT_EQ(marked, 1) << "the award alone differs";
}

TEST(ReportCommand, refuses_what_is_no_run) {
  const ScratchFolder folder;
  folder.write("a.json", "{\"schema\": \"disburse/run/9\"}");
  folder.write("b.json", "{ broken");
  for (const auto& [words, says] :
       std::vector<std::pair<std::string, std::string>>{{"report a.json --out r", "is disburse/run/9"},
                                                        {"report b.json --out r", "is no sound JSON"},
                                                        {"report missing --out r", "holds no run.json"},
                                                        {"report a.json", "no folder is named"},
                                                        {"report --compare a.json --out r", "1 runs are named"}}) {
    const Ran ran = folder.run(words);
    EXPECT_EQ(ran.exit_code, 2) << words;
    EXPECT_THAT(ran.err, HasSubstr(says));
  }
}

}  // namespace
}  // namespace disburse
