// What a check found: by file, errors first, counted; as text and as JSON.
#include "outputs/checks/check_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<CheckedFile> files() {
  return {{"a.toml",
           {{"minor", Severity::note, "line 1"_m, "a note"_m},
            {"wrong", Severity::error, "line 2"_m, "an error"_m},
            {"odd", Severity::warning, "line 3"_m, "a warning"_m},
            {"wrong", Severity::error, "line 4"_m, "another error"_m}}},
          {"b.toml", {}}};
}

TEST(CheckTable, tells_errors_before_warnings_before_notes_and_counts_them) {
  const std::string table = check_table(files(), Language::en, false);
  EXPECT_LT(table.find("an error"), table.find("another error"));
  EXPECT_LT(table.find("another error"), table.find("a warning"));
  EXPECT_LT(table.find("a warning"), table.find("a note"));
  EXPECT_THAT(table, HasSubstr("line 2  [wrong]"));
  EXPECT_THAT(table.substr(table.find("b.toml")), HasSubstr("nothing found"));
  const std::string counts = table.substr(table.find("In all: "));
  EXPECT_THAT(counts, testing::MatchesRegex("In all: [a-z]+ 2, [a-z]+ 1, [a-z]+ 1\n"));
}

TEST(CheckTable, shows_colours_only_where_they_are_wanted_and_no_escapes_out_of_a_file) {
  std::vector<CheckedFile> coloured = files();
  coloured[0].findings[1].where = Message::verbatim("line\x1b[2J 2");
  EXPECT_THAT(check_table(coloured, Language::en, false), Not(HasSubstr("\x1b")));
  EXPECT_THAT(check_table(coloured, Language::en, true), testing::AllOf(HasSubstr("\x1b["), Not(HasSubstr("\x1b[2J"))));
}

TEST(CheckJson, names_each_findings_file_and_has_no_scenario_where_none_was_used) {
  const auto document = nlohmann::json::parse(check_json(files(), "", Manifest{}, Language::en));
  EXPECT_EQ(document.at("schema"), "disburse/check/1");
  EXPECT_TRUE(document.at("scenario").is_null());
  EXPECT_EQ(document.at("counts").at("error"), 2);
  EXPECT_EQ(document.at("counts").at("warning"), 1);
  EXPECT_EQ(document.at("counts").at("note"), 1);
  EXPECT_EQ(document.at("files").size(), 2U);
  ASSERT_EQ(document.at("findings").size(), 4U);
  for (const auto& finding : document.at("findings")) EXPECT_EQ(finding.at("file"), "a.toml");
  EXPECT_EQ(nlohmann::json::parse(check_json({}, "base", Manifest{})).at("scenario"), "base");
}

}  // namespace
}  // namespace disburse
