// One more programme is one more file: the allowances of tests/models/allowances in a copy of the data, through every
// command. Amounts are worked out by hand for four members and a life table in which nobody dies before the age of 105
// and everybody at it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/storage/roster_writer.hpp"
#include "engine/support/files.hpp"
#include "support/city.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

Member pensioner(Scheme scheme, Sex sex, Month birth, Month retired, int service_months) {
  Member member;
  member.scheme = scheme;
  member.sex = sex;
  member.birth = birth;
  member.retired = retired;
  member.service_months = service_months;
  return member;
}

Roster four_members() {
  Roster roster;
  roster.as_of = Month(2023, 12);
  const auto add = [&](const char* key, const Member& member) { roster.add(MemberKey::from(key), member); };
  add("R1", pensioner(Scheme::resident, Sex::female, {1944, 6}, {2004, 6}, 180));
  add("R2", pensioner(Scheme::resident, Sex::male, {1933, 4}, {1993, 4}, 480));
  add("E1", pensioner(Scheme::enterprise, Sex::male, {1964, 3}, {2024, 3}, 400));
  add("E2", pensioner(Scheme::enterprise, Sex::female, {1919, 2}, {1979, 2}, 95));  // 105 in February, and dies
  return roster;
}

/// A copy of the data with the allowances, the life table and the roster.
class Office {
 public:
  Office() {
    copy_data(folder);
    for (const auto& entry : fs::directory_iterator(source_dir() / "tests" / "models" / "allowances" / "programmes"))
      fs::copy(entry.path(), folder.path() / "models" / "programmes");
    std::istringstream table(folder.read("models/tables/wpp2024_china.csv"));
    std::string line, living;
    for (int row = 0; std::getline(table, line); ++row) {
      const bool header_or_end = row < 2 || line.starts_with("105,");
      living += (header_or_end ? line : line.substr(0, line.find(',')) + ",0,0") + "\n";
    }
    folder.write("models/tables/wpp2024_china.csv", living);
    folder.write("four.h5", roster_image(four_members(), {"four", 0, "0", "0"}));
  }

  Ran run(const std::string& arguments) const { return folder.run(arguments, "DISBURSE_DATA=."); }
  json answer(const std::string& arguments) const {
    const Ran ran = run(arguments + " --format json");
    EXPECT_EQ(ran.exit_code, 0) << arguments << "\n" << ran.err;
    return ran.exit_code == 0 ? json::parse(ran.out) : json();
  }

  ScratchFolder folder;
};

const json& programme_in(const json& document, const std::string& id) {
  for (const json& each : document.at("programmes")) {
    if (each.at("id") == id) return each;
  }
  throw std::runtime_error("no programme " + id);
}

std::int64_t paid_by(const json& programme, const std::string& payer) {
  for (const json& each : programme.at("by_payer")) {
    if (each.at("payer") == payer) return each.at("paid_fen");
  }
  return 0;
}

