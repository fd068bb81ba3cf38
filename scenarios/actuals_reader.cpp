#include "scenarios/actuals_reader.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "engine/support/csv_reader.hpp"
#include "engine/support/files.hpp"
#include "engine/support/text_encoding.hpp"
#include "engine/support/xlsx_reader.hpp"
#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_file = std::size_t{16} << 20;
constexpr std::size_t title_rows = 10;

struct Row {
  int number = 0;
  std::vector<std::string> cells;
};

std::vector<Row> csv_rows(const std::filesystem::path& file) {
  const DecodedText decoded = decode(read_file(file, largest_file));
  CsvReader reader(decoded.text, CsvReader::separator_of(decoded.text));
  std::vector<Row> rows;
  std::vector<std::string_view> fields;
  while (reader.next(fields))
    rows.push_back({static_cast<int>(reader.line()), std::vector<std::string>(fields.begin(), fields.end())});
  return rows;
}

std::vector<Row> sheet_rows(const std::filesystem::path& file) {
  const Spreadsheet book = read_xlsx(file, Door::roster);
  std::vector<Row> rows;
  for (const Sheet& sheet : book.sheets) {
    if (sheet.hidden) continue;
    for (const SheetCell& cell : sheet.cells) {
      const int number = static_cast<int>(cell.row) + 1;
      if (rows.empty() || rows.back().number != number) rows.push_back({number, {}});
      rows.back().cells.resize(cell.column + 1);
      rows.back().cells[cell.column] = cell.text;
    }
    break;  // the first sheet that is shown
  }
  return rows;
}

struct Columns {
  std::optional<std::size_t> programme, month, amount, persons;
  bool in_wan = false;
  bool complete() const { return programme && month && amount; }
};

Columns columns_of(const Row& row) {
  Columns columns;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const std::string_view heading = trimmed(row.cells[c]);
    const auto has = [&](std::string_view word) { return heading.find(word) != std::string_view::npos; };
    if (has("项目") || has("programme")) columns.programme = c;
    if (has("月份") || has("month")) columns.month = c;
    if (has("人数") || has("persons")) columns.persons = c;
    if (has("金额") || has("amount")) {
      columns.amount = c;
      columns.in_wan = has("万元") || has("wan");
    }
  }
  return columns;
}

/// Reads the rows below the headings; everything that is wrong is told.
class Reader {
 public:
  Reader(std::string file, const std::vector<ProgrammeDefinition>& programmes,
         const std::vector<std::vector<ProjectedMonth>>& projected)
      : file_(std::move(file)), programmes_(programmes), projected_(projected), months_(programmes.size()) {}

  void row(const Row& row, const Columns& columns) {
    const auto cell = [&](const std::optional<std::size_t>& column) {
      return column && *column < row.cells.size() ? std::string(trimmed(row.cells[*column])) : std::string();
    };
    const std::string name = cell(columns.programme);
    if (name.empty() && cell(columns.month).empty() && cell(columns.amount).empty()) return;
    const auto programme = find(name);
    if (!programme) {
      std::vector<std::string> names;
      for (const ProgrammeDefinition& one : programmes_) {
        names.push_back(one.id);
        names.push_back(one.name);
      }
      const std::string near = nearest_name(name, names);
      reject(row, "项目", "\"" + name + "\" is no programme", "its payments belong to none",
             near.empty() ? "disburse list programmes names them" : "Did you mean " + near + "?");
    }
    const auto month = month_of(cell(columns.month));
    if (!month) {
      reject(row, "月份", "\"" + cell(columns.month) + "\" is no month", "a payment has one", "Write 2024-08");
    } else if (month->year() != year()) {
      reject(row, "月份", to_string(*month) + " lies outside of " + std::to_string(year()),
             "one year is re-forecast at a time", "Leave the row out, or choose the scenario of its year");
    }
    const auto amount = columns.in_wan ? parse_wan(cell(columns.amount)) : money_of(cell(columns.amount));
    if (!amount) {
      reject(row, "金额", "\"" + cell(columns.amount) + "\" is no amount to a fen", "it is locked as it stands",
             columns.in_wan ? "Write 660.12 (万元)" : "Write 6601200.00 (元)");
    }
    std::optional<double> persons;
    if (const std::string text = cell(columns.persons); !text.empty()) persons = count_of(row, text);
    if (!programme || !month || month->year() != year() || !amount) return;
    check_unit(row, *programme, *month, *amount);
    const auto [at, fresh] = months_[*programme].try_emplace(*month, ActualMonth{*month, *amount, persons});
    if (!fresh) {
      reject(row, "月份", to_string(*month) + " of " + name + " is there twice", "both cannot be right",
             "Add the two, or remove one");
    }
    if (last_.is_none() || *month > last_) last_ = *month;
  }

