// An agency without a published document: the workbook, filled in, becomes an agency that runs.
#include "engine/app/agencies/agency_template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "engine/support/xlsx_reader.hpp"
#include "support/program.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using Rows = std::vector<std::vector<std::string>>;
using Sheets = std::vector<std::pair<std::string, Rows>>;

class AgencyTemplate : public testing::Test {
 protected:
  void SetUp() override {
    const Ran made = folder_.run("template agency --out agency.xlsx", "DISBURSE_AGENCY=nowhere");
    ASSERT_EQ(made.exit_code, 0) << made.err << "no agency has to be there";
    for (const Sheet& sheet : read_xlsx(folder_.path() / "agency.xlsx", Door::data).sheets) {
      Rows rows(sheet.rows());
      for (const SheetCell& cell : sheet.cells) {
        if (rows[cell.row].size() <= cell.column) rows[cell.row].resize(cell.column + 1);
        rows[cell.row][cell.column] = cell.text;
      }
      sheets_.emplace_back(sheet.name, std::move(rows));
    }
  }
  void fill(std::size_t sheet, const std::string& first,
            const std::vector<std::pair<std::size_t, std::string>>& cells) {
    for (auto& row : sheets_.at(sheet).second) {
      if (row.empty() || row.front() != first) continue;
      for (const auto& [column, text] : cells) {
        if (row.size() <= column) row.resize(column + 1);
        row[column] = text;
      }
      return;
    }
    ADD_FAILURE() << "no row " << first;
  }
  void save(const std::string& name) const {
    const TestWorkbook book(plain_workbook(sheets_));
    std::ifstream in(book.file(), std::ios::binary);
    folder_.write(name, {std::istreambuf_iterator<char>(in), {}});
  }
  ScratchFolder folder_;
  Sheets sheets_;
};

TEST_F(AgencyTemplate, filled_in_becomes_an_agency_that_runs) {
  fill(0, "部门预算名称", {{1, "北山县社会保险中心2025年部门预算"}});
  fill(1, "2080109", {{4, "90.00"}, {5, "30.00"}});
  fill(1, "2082602", {{5, "1000.00"}});
  fill(1, "2210201", {{4, "6.20"}});
  fill(2, "30101", {{3, "80.00"}});
  fill(2, "30113", {{3, "6.20"}});
  fill(2, "30201", {{4, "10.00"}});
  Rows& projects = sheets_.at(3).second;
  projects.push_back({"居民养老保险补助", "2082602", "1000.00", "领取待遇人数", "1200人"});
  projects.push_back({"", "", "", "缴费人数", "3000人"});
  projects.push_back({"经办业务经费", "2080109", "30.00"});
  save("filled.xlsx");
  const Ran made = folder_.run("init beishan --from filled.xlsx --region ningxia");
  ASSERT_EQ(made.exit_code, 0) << made.out << made.err;
  EXPECT_THAT(folder_.read("beishan/agency.toml"), testing::HasSubstr("北山县社会保险中心"));
  EXPECT_THAT(folder_.read("beishan/roster.toml"), testing::HasSubstr("[counts.resident_pensioners]"));
  const Ran ran = folder_.run("run -A ./beishan --format json");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  // 90 + 30 + 1000 + 6.20 at 10,000 yuan, in fen.
  EXPECT_EQ(nlohmann::json::parse(ran.out).at("total").at("budget_fen"), 1'126'200'000);
  const Ran checked = folder_.run("check -A ./beishan");
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_F(AgencyTemplate, left_blank_is_no_budget) {
  save("blank.xlsx");
  EXPECT_EQ(folder_.run("init beishan --from blank.xlsx").exit_code, 4);
}

}  // namespace
}  // namespace disburse
