#include "outputs/report/chart.hpp"

#include <cmath>

namespace disburse {
namespace {

const char* word_of(ChartKind kind) {
  switch (kind) {
    case ChartKind::bars_across: return "bars_across";
    case ChartKind::stacked: return "stacked";
    case ChartKind::grouped: return "grouped";
    case ChartKind::lines: return "lines";
    case ChartKind::fan: return "fan";
    case ChartKind::curve: return "curve";
    case ChartKind::scatter: return "scatter";
    case ChartKind::heatmap: return "heatmap";
    case ChartKind::pyramid: return "pyramid";
    case ChartKind::tornado: return "tornado";
    case ChartKind::waterfall: return "waterfall";
  }
  return "";
}

Json point_part(const ChartPoint& point, ChartKind kind) {
  Json part = Json::array({point.x});
  if (kind == ChartKind::curve) {
    part.push_back(std::llround(point.y));
  } else {
    part.push_back(point.y);
  }
  if (!point.name.empty()) part.push_back(point.name);
  return part;
}

Json series_part(const Series& series, ChartKind kind) {
  Json part{{"name", series.name}, {"values", Json::array()}};
  if (has_points(kind)) {
    for (const ChartPoint& point : series.points) part["values"].push_back(point_part(point, kind));
  } else {
    for (const std::optional<double>& value : series.values) part["values"].push_back(or_null(value));
  }
  if (series.hidden) part["hidden"] = true;
  return part;
}

}  // namespace

Chart chart_of(ChartKind kind) {
  Chart chart;
  chart.kind = kind;
  return chart;
}

bool has_points(ChartKind kind) { return kind == ChartKind::curve || kind == ChartKind::scatter; }

double chart_wan(Money amount) {
  constexpr double fen_a_wan = 1e6, hundredths = 100.0;
  return std::round(static_cast<double>(amount.fen()) / fen_a_wan * hundredths) / hundredths;
}

std::optional<double> chart_wan(const std::optional<Money>& amount) {
  return amount ? std::optional(chart_wan(*amount)) : std::nullopt;
}

std::optional<double> chart_count(double count) { return std::isnan(count) ? std::nullopt : std::optional(count); }

Json chart_json(const Chart& chart) {
  Json part{{"kind", word_of(chart.kind)}};
  if (chart.stacked) part["stack"] = true;
  if (!has_points(chart.kind)) part["categories"] = chart.categories;
  if (!chart.axes.empty()) part["axes"] = chart.axes;
  if (!chart.steps.empty()) part["steps"] = chart.steps;
  if (chart.minimum) part["minimum"] = *chart.minimum;
  part["series"] = Json::array();
  for (const Series& series : chart.series) part["series"].push_back(series_part(series, chart.kind));
  if (!chart.names.empty()) part["names"] = chart.names;
  if (chart.mark) part["mark"] = {{"name", chart.mark->name}, {"value", or_null(chart.mark->value)}};
  return part;
}

}  // namespace disburse
