#include "outputs/office/workbook.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "engine/support/files.hpp"
#include "engine/support/publication.hpp"
#include "engine/support/text_width.hpp"
#include "outputs/office/archive_check.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

/// The workbook's file in the folder of what is published; gone at the end of the scope.
class BookFile {
 public:
  explicit BookFile(const fs::path& scratch) : path_(scratch / ".book.xlsx") {}
  ~BookFile() { ::unlink(path_.c_str()); }
  BookFile(const BookFile&) = delete;
  BookFile& operator=(const BookFile&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

template <class Node, class Visit>
void each_in_tree(Node* node, const Visit& visit) {
  if (node == nullptr) return;
  each_in_tree(node->tree_pointers.rbe_left, visit);
  visit(*node);
  each_in_tree(node->tree_pointers.rbe_right, visit);
}

/// What the library was given for a sheet, counted from its own memory.
SheetTally given(const lxw_worksheet& sheet) {
  SheetTally tally;
  each_in_tree(sheet.table->rbh_root, [&](const lxw_row& row) {
    each_in_tree(row.cells->rbh_root, [&](const lxw_cell& cell) {
      if (cell.type == COMMENT) return;
      ++tally.cells;
      if (cell.type != NUMBER_CELL) return;
      ++tally.numbers;
      tally.sum += cell.u.number;
      tally.size += std::abs(cell.u.number);
    });
  });
  return tally;
}

struct GivenBook {
  std::vector<SheetTally> sheets;
  std::size_t texts = 0;  // that differ
};

GivenBook given(const lxw_workbook& book) {
  GivenBook all;
  for (const lxw_worksheet* sheet = book.worksheets->stqh_first; sheet != nullptr;
       sheet = sheet->list_pointers.stqe_next) {
    all.sheets.push_back(given(*sheet));
  }
  all.texts = book.sst->unique_count;
  return all;
}

/// The library loses what its temporary files cannot take and says nothing: what came out is held against what went in.
void check_workbook(const GivenBook& wanted, std::string_view bytes) {
  check_archive("xlsx", bytes);
  const std::vector<SheetTally> found = sheet_tallies(bytes);
  constexpr double rounding = 1e-12;  // of numbers as text with 16 digits
  const auto same = [&](const SheetTally& a, const SheetTally& b) {
    return a.cells == b.cells && a.numbers == b.numbers && std::abs(a.sum - b.sum) <= rounding * a.size;
  };
  if (std::equal(wanted.sheets.begin(), wanted.sheets.end(), found.begin(), found.end(), same) &&
      shared_texts(bytes) == wanted.texts) {
    return;
  }
  throw DiskDiffers("the workbook does not hold what was written into it. Nothing was published; look at the disk"_m);
}

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

std::string workbook_bytes(const fs::path& scratch, const std::string& title,
                           const std::function<void(lxw_workbook*, const WorkbookFormats&)>& fill) {
  const BookFile file(scratch);
  std::string folder = scratch.string();
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  lxw_workbook* book = workbook_new_opt(file.path().c_str(), &options);
  if (book == nullptr) throw Failure("the workbook cannot be made"_m);
  lxw_doc_properties properties{};
  std::string own_title = title;
  properties.title = own_title.data();
  properties.created = 1'704'067'200;  // fixed: the same figures give the same bytes
  workbook_set_properties(book, &properties);
  fill(book, formats_of(book));
  const GivenBook wanted = given(*book);
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR) {
    throw Failure("the workbook cannot be written: {}. Nothing was published; look at the disk"_m(
        Message::verbatim(lxw_strerror(error))));
  }
  constexpr std::size_t largest = std::size_t{256} << 20;
  std::string bytes = read_file(file.path(), largest);
  check_workbook(wanted, bytes);
  return bytes;
}

void written(lxw_error error) {
  if (error == LXW_NO_ERROR) return;
  throw Failure("the workbook cannot hold what is to be written: {}"_m(Message::verbatim(lxw_strerror(error))));
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
