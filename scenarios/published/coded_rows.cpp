#include "scenarios/published/coded_rows.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/budget/layout.hpp"
#include "scenarios/published/published_headings.hpp"
#include "scenarios/published/published_words.hpp"

namespace disburse {
namespace {

using Cells = std::vector<std::string>;

constexpr std::string_view nothing = "无";
constexpr std::size_t unit_code_digits = 6;

bool is_blank(std::string_view word) {
  return word.empty() || word == "-" || word == "—" || word == "——" || word == "－";
}

bool is_whole(std::string_view word) { return word == "合计" || word == "总计"; }

/// Where each official column stands among the cells printed; -1: the layout lacks it.
std::optional<std::vector<int>> columns_of(int number, std::size_t cells) {
  if (number == 3) return cells == 3 ? std::optional(std::vector{0, 1, 2}) : std::nullopt;
  switch (cells) {
    case 6: return std::vector{0, 1, 2, 3, 4, 5};
    case 5: return std::vector{0, 1, 2, 3, 4, -1};    // no growth from nothing
    case 4: return std::vector{0, 1, 2, 3, -1, -1};   // last year and this
    case 3: return std::vector{-1, 0, 1, 2, -1, -1};  // this year alone
    default: return std::nullopt;
  }
}

class Gathering {
 public:
  Gathering(int number, PublishedTables& all) : number_(number), all_(all) {}

  void take(const PublishedLine& line) {
    std::size_t at = 0;
    while (at < line.words.size() && line.words[at].empty()) ++at;
    if (at == line.words.size()) return;
    read_headings(line, at);
    if (line.of_table && headings_.seen() && headings_.of_cells) {
      take_row(line);
      return;
    }
    const bool amounts_alone = std::all_of(line.words.begin(), line.words.end(), [](const auto& word) {
      return word.empty() || amount_of(word).has_value();
    });
    const bool goes_on = open_ && cells_.empty() && !row_.name.empty() && amounts_alone && line.words.size() > 1;
    if (!goes_on && is_numbered(line, at)) ++at;
    if (!goes_on && begins(line.words[at])) {
      begin(line, at++);
    } else if (!goes_on && (!open_ || !cells_.empty())) {
      tell_row_without_code(line);
    }
    if (!open_) return;
    // A number alone below a row that has its amounts is the page's.
    if (amounts_alone && line.words.size() == 1 && !cells_.empty()) return;
    for (; at < line.words.size() && open_; ++at) add(line.words[at], line.of_table);
    // Blanks at the end of a row are no cells of the line; they are amounts all the same.
    while (open_ && line.of_table && !cells_.empty() && at++ < width_) cells_.emplace_back();
  }

  void finish() {
    // A whole without amounts is a heading.
    if (open_ && !(cells_.empty() && (row_.name.empty() || row_.code.empty()))) keep();
    open_ = false;
  }

  /// The widest row that begins with a code.
  void measure(const std::vector<PublishedLine>& lines) {
    for (const PublishedLine& line : lines) {
      const auto first =
          std::find_if(line.words.begin(), line.words.end(), [](const auto& word) { return !word.empty(); });
      if (line.of_table && first != line.words.end() && begins(*first)) width_ = std::max(width_, line.words.size());
    }
  }

  bool by_position() const { return by_position_; }
  bool untold() const { return untold_; }

  std::vector<BudgetRow> rows() { return std::move(rows_); }

 private:
  /// Lines above a row are its headings, where they say two columns or more; those of a table that goes on stand again.
  void read_headings(const PublishedLine& line, std::size_t at) {
    const bool text = !line.of_table;
    // 合计 is a heading's word too: a row has amounts behind it.
    const bool amounts = std::any_of(line.words.begin(), line.words.end(),
                                     [](const auto& word) { return amount_of(word).has_value() || word == nothing; });
    constexpr std::size_t labels = 4;  // cells that may stand before a code or behind it
    const auto begins_row = [&](const std::string& word) { return begins(word) && (amounts || is_code(word)); };
    const auto from = line.words.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end =
        text ? from + 1 : line.words.begin() + static_cast<std::ptrdiff_t>(std::min(at + labels, line.words.size()));
    const bool row = std::any_of(from, end, begins_row);
    if (!row && (line.of_table || rows_.empty())) {
      above_.push_back(line);
      return;
    }
    if (text && !amounts && !row) return;
    if (!above_.empty()) {
      TableHeadings found = headings_of(number_, above_, all_.fiscal_year);
      if (found.seen() && found.of_cells == line.of_table) {
        for (ReadingNote& note : found.notes)
          all_.notes.push_back({note.place, "{}: {}"_m("表" + std::to_string(number_), note.what)});
        headings_ = std::move(found);
        check_headings(line.place);
      }
      above_.clear();
    }
  }

