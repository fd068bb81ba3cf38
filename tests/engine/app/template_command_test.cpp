// Templates come back filled: each is written by the program, filled in as a planner would, and read by the command it
// is for.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "engine/support/xlsx_reader.hpp"
#include "support/program.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using Rows = std::vector<std::vector<std::string>>;
using Sheets = std::vector<std::pair<std::string, Rows>>;

/// The template's sheets as rows of text, as another program would save them.
Sheets sheets_of(const ScratchFolder& folder, const std::string& name) {
  Sheets sheets;
  for (const Sheet& sheet : read_xlsx(folder.path() / name, Door::data).sheets) {
    Rows rows(sheet.rows());
    for (const SheetCell& cell : sheet.cells) {
      if (rows[cell.row].size() <= cell.column) rows[cell.row].resize(cell.column + 1);
      rows[cell.row][cell.column] = cell.text;
    }
    sheets.emplace_back(sheet.name, std::move(rows));
  }
  return sheets;
}

void save(const ScratchFolder& folder, const std::string& name, const Sheets& sheets) {
  const TestWorkbook book(plain_workbook(sheets));
  std::ifstream in(book.file(), std::ios::binary);
  folder.write(name, {std::istreambuf_iterator<char>(in), {}});
}

Sheets made(const ScratchFolder& folder, const std::string& kind) {
  const Ran ran = folder.run("template " + kind + " --year 2024 --out " + kind + ".xlsx");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  return sheets_of(folder, kind + ".xlsx");
}

/// The first row whose cells begin with `cells`.
std::vector<std::string>& row_of(Rows& rows, const std::vector<std::string>& cells) {
  for (auto& row : rows) {
    if (row.size() >= cells.size() && std::equal(cells.begin(), cells.end(), row.begin())) return row;
  }
  ADD_FAILURE() << "no row " << cells.front();
  return rows.front();
}

TEST(Template, actuals_have_the_scenarios_programmes_and_come_back) {
  const ScratchFolder folder;
  Sheets sheets = made(folder, "actuals");
  Rows& rows = sheets.at(0).second;
  std::vector<std::string>& april = row_of(rows, {"企业退休职工民族团结奖", "2024-04"});
  april.resize(5);
  april[2] = "#=32700000";
  april[3] = "#=54496";
  for (const char* month : {"2024-01", "2024-02", "2024-03"}) {  // six lixiu cadres at 2,500 yuan
    std::vector<std::string>& row = row_of(rows, {"企业退休职工民族团结奖", month});
    row.resize(5);
    row[2] = "#=15000";
  }
  save(folder, "filled.xlsx", sheets);
  const Ran asked = folder.run("reforecast --no-band --actuals filled.xlsx");
  EXPECT_EQ(asked.exit_code, 3) << "the programmes left empty are asked for";
  EXPECT_NE(asked.err.find("civil_service_pension"), std::string::npos) << asked.err;
  EXPECT_EQ(asked.err.find("示例"), std::string::npos) << asked.err;
  const Ran ran = folder.run("reforecast --no-band --actuals filled.xlsx --absent unknown");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_NE(ran.out.find("3,274.50"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("未知"), std::string::npos) << "what is not known is not shown as paid";
}

TEST(Template, outturns_come_back) {
  const ScratchFolder folder;
  Sheets sheets = made(folder, "outturns");
  std::vector<std::string>& all = row_of(sheets.at(0).second, {"2024", "合计"});
  all.resize(3);
  all[2] = "#=37100.25";
  save(folder, "filled.xlsx", sheets);
  EXPECT_EQ(folder.run("run --registry r.db").exit_code, 0);
  const Ran ran = folder.run("track --registry r.db --outturns filled.xlsx");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_NE(ran.out.find("37,100.25"), std::string::npos) << ran.out;
}

TEST(Template, entries_come_back) {
  const ScratchFolder folder;
  Sheets sheets = made(folder, "entries");
  std::vector<std::string>& line = row_of(sheets.at(0).second, {"2080109"});
  line.resize(4);
  line[3] = "#=123.45";
  save(folder, "filled.xlsx", sheets);
  const Ran ran = folder.run("budget --year 2025 --entries filled.xlsx --format json");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
}

/// As a planner knows them: by the project's and the indicator's printed names.
TEST(Template, indicators_of_the_years_draft_stand_there_by_name_and_come_back) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("template entries --year 2025 --out entries.xlsx").exit_code, 0);
  Sheets sheets = sheets_of(folder, "entries.xlsx");
  Rows& indicators = sheets.at(4).second;
  std::size_t named = 0;
  for (const auto& row : indicators)
    named += row.size() > 1 && row[0] == "企业退休职工民族团结奖财政补助资金" ? 1U : 0U;
  EXPECT_GT(named, 3U);
  std::vector<std::string>& satisfaction =
      row_of(indicators, {"企业退休职工民族团结奖财政补助资金", "企业职工养老保险群众满意"});
  satisfaction.resize(3);
  satisfaction[2] = "≥97%";
  save(folder, "filled.xlsx", sheets);
  const Ran ran = folder.run("budget --year 2025 --entries filled.xlsx --format json");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_NE(ran.out.find("≥97%"), std::string::npos) << "both names found the indicator";
}

TEST(Template, versions_come_back) {
  const ScratchFolder folder;
  Sheets sheets = made(folder, "versions");
  sheets.at(0).second.push_back({"追加一", "追加", "2024-07-01", "某号文", "2089999", "unity_award", "#=462.67"});
  save(folder, "filled.xlsx", sheets);
  const Ran ran = folder.run("run --versions filled.xlsx");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_NE(ran.out.find("37,818.20"), std::string::npos) << "37,355.53 and 462.67: " << ran.out;
}

TEST(Template, margins_and_control_come_back) {
  const ScratchFolder folder;
  Sheets margins = made(folder, "margins");
  for (const auto& [name, rows] : margins) {
    for (const auto& row : rows) {
      for (const std::string& cell : row) EXPECT_EQ(cell.find('_'), std::string::npos) << "a path: " << cell;
    }
  }
  margins.at(0).second.push_back({"企业退休人员", "示例统计", "企业职工", "领取待遇", "全部", "全部", "#=52000"});
  save(folder, "margins-filled.xlsx", margins);
  const Ran raked = folder.run("synthesize --margins margins-filled.xlsx --out raked.h5");
  EXPECT_EQ(raked.exit_code, 0) << raked.err;
  Sheets control = made(folder, "control");
  std::vector<std::string>& enterprise = row_of(control.at(0).second, {"企业职工", "领取待遇"});
  enterprise.resize(4);
  enterprise[2] = "#=1";
  save(folder, "control-filled.xlsx", control);
  EXPECT_EQ(folder.run("synthesize --as-office office").exit_code, 0);
  const Ran imported = folder.run("import office/企业职工.csv --dry-run --control control-filled.xlsx");
  EXPECT_NE((imported.out + imported.err).find("control_persons"), std::string::npos) << imported.out << imported.err;
}

TEST(Template, a_file_that_is_there_stays) {
  const ScratchFolder folder;
  folder.write("t.xlsx", "mine");
  EXPECT_EQ(folder.run("template actuals --out t.xlsx").exit_code, 2);
  EXPECT_EQ(folder.read("t.xlsx"), "mine");
  EXPECT_EQ(folder.run("template actuals --out t.csv").exit_code, 2);
}

}  // namespace
}  // namespace disburse
