// A budget's projects must each have a programme and a line, and sum to what their line prints.
#include "engine/budget/project_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "scenarios/budgets/budget_reader.hpp"
#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

BudgetDocument published() { return read_budget(city_dir() / "budgets" / "2024.toml"); }

KnownProgrammes all_of(const BudgetDocument& document) {
  KnownProgrammes known{{}, true};
  for (const BudgetForm& form : document.forms) known.ids.push_back(form.programme);
  return known;
}

std::vector<std::string> problems(const BudgetDocument& document, const KnownProgrammes& known) {
  InputErrors errors;
  check_projects(document, known, errors);
  std::vector<std::string> texts;
  for (const InputError& error : errors) texts.push_back(english(error.problem));
  return texts;
}

TEST(Projects, of_the_published_budget_are_in_order) {
  EXPECT_TRUE(problems(published(), all_of(published())).empty());
}

TEST(Projects, without_a_programme_are_named) {
  KnownProgrammes known = all_of(published());
  std::erase(known.ids, "work_injury_investigation");
  EXPECT_EQ(problems(published(), known), (std::vector<std::string>{"work_injury_investigation is no programme"}));
}

TEST(Projects, of_an_unknown_line_leave_their_own_line_short) {
  BudgetDocument document = published();
  for (BudgetForm& form : document.forms) {
    if (form.programme == "work_injury_investigation") form.function = "2080199";
  }
  const auto found = problems(document, all_of(document));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_THAT(found[0], HasSubstr("2080199 is no line of table 2"));
  EXPECT_THAT(found[1], HasSubstr("its projects sum to"));  // 77 of 87
}

TEST(Projects, whose_sum_is_not_their_lines_are_named_with_both) {
  BudgetDocument document = published();
  for (BudgetForm& form : document.forms) {
    if (form.programme == "work_injury_investigation") form.total = "11";
  }
  const auto found = problems(document, all_of(document));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0], HasSubstr("88.00"));
  EXPECT_THAT(found[0], HasSubstr("87.00"));
}

TEST(Projects, basic_expenditure_needs_a_programme_too) {
  KnownProgrammes known = all_of(published());
  known.basic = false;
  const auto found = problems(published(), known);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0], HasSubstr("396.53"));
}

TEST(Projects, that_cannot_be_projected_are_input_and_no_fault_of_the_program) {
  const ScratchFolder folder;
  copy_data(folder);
  std::filesystem::remove(folder.path() / "scenarios/agencies/zhongwei/programmes/work_injury_investigation.toml");
  for (const char* command : {"run", "budget --year 2025", "plan", "cash", "compare zhongwei-2024 award-660"}) {
    const Ran ran = folder.run(command, "DISBURSE_DATA=.");
    EXPECT_EQ(ran.exit_code, 4) << command << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("work_injury_investigation"));
    EXPECT_THAT(ran.err, HasSubstr("2024.toml"));
  }
}

/// 4,869 or 2,400 at 10,000 yuan: what the budget has, spent as planned, in place of the city's own programme.
std::string planned(const std::string& id, const std::string& line, const std::string& units) {
  const auto values = [](const std::string& value) {
    return "values = [ { from = \"2024-01\", known = \"2023-12-01\", value = \"" + value +
           "\", status = \"assumed\", reference = \"测试\" } ]\n";
  };
  return "schema = \"disburse/programme/1\"\nid = \"" + id + "\"\nname = \"测试\"\nname_en = \"test\"\nline = \"" +
         line +
         "\"\nshape = \"driver_cost\"\nbasis = \"planned\"\nbasis_reason = \"测试\"\nclause = \"测试\"\n"
         "[reading]\nunit_name = \"次\"\nunits = 1200\nreference = \"测试\"\n"
         "[parameter.driver]\nname = \"数量\"\nunit = \"count\"\n" +
         values(units) + "[parameter.unit_cost]\nname = \"单价\"\nunit = \"yuan_per_unit\"\n" + values("10000");
}

/// An agency without annuities or residents of its own goes on for years without them.
TEST(Projects, years_ahead_need_no_programme_of_the_city) {
  for (const auto& [programme, line, units] : std::vector<std::array<const char*, 3>>{
           {"annuity_funding", "2080506", "4869"}, {"resident_pension", "2082602", "2400"}}) {
    const ScratchFolder folder;
    copy_data(folder);
    for (const char* layer : {"models", "models/regions/ningxia", "scenarios/agencies/zhongwei"})
      std::filesystem::remove(folder.path() / layer / "programmes" / (std::string(programme) + ".toml"));
    std::filesystem::remove(folder.path() / "scenarios/agencies/zhongwei/unknowns.toml");  // it asks about both
    folder.write("models/programmes/planned.toml", planned("planned", line, units));
    std::string budget = folder.read("scenarios/agencies/zhongwei/budgets/2024.toml");
    for (std::size_t at; (at = budget.find(programme)) != std::string::npos;)
      budget.replace(at, std::string(programme).size(), "planned");
    folder.write("scenarios/agencies/zhongwei/budgets/2024.toml", budget);
    const Ran ran = folder.run("run --horizon 2024-01..2026-12 --quiet", "DISBURSE_DATA=.");
    EXPECT_EQ(ran.exit_code, 0) << programme << ran.err;
  }
}

}  // namespace
}  // namespace disburse
