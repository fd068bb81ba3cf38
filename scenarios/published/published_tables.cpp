#include "scenarios/published/published_tables.hpp"

#include <algorithm>
#include <optional>

#include "engine/budget/layout.hpp"
#include "scenarios/published/coded_rows.hpp"
#include "scenarios/published/published_words.hpp"

namespace disburse {
namespace {

using Cells = std::vector<std::string>;
using Lines = std::vector<PublishedLine>;

BudgetTable& table_of(PublishedTables& all, std::string_view id) {
  return *std::find_if(all.tables.begin(), all.tables.end(), [&](const BudgetTable& table) { return table.id == id; });
}

/// "1,8000.00" may be 1,800.00 or 18,000.00. Errors: InputRejected(Door::data).
void refuse_broken_groups(const Lines& lines) {
  InputErrors errors;
  for (const PublishedLine& line : lines) {
    for (const std::string& word : line.words) {
      const bool number = word.find_first_not_of("0123456789.,+-") == std::string::npos;
      const bool grouped = word.find(',') != std::string::npos && word.find_first_of("0123456789") != std::string::npos;
      if (number && grouped && !amount_of(word))
        errors.add(line.place, "", "“{}” is no amount: commas stand before every three digits"_m(word),
                   "it can be read in two ways"_m, "Correct the amount"_m);
    }
  }
  throw_if_any(Door::data, std::move(errors));
}

/// Words that look like amounts and are none, of a table whose rows have no codes.
void tell_wrong_amounts(PublishedTables& all, const std::string& id, const Lines& lines) {
  for (const PublishedLine& line : lines) {
    for (const std::string& word : line.words) {
      if (!looks_like_amount(word) || word.find('.') == std::string::npos) continue;
      all.notes.push_back({line.place, "{}: “{}” is no amount, it is not read"_m(id, word)});
    }
  }
}

/// False where headings of cells stand in another order than `names`; each is where it stands last.
bool stand_in_order(const Lines& lines, const std::vector<std::string_view>& names) {
  std::vector<std::size_t> places(names.size());
  for (const PublishedLine& line : lines) {
    if (!line.of_table) continue;
    if (std::any_of(line.words.begin(), line.words.end(), [](const auto& word) { return amount_of(word).has_value(); }))
      break;
    for (std::size_t column = 0; column < line.words.size(); ++column) {
      for (std::size_t name = 0; name < names.size(); ++name) {
        if (line.words[column].find(names[name]) != std::string::npos)
          places[name] = std::max(places[name], column + 1);
      }
    }
  }
  std::erase(places, std::size_t{0});
  return std::is_sorted(places.begin(), places.end());
}

/// Tables whose columns stand in another order are not read, and named.
bool refuse_order(PublishedTables& all, int number, const Lines& lines) {
  static const std::vector<std::string_view> funds{"计", "一般公共预算", "政府性基金"};
  static const std::vector<std::string_view> expenses{"因公出国", "购置费", "运行", "公务接待"};
  const bool told = (number != 1 || stand_in_order(lines, funds)) && (number != 4 || stand_in_order(lines, expenses));
  if (told) return false;
  all.read.erase(number);
  all.notes.push_back({lines.front().place, "{}: its columns stand in another order, it is computed from the others"_m(
                                                "表" + std::to_string(number))});
  return true;
}

// ---- tables with income beside expense: 1 and 6 -------------------------------------------------------

struct Segment {
  std::string name;
  Cells amounts;
};

/// Names, each with the amounts behind it. A blank cell of a table is a blank amount.
std::vector<Segment> segments_of(const PublishedLine& line) {
  std::vector<Segment> segments;
  bool open = false;  // a name is being gathered
  for (const std::string& word : line.words) {
    const auto amount = amount_of(word);
    if (amount || word.empty() || (looks_like_amount(word) && word.find('.') != std::string::npos)) {
      if (!segments.empty()) segments.back().amounts.push_back(amount.value_or(""));
      open = false;
      continue;
    }
    if (!open) segments.emplace_back();
    segments.back().name += word;
    open = !line.of_table;
  }
  return segments;
}

bool says_anything(const Segment& segment) {
  return std::any_of(segment.amounts.begin(), segment.amounts.end(), [](const auto& text) { return !text.empty(); });
}

/// Hands out the rows of one side in their order.
class Side {
 public:
  explicit Side(BudgetTable& table) : table_(table) {}

  BudgetRow* take(const std::string& name) {
    for (std::size_t row = next_; row < table_.rows.size(); ++row) {
      if (plain_name(table_.rows[row].name) != name) continue;
      next_ = row + 1;
      return &table_.rows[row];
    }
    return nullptr;
  }

