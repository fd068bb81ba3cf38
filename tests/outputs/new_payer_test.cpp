// A payer that no code knows: an entry in the list of payers and a part of a programme that names it, and its money
// stands in every output.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/support/files.hpp"
#include "engine/support/hdf5.hpp"
#include "engine/support/xlsx_reader.hpp"
#include "outputs/text/number_text.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* data = "DISBURSE_DATA=.";

/// What counties pay is told as 县级 and, in English, as county.
void add_county(const ScratchFolder& folder) {
  copy_data(folder);
  folder.write("models/payers.toml", folder.read("models/payers.toml") +
                                         "\n[[payer]]\nid = \"county\"\nname = \"县级\"\nname_en = \"county\"\n"
                                         "purse = \"government\"\n");
  spoil(folder, "models/programmes/resident_pension.toml", "name_en = \"addition for old age\"\npayer = \"region\"",
        "name_en = \"addition for old age\"\npayer = \"county\"");
  folder.write("scenarios/agencies/zhongwei/scenarios/age-addition.toml",
               "schema = \"disburse/scenario/1\"\nname = \"age-addition\"\nextends = \"zhongwei-2024\"\n"
               "title = \"高龄加发\"\nauthor = \"test\"\nreference = \"test\"\n[[override]]\n"
               "path = \"resident_pension.age_addition\"\nvalue = \"60: 10\"\nreason = \"test\"\n");
}

std::int64_t paid_by(const json& programmes, const std::string& payer) {
  std::int64_t fen = 0;
  for (const json& programme : programmes) {
    for (const json& one : programme.at("by_payer")) {
      if (one.at("payer") == payer) fen += one.at("paid_fen").get<std::int64_t>();
    }
  }
  return fen;
}

class NewPayer : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new ScratchFolder;
    add_county(*folder_);
    result_ = json::parse(done("run --format json"));
    county_ = paid_by(result_.at("programmes"), "county");
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static std::string done(const std::string& arguments) {
    const Ran ran = folder_->run(arguments, data);
    EXPECT_EQ(ran.exit_code, 0) << arguments << "\n" << ran.err;
    return ran.out;
  }
  /// 万元 as tables print it.
  static std::string county_wan() { return wan_text(Money::fen(county_)); }

  static ScratchFolder* folder_;
  static json result_;
  static std::int64_t county_;  ///< fen in the fiscal year
};
ScratchFolder* NewPayer::folder_ = nullptr;
json NewPayer::result_;
std::int64_t NewPayer::county_ = 0;

TEST_F(NewPayer, pays_what_another_paid_before) {
  const ScratchFolder elsewhere;
  const json before = json::parse(elsewhere.run("run --format json").out);
  EXPECT_GT(county_, 0);
  EXPECT_EQ(paid_by(before.at("programmes"), "region"), paid_by(result_.at("programmes"), "region") + county_);
  for (const char* payer : {"city", "central", "fund"}) {
    EXPECT_EQ(paid_by(before.at("programmes"), payer), paid_by(result_.at("programmes"), payer)) << payer;
  }
  EXPECT_EQ(result_.at("total"), before.at("total")) << "it moves no line of the city";
  EXPECT_EQ(result_.at("payers").back(),
            (json{{"payer", "county"}, {"name", "县级"}, {"name_en", "county"}, {"purse", "government"}}));
}

TEST_F(NewPayer, is_checked_with_the_law_it_belongs_to) {
  EXPECT_THAT(done("check models/payers.toml"), HasSubstr("models/payers.toml"));
  const ScratchFolder other;
  copy_data(other);
  spoil(other, "models/payers.toml", "id = \"fund\"", "id = \"pool\"");
  const Ran ran = other.run("check models/payers.toml", data);
  EXPECT_EQ(ran.exit_code, 4) << "programmes still name the fund";
  EXPECT_THAT(ran.err, HasSubstr("resident_pension.toml"));
}

TEST_F(NewPayer, has_a_column_in_the_runs_table) {
  EXPECT_THAT(done("run"), testing::AllOf(HasSubstr("县级"), HasSubstr(county_wan())));
  EXPECT_THAT(done("run --lang en"), testing::AllOf(HasSubstr("county"), HasSubstr(county_wan())));
}

TEST_F(NewPayer, stands_in_every_file_of_a_runs_folder) {
  done("run --out folder");
  EXPECT_EQ(paid_by(json::parse(folder_->read("folder/run.json")).at("programmes"), "county"), county_);
  EXPECT_THAT(folder_->read("folder/payers.csv"), HasSubstr(",county," + yuan_text(Money::fen(county_))));
  const std::string image = folder_->read("folder/result.h5");
  Hdf5Reader file("result.h5", image);
  const std::vector<std::string> payers = file.texts("payers/payer");
  const std::vector<std::int64_t> paid = file.int64_values("payers/paid");
  std::int64_t yearly = 0;
  for (std::size_t i = 0; i < payers.size(); ++i) yearly += payers[i] == "county" ? paid[i] : 0;
  EXPECT_EQ(yearly, county_);
  const std::vector<std::string> cells = file.texts("ledger/payer");
  const std::vector<std::int64_t> amounts = file.int64_values("ledger/amount");
  std::int64_t booked = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) booked += cells[i] == "county" ? amounts[i] : 0;
  EXPECT_EQ(booked, county_) << "the horizon is the fiscal year";
  EXPECT_THAT(folder_->read("folder/ledger.csv"), HasSubstr(",county,"));
}

