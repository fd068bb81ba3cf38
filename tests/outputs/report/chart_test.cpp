// What the page's script is given to draw.
#include "outputs/report/chart.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace disburse {
namespace {

TEST(Chart, is_written_with_gaps_where_nothing_is_drawn) {
  Chart chart = chart_of(ChartKind::bars_across);
  chart.categories = {"甲", "乙"};
  chart.series = {{"预算", {chart_wan(Money::fen(6'078'000'000)), std::nullopt}, {}, false}};
  EXPECT_EQ(
      chart_json(chart),
      Json::parse(
          R"({"kind":"bars_across","categories":["甲","乙"],"series":[{"name":"预算","values":[6078.0,null]}]})"));
  chart.stacked = true;
  chart.mark = ChartMark{"全年预算", std::nullopt};
  EXPECT_EQ(chart_json(chart).at("stack"), true);
  EXPECT_EQ(chart_json(chart).at("mark"), Json::parse(R"({"name":"全年预算","value":null})"));
}

TEST(Chart, has_points_with_names_or_whole_per_cents) {
  Chart curve = chart_of(ChartKind::curve);
  curve.series = {{"概率", {}, {{100.5, 90.0, ""}}, false}};
  EXPECT_EQ(chart_json(curve).at("series").at(0).at("values").dump(), "[[100.5,90]]");
  Chart scatter = chart_of(ChartKind::scatter);
  scatter.axes = {"mu*", "sigma"};
  scatter.series = {{"因素", {}, {{1.0, 0.0, "死亡率"}}, false}};
  EXPECT_EQ(chart_json(scatter).at("series").at(0).at("values").dump(), "[[1.0,0.0,\"死亡率\"]]");
  EXPECT_FALSE(chart_json(scatter).contains("categories"));
}

TEST(Chart, draws_no_hidden_count) {
  EXPECT_FALSE(chart_count(std::numeric_limits<double>::quiet_NaN()));
  EXPECT_EQ(chart_count(12.0), 12.0);
}

}  // namespace
}  // namespace disburse