  Actuals finish() {
    Actuals actuals;
    actuals.file = file_;
    actuals.last = last_;
    for (std::size_t p = 0; p < months_.size(); ++p) {
      if (!months_[p].empty()) check_months(p);
      actuals.programmes.emplace_back();
      for (const auto& [month, one] : months_[p]) actuals.programmes.back().push_back(one);
    }
    if (errors_.empty() && std::all_of(months_.begin(), months_.end(), [](const auto& one) { return one.empty(); }))
      errors_.add({file_, 0, 0}, "", "has no payments", "nothing would be locked", "Add rows below the headings");
    throw_if_any(Door::roster, std::move(errors_));
    return actuals;
  }

 private:
  int year() const { return projected_.front().front().month.year(); }

  std::optional<std::size_t> find(const std::string& name) const {
    for (std::size_t p = 0; p < programmes_.size(); ++p) {
      if (programmes_[p].id == name || programmes_[p].name == name) return p;
    }
    return std::nullopt;
  }

  std::optional<double> count_of(const Row& row, std::string text) {
    std::erase(text, ',');
    double value = 0.0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault == std::errc{} && end == text.data() + text.size() && value >= 0.0) return value;
    reject(row, "人数", "\"" + text + "\" is no headcount", "the rest of the year is projected from it",
           "Write 54496, or leave the cell empty");
    return std::nullopt;
  }

  /// Off by a thousand times or more from what is projected for a month with payments: 元 and 万元.
  void check_unit(const Row& row, std::size_t programme, Month month, Money amount) {
    Money typical;
    for (const ProjectedMonth& one : projected_[programme]) {
      if (one.line > Money{} && (typical == Money{} || one.month == month)) typical = one.line;
    }
    if (typical <= Money{} || amount <= Money{}) return;
    constexpr double far = 1000.0;
    const double ratio = static_cast<double>(amount.fen()) / static_cast<double>(typical.fen());
    if (ratio < far && ratio > 1.0 / far) return;
    reject(row, "金额", wan_text(amount) + " 万元 where about " + wan_text(typical) + " is projected",
           "元 and 万元 seem to be mixed up", "Name the column 金额（元） or 金额（万元） as it is");
  }

  void check_months(std::size_t programme) {
    for (const ProjectedMonth& one : projected_[programme]) {
      if (one.month > last_ || one.line == Money{} || months_[programme].contains(one.month)) continue;
      errors_.add({file_, 0, 0}, "月份", to_string(one.month) + " of " + programmes_[programme].name + " is missing",
                  "nobody knows whether it was paid", "Add the row; write 0 where nothing was paid");
    }
  }

  void reject(const Row& row, const char* column, std::string problem, std::string why, std::string remedy) {
    errors_.add({file_, row.number, 0}, column, std::move(problem), std::move(why), std::move(remedy));
  }

  std::string file_;
  const std::vector<ProgrammeDefinition>& programmes_;
  const std::vector<std::vector<ProjectedMonth>>& projected_;
  std::vector<std::map<Month, ActualMonth>> months_;
  Month last_ = Month::none();
  InputErrors errors_;
};

[[noreturn]] void reject_file(const std::string& file, int line, std::string problem, std::string why,
                              std::string remedy) {
  InputErrors errors;
  errors.add({file, line, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::roster, std::move(errors));
}

std::vector<Row> rows_of(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  try {
    return file.extension() == ".xlsx" ? sheet_rows(file) : csv_rows(file);
  } catch (const NotText& not_text) {
    reject_file(name, 0, std::string("the bytes are ") + not_text.what(), "Chinese text would be read wrongly",
                "Save the file as CSV in UTF-8, or as .xlsx");
  } catch (const CsvBroken& broken) {
    reject_file(name, static_cast<int>(broken.line), broken.what(), "what follows could stand in any column",
                "Mend the line, or save as .xlsx");
  }
}

}  // namespace

Actuals read_actuals(const std::filesystem::path& file, const std::vector<ProgrammeDefinition>& programmes,
                     const std::vector<std::vector<ProjectedMonth>>& projected) {
  const std::string name = file.filename().string();
  const std::vector<Row> rows = rows_of(file);
  std::size_t heading = 0;
  while (heading < std::min(rows.size(), title_rows) && !columns_of(rows[heading]).complete()) ++heading;
  if (heading >= std::min(rows.size(), title_rows)) {
    reject_file(name, 0, "no row of the first ten has the headings 项目, 月份 and 金额", "columns are found by them",
                "Write 项目,月份,金额（元）,人数 above the rows");
  }
  const Columns columns = columns_of(rows[heading]);
  Reader reader(name, programmes, projected);
  for (std::size_t r = heading + 1; r < rows.size(); ++r) reader.row(rows[r], columns);
  Actuals actuals = reader.finish();
  actuals.digest = sha256_hex(read_file(file, largest_file));
  return actuals;
}

}  // namespace disburse
