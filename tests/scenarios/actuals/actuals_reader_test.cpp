// Actual payments from CSV and workbooks: which months must be there, units that are mixed up, every refused cell.
#include "scenarios/actuals/actuals_reader.hpp"

#include <gtest/gtest.h>

#include "support/programmes.hpp"
#include "support/refusals.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

std::vector<ProgrammeDefinition> programmes() { return named_programmes({{"pension", "养老金"}, {"award", "奖"}}); }

/// The pension is paid every month, some 100,000 yuan; the award in April alone.
std::vector<std::vector<ProjectedMonth>> projected() {
  std::vector<std::vector<ProjectedMonth>> both(2);
  for (int month = 1; month <= 12; ++month) {
    both[0].push_back({Month(2024, month), 100'000.00_yuan, 50.0});
    both[1].push_back({Month(2024, month), month == 4 ? 60'000.00_yuan : Money{}, month == 4 ? 100.0 : 0.0});
  }
  return both;
}

const std::string head = "项目,月份,金额（元）,人数\n";

Actuals read(const std::string& text) {
  const ScratchFolder folder;
  folder.write("paid.csv", text);
  return read_actuals(folder.path() / "paid.csv", programmes(), projected());
}

Keys refused(const std::string& text) {
  return refusals("paid.csv", text, [](const auto& file) { read_actuals(file, programmes(), projected()); });
}

TEST(ActualsReader, reads_ids_names_units_and_headcounts) {
  const Actuals actuals = read("某单位\n" + head + "pension,2024-02,\"99,000.50\",\"1,050\"\n养老金,2024-01,100000,\n");
  EXPECT_EQ(actuals.last, Month(2024, 2));
  ASSERT_EQ(actuals.programmes.size(), 2u);
  ASSERT_EQ(actuals.programmes[0].size(), 2u) << "in order of the months";
  EXPECT_EQ(actuals.programmes[0][0].amount, 100'000.00_yuan);
  EXPECT_FALSE(actuals.programmes[0][0].persons) << "an empty cell is no headcount";
  EXPECT_EQ(actuals.programmes[0][1].amount, 99'000.50_yuan);
  EXPECT_EQ(actuals.programmes[0][1].persons, 1050.0);
  EXPECT_TRUE(actuals.programmes[1].empty()) << "a programme may be left out altogether";
  EXPECT_EQ(actuals.digest.size(), 64u);
  const Actuals wan = read("programme,month,amount (wan)\npension,2024-01,10.5\n");
  EXPECT_EQ(wan.programmes[0][0].amount, 105'000.00_yuan);
}

TEST(ActualsReader, reads_the_first_shown_sheet_of_a_workbook) {
  const TestWorkbook book(
      plain_workbook({{"实际", {{"项目", "月份", "金额（元）"}, {"pension", "2024-01", "#=100000"}}}}));
  const Actuals actuals = read_actuals(book.file(), programmes(), projected());
  EXPECT_EQ(actuals.programmes[0].at(0).amount, 100'000.00_yuan);
}

TEST(ActualsReader, wants_every_month_with_a_payment_up_to_the_last) {
  EXPECT_EQ(refused(head + "pension,2024-02,100000,\n"), (Keys{"月份"})) << "January is missing";
  EXPECT_EQ(refused(head + "pension,2024-01,100000,\npension,2024-03,100000,\n"), (Keys{"月份"}));
  EXPECT_EQ(refused(head + "pension,2024-01,0,\n"), Keys{}) << "what was not paid is a row of 0";
  EXPECT_EQ(refused(head + "award,2024-04,60000,\npension,,未知\n"), Keys{})
      << "months without a projection may be missing";
  EXPECT_EQ(refused(head + "pension,2024-01,100000,\npension,2024-01,1000,\n"), (Keys{"月份"})) << "twice";
}

TEST(ActualsReader, notices_yuan_and_wan_mixed_up) {
  EXPECT_EQ(refused(head + "pension,2024-01,10,\n"), (Keys{"金额"})) << "10万元 written under 元";
  EXPECT_EQ(refused(head + "pension,2024-01,100000000,\n"), (Keys{"金额"})) << "a thousand times too much";
  EXPECT_EQ(refused(head + "pension,2024-01,99999999,\n"), Keys{});
  EXPECT_EQ(refused(head + "pension,2024-01,100,\n"), (Keys{"金额"}));
  EXPECT_EQ(refused(head + "pension,2024-01,101,\n"), Keys{});
}

TEST(ActualsReader, refuses_cells_all_at_once) {
  EXPECT_EQ(refused(head + "pensoin,2024-01,100000,\npension,2024,100000,\npension,2024-01,ten,\n"),
            (Keys{"月份", "金额", "项目"}));
  EXPECT_EQ(refused(head + "pension,2023-12,100000,\n").front(), "月份") << "another year";
  EXPECT_EQ(refused(head + "pension,2024-01,100000,-5\n"), (Keys{"人数"}));
  EXPECT_EQ(refused(head).size(), 1u) << "nothing would be locked";
  EXPECT_EQ(refused("项目,月份\npension,2024-01\n").size(), 1u) << "no amounts";
}

TEST(ActualsReader, asks_for_a_programme_that_is_left_out) {
  EXPECT_EQ(refused(head + "award,2024-04,60000,\n"), (Keys{"pension"}));
  const ScratchFolder folder;
  folder.write("paid.csv", head + "award,2024-04,60000,\n");
  const auto answered = [&](const AbsentAnswers& absent) {
    return read_actuals(folder.path() / "paid.csv", programmes(), projected(), absent);
  };
  const Actuals nothing = answered({{"pension", Absent::nothing}});
  ASSERT_EQ(nothing.programmes[0].size(), 4u) << "January to April, each of nothing";
  EXPECT_EQ(nothing.programmes[0][3].amount, Money{});
  EXPECT_EQ(nothing.findings.at(0).code, "absent_nothing");
  const Actuals unknown = answered({{"", Absent::unknown}});
  EXPECT_TRUE(unknown.programmes[0].empty());
  EXPECT_EQ(unknown.findings.at(0).code, "absent_unknown");
  EXPECT_TRUE(read(head + "award,2024-04,60000,\npension,,未知,\n").programmes[0].empty()) << "said in the table";
  EXPECT_EQ(read(head + "award,2024-04,60000,\npension,,0,\n").programmes[0].size(), 4u);
}

TEST(ActualsReader, a_month_that_is_not_known_is_no_month_of_nothing) {
  const Actuals actuals = read(head + "pension,2024-01,未知,\npension,2024-02,100000,\n");
  EXPECT_FALSE(actuals.programmes[0].at(0).known);
  EXPECT_TRUE(actuals.programmes[0].at(1).known);
}

TEST(ActualsReader, a_month_below_nothing_says_why) {
  EXPECT_EQ(refused(head + "pension,2024-01,-5000,\n"), (Keys{"金额"}));
  const Actuals actuals = read("项目,月份,金额（元）,原因\npension,2024-01,-5000,收回多发\n");
  EXPECT_EQ(actuals.programmes[0].at(0).amount, -5'000.00_yuan);
  EXPECT_EQ(actuals.findings.at(0).code, "negative_actual");
}

TEST(ActualsReader, tells_a_jump_and_takes_it) {
  EXPECT_TRUE(read(head + "pension,2024-01,130000,\n").findings.empty());
  EXPECT_TRUE(read(head + "pension,2024-01,70000,\n").findings.empty());
  EXPECT_EQ(read(head + "pension,2024-01,130001,\n").findings.at(0).code, "actual_jump");
  EXPECT_EQ(read(head + "pension,2024-01,69999,\n").findings.at(0).code, "actual_jump");
}

}  // namespace
}  // namespace disburse
