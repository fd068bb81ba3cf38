// The folder of a report: which files stand in it, that its manifest names them, and what a command says of it.
#include "engine/app/reporting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/base/digest.hpp"
#include "support/program.hpp"
#include "tests/outputs/sample_result.hpp"
#include "tests/outputs/sample_study.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

ReportContent content() {
  ReportContent made;
  made.title = "待遇发放测算报告";
  made.verdict = "2024 年将超支 634.00 万元。";
  Exhibit exhibit;
  exhibit.id = "lines";
  exhibit.title = "科目";
  exhibit.unit = "万元";
  exhibit.columns = {name_column("科目"), money_column("预计")};
  exhibit.add({"其他", Money::yuan(66'000'000)});
  made.exhibits = {exhibit};
  return made;
}

/// A folder "report" with the content's files and one paper.
void write_to(const ScratchFolder& folder, Language language = Language::zh) {
  Publication files;
  write_report(content(), {{"测算说明.docx", "a paper"}}, files.at(folder.path() / "report"), language);
  files.commit();
}

TEST(Reporting, writes_one_folder_with_every_form_of_the_exhibits) {
  const ScratchFolder folder;
  write_to(folder);
  EXPECT_EQ(folder.listing(),
            "report\nreport/exhibits.json\nreport/lines.csv\nreport/manifest.json\nreport/report.html\n"
            "report/report.md\nreport/report.xlsx\nreport/测算说明.docx\n");
  EXPECT_THAT(folder.read("report/lines.csv"), HasSubstr("其他,6600\r\n"));
  EXPECT_THAT(folder.read("report/report.md"), HasSubstr("**2024 年将超支 634.00 万元。**"));
  EXPECT_THAT(folder.read("report/report.html"), HasSubstr("待遇发放测算报告"));
  EXPECT_EQ(folder.read("report/测算说明.docx"), "a paper");
  EXPECT_EQ(folder.read("report/report.xlsx").substr(0, 2), "PK");
}

TEST(Reporting, its_manifest_names_every_file_by_its_digest) {
  const ScratchFolder folder;
  write_to(folder);
  const json manifest = json::parse(folder.read("report/manifest.json"));
  const std::string text = manifest.dump();
  for (const char* file : {"report.html", "lines.csv", "exhibits.json", "report.md", "report.xlsx", "测算说明.docx"}) {
    EXPECT_THAT(text, HasSubstr(file));
    EXPECT_THAT(text, HasSubstr(sha256_hex(folder.read(std::string("report/") + file)))) << file;
  }
  EXPECT_THAT(text, Not(HasSubstr("\"manifest.json\"")));
}

/// The workbook has the language of its reader, too.
TEST(Reporting, writes_the_page_in_the_language_asked_for) {
  const ScratchFolder chinese;
  write_to(chinese);
  const ScratchFolder english;
  write_to(english, Language::en);
  EXPECT_THAT(chinese.read("report/report.html"), HasSubstr("lang=\"zh"));
  EXPECT_THAT(english.read("report/report.html"), HasSubstr("lang=\"en"));
}

TEST(Reporting, names_the_papers_as_offices_do) {
  const NamedFile note = calculation_paper(::disburse::testing::sample_result(), {});
  EXPECT_EQ(note.name, "测算说明.docx");
  EXPECT_EQ(note.bytes.substr(0, 2), "PK");
  const NamedFile paper = study_paper(::disburse::testing::sample_study(), DoubtedManifest{}, nullptr);
  EXPECT_EQ(paper.name, "敏感性分析报告.docx");
  EXPECT_EQ(paper.bytes.substr(0, 2), "PK");
}

TEST(Reporting, says_where_the_report_stands_and_how_it_is_made_again) {
  EXPECT_EQ(report_stands("r", Language::zh), "报告已写入 r/report.html\n");
  EXPECT_EQ(report_stands("r", Language::en), "the report stands in r/report.html\n");
  EXPECT_EQ(report_command("disburse run", Language::zh), "disburse run --report 报告");
  EXPECT_EQ(report_command("disburse run", Language::en), "disburse run --lang en --report report");
}

TEST(Reporting, knows_the_program_alone_of_a_folder_without_a_run) {
  const Manifest manifest = program_manifest();
  EXPECT_FALSE(manifest.version.empty());
  EXPECT_FALSE(manifest.commit.empty());
  EXPECT_EQ(manifest.scenario_digest, "");
  EXPECT_EQ(manifest.replicates, 0);
}

}  // namespace
}  // namespace disburse
