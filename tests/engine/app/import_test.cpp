// An office's files go in, a roster that names nobody comes out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>
#include <set>

#include "engine/storage/roster_file.hpp"
#include "engine/support/csv_reader.hpp"
#include "engine/support/text_encoding.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// "file,row,rule" of every line of a CSV, by the columns' places.
std::set<std::string> lines_of(const std::string& csv, std::size_t file, std::size_t row, std::size_t rule) {
  const std::string text = decode(csv).text;
  CsvReader reader(text, ',');
  std::vector<std::string_view> fields;
  std::set<std::string> lines;
  reader.next(fields);
  while (reader.next(fields)) {
    const std::string_view name = fields[file].substr(0, fields[file].find('['));
    lines.insert(std::string(name) + "," + std::string(fields[row]) + "," + std::string(fields[rule]));
  }
  return lines;
}

constexpr const char* three = " office/机关事业.xlsx office/企业职工.csv office/城乡居民.csv ";

TEST(Import, a_sound_office_gives_the_main_jobs_result) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("synthesize --as-office office").exit_code, 0);
  const Ran imported = folder.run(std::string("import") + three + "--out roster.h5");
  ASSERT_EQ(imported.exit_code, 0) << imported.out << imported.err;
  EXPECT_THAT(imported.out, HasSubstr("GB18030"));
  const json by_import = json::parse(folder.run("run --roster roster.h5 --format json").out);
  const json by_recipe = json::parse(folder.run("run --format json").out);
  EXPECT_EQ(by_import.at("programmes"), by_recipe.at("programmes"));
  EXPECT_EQ(by_import.at("population"), by_recipe.at("population"));
  struct stat status {};
  ASSERT_EQ(stat((folder.path() / "roster.h5").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  EXPECT_THAT(folder.read("roster.h5"), Not(HasSubstr("99999919")));
}

TEST(Import, every_planted_fault_is_found_and_nothing_else) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("synthesize --as-office office --fault-rate 0.02").exit_code, 0);
  const Ran imported = folder.run(std::string("import") + three + "--out roster.h5 --format csv");
  EXPECT_EQ(imported.exit_code, 3);
  EXPECT_THAT(folder.listing(), Not(HasSubstr("roster.h5")));
  const std::set<std::string> planted = lines_of(folder.read("office/planted.csv"), 0, 1, 2);
  EXPECT_GT(planted.size(), 2000u);
  EXPECT_EQ(lines_of(imported.out, 3, 4, 1), planted);
  EXPECT_THAT(imported.out, Not(HasSubstr("99999919")));
  EXPECT_THAT(imported.out, Not(HasSubstr("测试甲")));
  // The rows set aside and those that went in are all of them.
  const Ran aside = folder.run(std::string("import") + three + "--out roster.h5 --quarantine aside.csv --format json");
  ASSERT_EQ(aside.exit_code, 0) << aside.err;
  std::size_t rows = 0;
  std::size_t accepted = 0;
  const json report = json::parse(aside.out);
  for (const json& table : report.at("tables")) {
    rows += table.at("rows").get<std::size_t>();
    accepted += table.at("accepted").get<std::size_t>();
  }
  EXPECT_EQ(lines_of(folder.read("aside.csv"), 0, 1, 2).size(), rows - accepted);
  EXPECT_EQ(folder.run("check roster.h5").exit_code, 0);
}

TEST(Import, groups_findings_with_the_most_costly_first) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("synthesize --as-office office --fault-rate 0.02").exit_code, 0);
  const json report = json::parse(folder.run(std::string("import") + three + "--dry-run --format json").out);
  std::int64_t before = std::numeric_limits<std::int64_t>::max();
  for (const json& group : report.at("groups")) {
    if (group.at("severity") != "error") continue;
    std::int64_t sum = 0;
    for (const json& finding : group.at("findings")) sum += finding.at("stake_fen").get<std::int64_t>();
    EXPECT_EQ(sum, group.at("stake_fen").get<std::int64_t>());
    EXPECT_LE(sum, before);
    before = sum;
  }
}

std::string member(const std::string& number, const std::string& rest) { return "测试," + number + "," + rest + "\n"; }
constexpr const char* head = "姓名,身份证号,险种,状态,退休年月,月养老金（元）,手机\n";

// Of the area 999999, born 1950-01-01; the check digit by the standard: 8.
constexpr const char* first_number = "999999195001010018";

