#include "outputs/office/fill_in_workbook.hpp"

#include <algorithm>

#include "outputs/office/workbook.hpp"

namespace disburse {
namespace {

constexpr double greatest_amount = 1e12;  // yuan; what is more is a slip

class Filler {
 public:
  Filler(lxw_workbook* book, const WorkbookFormats& formats) : book_(book), formats_(formats) {
    example_ = workbook_add_format(book);
    format_set_font_name(example_, "楷体");
    format_set_font_size(example_, 10);
    format_set_font_color(example_, LXW_COLOR_GRAY);
    format_set_border(example_, LXW_BORDER_THIN);
    format_set_text_wrap(example_);
  }

  void sheet(const FillInSheet& form) {
    lxw_worksheet* sheet = add_sheet(book_, form.name, Page::portrait, Fit::as_many_as_needed);
    const auto last = static_cast<lxw_col_t>(form.columns.size() - 1);
    lxw_row_t row = 0;
    double width = 0.0;
    for (const FillInColumn& column : form.columns) width += column.width;
    written(worksheet_write_string(sheet, row++, 0, form.title.c_str(), formats_.text_bold));
    for (const std::string& note : form.notes) {
      if (last > 0)
        written(worksheet_merge_range(sheet, row, 0, row, last, note.c_str(), formats_.note));
      else
        written(worksheet_write_string(sheet, row, 0, note.c_str(), formats_.note));
      worksheet_set_row(sheet, row++, height_for(note, width), nullptr);
    }
    const lxw_row_t heading = row;
    for (lxw_col_t c = 0; c <= last; ++c) {
      worksheet_set_column(sheet, c, c, form.columns[c].width, nullptr);
      written(worksheet_write_string(sheet, heading, c, form.columns[c].heading.c_str(), formats_.head));
    }
    ++row;
    for (lxw_col_t c = 0; c < form.example.size(); ++c) {
      written(worksheet_write_string(sheet, row, c, form.example[c].c_str(), example_));
    }
    ++row;
    const lxw_row_t first = row;
    for (const auto& cells : form.rows) {
      for (lxw_col_t c = 0; c < cells.size(); ++c)
        written(worksheet_write_string(sheet, row, c, cells[c].c_str(), formats_.text));
      ++row;
    }
    row += static_cast<lxw_row_t>(form.blank_rows);
    if (row > first) {
      for (lxw_col_t c = 0; c <= last; ++c) check(sheet, form.columns[c], first, row - 1, c);
    }
    worksheet_freeze_panes(sheet, heading + 1, 0);
    worksheet_repeat_rows(sheet, heading, heading);
  }

 private:
  void check(lxw_worksheet* sheet, const FillInColumn& column, lxw_row_t first, lxw_row_t last, lxw_col_t at) {
    if (column.check == CellCheck::none) return;
    lxw_data_validation rule{};
    rule.ignore_blank = LXW_VALIDATION_ON;
    std::string title = "请核对", message;
    std::vector<char*> choices;
    std::vector<std::string> words = column.choices;
    if (column.check == CellCheck::choice) {
      for (std::string& word : words) choices.push_back(word.data());
      choices.push_back(nullptr);
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = choices.data();
      message = "从列表中选择";
    } else {
      const bool whole = column.check == CellCheck::whole;
      rule.validate = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
      rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      rule.minimum_number = whole ? 0.0 : -greatest_amount;
      rule.maximum_number = greatest_amount;
      message = whole ? "写 0 以上的整数" : "写金额数字；不知道写“未知”";
      rule.error_type = whole ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
    }
    rule.error_title = title.data();
    rule.error_message = message.data();
    written(worksheet_data_validation_range(sheet, first, at, last, at, &rule));
  }

  lxw_workbook* book_;
  const WorkbookFormats& formats_;
  lxw_format* example_ = nullptr;
};

}  // namespace

std::string fill_in_workbook(const std::filesystem::path& scratch, const std::string& title,
                             const std::vector<FillInSheet>& sheets) {
  return workbook_bytes(scratch, title, [&](lxw_workbook* book, const WorkbookFormats& formats) {
    Filler filler(book, formats);
    for (const FillInSheet& sheet : sheets) filler.sheet(sheet);
  });
}

}  // namespace disburse
