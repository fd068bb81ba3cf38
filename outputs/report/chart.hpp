#pragma once
// What a chart draws: kind, categories, series. The page's script and the workbook draw from it.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/money.hpp"
#include "outputs/text/json_parts.hpp"

namespace disburse {

enum class ChartKind : std::uint8_t {
  bars_across,
  stacked,
  grouped,  ///< upright bars side by side
  lines,
  fan,      ///< bands: series are outer low and high, inner low and high, the middle
  curve,    ///< points joined; y in whole per cent
  scatter,  ///< points with names
  heatmap,  ///< one series a row
  pyramid,
  tornado,
  waterfall,  ///< series are a floor that is not seen, ends, rises, falls
};

/// A point of a curve or a scatter plot.
struct ChartPoint {
  double x = 0.0, y = 0.0;
  std::string name;
};

struct Series {
  std::string name;
  std::vector<std::optional<double>> values;  ///< by category; empty: nothing is drawn
  std::vector<ChartPoint> points;             ///< instead of values
  bool hidden = false;                        ///< the floor of a waterfall
};

/// A line across the chart.
struct ChartMark {
  std::string name;
  std::optional<double> value;
};

struct Chart {
  ChartKind kind = ChartKind::bars_across;
  bool stacked = false;  ///< bars that lie across
  std::vector<std::string> categories;
  std::vector<std::string> axes;  ///< names of x and y
  std::vector<double> steps;      ///< of a waterfall
  std::optional<double> minimum;  ///< of the axis
  std::vector<Series> series;
  std::vector<std::string> names;  ///< of a fan's bands
  std::optional<ChartMark> mark;
};

/// A chart of the kind, still empty.
Chart chart_of(ChartKind kind);
bool has_points(ChartKind kind);

/// 万元 with two decimals, as a number to draw.
double chart_wan(Money amount);
std::optional<double> chart_wan(const std::optional<Money>& amount);
/// Nothing is drawn for a hidden count.
std::optional<double> chart_count(double count);

/// As the page's script reads it: {kind, categories, series ...}.
Json chart_json(const Chart& chart);

}  // namespace disburse