TEST(Import, a_pseudonym_is_the_same_every_month_and_nothing_without_the_key) {
  const ScratchFolder folder;
  folder.write("a.csv", head + member(first_number, "机关事业,领取,2010-02,4000.00,13900000000"));
  ASSERT_EQ(folder.run("import a.csv --out one.h5 --key key").exit_code, 0);
  struct stat status {};
  ASSERT_EQ(stat((folder.path() / "key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  ASSERT_EQ(folder.run("import a.csv --out two.h5 --key key").exit_code, 0);
  EXPECT_EQ(folder.read("one.h5"), folder.read("two.h5"));
  ASSERT_EQ(folder.run("import a.csv --out three.h5 --key other-key").exit_code, 0);
  EXPECT_NE(folder.read("one.h5"), folder.read("three.h5"));
  chmod((folder.path() / "key").c_str(), 0644);
  const Ran open = folder.run("import a.csv --out four.h5 --key key");
  EXPECT_EQ(open.exit_code, 2);
  EXPECT_THAT(open.err, HasSubstr("chmod 600"));
  folder.write("short", "abc");
  chmod((folder.path() / "short").c_str(), 0600);
  EXPECT_EQ(folder.run("import a.csv --out four.h5 --key short").exit_code, 2);
}

TEST(Reconcile, holds_two_months_of_one_office_against_each_other) {
  const ScratchFolder folder;
  const std::string second = "999999195001010034";  // serial 003: weights 4 and 2 more move the check digit from 8 to 4
  folder.write("a.csv", head + member(first_number, "机关事业,领取,2010-02,4000.00,") +
                            member(second, "机关事业,领取,2010-02,5000.00,"));
  folder.write("b.csv", head + member(first_number, "机关事业,领取,2010-02,4100.00,"));
  ASSERT_EQ(folder.run("import a.csv --out a.h5 --key key --as-of 2023-12").exit_code, 0)
      << folder.run("import a.csv --dry-run").out;
  ASSERT_EQ(folder.run("import b.csv --out b.h5 --key key --as-of 2024-01").exit_code, 0);
  const Ran ran = folder.run("reconcile a.h5 b.h5 --format json --who 3");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const json result = json::parse(ran.out);
  EXPECT_EQ(result.at("total_before_fen"), 900'000);
  EXPECT_EQ(result.at("total_after_fen"), 410'000);
  EXPECT_EQ(result.at("movements").size(), 2u);
  EXPECT_EQ(result.at("keys").at("ceased").size(), 1u);
  const json published = json::parse(folder.run("reconcile a.h5 b.h5 --format json --who 3 --publish").out);
  for (const json& movement : published.at("movements")) EXPECT_TRUE(movement.at("persons").is_null());
  EXPECT_TRUE(published.at("keys").empty());
  EXPECT_TRUE(published.at("total_before_fen").is_null()) << "two persons are all that it is of";
  EXPECT_EQ(folder.run("reconcile b.h5 a.h5").exit_code, 3);
  EXPECT_EQ(folder.run("reconcile a.h5").exit_code, 2);
}

TEST(Calibrate, writes_a_scenario_that_runs) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("synthesize --out roster.h5").exit_code, 0);
  const Ran ran = folder.run("calibrate roster.h5 --out calibrated.toml");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("5650.00"));
  EXPECT_EQ(folder.run("check calibrated.toml").exit_code, 0);
  EXPECT_THAT(folder.read("calibrated.toml"), HasSubstr("reference = \"roster.h5"));
  EXPECT_EQ(folder.run("run calibrated.toml --quiet").exit_code, 0);
  EXPECT_EQ(folder.run("calibrate roster.h5 --out calibrated.toml").exit_code, 2) << "nothing is overwritten";
  EXPECT_EQ(folder.run("calibrate roster.h5 roster.h5").exit_code, 2);
  EXPECT_EQ(folder.run("calibrate roster.h5 --out table.xlsx").exit_code, 2);
}

TEST(Import, control_figures_are_met_or_told) {
  const ScratchFolder folder;
  folder.write("a.csv", head + member(first_number, "机关事业,领取,2010-02,4000.00,"));
  const std::string control =
      "schema = \"disburse/office-control/1\"\n[[control]]\nscheme = \"civil_service\"\nrole = \"pensioner\"\n";
  folder.write("good.toml", control + "persons = 1\nmonthly = \"4000\"\n");
  folder.write("bad.toml", control + "persons = 2\nmonthly = \"4000.01\"\n");
  EXPECT_EQ(folder.run("import a.csv --out a.h5 --control good.toml").exit_code, 0);
  const Ran bad = folder.run("import a.csv --out b.h5 --control bad.toml");
  EXPECT_EQ(bad.exit_code, 3);
  EXPECT_THAT(bad.out, HasSubstr("control_persons"));
  EXPECT_THAT(bad.out, HasSubstr("4000.01"));
}

TEST(Import, what_two_columns_say_together_is_checked) {
  const ScratchFolder folder;
  const std::string columns =
      "身份证号,险种,状态,出生日期,退休年月,参加工作时间,应发合计,基础养老金,过渡性养老金,认证日期\n";
  const std::string number = first_number;
  folder.write("a.csv", columns + number + ",机关事业,领取,1950-02,2010-02,1975-01,4000.00,3000.00,999.99,\n");
  const Ran parts = folder.run("import a.csv --dry-run");
  EXPECT_THAT(parts.out, HasSubstr("parts_do_not_sum"));
  EXPECT_THAT(parts.out, HasSubstr("0.01"));
  EXPECT_THAT(parts.out, HasSubstr("birth_conflict"));
  folder.write("b.csv", columns + number + ",机关事业,领取,,1985-02,1975-01,4000.00,3000.00,1000.00,\n");
  EXPECT_THAT(folder.run("import b.csv --dry-run").out, HasSubstr("drawing_before_age"));
  folder.write("c.csv", columns + number + ",机关事业,领取,,2010-02,2011-01,4000.00,3000.00,1000.00,\n");
  EXPECT_THAT(folder.run("import c.csv --dry-run").out, HasSubstr("retired_before_joining"));
  folder.write("d.csv", columns + number + ",机关事业,领取,,2010-02,1975-01,60000.00,59000.00,1000.00,\n");
  EXPECT_THAT(folder.run("import d.csv --dry-run").out, HasSubstr("amount_too_large"));
  folder.write("e.csv", columns + number + ",城乡居民,缴费,,,,,,,\n");
  folder.write("f.csv", columns + number + ",机关事业,领取,,2010-02,1975-01,4000.00,3000.00,1000.00,\n");
  const Ran both = folder.run("import e.csv f.csv --dry-run");
  EXPECT_THAT(both.out, HasSubstr("two_schemes"));
  EXPECT_EQ(both.exit_code, 3) << "a preview tells a script, too";
}

/// The first payment is that of the month after retirement: both columns tell the same member.
TEST(Import, the_month_of_the_first_payment_is_the_one_after_retirement) {
  const ScratchFolder folder;
  const std::string number = first_number;
  for (const char* heading : {"待遇起始年月", "待遇领取时间"}) {
    folder.write("paid.csv", std::string("身份证号,险种,状态,") + heading + ",应发合计\n" + number +
                                 ",企业职工,领取,2022-01,3000.00\n");
    folder.write("retired.csv", "身份证号,险种,状态,退休时间,应发合计\n" + number + ",企业职工,领取,2021-12,3000.00\n");
    for (const char* name : {"paid", "retired"}) {
      const std::string file = std::string(name) + ".csv --out " + name + heading + ".h5";
      ASSERT_EQ(folder.run("import " + file).exit_code, 0) << heading;
    }
    const Roster paid = read_roster(folder.path() / (std::string("paid") + heading + ".h5"));
    const Roster retired = read_roster(folder.path() / (std::string("retired") + heading + ".h5"));
    EXPECT_EQ(paid.retired, retired.retired) << heading;
    EXPECT_EQ(Month::from_index(paid.retired.front()), Month(2021, 12));
    folder.write("both.csv", std::string("身份证号,险种,状态,退休时间,") + heading + ",应发合计\n" + number +
                                 ",企业职工,领取,2021-12,2021-12,3000.00\n");
    EXPECT_THAT(folder.run("import both.csv --dry-run").out, HasSubstr("first_payment_conflict"));
  }
}

TEST(Import, an_offices_own_headings_go_before_the_projects) {
  const ScratchFolder folder;
  folder.write("a.csv",
               std::string("编号码,类别甲,状态,待遇月份,发放额\n") + first_number + ",机关事业,领取,2010-02,4000.00\n");
  EXPECT_EQ(folder.run("import a.csv --out a.h5").exit_code, 3);
  std::string mapping = "schema = \"disburse/office-columns/1\"\n";
  for (const auto& [field, heading] : std::vector<std::pair<std::string, std::string>>{
           {"identity", "编号码"}, {"scheme", "类别甲"}, {"retired", "待遇月份"}, {"pension", "发放额"}}) {
    mapping += "[[column]]\nfield = \"" + field + "\"\nheadings = [\"" + heading + "\"]\n";
  }
  folder.write("own.toml", mapping);
  const Ran ran = folder.run("import a.csv --out a.h5 --mapping own.toml");
  EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
  folder.write("wrong.toml",
               "schema = \"disburse/office-columns/1\"\n[[column]]\nfield = \"pensions\"\nheadings = [\"x\"]\n");
  const Ran wrong = folder.run("import a.csv --out b.h5 --mapping wrong.toml --lang en");
  EXPECT_EQ(wrong.exit_code, 4);
  EXPECT_THAT(wrong.err, HasSubstr("Did you mean pension?"));
}

TEST(Import, files_that_cannot_be_read_are_answered_and_leave_nothing) {
  const ScratchFolder folder;
  folder.write("empty.csv", "");
  folder.write("titles.csv", "甲,乙\n1,2\n");
  folder.write("broken.csv", std::string(head) + "\"never closed,x\n");
  folder.write("bytes.csv", "\xD0\xD5\xFF\xFF\xFF");
  folder.write("twice.csv", "身份证号,公民身份号码,险种\n1,2,3\n");
  folder.write("none.csv", "险种,状态\n机关事业,领取\n");
  folder.write("book.xlsx", "no workbook");
  folder.write("letter.doc", "x");
  const std::string before = folder.listing();
  for (const char* file :
       {"empty.csv", "titles.csv", "broken.csv", "bytes.csv", "twice.csv", "none.csv", "book.xlsx", "letter.doc"}) {
    const Ran ran = folder.run(std::string("import ") + file + " --out roster.h5");
    EXPECT_EQ(ran.exit_code, 3) << file << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(file));
    EXPECT_EQ(folder.listing(), before) << file;
  }
  EXPECT_EQ(folder.run("import absent.csv --out roster.h5").exit_code, 3);
  EXPECT_EQ(folder.run("import empty.csv").exit_code, 2);
  EXPECT_EQ(folder.run("import empty.csv --dry-run --out roster.h5").exit_code, 2);
}

TEST(Import, the_page_of_findings_is_safe) {
  const ScratchFolder folder;
  folder.write("a.csv", "身份证号,<script>alert(1)</script>,险种,状态,退休年月\n123,x,机关事业,领取,2010-02\n");
  const Ran ran = folder.run("import a.csv --dry-run --format html");
  EXPECT_THAT(ran.out, HasSubstr("default-src 'none'"));
  EXPECT_THAT(ran.out, Not(HasSubstr("<script>")));
  EXPECT_THAT(ran.out, Not(HasSubstr("http:")));
  EXPECT_THAT(ran.out, HasSubstr("identity_length"));
}

TEST(Privacy, a_scan_finds_valid_numbers_and_tells_their_kind) {
  const ScratchFolder folder;
  // The standard's own example, which is nobody's secret; spelt in two parts so that no scan of this file finds it.
  const std::string number = std::string("1101051949") + "1231002X";
  folder.write("a.txt", "x " + number + "\n1" + number + "\n" + first_number + "\n");
  const Ran found = folder.run("check --privacy .");
  EXPECT_EQ(found.exit_code, 6);
  EXPECT_THAT(found.out, HasSubstr("a.txt:1: 18 位数字，校验位正确"));
  EXPECT_THAT(found.out, Not(HasSubstr(number)));
  EXPECT_THAT(found.out, HasSubstr("1 处"));
}

TEST(Privacy, nothing_is_found_in_what_the_commands_write) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("synthesize --as-office office").exit_code, 0);
  ASSERT_EQ(folder.run(std::string("import") + three + "--out roster.h5 --key key").exit_code, 0);
  ASSERT_EQ(folder.run("run --roster roster.h5 --out result").exit_code, 0);
  ASSERT_EQ(folder.run("budget --year 2025 --out budget").exit_code, 0);
  ASSERT_EQ(folder.run("list parameters --out table.xlsx").exit_code, 0);
  std::filesystem::remove_all(folder.path() / "office");
  // Not even numbers of the test area: the office's own files held 133,434 of them.
  EXPECT_THAT(folder.read("roster.h5"), Not(HasSubstr("99999919")));
  const Ran scan = folder.run("check --privacy .");
  EXPECT_EQ(scan.exit_code, 0) << scan.out;
}

