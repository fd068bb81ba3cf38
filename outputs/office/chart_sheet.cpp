#include "outputs/office/chart_sheet.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace disburse {
namespace {

constexpr std::array<lxw_color_t, 10> palette{0x2F6FAB, 0xD9822B, 0x4B9B6E, 0xA05195, 0x8A8D91,
                                              0xC0504D, 0x5AA9C7, 0xB5A642, 0x6B6ECF, 0x8C6D31};
constexpr std::uint16_t chart_width = 900, row_height = 26, least_height = 320, around = 120;  // pixels

/// The chart's series, its mark as one more.
std::vector<Series> series_of(const Chart& chart) {
  std::vector<Series> series = chart.series;
  if (chart.mark && chart.mark->value) {
    series.push_back({chart.mark->name, {}, {}, false});
    series.back().values.assign(chart.categories.size(), chart.mark->value);
  }
  return series;
}

bool lies_across(ChartKind kind) {
  return kind == ChartKind::bars_across || kind == ChartKind::tornado || kind == ChartKind::waterfall ||
         kind == ChartKind::pyramid;
}

std::uint8_t type_of(const Chart& chart) {
  switch (chart.kind) {
    case ChartKind::stacked: return LXW_CHART_COLUMN_STACKED;
    case ChartKind::grouped: return LXW_CHART_COLUMN;
    case ChartKind::lines:
    case ChartKind::fan: return LXW_CHART_LINE;
    case ChartKind::curve: return LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS;
    case ChartKind::scatter: return LXW_CHART_SCATTER;
    case ChartKind::bars_across: return chart.stacked ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
    case ChartKind::heatmap:
    case ChartKind::pyramid:
    case ChartKind::tornado:
    case ChartKind::waterfall: break;
  }
  return LXW_CHART_BAR_STACKED;
}

void style(lxw_chart_series* series, ChartKind kind, std::size_t index, bool hidden) {
  const lxw_color_t colour = palette[index % palette.size()];
  if (hidden) {
    lxw_chart_fill none{};
    none.none = LXW_TRUE;
    chart_series_set_fill(series, &none);
    return;
  }
  if (kind == ChartKind::lines || kind == ChartKind::fan || kind == ChartKind::curve) {
    lxw_chart_line line{};
    line.color = colour;
    line.width = 1.75F;
    chart_series_set_line(series, &line);
    return;
  }
  lxw_chart_fill fill{};
  fill.color = colour;
  if (kind == ChartKind::scatter) {
    chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_fill(series, &fill);
  } else {
    chart_series_set_fill(series, &fill);
  }
}

}  // namespace

ChartSheet::ChartSheet(lxw_workbook* book, const std::string& name, const WorkbookFormats& formats)
    : book_(book),
      sheet_(add_sheet(book, name, Page::landscape, Fit::as_many_as_needed)),
      name_(name),
      formats_(formats) {
  worksheet_set_column(sheet_, 0, 0, 30.0, nullptr);
  worksheet_set_column(sheet_, 1, 20, 16.0, nullptr);
}

void ChartSheet::bars_or_lines(const Chart& drawn, lxw_chart* chart) {
  const std::vector<Series> series = series_of(drawn);
  lxw_row_t last = row_;
  for (const std::string& name : drawn.categories)
    written(worksheet_write_string(sheet_, ++last, 0, name.c_str(), formats_.text));
  for (std::size_t s = 0; s < series.size(); ++s) {
    const auto column = static_cast<lxw_col_t>(s + 1);
    written(worksheet_write_string(sheet_, row_, column, series[s].name.c_str(), formats_.head));
    for (std::size_t c = 0; c < series[s].values.size(); ++c) {
      if (series[s].values[c])
        written(worksheet_write_number(sheet_, row_ + 1 + static_cast<lxw_row_t>(c), column, *series[s].values[c],
                                       formats_.amount));
    }
    lxw_chart_series* one = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(one, name_.c_str(), row_ + 1, 0, last, 0);
    chart_series_set_values(one, name_.c_str(), row_ + 1, column, last, column);
    chart_series_set_name(one, series[s].name.c_str());
    style(one, drawn.kind, s, series[s].hidden);
  }
  if (drawn.minimum) chart_axis_set_min(chart->x_axis, *drawn.minimum);
  const bool one_meaning = series.size() == 1 || drawn.kind == ChartKind::waterfall;
  chart_legend_set_position(chart, one_meaning ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_TOP);
  row_ = last + 2;
}

void ChartSheet::points(const Chart& drawn, lxw_chart* chart) {
  lxw_row_t row = row_ + 1;
  for (const Series& one : drawn.series) {
    const lxw_row_t first = row;
    for (const ChartPoint& point : one.points) {
      if (!point.name.empty()) written(worksheet_write_string(sheet_, row, 0, point.name.c_str(), formats_.text));
      written(worksheet_write_number(sheet_, row, 1, point.x, formats_.amount));
      written(worksheet_write_number(sheet_, row++, 2, point.y, formats_.amount));
    }
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, name_.c_str(), first, 1, row - 1, 1);
    chart_series_set_values(series, name_.c_str(), first, 2, row - 1, 2);
    chart_series_set_name(series, one.name.c_str());
    style(series, ChartKind::curve, 0, false);
  }
  row_ = row + 1;
}

void ChartSheet::add(lxw_worksheet* sheet, lxw_row_t row, const Exhibit& exhibit) {
  const Chart& drawn = *exhibit.chart;
  const ChartKind kind = drawn.kind;
  if (kind == ChartKind::heatmap) return;
  lxw_chart* chart = workbook_add_chart(book_, type_of(drawn));
  written(worksheet_write_string(sheet_, row_, 0, exhibit.title.c_str(), formats_.text_bold));
  if (has_points(kind)) {
    points(drawn, chart);
    if (!drawn.axes.empty()) {
      chart_axis_set_name(chart->x_axis, drawn.axes[0].c_str());
      chart_axis_set_name(chart->y_axis, drawn.axes[1].c_str());
    }
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  } else {
    bars_or_lines(drawn, chart);
  }
  const std::size_t bars = drawn.categories.size();
  if (lies_across(kind)) {
    if (kind != ChartKind::pyramid) chart_axis_set_reverse(chart->y_axis);  // the first name on top
    chart_axis_set_label_position(chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    if (kind == ChartKind::pyramid) chart_set_series_gap(chart, 12);
  }
  const std::uint32_t height =
      lies_across(kind) ? std::max<std::uint32_t>(least_height, static_cast<std::uint32_t>(bars) * row_height + around)
                        : least_height + around / 2;
  lxw_chart_options options{};
  options.x_scale = chart_width / 480.0;  // of the library's own size
  options.y_scale = height / 288.0;
  written(worksheet_insert_chart_opt(sheet, row, 0, chart, &options));
}

}  // namespace disburse