  /// Columns that cannot be told: table 2 is refused, others are not read.
  void check_headings(const Place& place) {
    const std::string id = "表" + std::to_string(number_), missing = headings_.missing(number_),
                      twice = headings_.twice();
    if ((missing.empty() || !headings_.of_cells) && twice.empty()) return;
    const Message problem =
        twice.empty() ? "no column is headed as {}"_m(missing) : "two columns are headed as {}"_m(twice);
    untold_ = true;
    if (number_ != 2) {
      all_.notes.push_back({place, "{}: {}"_m(id, problem)});
      return;
    }
    InputErrors errors;
    errors.add(place, id, problem, "columns are told by their headings, not by their place"_m,
               "Print one heading above each column of the year's budget"_m);
    throw InputRejected(Door::data, std::move(errors));
  }

  /// A row of cells below headings: each amount stands below its own.
  void take_row(const PublishedLine& line) {
    const std::size_t first = headings_.first();
    std::string code, name;
    for (std::size_t at = 0; at < std::min(first, line.words.size()); ++at) {
      const std::string& word = line.words[at];
      if (word.empty() || headings_.columns[at] == ColumnRole::number) continue;
      if (headings_.columns[at] == ColumnRole::unread && amount_of(word)) continue;
      const bool digits = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
      const bool whole = code.empty() && name.empty() && (is_whole(word) || word == nothing);
      if ((digits || word == nothing) && name.empty() && code != nothing) {
        if (digits) word_of_level(at, word, code);
        code += word;
      } else if (!whole || is_whole(word)) {
        name += line.words[at];
      }
    }
    if (code == nothing && name.empty()) name = nothing;
    Cells amounts, wrong;
    bool any = false;
    for (std::size_t at = 0; at < headings_.columns.size(); ++at) {
      const std::string word = at < line.words.size() && at >= first ? line.words[at] : "";
      const auto amount = amount_of(word);
      const ColumnRole role = headings_.columns[at];
      const bool read = role != ColumnRole::label && role != ColumnRole::number && role != ColumnRole::unread;
      any = any || (read && amount);
      if (read && !amount && !is_blank(word)) wrong.push_back(word);
      amounts.push_back(amount ? *amount : read && role != ColumnRole::percent ? "0" : "");
    }
    const bool begun = is_code(code) || code == nothing || is_whole(name) || begins(code);
    if (!begun) {
      take_rest(line, name, any, wrong, amounts);
      return;
    }
    finish();
    row_ = {};
    row_.line = line.place.line;
    row_.code = code;
    row_.name = name;
    place_ = line.place;
    wrong_ = wrong;
    cells_ = any ? amounts : Cells(amounts.size(), "0");
    blank_ = !any;
    open_ = true;
  }

  /// 类, 款 and 项 in columns of their own, where a cell says a level once for all rows below it: "208" above "01"
  /// above "09". What stands left of `word` is that of the rows above.
  void word_of_level(std::size_t at, const std::string& word, std::string& code) {
    constexpr std::size_t of_lower_level = 2;
    levels_.erase(levels_.upper_bound(at), levels_.end());
    if (word.size() == of_lower_level && code.empty()) {
      for (const auto& [column, digits] : levels_) {
        if (column < at) code += digits;
      }
    }
    levels_[at] = word;
  }

  /// A row that a page cut goes on; any other with amounts is named.
  void take_rest(const PublishedLine& line, const std::string& name, bool any, const Cells& wrong,
                 const Cells& amounts) {
    if (open_ && blank_ && any) {
      row_.name += name;
      wrong_ = wrong;
      cells_ = amounts;
      blank_ = false;
    } else if (any && name != "栏次") {
      tell_without_code(line.place, name);
    }
  }

  /// "12 2080109 社会保险经办机构 ...": a serial number stands before the code.
  static bool is_numbered(const PublishedLine& line, std::size_t at) {
    constexpr std::size_t longest = 3;
    const std::string& word = line.words[at];
    const bool digits = word.size() <= longest && word.find_first_not_of("0123456789") == std::string::npos;
    return digits && at + 1 < line.words.size() && (is_code(line.words[at + 1]) || is_whole(line.words[at + 1]));
  }

  /// "其中：某项 12.00", "某项目 12.00": whatever has a name and money and no code is a row that no column takes.
  void tell_row_without_code(const PublishedLine& line) {
    std::string name;
    bool money = false;
    for (const std::string& word : line.words) {
      const auto amount = amount_of(word);
      if (!amount && !money) name += word;
      money = money || (amount && word.find('.') != std::string::npos && !name.empty());
    }
    if (money && !rows_.empty()) tell_without_code(line.place, name);
  }
  void tell_without_code(const Place& place, const std::string& name) {
    all_.notes.push_back(
        {place, "{} {}: a row with amounts and without a code is not read"_m("表" + std::to_string(number_), name)});
  }