TEST(Import, joins_a_roster_file_to_others_and_finds_the_same_person_in_both) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("synthesize --out made.h5").exit_code, 0);
  const Ran again = folder.run("import made.h5 --out again.h5");
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("HDF5"));
  EXPECT_EQ(json::parse(folder.run("run --roster again.h5 --format json").out).at("programmes"),
            json::parse(folder.run("run --format json").out).at("programmes"));
  const Ran twice = folder.run("import made.h5 again.h5 --out twice.h5 --format csv");
  EXPECT_EQ(twice.exit_code, 3);
  EXPECT_THAT(twice.out, HasSubstr("duplicate"));
  const Ran later = folder.run("import made.h5 --as-of 2024-06 --out later.h5 --lang en");
  EXPECT_EQ(later.exit_code, 3);
  EXPECT_THAT(later.err, HasSubstr("the roster is of 2023-12, the import of 2024-06"));
}

TEST(Import, refuses_a_file_of_two_encodings) {
  const ScratchFolder folder;
  const std::string heading = "姓名,公民身份号码,险种,月养老金\n";
  folder.write("joined.csv", heading + to_gb18030("测试甲,99999919491231048X,机关事业,3000\n"));
  const Ran ran = folder.run("import joined.csv --out r.h5 --lang en");
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_THAT(ran.err, HasSubstr("UTF-8 in line 1 and not UTF-8 at byte"));
  EXPECT_THAT(folder.listing(), Not(HasSubstr("r.h5")));
}

