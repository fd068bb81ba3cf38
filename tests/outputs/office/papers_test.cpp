// The report's folder: the two papers, the workbook, and the numbers behind every exhibit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>

#include "engine/support/files.hpp"
#include "engine/support/publication.hpp"
#include "outputs/office/calculation_note.hpp"
#include "outputs/office/docx_text.hpp"
#include "outputs/office/exhibit_workbook.hpp"
#include "outputs/office/sensitivity_paper.hpp"
#include "outputs/planning/study.hpp"
#include "outputs/report/contents.hpp"
#include "outputs/report/tables.hpp"
#include "outputs/run/run_json.hpp"
#include "outputs/what_if/comparison.hpp"
#include "support/city.hpp"
#include "support/program.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

struct Documents {
  RunResult run;
  Manifested<StudyResult> study;
  ComparisonResult compare;
};

const Documents& documents() {
  static const Documents made = [] {
    const ScratchFolder folder;
    return Documents{
        run_from_json(
            Json::parse(folder.run("run --format json --mode stochastic --replicates 400 --assumptions 20").out)),
        study_from_json(Json::parse(folder.run("sensitivity --method full --samples 64 --format json").out)),
        comparison_from_json(Json::parse(folder.run("compare zhongwei-2024 award-660 --format json").out))};
  }();
  return made;
}

const ReportTerms chinese{Language::zh, {"disburse run"}};

std::string study_docx(const RunResult* run) {
  return sensitivity_paper(documents().study.result, documents().study.manifest, run);
}

TEST(Papers, no_sentence_stands_without_a_number) {
  for (const std::string& docx : {calculation_note(documents().run), study_docx(&documents().run)}) {
    const std::vector<std::string> paragraphs = paragraphs_of(docx);
    ASSERT_GT(paragraphs.size(), 8u);
    for (const std::string& words : paragraphs)
      EXPECT_NE(words.find_first_of("0123456789"), std::string::npos) << words;
  }
}

TEST(Papers, hold_no_word_of_the_command_line_and_number_their_pages) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("budget --year 2025 --out draft --quiet").exit_code, 0);
  const std::string narrative = folder.read("draft/2025年部门预算（草案）情况说明.docx");
  for (const std::string& docx :
       {calculation_note(documents().run), study_docx(&documents().run), study_docx(nullptr), narrative}) {
    const TestWorkbook file(docx);
    EXPECT_FALSE(std::regex_search(archive_part(file.file(), "word/document.xml"), std::regex(">[^<]*--[a-z]")));
    EXPECT_THAT(archive_part(file.file(), "word/footer1.xml"), HasSubstr(" PAGE "));
    EXPECT_THAT(archive_part(file.file(), "word/document.xml"), HasSubstr("w:footerReference"));
  }
  const TestWorkbook tables(folder.read("draft/2025年部门预算（草案）.xlsx"));
  EXPECT_FALSE(std::regex_search(archive_part(tables.file(), "xl/sharedStrings.xml"), std::regex(">[^<]*--[a-z]")));
}

TEST(Papers, say_the_runs_figures) {
  std::string note;
  for (const std::string& words : paragraphs_of(calculation_note(documents().run))) note += words + "\n";
  EXPECT_THAT(note, HasSubstr("2024 年预计支出 37,323.12 万元"));
  EXPECT_THAT(note, HasSubstr("差异 -32.41 万元"));
  EXPECT_THAT(note, HasSubstr("企业职工：期初 52,964.0 人"));
  std::string paper;
  for (const std::string& words : paragraphs_of(study_docx(nullptr))) paper += words + "\n";
  const StudyResult& study = documents().study.result;
  const auto idle =
      std::count_if(study.tornado.begin(), study.tornado.end(), [](const TornadoBar& bar) { return bar.dead; });
  EXPECT_THAT(paper,
              HasSubstr("的测算数 37,323.12 万元，在 " + std::to_string(study.inputs.size()) + " 项不确定假定下"));
  EXPECT_THAT(paper, HasSubstr("有 " + std::to_string(idle) + " 项假定不影响该结果"));
}

TEST(ExhibitWorkbook, holds_every_exhibit_with_numbers_and_native_charts) {
  const ReportContent content = run_content(documents().run, {{documents().study.result}, {}}, chinese);
  const ScratchFolder scratch;
  const TestWorkbook file(exhibit_workbook(scratch.path(), content, Language::zh));
  std::size_t charts = 0;
  std::size_t drawn = 0;
  for (const Exhibit& exhibit : content.exhibits) {
    if (exhibit.chart && exhibit.chart->kind != ChartKind::heatmap) ++drawn;
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
  const ReportContent content = comparison_content(documents().compare, chinese);
  ASSERT_GE(content.exhibits.size(), 3u);
  EXPECT_EQ(content.exhibits[0].rows.size(), 1u);
  EXPECT_THAT(content.exhibits[1].note, HasSubstr("逐格未变："));
  const Exhibit& programmes = content.exhibits[1];
  EXPECT_EQ(cell_text(programmes.columns[3], programmes.rows.back()[3]),
            "+" + wan_text(documents().compare.variants[0].total.difference()));
}

/// The data behind every exhibit of the main job and its study, but for what names the program's version.
TEST(Report, the_exhibits_data_are_the_golden_ones) {
  const ScratchFolder folder;
  const RunResult run = run_from_json(Json::parse(folder.run("run --format json").out));
  const StudyResult study = study_from_json(Json::parse(folder.run("sensitivity --format json").out)).result;
  ReportContent content = run_content(run, {{study}, {}}, chinese);
  content.exhibits.pop_back();
  const std::filesystem::path golden = source_dir() / "tests" / "golden" / "report-zhongwei-2024.md";
  const std::string text = report_markdown(content);
  if (std::getenv("DISBURSE_UPDATE_GOLDEN") != nullptr) publish_file(golden, text);
  EXPECT_EQ(text, read_file(golden, 1u << 20));
}

}  // namespace
}  // namespace disburse
