#include "engine/support/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/parsing/number_format.hpp"

namespace disburse {
namespace {

constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t longest_text = std::size_t{4} * 32'767;  // bytes of what a cell can hold
constexpr std::size_t most_complaints = 200;

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_true(std::string_view text) { return text == "1" || text == "true"; }

class SheetVisitor final : public XmlVisitor {
 public:
  SheetVisitor(WorkbookContext& context, Sheet& sheet, InputErrors& errors)
      : context_(context), sheet_(sheet), errors_(errors) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") {
      begin_row(attributes);
    } else if (name == "c") {
      begin_cell(attributes);
    } else if (in_cell_) {
      if (name == "v") in_value_ = has_value_ = true;
      if (name == "f") cell_.from_formula = true;
      inline_.begin(name);
    } else if (name == "mergeCell") {
      add_merged(attributes["ref"]);
    } else if (name == "col" && is_true(attributes["hidden"])) {
      add_hidden_columns(attributes);
    }
  }

  void end(std::string_view name) override {
    if (name == "c" && in_cell_) {
      in_cell_ = false;
      if (read_cell()) keep_cell();
    } else if (name == "v") {
      in_value_ = false;
    } else if (name == "row" && hidden_row_ && !sheet_.cells.empty() && sheet_.cells.back().row == row_) {
      sheet_.hidden_rows.push_back(row_);
    }
    if (in_cell_) inline_.end(name);
  }

  void text(std::string_view text) override {
    if (in_value_) {
      if (value_.size() + text.size() > longest_text) throw XmlBroken("a cell holds more than a sheet allows"_m);
      value_ += text;
    } else if (in_cell_) {
      inline_.add(text);
    }
  }

 private:
  void begin_row(const XmlAttributes& attributes) {
    const std::string_view stated = attributes["r"];
    row_ = next_row_;
    row_known_ = true;
    if (!stated.empty()) {
      const auto number = whole_number(stated);
      row_known_ = number && *number >= 1 && *number <= most_rows;
      if (row_known_)
        row_ = *number - 1;
      else
        complain_of_row("is no row of a sheet: they are numbered 1 to 1,048,576"_m);
    }
    if (row_ >= most_rows) throw XmlBroken("a sheet has more than 1,048,576 rows"_m);
    next_row_ = row_ + 1;
    next_column_ = 0;
    hidden_row_ = is_true(attributes["hidden"]);
  }

  void begin_cell(const XmlAttributes& attributes) {
    in_cell_ = true;
    has_value_ = false;
    value_.clear();
    inline_.take();
    cell_ = {};
    const std::string_view name = attributes["r"];
    const auto address = name.empty() ? CellAddress{row_, next_column_} : parse_cell_name(name);
    place_known_ = row_known_ && address && address->row == row_ && address->column < most_columns;
    if (row_known_ && !place_known_) {
      complain(std::string(name.substr(0, 12)), "is no address of a cell in row {}"_m(row_ + 1),
               "the cell's place is not known"_m, "Save it again as an Excel workbook (.xlsx)"_m);
    }
    cell_.row = row_;
    cell_.column = place_known_ ? address->column : next_column_;
    next_column_ = cell_.column + 1;
    type_ = attributes["t"];
    style_ = whole_number(attributes["s"]).value_or(0);
  }

  void keep_cell() {
    if (context_.cells_left == 0) throw XmlBroken("the workbook has more cells than a file of its size can hold"_m);
    --context_.cells_left;
    sheet_.cells.push_back(std::move(cell_));
  }