TEST_F(NewPayer, stands_in_comparisons) {
  const json compared = json::parse(done("compare zhongwei-2024 age-addition --format json"));
  std::int64_t base = -1;
  std::int64_t variant = 0;
  for (const json& programme : compared.at("variants")[0].at("programmes")) {
    for (const json& one : programme.at("by_payer")) {
      if (one.at("payer") != "county") continue;
      base = one.at("base_fen");
      variant = one.at("variant_fen");
    }
  }
  EXPECT_EQ(base, county_);
  EXPECT_GT(variant, base);
  const std::string table = done("compare zhongwei-2024 age-addition");
  EXPECT_THAT(table, HasSubstr("县级"));
  EXPECT_THAT(table, HasSubstr(signed_wan_text(Money::fen(variant - base))));
}

TEST_F(NewPayer, stands_in_the_cash_plan_in_each_form) {
  const json cash = json::parse(done("cash --format json"));
  std::int64_t needed = 0;
  for (const json& need : cash.at("needs")) {
    if (need.at("payer") == "county") needed += need.at("amount_fen").get<std::int64_t>();
  }
  EXPECT_EQ(needed, county_);
  EXPECT_THAT(done("cash"), testing::AllOf(HasSubstr("县级"), HasSubstr(county_wan())));
  EXPECT_THAT(done("cash --format csv"), HasSubstr(",county,"));
  done("cash --out cash.xlsx");
  const Spreadsheet book = read_xlsx(folder_->path() / "cash.xlsx", Door::data);
  const Sheet& sheet = book.sheets.front();
  double wan = 0.0;
  double total = 0.0;
  for (const SheetCell& heading : sheet.cells) {
    if (heading.text != "县级") continue;
    for (std::size_t row = heading.row + 1; row < sheet.rows(); ++row) {
      const SheetCell* cell = sheet.at(row, heading.column);
      const SheetCell* day = sheet.at(row, 0);
      if (cell != nullptr) (day != nullptr && day->text == "合计" ? total : wan) += cell->number;
    }
  }
  EXPECT_NEAR(wan, static_cast<double>(county_) / 1e6, 1e-6);
  EXPECT_NEAR(total, wan, 1e-6);
}

TEST_F(NewPayer, subsidises_the_fund_in_the_plan) {
  const std::string plan = done("plan --year 2024 --years 1");
  EXPECT_THAT(plan, testing::AllOf(HasSubstr("财政补贴收入：县级"), HasSubstr(county_wan())));
}

/// The sum of the column in an exhibit's rows, 万元.
double column_sum(const json& exhibit, const std::string& heading) {
  const json& headings = exhibit.at("headings");
  const auto at = std::find(headings.begin(), headings.end(), heading) - headings.begin();
  double sum = 0.0;
  for (const json& row : exhibit.at("rows")) {
    std::string cell = row.at(static_cast<std::size_t>(at));
    std::erase(cell, ',');
    sum += std::stod(cell);
  }
  return sum;
}

TEST_F(NewPayer, stands_in_a_reports_table_and_chart_of_pay_days) {
  // The page's script is made apart and only draws; any will do here.
  std::filesystem::create_directories(folder_->path() / "outputs/report/dist");
  folder_->write("outputs/report/dist/charts.js", "");
  folder_->write("outputs/report/page.css", "");
  folder_->write("cash.json", done("cash --format json"));
  done("run --out for-report");
  done("report for-report --with cash.json --out report");
  for (const char* name : {"report/report.html", "report/report.md", "report/cash.csv"}) {
    EXPECT_THAT(folder_->read(name), HasSubstr("县级")) << name;
  }
  int found = 0;
  const json report = json::parse(folder_->read("report/exhibits.json"));
  for (const json& exhibit : report.at("exhibits")) {
    if (exhibit.at("id") != "cash") continue;
    ++found;
    const double rounded_cells = 0.005 * static_cast<double>(exhibit.at("rows").size());
    EXPECT_NEAR(column_sum(exhibit, "县级"), static_cast<double>(county_) / 1e6, rounded_cells);
    const json& series = exhibit.at("chart").at("series");
    EXPECT_TRUE(std::any_of(series.begin(), series.end(), [](const json& one) { return one.at("name") == "县级"; }));
  }
  EXPECT_EQ(found, 1);
}

TEST_F(NewPayer, is_named_where_a_member_is_explained) {
  for (int number = 1; number <= 20; ++number) {  // most pensioners are 65 or older, whom the addition is for
    const std::string member = "explain --member R0000" + std::string(number < 10 ? "0" : "") + std::to_string(number);
    if (done(member + " --format json").find("\"payer\": \"county\"") == std::string::npos) continue;
    EXPECT_THAT(done(member), HasSubstr("县级"));
    return;
  }
  FAIL() << "nobody is paid the addition";
}

}  // namespace
}  // namespace disburse
