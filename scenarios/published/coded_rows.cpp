#include "scenarios/published/coded_rows.hpp"

#include <algorithm>
#include <optional>

#include "engine/budget/layout.hpp"
#include "scenarios/published/published_words.hpp"

namespace disburse {
namespace {

using Cells = std::vector<std::string>;

constexpr std::string_view nothing = "无";
constexpr std::size_t unit_code_digits = 6;

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
    const bool amounts_alone = std::all_of(line.words.begin(), line.words.end(), [](const auto& word) {
      return word.empty() || amount_of(word).has_value();
    });
    const bool goes_on = open_ && cells_.empty() && !row_.name.empty() && amounts_alone && line.words.size() > 1;
    if (!goes_on && begins(line.words[at])) begin(line, at++);
    if (!open_) return;
    // A number alone below a row that has its amounts is the page's.
    if (amounts_alone && line.words.size() == 1 && !cells_.empty()) return;
    for (; at < line.words.size() && open_; ++at) add(line.words[at], line.of_table);
  }

  void finish() {
    if (open_ && !(cells_.empty() && row_.name.empty())) keep();
    open_ = false;
  }

  std::vector<BudgetRow> rows() { return std::move(rows_); }

 private:
  bool begins(const std::string& word) const {
    if (is_whole(word) || word == nothing || is_code(word)) return true;
    return number_ == 2 && rows_.empty() && !open_ && word.size() == unit_code_digits && amount_of(word) &&
           word.find('.') == std::string::npos;
  }

  void begin(const PublishedLine& line, std::size_t at) {
    finish();
    row_ = {};
    cells_.clear();
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
    const bool blank = of_table && (word.empty() || word == "-" || word == "—");
    if ((amount || blank) && !row_.name.empty()) {
      cells_.push_back(amount.value_or(""));
    } else if (!word.empty() && cells_.empty()) {
      row_.name += word;
    } else if (!word.empty()) {
      finish();  // what stands behind the amounts is no part of the row
    }
  }

  void keep() {
    const auto columns = columns_of(number_, cells_.size());
    const std::string id = "表" + std::to_string(number_);
    if (!columns) {
      open_ = false;
      all_.notes.push_back(
          {place_, "{} {} {}: {} amounts fit no columns of the table"_m(id, row_.code, row_.name, cells_.size())});
      return;
    }
    for (const int column : *columns) row_.cells.push_back(column < 0 ? "" : cells_[static_cast<std::size_t>(column)]);
    name_row();
    row_.printed_row = static_cast<int>(rows_.size()) + 1;
    rows_.push_back(row_);
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
  Place place_;
  std::vector<BudgetRow> rows_;
};

}  // namespace

std::vector<BudgetRow> coded_rows(int number, const std::vector<PublishedLine>& lines, PublishedTables& all) {
  Gathering gathering(number, all);
  for (const PublishedLine& line : lines) gathering.take(line);
  gathering.finish();
  return gathering.rows();
}

}  // namespace disburse