  /// False when the cell is empty or its place unknown.
  bool read_cell() {
    if (!place_known_) return false;
    if (cell_.from_formula && value_.empty() && type_ != "str" && type_ != "inlineStr") {
      cell_.kind = CellKind::error;
      cell_.text = value_not_saved;
      return true;
    }
    if (cell_.from_formula && type_ == "str" && !has_value_) {
      cell_.kind = CellKind::error;
      cell_.text = value_not_saved;
      return true;
    }
    if (type_ == "inlineStr") {
      cell_.text = unescaped_text(inline_.take());
    } else if (type_ == "s") {
      const auto index = whole_number(value_);
      if (!index || *index >= context_.texts.size()) {
        complain_of_cell("refers to a shared text that is not there"_m);
        return false;
      }
      cell_.text = context_.texts[*index];
    } else if (type_ == "b") {
      cell_.kind = CellKind::boolean;
      cell_.text = value_ == "1" ? "TRUE" : "FALSE";
    } else if (type_ == "e") {
      cell_.kind = CellKind::error;
      cell_.text = value_;
    } else if (type_ == "d") {
      return read_iso_date();
    } else if (type_ == "str") {
      cell_.text = unescaped_text(value_);
    } else {
      return !value_.empty() && read_number();
    }
    return checked_text();
  }

  /// Control characters have no place in a table: what stands there was damaged.
  bool checked_text() {
    for (const char c : cell_.text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20U && c != '\t' && c != '\n' && c != '\r') {
        complain_of_cell("holds a control character"_m);
        return false;
      }
    }
    return !cell_.text.empty();
  }

  bool read_iso_date() {
    constexpr std::size_t day = 10;
    const auto date = Date::parse(std::string(value_.substr(0, std::min(day, value_.size()))));
    if (!date) {
      complain_of_cell("holds no date where one belongs"_m);
      return false;
    }
    cell_.kind = CellKind::date;
    cell_.text = to_string(*date);
    return true;
  }

  bool read_number() {
    const std::string_view value =
        std::string_view(value_).substr(std::min(value_.find_first_not_of(" \n\r\t"), value_.size()));
    const auto last = value.find_last_not_of(" \n\r\t");
    const char* end = value.data() + (last == std::string_view::npos ? 0 : last + 1);
    const auto [stopped, error] = std::from_chars(value.data(), end, cell_.number);
    if (error != std::errc{} || stopped != end || !std::isfinite(cell_.number)) {
      complain_of_cell("holds no number where one belongs"_m);
      return false;
    }
    const CellStyle style = style_ < context_.styles.size() ? context_.styles[style_] : CellStyle{};
    const auto date = style.date ? date_of_serial(cell_.number, context_.system_1904) : std::nullopt;
    cell_.kind = date ? CellKind::date : CellKind::number;
    cell_.text = date ? to_string(*date) : plain_number(cell_.number);
    cell_.decimals = date ? std::int8_t{-1} : style.decimals;
    return true;
  }

  void add_merged(std::string_view range) {
    const auto colon = range.find(':');
    const auto first = parse_cell_name(range.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : parse_cell_name(range.substr(colon + 1));
    constexpr std::size_t most_merged = 200'000;
    if (sheet_.merged.size() == most_merged) throw XmlBroken("it has more than 200,000 merged cells"_m);
    if (first && last) sheet_.merged.push_back({first->row, first->column, last->row, last->column});
  }

  void add_hidden_columns(const XmlAttributes& attributes) {
    const std::size_t first = whole_number(attributes["min"]).value_or(0);
    const std::size_t last = std::min(whole_number(attributes["max"]).value_or(0), most_columns);
    for (std::size_t column = first; first > 0 && column <= last; ++column) {
      if (sheet_.hidden_columns.size() == most_columns) throw XmlBroken("it hides a column more than once"_m);
      sheet_.hidden_columns.push_back(column - 1);
    }
  }

  void complain(const std::string& key, Message problem, Message why, Message remedy) {
    errors_.add({context_.file + "[" + sheet_.name + "]", 0, 0}, key, std::move(problem), std::move(why),
                std::move(remedy));
    if (errors_.size() > most_complaints) throw XmlBroken("more than 200 cells of it are broken"_m);
  }

  void complain_of_row(Message problem) {
    complain("", std::move(problem), "where its cells belong is not known"_m,
             "Save it again as an Excel workbook (.xlsx)"_m);
  }

  void complain_of_cell(Message problem) {
    errors_.add({context_.file + "[" + sheet_.name + "!" + cell_name(cell_.row, cell_.column) + "]", 0, 0}, "",
                std::move(problem), "the cell's content is not known"_m, "Open and save the workbook once more"_m);
    if (errors_.size() > most_complaints) throw XmlBroken("more than 200 cells of it are broken"_m);
  }

  WorkbookContext& context_;
  Sheet& sheet_;
  InputErrors& errors_;
  SheetCell cell_;
  RichText inline_;
  std::string value_, type_;
  std::size_t row_ = 0, next_row_ = 0, next_column_ = 0, style_ = 0;
  bool row_known_ = true, place_known_ = true, hidden_row_ = false;
  bool in_cell_ = false, in_value_ = false, has_value_ = false;
};

}  // namespace

