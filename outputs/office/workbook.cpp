#include "outputs/office/workbook.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "engine/support/files.hpp"
#include "engine/support/text_width.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

/// A folder that only this user can look into, removed with all it holds.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::string name = (fs::temp_directory_path() / "disburse-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the workbook can be made in " + name);
    path_ = name;
  }
  ~PrivateFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  fs::path file(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

lxw_format* format(lxw_workbook* book, const char* font, double size, std::uint8_t align, bool border) {
  lxw_format* made = workbook_add_format(book);
  format_set_font_name(made, font);
  format_set_font_size(made, size);
  format_set_align(made, align);
  format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap(made);
  if (border) format_set_border(made, LXW_BORDER_THIN);
  return made;
}

lxw_format* number(lxw_workbook* book, const char* pattern, bool bold) {
  lxw_format* made = format(book, "宋体", 10, LXW_ALIGN_RIGHT, true);
  format_set_num_format(made, pattern);
  if (bold) format_set_bold(made);
  return made;
}

WorkbookFormats formats_of(lxw_workbook* book) {
  WorkbookFormats formats{};
  formats.title = format(book, "黑体", 18, LXW_ALIGN_CENTER, false);
  formats.unit = format(book, "宋体", 10, LXW_ALIGN_RIGHT, false);
  formats.head = format(book, "宋体", 10, LXW_ALIGN_CENTER, true);
  format_set_bold(formats.head);
  formats.text = format(book, "宋体", 10, LXW_ALIGN_LEFT, true);
  formats.text_bold = format(book, "宋体", 10, LXW_ALIGN_LEFT, true);
  format_set_bold(formats.text_bold);
  formats.centre = format(book, "宋体", 10, LXW_ALIGN_CENTER, true);
  formats.amount = number(book, "#,##0.00", false);
  formats.amount_bold = number(book, "#,##0.00", true);
  formats.plain_number = number(book, "#,##0.0", false);
  formats.percent = number(book, "0.00", false);
  formats.note = format(book, "宋体", 9, LXW_ALIGN_LEFT, false);
  return formats;
}

}  // namespace

std::string workbook_bytes(const std::string& title,
                           const std::function<void(lxw_workbook*, const WorkbookFormats&)>& fill) {
  const PrivateFolder folder;
  const fs::path file = folder.file("book.xlsx");
  lxw_workbook* book = workbook_new(file.c_str());
  if (book == nullptr) throw std::runtime_error("the workbook cannot be made");
  lxw_doc_properties properties{};
  std::string own_title = title;
  properties.title = own_title.data();
  properties.created = 1'704'067'200;  // fixed: the same figures give the same bytes
  workbook_set_properties(book, &properties);
  fill(book, formats_of(book));
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR)
    throw std::runtime_error(std::string("the workbook cannot be written: ") + lxw_strerror(error));
  constexpr std::size_t largest = std::size_t{256} << 20;
  return read_file(file, largest);
}

lxw_worksheet* add_sheet(lxw_workbook* book, const std::string& name, Page page, Fit fit) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
  if (sheet == nullptr) throw std::runtime_error("the sheet " + name + " cannot be added");
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(sheet, a4);
  if (page == Page::landscape) worksheet_set_landscape(sheet);
  worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6);
  worksheet_fit_to_pages(sheet, 1, fit == Fit::one_page ? 1 : 0);
  worksheet_center_horizontally(sheet);
  worksheet_set_footer(sheet, "&C第 &P 页，共 &N 页");
  return sheet;
}

double page_width(Page page) {
  constexpr double upright = 92.0;  // 7.27 inches between the margins, 7 pixels a character and 5 a column
  constexpr double across = 136.0;
  return page == Page::portrait ? upright : across;
}

double height_for(std::string_view text, double width) {
  constexpr double line_height = 14.0;  // of 10 points
  constexpr double padding = 4.0;
  const int columns = std::max(2, static_cast<int>(width) - 1);
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines += wrapped(text.substr(begin, end - begin), columns).size();
    begin = end + 1;
  }
  return padding + line_height * static_cast<double>(lines);
}

}  // namespace disburse
