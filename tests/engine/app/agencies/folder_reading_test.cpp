// Every file of an agency's folder is read as the commands read it: what `check -A` passes is refused by none.
#include "engine/app/agencies/folder_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

constexpr const char* data = "DISBURSE_DATA=.";
const std::string town = "scenarios/agencies/qingshi/";

class FolderReading : public testing::Test {
 protected:
  FolderReading() { copy_data(folder_); }
  Ran checked() const { return folder_.run("check -A qingshi --lang en", data); }
  ScratchFolder folder_;
};

TEST_F(FolderReading, a_shipped_agency_passes) {
  const Ran ran = checked();
  EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
}

TEST_F(FolderReading, garbage_in_any_file_that_is_read_is_refused_with_its_name) {
  const std::vector<std::string> files{"budgets/2025.toml",   "budgets/2031.toml",   "budgets/versions/a.toml",
                                       "roster.toml",         "rosters/other.toml",  "programmes/handling.toml",
                                       "programmes/new.toml", "common/outlook.toml", "payers.toml",
                                       "bounds.toml",         "scenarios/base.toml", "scenarios/another.toml",
                                       "layout.toml",         "forms.toml",          "calendar.toml",
                                       "unknowns.toml",       "outturns.csv",        "actuals/2025-08.csv",
                                       "tables/cl2010.csv"};
  for (const std::string& name : files) {
    const std::filesystem::path path = folder_.path() / (town + name);
    const bool there = std::filesystem::exists(path);
    const std::string before = there ? folder_.read(town + name) : "";
    std::filesystem::create_directories(path.parent_path());
    folder_.write(town + name, "\x01 = = garbage [\n");
    const Ran ran = checked();
    EXPECT_EQ(ran.exit_code, 4) << name << "\n" << ran.out << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(std::filesystem::path(name).filename().string())) << name;
    if (there) {
      folder_.write(town + name, before);
    } else {
      std::filesystem::remove(path);
    }
  }
}

TEST_F(FolderReading, what_is_wrong_with_several_files_is_said_at_once) {
  spoil(folder_, town + "scenarios/allowance-60.toml", "reason", "raeson");
  spoil(folder_, town + "calendar.toml", "rule", "rlue");
  spoil(folder_, town + "agency.toml", "annuity_funding", "annuity_fundign");
  const Ran ran = checked();
  EXPECT_EQ(ran.exit_code, 4);
  EXPECT_THAT(ran.err, HasSubstr("Did you mean annuity_funding?"));
  // The law cannot be read until then; what needs it comes next.
  spoil(folder_, town + "agency.toml", "annuity_fundign", "annuity_funding");
  const Ran next = checked();
  EXPECT_THAT(next.err, HasSubstr("allowance-60"));
  EXPECT_THAT(next.err, HasSubstr("rlue"));
}

TEST_F(FolderReading, shares_that_leave_less_than_nothing_are_refused_before_a_run_is) {
  spoil(folder_, town + "programmes/old_age_allowance.toml", "maximum = \"1\"", "maximum = \"2\"");
  spoil(folder_, town + "programmes/old_age_allowance.toml", "value = \"0.4\"", "value = \"1.2\"");
  folder_.write(town + "bounds.toml",
                "schema = \"disburse/bounds/1\"\n[beyond]\n\"old_age_allowance.league_share\" = \"试\"\n");
  EXPECT_EQ(folder_.run("run -A qingshi", data).exit_code, 4);
  const Ran ran = checked();
  EXPECT_EQ(ran.exit_code, 4);
  EXPECT_THAT(ran.err, HasSubstr("sum to 1.2"));
}

TEST_F(FolderReading, a_file_that_nothing_reads_is_a_warning_with_the_name_that_is_meant) {
  folder_.write(town + "calender.toml", "schema = \"disburse/pay-calendar/1\"\nrule = \"x\"\n");
  folder_.write(town + "notes.md", "# 记录\n");
  const Ran ran = checked();
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("calendar.toml"));
  EXPECT_THAT(ran.out, testing::Not(HasSubstr("notes.md")));
}

}  // namespace
}  // namespace disburse
