#include "outputs/office/parameter_workbook.hpp"

#include <algorithm>
#include <charconv>

#include "outputs/office/workbook.hpp"
#include "outputs/text/labels.hpp"

namespace disburse {
namespace {

const char* const headings[] = {"参数", "名称", "单位",   "基准", "低",   "高",     "分布",  "依据",
                                "自",   "至",   "原基准", "原低", "原高", "原分布", "原依据"};
constexpr double widths[] = {38, 34, 9, 14, 11, 11, 8, 60, 10, 10, 10, 10, 10, 10, 10};
constexpr lxw_col_t first_original = 10, last_original = 14;

std::string distribution_name(const std::string& word) {
  if (word == "triangular") return "三角";
  return word == "uniform" ? "均匀" : "正态";
}

/// A plain decimal becomes a number, everything else stays text.
void write_value(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* number,
                 lxw_format* other) {
  double value = 0.0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (!text.empty() && error == std::errc{} && stopped == end) {
    written(worksheet_write_number(sheet, row, column, value, number));
  } else {
    written(worksheet_write_string(sheet, row, column, text.c_str(), other));
  }
}

struct RowTexts {
  std::string base, low, high, distribution;
};

RowTexts texts_of(const Parameter& parameter, const DatedValue& value) {
  RowTexts texts{value_text(value.value), "", "", ""};
  if (parameter.uncertainty) {
    texts.low = value_text(parameter.uncertainty->low);
    texts.high = value_text(parameter.uncertainty->high);
    texts.distribution = distribution_name(parameter.uncertainty->distribution);
  }
  return texts;
}

struct RowFormats {
  lxw_format *number, *text;
};

void write_row(lxw_worksheet* sheet, lxw_row_t row, const Parameter& parameter, const DatedValue& value,
               const RowFormats& formats) {
  const RowTexts texts = texts_of(parameter, value);
  const auto text = [&](lxw_col_t column, const std::string& content) {
    written(worksheet_write_string(sheet, row, column, content.c_str(), formats.text));
  };
  text(0, parameter.path);
  text(1, parameter.name);
  text(2, unit_label(to_string(parameter.unit), Language::zh));
  text(6, texts.distribution);
  const std::string& grounds = parameter.uncertainty ? parameter.uncertainty->source : value.reference;
  text(7, grounds);
  text(8, "");
  text(9, "");
  for (const lxw_col_t first : {lxw_col_t{3}, first_original}) {
    write_value(sheet, row, first, texts.base, formats.number, formats.text);
    const auto next = static_cast<lxw_col_t>(first + 1);
    write_value(sheet, row, next, texts.low, formats.number, formats.text);
    write_value(sheet, row, static_cast<lxw_col_t>(first + 2), texts.high, formats.number, formats.text);
  }
  text(last_original - 1, texts.distribution);
  text(last_original, grounds);
}

void parameter_sheet(lxw_workbook* book, const ParameterTree& law, const Scenario& scenario, const std::string& prefix,
                     const WorkbookFormats& formats) {
  lxw_worksheet* sheet = add_sheet(book, "参数", Page::landscape, Fit::as_many_as_needed);
  for (lxw_col_t c = 0; c <= last_original; ++c) {
    worksheet_set_column(sheet, c, c, widths[c], nullptr);
    written(worksheet_write_string(sheet, 0, c, headings[c], formats.head));
  }
  lxw_row_col_options hidden{1, 0, 0};
  worksheet_set_column_opt(sheet, first_original, last_original, widths[first_original], nullptr, &hidden);
  lxw_format* general = workbook_add_format(book);
  lxw_format* percent = workbook_add_format(book);
  for (lxw_format* format : {general, percent}) {
    format_set_font_name(format, "宋体");
    format_set_font_size(format, 10);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_align(format, LXW_ALIGN_RIGHT);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  }
  format_set_num_format(percent, "0.0###%");  // who types 3 here gets 3 %
  const Month month = scenario.horizon.end() - 1;
  lxw_row_t row = 1;
  for (const auto& [path, parameter] : law.all()) {
    const DatedValue* value = value_in_force(parameter, month);
    if (!path.starts_with(prefix) || value == nullptr) continue;
    const RowFormats used{parameter.unit == Unit::rate ? percent : general, formats.text};
    write_row(sheet, row++, parameter, *value, used);
  }
  worksheet_freeze_panes(sheet, 1, 2);
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_autofilter(sheet, 0, 0, row - 1, 9);
  lxw_data_validation choice{};
  std::string names[] = {"三角", "均匀", "正态"};
  char* shapes[] = {names[0].data(), names[1].data(), names[2].data(), nullptr};
  choice.validate = LXW_VALIDATION_TYPE_LIST;
  choice.value_list = shapes;
  choice.ignore_blank = LXW_VALIDATION_ON;
  written(worksheet_data_validation_range(sheet, 1, 6, std::max<lxw_row_t>(1, row - 1), 6, &choice));
}

std::string joined_by(const std::vector<std::string>& texts, const char* between) {
  std::string text;
  for (const std::string& one : texts) text += (text.empty() ? "" : between) + one;
  return text;
}

void about_sheet(lxw_workbook* book, const Scenario& scenario, const std::vector<std::string>& commands,
                 const WorkbookFormats& formats) {
  lxw_worksheet* sheet = add_sheet(book, "说明", Page::portrait, Fit::as_many_as_needed);
  worksheet_set_column(sheet, 0, 0, 14, nullptr);
  worksheet_set_column(sheet, 1, 1, 74, nullptr);
  const std::pair<const char*, std::string> rows[] = {
      {"基准情景", scenario.name},
      {"标题", scenario.title + "（调整后）"},
      {"作者", ""},
      {"依据", ""},
      {"用法", "在“参数”表中改基准、低、高、分布或依据；自、至写月份（如 2025-01），空白为全期。比例格为百分数。"},
      {"", "存盘后：" + joined_by(commands, "，或 ") + "。"},
      {"月份", "基准为 " + to_string(scenario.horizon.end() - 1) + " 的取值。"}};
  lxw_row_t row = 0;
  for (const auto& [name, value] : rows) {
    written(worksheet_write_string(sheet, row, 0, name, formats.head));
    written(worksheet_write_string(sheet, row, 1, value.c_str(), formats.text));
    worksheet_set_row(sheet, row, height_for(value, 74), nullptr);
    ++row;
  }
}

}  // namespace

std::string parameter_workbook(const std::filesystem::path& scratch, const ParameterTree& law, const Scenario& scenario,
                               const std::string& prefix, const std::vector<std::string>& commands) {
  return workbook_bytes(scratch, "参数表", [&](lxw_workbook* book, const WorkbookFormats& formats) {
    parameter_sheet(book, law, scenario, prefix, formats);
    about_sheet(book, scenario, commands, formats);
  });
}

}  // namespace disburse