const std::map<std::string, std::int64_t> on_the_line{
    {"old_age_allowance", 95'000},  // R1 from June 7 x 50, R2 12 x 50
    // R1 25 + 6 x 33.33; R2 6 x 50 + 6 x 66.67; E2 2 x 150
    {"old_age_bands", 122'500},
    {"funeral_months", 700'000},    // E2: 2 x 3,500
    {"village_officers", 45'000},   // a quarter of 4 x 10 x 15 and 4 x 10 x 30
    {"family_planning", 150'000}};  // E1: half of 3,000

TEST(Allowances, a_run_pays_what_was_worked_out_by_hand) {
  const Office office;
  const json run = office.answer("run --roster four.h5");
  for (const auto& [id, fen] : on_the_line) EXPECT_EQ(programme_in(run, id).at("projected_fen"), fen) << id;
  // R1 25 + 6 x 16.67; R2 6 x 50 + 6 x 33.33; E2 2 x 150
  EXPECT_EQ(paid_by(programme_in(run, "old_age_bands"), "region"), 92'500);
  EXPECT_EQ(paid_by(programme_in(run, "funeral_months"), "fund"), 2'100'000) << "7 full years: 6 x 3,500";
  const json& monthly = programme_in(run, "family_planning").at("monthly");
  EXPECT_EQ(monthly.at(4).at("month"), "2024-05");
  EXPECT_EQ(monthly.at(4).at("paid_fen"), 150'000) << "retired in March, due in April, paid in May";
}

TEST(Allowances, replicates_agree_where_nothing_is_left_to_chance) {
  const Office office;
  const json run = office.answer("run --roster four.h5 --mode stochastic --replicates 64");
  std::size_t found = 0;
  for (const json& figure : run.at("risk").at("figures")) {
    const auto wanted = on_the_line.find(figure.at("id"));
    if (figure.at("of") != "programme" || wanted == on_the_line.end()) continue;
    ++found;
    EXPECT_EQ(figure.at("exact").at("mean_fen"), wanted->second) << wanted->first;
    EXPECT_EQ(figure.at("exact").at("deviation_fen"), 0) << wanted->first;
    EXPECT_EQ(figure.at("chance").at("mean_fen"), wanted->second) << wanted->first;
  }
  EXPECT_EQ(found, on_the_line.size());
}

TEST(Allowances, a_what_if_moves_its_own_programme_alone) {
  const Office office;
  const json compared = office.answer("compare zhongwei-2024 --roster four.h5 --set old_age_allowance.standard=60元");
  for (const json& each : compared.at("variants").at(0).at("programmes")) {
    const bool own = each.at("id") == "old_age_allowance";
    EXPECT_EQ(each.at("untouched"), !own) << each.at("id");
    if (own) {
      EXPECT_EQ(each.at("line").at("difference_fen"), 19'000) << "19 payments of 10 yuan more";
    }
  }
  const json later = office.answer("compare zhongwei-2024 --roster four.h5 --set old_age_allowance.first_age=81");
  for (const json& each : later.at("variants").at(0).at("programmes")) {
    if (each.at("id") == "old_age_allowance") {
      EXPECT_EQ(each.at("line").at("difference_fen"), -35'000) << "R1 waits";
    }
  }
}

TEST(Allowances, an_explanation_names_the_condition_in_both_languages) {
  const Office office;
  const std::string what = "explain --roster four.h5 --member R1 --programme old_age_allowance";
  const Ran chinese = office.run(what);
  EXPECT_THAT(chinese.out, HasSubstr("未满起发年龄"));
  EXPECT_THAT(chinese.out, HasSubstr("old_age_allowance.standard"));
  EXPECT_THAT(chinese.out, HasSubstr("350.00"));
  EXPECT_THAT(office.run(what + " --lang en").out, HasSubstr("below the age from which the allowance is paid"));
  const json entries = office.answer(what).at("entries");
  EXPECT_EQ(entries.at(4).at("reason"), "未满起发年龄") << "May";
  EXPECT_EQ(entries.at(5).at("amount_fen"), 5'000) << "June";
}

TEST(Allowances, the_gradient_by_a_flat_standard_is_the_number_of_payments) {
  const Office office;
  const json answer = office.answer(
      "sensitivity --roster four.h5 --method gradient --programme old_age_allowance --inputs "
      "old_age_allowance.standard");
  const json& row = answer.at("gradient").at(0);
  EXPECT_EQ(row.at("path"), "old_age_allowance.standard");
  EXPECT_TRUE(row.at("exact")) << "the rule has a derivative";
  EXPECT_NEAR(row.at("fen_per_unit"), 1900.0, 1e-6) << "19 payments of 100 fen more for each yuan";
}

TEST(Allowances, next_years_budget_can_be_drafted) {
  const Office office;
  const Ran ran = office.run("budget --year 2025 --out draft");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(office.folder.read("draft/budget.json"), HasSubstr("unity_award"));
}

}  // namespace
}  // namespace disburse
