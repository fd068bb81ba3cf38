#include "outputs/office/quick_workbook.hpp"

#include <fmt/format.h>

#include "outputs/office/workbook.hpp"
#include "outputs/text/labels.hpp"

namespace disburse {
namespace {

constexpr lxw_row_t title_row = 0, hint_row = 1, heading_row = 2, first_row = 3;
enum Column : lxw_col_t { name, unit, now, chosen, low, high, warning, first_line };
constexpr double yuan_a_wan = 10'000.0;
constexpr double two_lines = 30.0;  // points
constexpr lxw_color_t input_colour = 0xFFF2CC;
constexpr const char* beyond = "超出范围，请重新测算";

std::string cell(lxw_row_t row, lxw_col_t column) {
  char text[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell_abs(text, row, column, 1, 1);
  return text;
}

class Sheet {
 public:
  Sheet(lxw_workbook* book, const WorkbookFormats& formats, const QuickSums& sums,
        const std::vector<std::string>& doubts)
      : sheet_(add_sheet(book, "速算", Page::landscape, Fit::one_page)),
        formats_(formats),
        sums_(sums),
        doubts_(doubts) {
    input_ = workbook_add_format(book);
    format_set_bg_color(input_, input_colour);
    format_set_border(input_, LXW_BORDER_THIN);
    format_set_num_format(input_, "#,##0.00");
    format_set_unlocked(input_);
    last_rate_ = first_row + static_cast<lxw_row_t>(sums.rates.size()) - 1;
  }

  void fill() {
    head();
    for (std::size_t r = 0; r < sums_.rates.size(); ++r) rate(first_row + static_cast<lxw_row_t>(r), sums_.rates[r]);
    lines();
  }

 private:
  void text(lxw_row_t row, lxw_col_t column, const std::string& value, lxw_format* format) {
    written(worksheet_write_string(sheet_, row, column, value.c_str(), format));
  }

  void head() {
    const auto last = static_cast<lxw_col_t>(first_line + sums_.codes.size() - 1);
    written(worksheet_merge_range(sheet_, title_row, 0, title_row, last,
                                  fmt::format("速算表：{}年各科目支出（{}）", sums_.year, sums_.scenario).c_str(),
                                  formats_.title));
    std::string hint;
    for (const std::string& doubt : doubts_) hint += doubt + "\n";
    hint +=
        "改黄色格子里的标准，下方各科目随之变动。右侧各列是每一元标准在该科目的人次数；只在所列范围内"
        "成立，超出时有提示。";
    written(worksheet_merge_range(sheet_, hint_row, 0, hint_row, last, hint.c_str(), formats_.note));
    constexpr double narrowest_sheet = 120.0;
    worksheet_set_row(sheet_, hint_row, height_for(hint, narrowest_sheet), nullptr);
    const char* headings[] = {"标准", "单位", "现标准", "试算标准", "范围下限", "范围上限", "提示"};
    for (lxw_col_t c = 0; c < first_line; ++c) text(heading_row, c, headings[c], formats_.head);
    for (std::size_t l = 0; l < sums_.codes.size(); ++l)
      text(heading_row, static_cast<lxw_col_t>(first_line + l), sums_.codes[l] + " " + sums_.names[l], formats_.head);
    const double widths[] = {34, 12, 12, 12, 12, 12, 20};
    for (lxw_col_t c = 0; c < first_line; ++c) worksheet_set_column(sheet_, c, c, widths[c], nullptr);
    worksheet_set_column(sheet_, first_line, last, 20, nullptr);
    worksheet_set_row(sheet_, heading_row, two_lines, nullptr);
    worksheet_freeze_panes(sheet_, first_row, 1);
  }

  void rate(lxw_row_t row, const QuickRate& one) {
    text(row, name, one.name, formats_.text);
    text(row, unit, unit_label(one.unit, Language::zh), formats_.centre);
    written(worksheet_write_number(sheet_, row, now, one.yuan, formats_.amount));
    written(worksheet_write_number(sheet_, row, chosen, one.yuan, input_));
    written(worksheet_write_number(sheet_, row, low, one.low, formats_.amount));
    written(worksheet_write_number(sheet_, row, high, one.high, formats_.amount));
    const std::string value = cell(row, chosen);
    const std::string warn =
        fmt::format("=IF(OR({0}<{1},{0}>{2}),\"{3}\",\"\")", value, cell(row, low), cell(row, high), beyond);
    written(worksheet_write_formula_str(sheet_, row, warning, warn.c_str(), formats_.text, ""));
    for (std::size_t l = 0; l < one.person_payments.size(); ++l)
      written(worksheet_write_number(sheet_, row, static_cast<lxw_col_t>(first_line + l), one.person_payments[l],
                                     formats_.amount));
  }

  void lines() {
    const lxw_row_t top = last_rate_ + 2;
    const char* labels[] = {"不随以上标准变动的部分（元）",
                            "试算支出（万元）",
                            "现测算（万元）",
                            "变动（万元）",
                            "预算（万元）",
                            "试算减预算（万元）"};
    for (lxw_row_t r = 0; r < std::size(labels); ++r) text(top + r, name, labels[r], formats_.text_bold);
    for (std::size_t l = 0; l < sums_.codes.size(); ++l) {
      const auto column = static_cast<lxw_col_t>(first_line + l);
      const double projected = static_cast<double>(sums_.projected[l].fen()) / 100.0 / yuan_a_wan;
      const double budget = static_cast<double>(sums_.budget[l].fen()) / 100.0 / yuan_a_wan;
      written(worksheet_write_number(sheet_, top, column, sums_.fixed[l], formats_.amount));
      const std::string sum =
          sums_.rates.empty()
              ? fmt::format("={}/{}", cell(top, column), yuan_a_wan)
              : fmt::format("=({}+SUMPRODUCT({}:{},{}:{}))/{}", cell(top, column), cell(first_row, chosen),
                            cell(last_rate_, chosen), cell(first_row, column), cell(last_rate_, column), yuan_a_wan);
      written(worksheet_write_formula_num(sheet_, top + 1, column, sum.c_str(), formats_.amount_bold, projected));
      written(worksheet_write_number(sheet_, top + 2, column, projected, formats_.amount));
      written(worksheet_write_formula_num(sheet_, top + 3, column,
                                          fmt::format("={}-{}", cell(top + 1, column), cell(top + 2, column)).c_str(),
                                          formats_.amount, 0.0));
      written(worksheet_write_number(sheet_, top + 4, column, budget, formats_.amount));
      written(worksheet_write_formula_num(sheet_, top + 5, column,
                                          fmt::format("={}-{}", cell(top + 1, column), cell(top + 4, column)).c_str(),
                                          formats_.amount, projected - budget));
    }
    const auto last = static_cast<lxw_col_t>(first_line + sums_.codes.size() - 1);
    const std::string note = fmt::format(
        "人次数取自测算（期望值）。全部标准同时取上限时，与重新测算相差至多 {:.2f} "
        "元。改人数、死亡率等其他假定须重新测算。",
        sums_.joint_error);
    written(worksheet_merge_range(sheet_, top + 7, 0, top + 7, last, note.c_str(), formats_.note));
  }

  lxw_worksheet* sheet_;
  const WorkbookFormats& formats_;
  const QuickSums& sums_;
  const std::vector<std::string>& doubts_;
  lxw_format* input_ = nullptr;
  lxw_row_t last_rate_ = 0;
};

}  // namespace

std::string quick_workbook(const std::filesystem::path& scratch, const QuickSums& sums,
                           const std::vector<std::string>& doubts) {
  return workbook_bytes(scratch, "速算表", [&](lxw_workbook* book, const WorkbookFormats& formats) {
    Sheet(book, formats, sums, doubts).fill();
  });
}

}  // namespace disburse
