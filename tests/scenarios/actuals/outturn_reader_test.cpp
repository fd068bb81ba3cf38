// Outturns from CSV: units, names and ids, encodings, and every cell that is refused.
#include "scenarios/actuals/outturn_reader.hpp"

#include <gtest/gtest.h>

#include "engine/support/text_encoding.hpp"
#include "support/programmes.hpp"
#include "support/refusals.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

std::vector<ProgrammeDefinition> programmes() { return named_programmes({{"award", "民族团结奖"}}); }

std::vector<Outturn> read(const std::string& bytes) {
  const ScratchFolder folder;
  folder.write("accounts.csv", bytes);
  return read_outturns(folder.path() / "accounts.csv", programmes());
}

Keys refused(const std::string& bytes) {
  return refusals("accounts.csv", bytes, [](const auto& file) { read_outturns(file, programmes()); });
}

TEST(OutturnReader, reads_yuan_and_wan_ids_names_and_the_whole) {
  const auto yuan = read("年度,项目,金额（元）\n2023,award,65000000.01\n2024,民族团结奖,1\n2024,合计,2.50\n");
  ASSERT_EQ(yuan.size(), 3u);
  EXPECT_EQ(yuan[0].year, 2023);
  EXPECT_EQ(yuan[0].programme, "award");
  EXPECT_EQ(yuan[0].amount, 65'000'000.01_yuan);
  EXPECT_EQ(yuan[1].programme, "award") << "by its name";
  EXPECT_EQ(yuan[2].programme, "") << "all programmes";
  const auto wan = read("year;programme;amount (wan)\n2023;total;6500.5\n");
  ASSERT_EQ(wan.size(), 1u);
  EXPECT_EQ(wan[0].amount, 65'005'000.00_yuan);
}

TEST(OutturnReader, reads_an_offices_encoding_and_order) {
  const auto read_back = read(to_gb18030("金额（元）,年度,项目\n5,2024,民族团结奖\n"));
  ASSERT_EQ(read_back.size(), 1u);
  EXPECT_EQ(read_back[0].amount, 5.00_yuan);
  EXPECT_EQ(read_back[0].year, 2024);
}

TEST(OutturnReader, reads_lines_by_their_code) {
  const ScratchFolder folder;
  std::vector<ProgrammeDefinition> all = programmes();
  all.front().line = "2089999";
  const auto read_lines = [&](const std::string& bytes) {
    folder.write("accounts.csv", bytes);
    return read_outturns(folder.path() / "accounts.csv", all);
  };
  const auto lines = read_lines("年度,科目,金额（万元）\n2023,2089999 其他社会保障和就业支出,6500.5\n2024,2089999,1\n");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].programme, "2089999");
  EXPECT_EQ(lines[0].amount, 65'005'000.00_yuan);
  EXPECT_EQ(lines[1].programme, "2089999");
  EXPECT_EQ(read_lines("年度,科目,项目,金额（元）\n2024,2089999,award,5\n").front().programme, "award")
      << "a programme says more than its line";
  EXPECT_THROW(read_lines("年度,科目,金额（元）\n2024,2080109,5\n"), InputRejected) << "nobody spends from it";
}

TEST(OutturnReader, refuses_cells_all_at_once) {
  EXPECT_EQ(refused("年度,项目,金额（元）\nx,award,1\n2024,awrd,1\n2024,award,1.001\n"),
            (Keys{"年度", "金额", "项目"}));
  EXPECT_EQ(refused("年度,项目,金额（元）\n1999,award,1\n"), (Keys{"年度"}));
  EXPECT_EQ(refused("年度,项目,金额（元）\n2000,award,1\n"), Keys{});
  EXPECT_EQ(refused("年度,项目,金额（元）\n2024,award\n"), (Keys{"金额"})) << "the cell is missing";
}

TEST(OutturnReader, refuses_a_table_without_its_headings) {
  EXPECT_EQ(refused("年度,项目\n2024,award\n").size(), 1u);
  EXPECT_EQ(refused("").size(), 1u);
  EXPECT_EQ(refused("年度,项目,金额（元）\n\"2024,award,1\n").size(), 1u) << "a quotation mark is never closed";
}

}  // namespace
}  // namespace disburse
