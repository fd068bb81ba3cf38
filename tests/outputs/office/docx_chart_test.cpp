// A chart in a paper: well-formed, with every category and value, and tied to the document by its relation.
#include "outputs/office/docx_chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "outputs/office/docx.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Chart two_bars() {
  Chart chart = chart_of(ChartKind::tornado);
  chart.categories = {"标准 < 600", "死亡率"};
  chart.series = {{"减少", {-3.5, std::nullopt}, {}, false}, {"增加", {4.25, 1.0}, {}, false}};
  return chart;
}

TEST(DocxChart, has_every_category_and_value_in_its_own_part) {
  pugi::xml_document part;
  ASSERT_TRUE(part.load_string(bar_chart_part(two_bars(), "万元").c_str()));
  const pugi::xml_node bars = part.child("c:chartSpace").child("c:chart").child("c:plotArea").child("c:barChart");
  std::vector<std::string> told;
  for (const pugi::xml_node series : bars.children("c:ser")) {
    told.emplace_back(series.child("c:tx").child_value("c:v"));
    for (const pugi::xml_node point : series.child("c:cat").child("c:strLit").children("c:pt"))
      told.emplace_back(point.child_value("c:v"));
    for (const pugi::xml_node point : series.child("c:val").child("c:numLit").children("c:pt"))
      told.push_back(std::string(point.attribute("idx").value()) + "=" + point.child_value("c:v"));
  }
  EXPECT_EQ(told, (std::vector<std::string>{"减少", "标准 < 600", "死亡率", "0=-3.50", "增加", "标准 < 600", "死亡率",
                                            "0=4.25", "1=1.00"}));
}

TEST(DocxChart, the_document_knows_each_of_its_charts) {
  Docx docx;
  docx.chart(two_bars(), "万元", "两项");
  docx.chart(two_bars(), "元", "又两项");
  const TestWorkbook file(docx.bytes());
  const auto part = [&](const char* name) { return archive_part(file.file(), name); };
  EXPECT_THAT(part("word/charts/chart2.xml"), HasSubstr("<a:t>元</a:t>"));
  for (const char* number : {"1", "2"}) {
    const std::string name = std::string("charts/chart") + number + ".xml";
    EXPECT_THAT(part("[Content_Types].xml"), HasSubstr("/word/" + name));
    EXPECT_THAT(part("word/_rels/document.xml.rels"), HasSubstr(std::string("Id=\"rIdChart") + number + "\"")) << name;
    EXPECT_THAT(part("word/document.xml"), HasSubstr(std::string("r:id=\"rIdChart") + number + "\""));
  }
  EXPECT_THAT(part("word/document.xml"), HasSubstr("descr=\"又两项\"")) << "for those who cannot see it";
}

TEST(DocxChart, a_paper_without_charts_has_no_part_of_one) {
  Docx docx;
  docx.paragraph("1");
  const TestWorkbook file(docx.bytes());
  EXPECT_THAT(archive_part(file.file(), "[Content_Types].xml"), Not(HasSubstr("chart")));
}

/// 9 mm a bar and 30 mm around them.
TEST(DocxChart, grows_with_its_bars) {
  EXPECT_THAT(chart_paragraph("r", 1, "", 2), HasSubstr("cy=\"1728000\""));
  EXPECT_THAT(chart_paragraph("r", 1, "", 8), HasSubstr("cy=\"3672000\""));
}

}  // namespace
}  // namespace disburse