std::string unescaped_text(std::string_view text) {
  constexpr std::size_t length = 7;  // _x000D_
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = text.find("_x", at);
    unsigned code = 0;
    const bool escape =
        mark != std::string_view::npos && mark + length <= text.size() && text[mark + 6] == '_' &&
        std::from_chars(text.data() + mark + 2, text.data() + mark + 6, code, 16).ptr == text.data() + mark + 6;
    if (!escape) {
      const std::size_t stop = mark == std::string_view::npos ? text.size() : mark + 2;
      result += text.substr(at, stop - at);
      at = stop;
      continue;
    }
    result += text.substr(at, mark - at);
    if (code < 0x80U)
      result += static_cast<char>(code);
    else if (code < 0x800U)
      (result += static_cast<char>(0xC0U | code >> 6U)) += static_cast<char>(0x80U | (code & 0x3FU));
    else if (code < 0xD800U || code > 0xDFFFU)
      ((result += static_cast<char>(0xE0U | code >> 12U)) += static_cast<char>(0x80U | (code >> 6U & 0x3FU))) +=
          static_cast<char>(0x80U | (code & 0x3FU));
    at = mark + length;
  }
  return result;
}

void RichText::begin(std::string_view name) {
  if (name == "rPh") ++phonetic_;
  if (name == "t") in_text_ = phonetic_ == 0;
}

void RichText::end(std::string_view name) {
  if (name == "rPh" && phonetic_ > 0) --phonetic_;
  if (name == "t") in_text_ = false;
}

void RichText::add(std::string_view text) {
  if (!in_text_) return;
  if (text_.size() + text.size() > longest_text) throw XmlBroken("a cell holds more than a sheet allows"_m);
  text_ += text;
}

std::string RichText::take() {
  std::string text = std::move(text_);
  text_.clear();
  in_text_ = false;
  phonetic_ = 0;
  return text;
}

void read_xlsx_sheet(const ByteSource& source, WorkbookContext& context, Sheet& sheet, InputErrors& errors) {
  SheetVisitor visitor(context, sheet, errors);
  visit_xml(source, visitor);
  const auto place = [](const SheetCell& cell) { return std::pair(cell.row, cell.column); };
  std::stable_sort(sheet.cells.begin(), sheet.cells.end(),
                   [&](const SheetCell& a, const SheetCell& b) { return place(a) < place(b); });
  for (std::size_t i = 1; i < sheet.cells.size(); ++i) {
    if (place(sheet.cells[i]) != place(sheet.cells[i - 1])) continue;
    errors.add(
        {context.file + "[" + sheet.name + "!" + cell_name(sheet.cells[i].row, sheet.cells[i].column) + "]", 0, 0}, "",
        "is there twice"_m, "nobody knows which of the two holds"_m, "Open and save the workbook once more"_m);
    if (errors.size() > most_complaints) break;
  }
}

}  // namespace disburse