  bool begins(const std::string& word) const {
    if (is_whole(word) || word == nothing || is_code(word)) return true;
    return number_ == 2 && rows_.empty() && !open_ && word.size() == unit_code_digits && amount_of(word) &&
           word.find('.') == std::string::npos;
  }

  void begin(const PublishedLine& line, std::size_t at) {
    finish();
    row_ = {};
    row_.line = line.place.line;
    cells_.clear();
    wrong_.clear();
    open_ = true;
    place_ = line.place;
    if (is_whole(line.words[at])) {
      row_.name = line.words[at];
    } else {
      row_.code = line.words[at];
    }
  }

  void add(const std::string& word, bool of_table) {
    const auto amount = amount_of(word);
    const bool blank = of_table && is_blank(word);
    if ((amount || blank) && !row_.name.empty()) {
      cells_.push_back(amount.value_or(""));
    } else if (looks_like_amount(word) && !row_.name.empty()) {
      wrong_.push_back(word);
      cells_.emplace_back();
    } else if (!word.empty() && cells_.empty()) {
      row_.name += word;
    } else if (!word.empty()) {
      finish();  // what stands behind the amounts is no part of the row
    }
  }

  void drop(Message why) {
    open_ = false;
    all_.notes.push_back({place_, std::move(why)});
  }

  std::optional<Cells> cells() {
    if (headings_.seen()) return official_cells(number_, headings_, cells_);
    const auto columns = columns_of(number_, cells_.size());
    if (!columns) return std::nullopt;
    by_position_ = true;
    Cells all;
    for (const int column : *columns) all.push_back(column < 0 ? "" : cells_[static_cast<std::size_t>(column)]);
    return all;
  }

  void keep() {
    const std::string id = "表" + std::to_string(number_);
    if (!wrong_.empty()) {
      drop("{} {} {}: “{}” is no amount, the row is not read"_m(id, row_.code, row_.name, wrong_.front()));
      return;
    }
    const auto found = cells();
    if (!found) {
      drop("{} {} {}: {} amounts fit no columns of the table"_m(id, row_.code, row_.name, cells_.size()));
      return;
    }
    row_.cells = *found;
    name_row();
    row_.printed_row = static_cast<int>(rows_.size()) + 1;
    if (is_repeated(id)) return;
    all_.places.push_back({id + "/" + row_.key, row_.name, place_});
    rows_.push_back(row_);
  }

  /// Pages print the whole again; another amount is another budget's, or a mistake.
  bool is_repeated(const std::string& id) {
    if (row_.code == nothing) return false;
    const auto before = std::find_if(rows_.begin(), rows_.end(), [&](const auto& one) { return one.key == row_.key; });
    if (before == rows_.end()) return false;
    if (before->cells == row_.cells) return true;
    if (number_ == 2 && row_.key == rows_.front().key) {
      InputErrors errors;
      errors.add(place_, id, "{} stands twice with different amounts"_m(row_.name),
                 "two budgets in one document cannot be told apart"_m,
                 "Name the document of one agency and one year"_m);
      throw InputRejected(Door::data, std::move(errors));
    }
    all_.notes.push_back(
        {place_, "{} {} {}: it stands twice with different amounts, the first is taken"_m(id, row_.code, row_.name)});
    return true;
  }

  void name_row() {
    const bool whole = row_.code.empty() || row_.code.size() == unit_code_digits;
    if (number_ == 2 && whole) {
      if (!row_.code.empty()) all_.unit_code = row_.code;
      row_.key = "合计";
    } else if (row_.code.empty()) {
      row_.key = row_.name;
    } else {
      row_.key = row_.code;
      row_.depth = row_.code.size() < 3 || row_.code == nothing ? 0 : static_cast<int>(row_.code.size() - 3) / 2;
    }
  }

  int number_;
  PublishedTables& all_;
  bool open_ = false;
  BudgetRow row_;
  Cells cells_;
  Cells wrong_;         ///< words of the row that look like amounts and are none
  bool blank_ = false;  ///< the row has no amount yet
  Place place_;
  std::vector<PublishedLine> above_;  ///< since the last row
  TableHeadings headings_;
  std::map<std::size_t, std::string> levels_;  ///< the last digits of each column of codes
  std::size_t width_ = 0;
  bool by_position_ = false, untold_ = false;
  std::vector<BudgetRow> rows_;
};

}  // namespace

std::vector<BudgetRow> coded_rows(int number, const std::vector<PublishedLine>& lines, PublishedTables& all) {
  Gathering gathering(number, all);
  gathering.measure(lines);
  for (const PublishedLine& line : lines) gathering.take(line);
  gathering.finish();
  if (gathering.untold()) {
    all.read.erase(number);
    return {};
  }
  if (gathering.by_position()) all.by_position.insert(number);
  return gathering.rows();
}

}  // namespace disburse
