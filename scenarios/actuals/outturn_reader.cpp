#include "scenarios/actuals/outturn_reader.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

#include "engine/base/error.hpp"
#include "engine/planning/line_estimates.hpp"
#include "scenarios/actuals/cells.hpp"
#include "scenarios/actuals/table_rows.hpp"
#include "scenarios/office/cleaned.hpp"
#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

constexpr int first_year = 2000, last_year = 2200;
constexpr std::size_t title_rows = 10;

struct Columns {
  std::size_t year = 0, programme = 0, amount = 0;
  std::optional<std::size_t> persons;
  bool in_wan = false;
};

bool find_columns(const std::vector<std::string>& fields, Columns& columns) {
  int found = 0;
  const std::size_t none = fields.size();
  std::size_t line = none;
  columns.programme = none;
  for (std::size_t c = 0; c < fields.size(); ++c) {
    const auto has = [&](std::string_view word) { return fields[c].find(word) != std::string_view::npos; };
    if (has("年度") || has("year")) columns.year = c, ++found;
    if (has("项目") || has("programme")) columns.programme = c, ++found;
    if (has("科目") || has("line")) line = c;
    if (has("人数") || has("persons")) columns.persons = c;
    if (has("金额") || has("amount")) {
      columns.amount = c, ++found;
      columns.in_wan = has("万元") || has("wan");
    }
  }
  if (columns.programme == none && line != none) columns.programme = line, ++found;
  constexpr int wanted = 3;
  // A sentence above the table may have all the words in one cell.
  const bool apart = columns.year != columns.programme && columns.programme != columns.amount;
  return found == wanted && apart && columns.year != columns.amount;
}

/// The row of the headings; that of the first rows, or none.
std::size_t find_headings(const std::vector<TableRow>& rows, Columns& columns) {
  for (std::size_t r = 0; r < std::min(rows.size(), title_rows); ++r) {
    columns = {};
    if (find_columns(rows[r].cells, columns)) return r;
  }
  return rows.size();
}

/// "2080507 对机关事业单位基本养老保险基金的补助": its code; empty where no 项 code comes first.
std::string code_in(const std::string& cell) {
  const std::string first = cell.substr(0, cell.find_first_not_of("0123456789"));
  return is_line_code(first) ? first : std::string();
}

class Reader {
 public:
  Reader(std::string file, const std::vector<ProgrammeDefinition>& programmes, bool from_template, LinesTaken lines,
         InputErrors& errors)
      : file_(std::move(file)), programmes_(programmes), template_(from_template), lines_(lines), errors_(errors) {}

  void row(const TableRow& row, const Columns& columns, std::vector<Outturn>& outturns) {
    const Place place{file_, row.number, 0};
    const auto cell = [&](std::size_t c) {
      return std::string(c < row.cells.size() ? trimmed(row.cells[c]) : std::string_view());
    };
    std::string year_text = cleaned(cell(columns.year));
    if (year_text.ends_with("年")) year_text.resize(year_text.size() - std::string_view("年").size());
    const std::string who = cell(columns.programme);
    const std::string text = cell(columns.amount);
    if (template_ && (is_example(row) || text.empty())) return;
    if (says_unknown(text)) return;  // an outturn that nobody knows scores nothing
    int year = 0;
    std::from_chars(year_text.data(), year_text.data() + year_text.size(), year);
    const auto programme = std::find_if(programmes_.begin(), programmes_.end(), [&](const ProgrammeDefinition& one) {
      return one.id == who || one.name == who;
    });
    const std::string code = code_in(who);
    const bool on_line =
        !code.empty() && (lines_ == LinesTaken::all || std::any_of(programmes_.begin(), programmes_.end(),
                                                                   [&](const auto& one) { return one.line == code; }));
    const bool all = who == "合计" || who == "total";
    const auto amount = money_of(text, columns.in_wan ? ColumnUnit::wan_yuan : ColumnUnit::yuan);
    const std::size_t before = errors_.size();
    if (year < first_year || year > last_year)
      errors_.add(place, "年度", "the cell holds {}, no year"_m(held(year_text)), "an outturn has one"_m,
                  "Write 2024"_m);
    if (!code.empty() && !on_line)
      errors_.add(place, "项目", "the cell holds {}, a line that no programme spends from"_m(code),
                  "its estimates are those of its programmes"_m,
                  "Leave the row out, or name a line of disburse list programmes"_m);
    else if (programme == programmes_.end() && !all && !on_line)
      errors_.add(place, "项目", "the cell holds {}, which names no programme"_m(held(who)),
                  "its estimates would not be scored"_m, "disburse list programmes names them; 合计 for all"_m);
    if (!amount)
      errors_.add(place, "金额", "the cell holds {}, no amount"_m(held(text)), "estimates are held against it"_m,
                  "Write 37100.25"_m);
    const std::optional<std::int64_t> persons = persons_in(place, columns.persons ? cell(*columns.persons) : "");
    if (errors_.size() == before)
      outturns.push_back({year, all ? "" : on_line ? code : programme->id, *amount, persons});
  }

 private:
  std::optional<std::int64_t> persons_in(const Place& place, const std::string& text) {
    if (text.empty()) return std::nullopt;
    std::int64_t persons = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), persons);
    if (failure == std::errc() && end == text.data() + text.size() && persons >= 0) return persons;
    errors_.add(place, "人数", "the cell holds {}, no number of persons"_m(held(text)), "persons are counted whole"_m,
                "Write 5300, or leave it blank"_m);
    return std::nullopt;
  }

  std::string file_;
  const std::vector<ProgrammeDefinition>& programmes_;
  bool template_;  // a workbook, whose rows may wait to be filled in
  LinesTaken lines_;
  InputErrors& errors_;
};

}  // namespace

std::vector<Outturn> read_outturns(const std::filesystem::path& file,
                                   const std::vector<ProgrammeDefinition>& programmes, LinesTaken lines) {
  const std::string name = file.filename().string();
  InputErrors errors;
  std::vector<Outturn> outturns;
  const TableOfRows table = table_of(file);
  const std::vector<TableRow>& rows = table.rows;
  Columns columns;
  const std::size_t heading = find_headings(rows, columns);
  if (heading == rows.size()) {
    errors.add({name, 1, 0}, "", "has not the headings 年度, 项目 and 金额"_m, "columns are found by them"_m,
               "Write 年度,项目,金额（万元） in the first line"_m);
  }
  Reader reader(name, programmes, table.workbook, lines, errors);
  for (std::size_t r = heading + 1; r < rows.size(); ++r) reader.row(rows[r], columns, outturns);
  throw_if_any(Door::roster, std::move(errors));
  return outturns;
}

}  // namespace disburse
