// The report's folder: the two papers, the workbook, and the numbers behind every exhibit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>

#include "engine/support/files.hpp"
#include "outputs/office/calculation_note.hpp"
#include "outputs/office/exhibit_workbook.hpp"
#include "outputs/office/sensitivity_paper.hpp"
#include "outputs/report/contents.hpp"
#include "outputs/report/tables.hpp"
#include "support/city.hpp"
#include "support/program.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

struct Documents {
  Json run, study, compare;
};

const Documents& documents() {
  static const Documents made = [] {
    const ScratchFolder folder;
    return Documents{
        Json::parse(folder.run("run --format json --mode stochastic --replicates 400 --assumptions 20").out),
        Json::parse(folder.run("sensitivity --method full --samples 64 --format json").out),
        Json::parse(folder.run("compare zhongwei-2024 award-660 --format json").out)};
  }();
  return made;
}

/// Body paragraphs (仿宋) of a docx.
std::vector<std::string> paragraphs_of(const std::string& docx) {
  const TestWorkbook file(docx);
  const std::string xml = archive_part(file.file(), "word/document.xml");
  static const std::regex paragraph("<w:p>.*?</w:p>");
  static const std::regex text("<w:t[^>]*>([^<]*)</w:t>");
  std::vector<std::string> found;
  for (std::sregex_iterator at(xml.begin(), xml.end(), paragraph), end; at != end; ++at) {
    const std::string one = at->str();
    if (one.find("仿宋") == std::string::npos) continue;
    std::string words;
    for (std::sregex_iterator t(one.begin(), one.end(), text); t != end; ++t) words += (*t)[1].str();
    found.push_back(words);
  }
  return found;
}

TEST(Papers, no_sentence_stands_without_a_number) {
  for (const std::string& docx :
       {calculation_note(documents().run), sensitivity_paper(documents().study, &documents().run)}) {
    const std::vector<std::string> paragraphs = paragraphs_of(docx);
    ASSERT_GT(paragraphs.size(), 8u);
    for (const std::string& words : paragraphs)
      EXPECT_NE(words.find_first_of("0123456789"), std::string::npos) << words;
  }
}

TEST(Papers, say_the_runs_figures) {
  std::string note;
  for (const std::string& words : paragraphs_of(calculation_note(documents().run))) note += words + "\n";
  EXPECT_THAT(note, HasSubstr("2024 年预计支出 37,151.89 万元"));
  EXPECT_THAT(note, HasSubstr("差异 -203.64 万元"));
  EXPECT_THAT(note, HasSubstr("企业职工：期初 52,964.0 人"));
  std::string paper;
  for (const std::string& words : paragraphs_of(sensitivity_paper(documents().study, nullptr))) paper += words + "\n";
  EXPECT_THAT(paper, HasSubstr("的测算数 37,151.89 万元，在 15 项不确定假定下"));
  EXPECT_THAT(paper, HasSubstr("有 10 项假定不影响该结果"));
}

TEST(ExhibitWorkbook, holds_every_exhibit_with_numbers_and_native_charts) {
  const ReportContent content = report_content(documents().run, {documents().study}, Language::zh);
  const TestWorkbook file(exhibit_workbook(content, Language::zh));
  std::size_t charts = 0;
  std::size_t drawn = 0;
  for (const Exhibit& exhibit : content.exhibits) {
    if (!exhibit.chart.is_null() && exhibit.chart.at("kind") != "heatmap") ++drawn;
  }
  while (!archive_part(file.file(), "xl/charts/chart" + std::to_string(charts + 1) + ".xml").empty()) ++charts;
  EXPECT_EQ(charts, drawn);
  EXPECT_GE(charts, 14u);
  // The third row on the programmes' sheet is the head, the fifth the award, its budget a number.
  const std::string sheet = archive_part(file.file(), "xl/worksheets/sheet2.xml");
  EXPECT_THAT(sheet, HasSubstr("<v>6078</v>"));
  EXPECT_THAT(sheet, HasSubstr("<v>6540.67</v>"));
  EXPECT_EQ(sheet.find("<f>"), std::string::npos) << "no text becomes a formula";
}

TEST(Report, of_a_comparison_names_changes_and_what_stayed) {
  const ReportContent content = report_content(documents().compare, {}, Language::zh);
  ASSERT_GE(content.exhibits.size(), 3u);
  EXPECT_EQ(content.exhibits[0].rows.size(), 1u);
  EXPECT_THAT(content.exhibits[1].note, HasSubstr("逐格未变："));
  const Json& total = documents().compare.at("variants").at(0).at("total");
  EXPECT_EQ(content.exhibits[1].rows.back()[3],
            "+" + wan_text(Money::fen(total.at("difference_fen").get<std::int64_t>())));
}

/// The data behind every exhibit of the main job and its study, but for what names the program's version.
TEST(Report, the_exhibits_data_are_the_golden_ones) {
  const ScratchFolder folder;
  const Json run = Json::parse(folder.run("run --format json").out);
  const Json study = Json::parse(folder.run("sensitivity --format json").out);
  ReportContent content = report_content(run, {study}, Language::zh);
  content.exhibits.pop_back();
  const std::filesystem::path golden = source_dir() / "tests" / "golden" / "report-zhongwei-2024.md";
  const std::string text = report_markdown(content);
  if (std::getenv("DISBURSE_UPDATE_GOLDEN") != nullptr) publish_file(golden, text);
  EXPECT_EQ(text, read_file(golden, 1u << 20));
}

}  // namespace
}  // namespace disburse
