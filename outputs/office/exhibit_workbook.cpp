#include "outputs/office/exhibit_workbook.hpp"

#include <algorithm>
#include <map>

#include "engine/support/text_width.hpp"
#include "outputs/office/chart_sheet.hpp"
#include "outputs/office/workbook.hpp"

namespace disburse {
namespace {

constexpr lxw_row_t title_row = 0, note_row = 1, heading_row = 2, first_row = 3;
constexpr double narrowest = 10.0, widest = 44.0;  // columns, in characters
constexpr double contents_width = 90.0;            // of the three columns of the first sheet
constexpr lxw_color_t differs_colour = 0xFFF2CC;

class Book {
 public:
  Book(lxw_workbook* book, const WorkbookFormats& formats, const ReportContent& content, Language language)
      : book_(book), formats_(formats), content_(content), language_(language) {}

  void fill() {
    heading_ = workbook_add_format(book_);
    format_set_font_name(heading_, "黑体");
    format_set_font_size(heading_, 12);
    lxw_worksheet* front = add_sheet(book_, say(language_, "目录", "contents"), Page::portrait, Fit::one_page);
    std::vector<lxw_worksheet*> sheets;
    for (std::size_t e = 0; e < content_.exhibits.size(); ++e)
      sheets.push_back(add_sheet(book_, name_of(e), Page::landscape, Fit::one_page));
    ChartSheet charts(book_, say(language_, "图表数据", "chart data"), formats_);
    for (std::size_t e = 0; e < sheets.size(); ++e) exhibit(sheets[e], content_.exhibits[e], charts);
    contents(front);
  }

 private:
  /// "3 title": unique, at most 31 characters, none that a sheet's name must not have.
  std::string name_of(std::size_t exhibit) const {
    std::string title = content_.exhibits[exhibit].title;
    std::erase_if(title, [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; });
    constexpr int most = 28;  // columns: no more characters than that
    return clipped(std::to_string(exhibit + 1) + " " + title, most);
  }

  lxw_format* number_format(int decimals, bool percent, bool differs) {
    const std::string key =
        "#,##0" + (decimals > 0 ? "." + std::string(static_cast<std::size_t>(decimals), '0') : std::string()) +
        (percent ? "%" : "");
    lxw_format*& format = numbers_[key + (differs ? "!" : "")];
    if (format == nullptr) {
      format = workbook_add_format(book_);
      format_set_font_name(format, "宋体");
      format_set_font_size(format, 10);
      format_set_border(format, LXW_BORDER_THIN);
      format_set_num_format(format, key.c_str());
      if (differs) format_set_bg_color(format, differs_colour);
    }
    return format;
  }

  /// A value keeps the decimals that it is written with.
  static int decimals_of(const ExhibitColumn& column, const ExhibitCell& cell) {
    const std::string* text = std::get_if<std::string>(&cell.value);
    if (text == nullptr) return column.decimals;
    const auto point = text->find('.');
    return point == std::string::npos ? 0 : static_cast<int>(text->size() - point - 1);
  }

  void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t at, const ExhibitColumn& column, const ExhibitCell& cell) {
    if (const auto number = cell_number(column, cell)) {
      written(worksheet_write_number(
          sheet, row, at, *number,
          number_format(decimals_of(column, cell), column.type == ColumnType::rate, cell.differs)));
    } else {
      written(worksheet_write_string(sheet, row, at, cell_text(column, cell).c_str(), formats_.text));
    }
  }

  std::vector<double> widths_of(const Exhibit& exhibit) const {
    std::vector<double> widths;
    for (std::size_t c = 0; c < exhibit.columns.size(); ++c) {
      double width = std::max(narrowest, display_width(exhibit.columns[c].heading) + 2.0);
      for (const auto& row : exhibit.rows)
        width = std::max(width, display_width(cell_text(exhibit.columns[c], row[c])) + 2.0);
      widths.push_back(std::min(width, widest));
    }
    return widths;
  }

  void exhibit(lxw_worksheet* sheet, const Exhibit& exhibit, ChartSheet& charts) {
    const std::string unit =
        exhibit.unit.empty() ? "" : say(language_, "（单位：", " (") + exhibit.unit + say(language_, "）", ")");
    written(worksheet_write_string(sheet, title_row, 0, (exhibit.title + unit).c_str(), heading_));
    if (!exhibit.note.empty()) written(worksheet_write_string(sheet, note_row, 0, exhibit.note.c_str(), nullptr));
    const std::vector<double> widths = widths_of(exhibit);
    for (std::size_t c = 0; c < widths.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c);
      worksheet_set_column(sheet, column, column, widths[c], nullptr);
      written(worksheet_write_string(sheet, heading_row, column, exhibit.columns[c].heading.c_str(), formats_.head));
    }
    lxw_row_t row = first_row;
    for (const auto& cells : exhibit.rows) {
      double height = 0.0;
      for (std::size_t c = 0; c < cells.size(); ++c) {
        const ExhibitColumn& column = exhibit.columns[c];
        write(sheet, row, static_cast<lxw_col_t>(c), column, cells[c]);
        height = std::max(height, height_for(cell_text(column, cells[c]), widths[c]));
      }
      worksheet_set_row(sheet, row++, height, nullptr);
    }
    worksheet_freeze_panes(sheet, first_row, 1);
    if (exhibit.chart) charts.add(sheet, row + 1, exhibit);
  }

  void contents(lxw_worksheet* sheet) {
    worksheet_set_column(sheet, 0, 0, 28.0, nullptr);
    worksheet_set_column(sheet, 1, 1, 18.0, nullptr);
    worksheet_set_column(sheet, 2, 2, 44.0, nullptr);
    written(worksheet_merge_range(sheet, 0, 0, 0, 2, content_.title.c_str(), formats_.title));
    written(worksheet_merge_range(sheet, 1, 0, 1, 2, content_.subtitle.c_str(), formats_.note));
    worksheet_set_row(sheet, 1, height_for(content_.subtitle, contents_width), nullptr);
    lxw_row_t row = 2;
    std::vector<std::string> sentences = content_.points;
    if (!content_.verdict.empty()) sentences.insert(sentences.begin(), content_.verdict);
    for (const std::string& sentence : sentences) {
      const bool first = row == 2;
      written(
          worksheet_merge_range(sheet, row, 0, row, 2, sentence.c_str(), first ? formats_.text_bold : formats_.note));
      worksheet_set_row(sheet, row++, height_for(sentence, contents_width), nullptr);
    }
    ++row;
    for (const Headline& one : content_.headlines) {
      written(worksheet_write_string(sheet, row, 0, one.name().c_str(), formats_.text));
      write(sheet, row, 1, one.column, one.value);
      written(worksheet_write_string(sheet, row++, 2, one.note.c_str(), formats_.text));
    }
    ++row;
    for (std::size_t e = 0; e < content_.exhibits.size(); ++e) {
      written(worksheet_write_url_opt(sheet, row++, 0, ("internal:'" + name_of(e) + "'!A1").c_str(), nullptr,
                                      content_.exhibits[e].title.c_str(), nullptr));
    }
  }

  lxw_workbook* book_;
  const WorkbookFormats& formats_;
  const ReportContent& content_;
  Language language_;
  lxw_format* heading_ = nullptr;
  std::map<std::string, lxw_format*> numbers_;
};

}  // namespace

std::string exhibit_workbook(const std::filesystem::path& scratch, const ReportContent& content, Language language) {
  return workbook_bytes(scratch, content.title, [&](lxw_workbook* book, const WorkbookFormats& formats) {
    Book(book, formats, content, language).fill();
  });
}

}  // namespace disburse
