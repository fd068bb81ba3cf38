// The report's page: every number from the run, nothing from outside, no text that becomes code.
#include "outputs/report/page.hpp"

#include "outputs/report/contents.hpp"
#include "outputs/run/run_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/support/files.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

const ReportTerms chinese{Language::zh, {"disburse run"}};

RunResult run_of(const std::string& more = "") {
  const ScratchFolder folder;
  return run_from_json(Json::parse(folder.run("run --format json " + more).out));
}

const Exhibit& exhibit(const ReportContent& content, const std::string& id) {
  for (const Exhibit& one : content.exhibits) {
    if (one.id == id) return one;
  }
  throw std::runtime_error("no exhibit " + id);
}

TEST(Report, shows_the_runs_numbers) {
  const RunResult run = run_of("--mode stochastic --replicates 200 --assumptions 10");
  const ReportContent content = run_content(run, {}, chinese);
  ASSERT_EQ(content.headlines.size(), 4u);
  EXPECT_EQ(content.headlines[0].text(), "37,355.53");
  EXPECT_EQ(content.headlines[1].text(), "37,323.12");
  EXPECT_EQ(content.headlines[2].text(), "-32.41");
  const Exhibit& programmes = exhibit(content, "programmes");
  ASSERT_EQ(programmes.rows.size(), run.programmes.size());
  EXPECT_EQ(cell_text(programmes.columns[3], programmes.rows[1][3]), "6,540.67");
  EXPECT_EQ(programmes.chart->series[1].values[1], 6540.67);
  // The waterfall ends where it must: budget and all steps are the projection.
  const Chart& chart = *exhibit(content, "waterfall").chart;
  const std::vector<double>& steps = chart.steps;
  double level = 0.0;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) level += steps[i];
  EXPECT_NEAR(level, steps.back(), 0.06);
  // Every bar between the ends begins where the one before it ended, above or below.
  const auto bar = [&](std::size_t series, std::size_t i) { return chart.series[series].values[i].value_or(0.0); };
  double reached = bar(1, 0);
  for (std::size_t i = 1; i + 1 < steps.size(); ++i) {
    EXPECT_NEAR(bar(0, i) + (steps[i] > 0.0 ? 0.0 : bar(3, i)), reached, 0.01) << i;
    reached = bar(0, i) + bar(2, i);
    EXPECT_GE(bar(0, i), chart.minimum.value_or(0.0));
  }
  // Bands of December are those of the year.
  const Exhibit& fan = exhibit(content, "fan");
  ASSERT_EQ(fan.rows.size(), 12u);
  // The chart shows the year against its budget: December's median less 37,355.53.
  const Series& median = fan.chart->series.back();
  const Money december = std::get<Money>(fan.rows.back()[3].value);
  EXPECT_NEAR(median.values.back().value_or(0.0), chart_wan(december) - 37355.53, 0.02);
  EXPECT_EQ(fan.chart->mark->value, 0.0);
  EXPECT_EQ(exhibit(content, "caseload").chart->kind, ChartKind::grouped);
  double persons = 0.0;
  for (const std::optional<double>& value : exhibit(content, "ages-enterprise").chart->series[1].values)
    persons += value.value_or(0.0);
  EXPECT_NEAR(persons, 0.52 * 52964, 30) << "women of the opening stock";
}

TEST(Report, says_what_it_has_not) {
  const ReportContent content = run_content(run_of(), {}, chinese);
  EXPECT_THAT(content.exhibits.back().note, HasSubstr("本报告没有：风险"));
}

TEST(Report, is_one_file_that_loads_and_runs_nothing_else) {
  RunResult run = run_of();
  run.programmes[0].name = "</script><img src=x onerror=alert(1)>";
  const ReportContent content = run_content(run, {}, chinese);
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

TEST(Report, without_the_charts_bundle_is_a_page_of_tables) {
  const std::string page = report_page(run_content(run_of(), {}, chinese), "", "body{}", Language::zh);
  EXPECT_THAT(page, HasSubstr("script-src &#39;none&#39;"));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("<details")));
  EXPECT_THAT(page, HasSubstr("37,323.12"));
}

TEST(Report, two_runs_stand_side_by_side_with_their_differences_marked) {
  const ReportContent content = side_by_side_content(run_of(), run_of("award-660"), chinese);
  const Exhibit& programmes = exhibit(content, "programmes");
  int marked = 0;
  for (const auto& row : programmes.rows) marked += row[3].differs ? 1 : 0;
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
    const Ran ran = folder.run(words + " --lang en");
    EXPECT_EQ(ran.exit_code, 2) << words;
    EXPECT_THAT(ran.err, HasSubstr(says));
  }
}

}  // namespace
}  // namespace disburse