 private:
  BudgetTable& table_;
  std::size_t next_ = 0;
};

/// One amount for several columns is the whole, and the first fund's where the document parts no funds.
void set_cells(BudgetRow& row, const Cells& amounts) {
  Cells found;
  for (const std::string& amount : amounts) {
    if (!amount.empty() || !found.empty()) found.push_back(amount);
  }
  while (!found.empty() && found.back().empty()) found.pop_back();
  for (std::size_t i = 0; i < std::min(found.size(), row.cells.size()); ++i) row.cells[i] = found[i];
  if (found.size() == 1 && row.cells.size() > 1 && !row.cells[1].empty()) row.cells[1] = found.front();
}

void fill_sides(PublishedTables& all, int number, const Lines& lines) {
  const std::string id = "表" + std::to_string(number);
  Side income(table_of(all, id + "收入"));
  Side expense(table_of(all, id + "支出"));
  for (const PublishedLine& line : lines) {
    bool left = true;  // nothing of the line stands on the right yet
    for (const Segment& segment : segments_of(line)) {
      if (!says_anything(segment)) continue;
      const std::string name = plain_name(segment.name);
      BudgetRow* row = left ? income.take(name) : nullptr;
      if (row == nullptr) row = expense.take(name);
      left = false;
      if (row != nullptr) {
        set_cells(*row, segment.amounts);
        row->line = line.place.line;
        all.places.push_back({id + "/" + row->key, row->name, line.place});
      } else if (std::any_of(segment.amounts.begin(), segment.amounts.end(),
                             [](const auto& text) { return !text.empty() && parse_wan(text) != Money{}; })) {
        all.notes.push_back({line.place, "{}: {} is no row of the official table"_m(id, segment.name)});
      }
    }
  }
}

// ---- tables of one row: 4, 7, 8 -------------------------------------------------------------------------

/// The amounts of the lines that hold nothing else.
Cells amounts_of(const Lines& lines) {
  Cells amounts;
  std::size_t wide = 0;  // a row has as many cells as the headings above it, whatever is blank at its end
  for (const PublishedLine& line : lines) {
    Cells here;
    if (line.of_table && !(line.words.size() > 1 && amount_of(line.words.front())))
      wide = std::max(wide, line.words.size());
    for (const std::string& word : line.words) {
      const auto amount = amount_of(word);
      if (!amount && !(line.of_table && word.empty())) break;
      here.push_back(amount.value_or(""));
    }
    if (here.size() != line.words.size() || here.size() < 2) continue;
    if (line.of_table && here.size() < wide && amounts.empty()) here.resize(wide, "0");
    amounts.insert(amounts.end(), here.begin(), here.end());
  }
  return amounts;
}

void fill_single_row(PublishedTables& all, int number, const Lines& lines) {
  BudgetTable& table = table_of(all, "表" + std::to_string(number));
  Cells& cells = table.rows.front().cells;
  const Cells amounts = amounts_of(lines);
  if (!lines.empty()) table.rows.front().line = lines.front().place.line;
  constexpr std::size_t of_one_year = 6, with_meetings = 8;  // 三公 of this year; with 会议费 and 培训费 behind it
  if (amounts.size() == cells.size()) {
    cells = amounts;
    all.places.push_back({table.id, table.title, lines.front().place});
  } else if (number == 4 && (amounts.size() == of_one_year || amounts.size() == with_meetings)) {
    std::copy_n(amounts.begin(), of_one_year, cells.end() - of_one_year);
    std::fill(cells.begin(), cells.end() - of_one_year, "");
    const auto money = [](const std::string& text) { return parse_wan(text).value_or(Money{}) != Money{}; };
    if (amounts.size() == with_meetings && (money(amounts[of_one_year]) || money(amounts[of_one_year + 1])))
      all.notes.push_back({lines.front().place,
                           "{}: 会议费 {} and 培训费 {} have no column of their own"_m(table.id, amounts[of_one_year],
                                                                                       amounts[of_one_year + 1]),
                           Reading::usual});
  } else {
    all.read.erase(number);
    all.notes.push_back({lines.empty() ? Place{} : lines.front().place,
                         "{}: {} amounts were found where the official table has {}; it is computed from the others"_m(
                             table.id, amounts.size(), cells.size())});
  }
}

}  // namespace

PublishedTables fill_tables(const OfficialTables& official, const std::vector<Lines>& sections, int fiscal_year) {
  PublishedTables all{official.tables, {}, {}, {}};
  all.fiscal_year = fiscal_year;
  constexpr int last = 8;
  for (int number = 1; number <= last; ++number) {
    const Lines& lines = sections[static_cast<std::size_t>(number)];
    if (lines.empty()) continue;
    all.read.insert(number);
    refuse_broken_groups(lines);
    if (refuse_order(all, number, lines)) continue;
    if (number != 2 && number != 3 && number != 5) tell_wrong_amounts(all, "表" + std::to_string(number), lines);
    if (number == 1 || number == 6) {
      fill_sides(all, number, lines);
    } else if (number == 4 || number == 7 || number == 8) {
      fill_single_row(all, number, lines);
    } else {
      const std::string id = "表" + std::to_string(number);
      table_of(all, id).rows = coded_rows(number, lines, all);
      if (all.by_position.contains(number))
        all.notes.push_back({lines.front().place,
                             "{}: no headings of its columns were found, they are told by their number"_m(id),
                             Reading::usual});
    }
  }
  return all;
}

}  // namespace disburse
