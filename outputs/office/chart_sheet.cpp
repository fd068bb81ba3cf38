#include "outputs/office/chart_sheet.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace disburse {
namespace {

constexpr std::array<lxw_color_t, 10> palette{0x2F6FAB, 0xD9822B, 0x4B9B6E, 0xA05195, 0x8A8D91,
                                              0xC0504D, 0x5AA9C7, 0xB5A642, 0x6B6ECF, 0x8C6D31};
constexpr std::uint16_t chart_width = 900, row_height = 26, least_height = 320, around = 120;  // pixels

/// A column of the data; empty values are drawn as nothing.
struct Series {
  std::string name;
  std::vector<std::optional<double>> values;
  bool hidden = false;
};

std::vector<Series> series_of_chart(const Json& chart) {
  std::vector<Series> series;
  for (const Json& one : chart.at("series")) {
    Series column{one.at("name"), {}, one.value("hidden", false)};
    for (const Json& value : one.at("values"))
      column.values.push_back(value.is_number() ? std::optional(value.get<double>()) : std::nullopt);
    series.push_back(std::move(column));
  }
  if (chart.contains("mark")) {
    series.push_back({chart.at("mark").at("name"), {}, false});
    series.back().values.assign(chart.at("categories").size(), chart.at("mark").at("value").get<double>());
  }
  return series;
}

bool lies_across(const std::string& kind) {
  return kind == "bars_across" || kind == "tornado" || kind == "waterfall" || kind == "pyramid";
}

std::uint8_t type_of(const Json& chart) {
  const std::string kind = chart.at("kind");
  if (kind == "stacked") return LXW_CHART_COLUMN_STACKED;
  if (kind == "lines" || kind == "fan") return LXW_CHART_LINE;
  if (kind == "curve") return LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS;
  if (kind == "scatter") return LXW_CHART_SCATTER;
  if (kind == "bars_across" && !chart.contains("stack")) return LXW_CHART_BAR;
  return LXW_CHART_BAR_STACKED;
}

void style(lxw_chart_series* series, const std::string& kind, std::size_t index, bool hidden) {
  const lxw_color_t colour = palette[index % palette.size()];
  if (hidden) {
    lxw_chart_fill none{};
    none.none = LXW_TRUE;
    chart_series_set_fill(series, &none);
    return;
  }
  if (kind == "lines" || kind == "fan" || kind == "curve") {
    lxw_chart_line line{};
    line.color = colour;
    line.width = 1.75F;
    chart_series_set_line(series, &line);
    return;
  }
  lxw_chart_fill fill{};
  fill.color = colour;
  if (kind == "scatter") {
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

void ChartSheet::bars_or_lines(const Exhibit& exhibit, lxw_chart* chart) {
  const std::vector<Series> series = series_of_chart(exhibit.chart);
  const std::string kind = exhibit.chart.at("kind");
  lxw_row_t last = row_;
  for (const Json& name : exhibit.chart.at("categories"))
    worksheet_write_string(sheet_, ++last, 0, name.get<std::string>().c_str(), formats_.text);
  for (std::size_t s = 0; s < series.size(); ++s) {
    const auto column = static_cast<lxw_col_t>(s + 1);
    worksheet_write_string(sheet_, row_, column, series[s].name.c_str(), formats_.head);
    for (std::size_t c = 0; c < series[s].values.size(); ++c) {
      if (series[s].values[c])
        worksheet_write_number(sheet_, row_ + 1 + static_cast<lxw_row_t>(c), column, *series[s].values[c],
                               formats_.amount);
    }
    lxw_chart_series* one = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(one, name_.c_str(), row_ + 1, 0, last, 0);
    chart_series_set_values(one, name_.c_str(), row_ + 1, column, last, column);
    chart_series_set_name(one, series[s].name.c_str());
    style(one, kind, s, series[s].hidden);
  }
  if (exhibit.chart.contains("minimum")) chart_axis_set_min(chart->x_axis, exhibit.chart.at("minimum").get<double>());
  const bool one_meaning = series.size() == 1 || kind == "waterfall";
  chart_legend_set_position(chart, one_meaning ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_TOP);
  row_ = last + 2;
}

/// Each value is [x, y], or [x, y, name].
void ChartSheet::points(const Json& series, lxw_chart* chart) {
  lxw_row_t row = row_ + 1;
  for (const Json& one : series) {
    const lxw_row_t first = row;
    for (const Json& point : one.at("values")) {
      if (point.size() > 2)
        worksheet_write_string(sheet_, row, 0, point.at(2).get<std::string>().c_str(), formats_.text);
      worksheet_write_number(sheet_, row, 1, point.at(0).get<double>(), formats_.amount);
      worksheet_write_number(sheet_, row++, 2, point.at(1).get<double>(), formats_.amount);
    }
    lxw_chart_series* drawn = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(drawn, name_.c_str(), first, 1, row - 1, 1);
    chart_series_set_values(drawn, name_.c_str(), first, 2, row - 1, 2);
    chart_series_set_name(drawn, one.at("name").get<std::string>().c_str());
    style(drawn, "curve", 0, false);
  }
  row_ = row + 1;
}

void ChartSheet::add(lxw_worksheet* sheet, lxw_row_t row, const Exhibit& exhibit) {
  const std::string kind = exhibit.chart.at("kind");
  if (kind == "heatmap") return;
  lxw_chart* chart = workbook_add_chart(book_, type_of(exhibit.chart));
  worksheet_write_string(sheet_, row_, 0, exhibit.title.c_str(), formats_.text_bold);
  std::size_t bars = 0;
  if (kind == "curve" || kind == "scatter") {
    points(exhibit.chart.at("series"), chart);
    if (exhibit.chart.contains("axes")) {
      chart_axis_set_name(chart->x_axis, exhibit.chart.at("axes").at(0).get<std::string>().c_str());
      chart_axis_set_name(chart->y_axis, exhibit.chart.at("axes").at(1).get<std::string>().c_str());
    }
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  } else {
    bars = exhibit.chart.at("categories").size();
    bars_or_lines(exhibit, chart);
  }
  if (lies_across(kind)) {
    if (kind != "pyramid") chart_axis_set_reverse(chart->y_axis);  // the first name on top
    chart_axis_set_label_position(chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    if (kind == "pyramid") chart_set_series_gap(chart, 12);
  }
  const std::uint32_t height =
      lies_across(kind) ? std::max<std::uint32_t>(least_height, static_cast<std::uint32_t>(bars) * row_height + around)
                        : least_height + around / 2;
  lxw_chart_options options{};
  options.x_scale = chart_width / 480.0;  // of the library's own size
  options.y_scale = height / 288.0;
  worksheet_insert_chart_opt(sheet, row, 0, chart, &options);
}

}  // namespace disburse