constexpr const char* margins = R"(schema = "disburse/margins/1"
[[margin]]
name = "企业退休人员按性别"
source = "示例"
scheme = "enterprise"
by = "sex"
cells = [["male", "24000"], ["female", "29000"]]
[[taken_up]]
parameter = "unity_award.eligible_share"
scheme = "enterprise"
persons = 50650
source = "示例"
)";

TEST(Import, published_headcounts_weigh_the_estimates_and_shape_a_synthetic_roster) {
  const ScratchFolder folder;
  folder.write("margins.toml", margins);
  ASSERT_EQ(folder.run("synthesize --margins margins.toml --out raked.h5").exit_code, 0);
  const Ran calibrated = folder.run("calibrate raked.h5 --margins margins.toml --out calibrated.toml");
  ASSERT_EQ(calibrated.exit_code, 0) << calibrated.err;
  const std::string scenario = folder.read("calibrated.toml");
  EXPECT_THAT(scenario, HasSubstr("value = \"0.547170\"")) << "29,000 / 53,000 women";
  EXPECT_THAT(scenario, HasSubstr("value = \"0.955660\"")) << "50,650 / 53,000 paid";
  EXPECT_THAT(calibrated.out, HasSubstr("1.0000")) << "the raked roster meets the margin by itself";
  EXPECT_EQ(folder.run("run calibrated.toml").exit_code, 0);
}

TEST(Import, a_published_run_has_no_small_headcount) {
  const ScratchFolder folder;
  folder.write("margins.toml", R"(schema = "disburse/margins/1"
[[margin]]
name = "企业退休人员"
source = "示例"
scheme = "enterprise"
by = "all"
cells = [["all", "7"]]
)");
  ASSERT_EQ(folder.run("synthesize --margins margins.toml --out few.h5").exit_code, 0);
  const auto smallest = [&](const std::string& flag) {
    double least = 1e9;
    const json result = json::parse(folder.run("run --roster few.h5 --format json" + flag).out);
    for (const json& flow : result.at("population")) {
      for (const char* count : {"opening", "entrants", "deaths", "other_exits", "closing"}) {
        const json& persons = flow.at(count);
        if (persons.is_number() && persons.get<double>() >= 0.5) least = std::min(least, persons.get<double>());
      }
    }
    return least;
  };
  EXPECT_LT(smallest(""), 9.5);
  EXPECT_GE(smallest(" --publish"), 9.5);
  EXPECT_THAT(folder.run("run --roster few.h5 --publish").out, HasSubstr("*"));
}

}  // namespace
}  // namespace disburse
