// A report's exhibits for other programs: headings, types and rows as a person reads them.
#include "outputs/report/report_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

TEST(ReportJson, tells_each_exhibit_with_its_types_and_rows_as_they_are_read) {
  Exhibit exhibit;
  exhibit.id = "lines";
  exhibit.title = "科目";
  exhibit.unit = "万元";
  exhibit.columns = {name_column("科目"), money_column("预算"), rate_column("执行率"), count_column("人数")};
  exhibit.add({"其他", Money::yuan(12'345'600), 0.969, ExhibitCell{}});
  ExhibitCell hidden;
  hidden.value = HiddenCount{};
  exhibit.add({"补助", Money{}, ExhibitCell{}, hidden});
  ReportContent content;
  content.exhibits = {exhibit};
  const auto document = nlohmann::json::parse(report_json(content));
  EXPECT_EQ(document.at("schema"), "disburse/report/1");
  const auto& part = document.at("exhibits").at(0);
  EXPECT_EQ(part.at("id"), "lines");
  EXPECT_TRUE(part.at("chart").is_null()) << "a table alone";
  EXPECT_EQ(part.at("types"), nlohmann::json({"name", "money", "rate", "count"}));
  EXPECT_EQ(part.at("headings").at(1), "预算");
  EXPECT_EQ(part.at("rows").at(0), nlohmann::json({"其他", "1,234.56", "96.9%", "-"}));
  EXPECT_EQ(part.at("rows").at(1).at(3), "*") << "a count that is not published";
}

TEST(ReportJson, of_nothing_has_no_exhibits) {
  EXPECT_TRUE(nlohmann::json::parse(report_json(ReportContent{})).at("exhibits").empty());
}

}  // namespace
}  // namespace disburse
