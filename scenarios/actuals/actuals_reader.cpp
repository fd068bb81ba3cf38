#include "scenarios/actuals/actuals_reader.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "engine/base/digest.hpp"
#include "engine/support/files.hpp"
#include "scenarios/actuals/cells.hpp"
#include "scenarios/actuals/table_rows.hpp"
#include "scenarios/office/cleaned.hpp"
#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_file = std::size_t{16} << 20;
constexpr std::size_t title_rows = 10;

struct Columns {
  std::optional<std::size_t> programme, month, amount, persons, reason;
  bool in_wan = false;
  /// A sentence above the table may have all the words in one cell.
  bool complete() const {
    return programme && month && amount && programme != month && month != amount && programme != amount;
  }
};

Columns columns_of(const TableRow& row) {
  Columns columns;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const std::string_view heading = trimmed(row.cells[c]);
    const auto has = [&](std::string_view word) { return heading.find(word) != std::string_view::npos; };
    if (has("项目") || has("programme")) columns.programme = c;
    if (has("月份") || has("month")) columns.month = c;
    if (has("人数") || has("persons")) columns.persons = c;
    if (has("原因") || has("说明") || has("reason")) columns.reason = c;
    if (has("金额") || has("amount")) {
      columns.amount = c;
      columns.in_wan = has("万元") || has("wan");
    }
  }
  return columns;
}

/// Outside these times what is projected a payment is a jump, and told.
constexpr double least_times = 0.7, most_times = 1.3;

/// Reads the rows below the headings; everything that is wrong is told.
class Reader {
 public:
  Reader(std::string file, const std::vector<ProgrammeDefinition>& programmes,
         const std::vector<std::vector<ProjectedMonth>>& projected, const AbsentAnswers& absent, bool from_template)
      : file_(std::move(file)),
        programmes_(programmes),
        projected_(projected),
        absent_(absent),
        template_(from_template),
        months_(programmes.size()),
        said_(programmes.size(), Absent::unsaid) {}

  void row(const TableRow& row, const Columns& columns) {
    const auto cell = [&](const std::optional<std::size_t>& column) {
      return column && *column < row.cells.size() ? std::string(trimmed(row.cells[*column])) : std::string();
    };
    const std::string name = cell(columns.programme);
    const bool untouched =
        cell(columns.amount).empty() && cell(columns.persons).empty() && cell(columns.reason).empty();
    if (template_ && (is_example(row) || untouched)) return;
    if (name.empty() && cell(columns.month).empty() && cell(columns.amount).empty()) return;
    const auto programme = find(name);
    if (!programme) {
      std::vector<std::string> names;
      for (const ProgrammeDefinition& one : programmes_) {
        names.push_back(one.id);
        names.push_back(one.name);
      }
      const std::string near = nearest_name(name, names);
      reject(row, "项目", "the cell holds {}, which names no programme"_m(held(name)), "its payments belong to none"_m,
             near.empty() ? "disburse list programmes names them"_m : "Did you mean {}?"_m(near));
    }
    const std::string given = cell(columns.amount);
    const bool known = !says_unknown(given);
    if (programme && cell(columns.month).empty() && (!known || cleaned(given) == "0")) {
      said_[*programme] = known ? Absent::nothing : Absent::unknown;
      return;
    }
    const auto number = row.numbers.find(*columns.month);
    const std::string month_text = number == row.numbers.end() ? cell(columns.month) : number->second;
    const auto month = month_in(month_text, year());
    if (!month) {
      reject(row, "月份", "the cell holds {}, no month"_m(held(month_text)), "a payment has one"_m,
             "Write 2024-08, or 8月"_m);
    } else if (month->year() != year()) {
      reject(row, "月份", "{} lies outside of {}"_m(to_string(*month), year()), "one year is re-forecast at a time"_m,
             "Leave the row out, or choose the scenario of its year"_m);
    }
    const auto amount =
        !known ? std::optional(Money{}) : money_of(given, columns.in_wan ? ColumnUnit::wan_yuan : ColumnUnit::yuan);
    if (!amount) {
      reject(row, "金额", "the cell holds {}, no amount to a fen"_m(held(given)), "it is locked as it stands"_m,
             columns.in_wan ? "Write 660.12 (units of 10,000 yuan)"_m : "Write 6601200.00 (yuan)"_m);
    }
    std::optional<double> persons;
    if (const std::string text = cell(columns.persons); !text.empty()) persons = count_of(row, text);
    if (!programme || !month || month->year() != year() || !amount) return;
    check_unit(row, *programme, *month, *amount);
    check_sign(row, *programme, *month, *amount, cell(columns.reason));
    if (known) check_jump(row, *programme, *month, *amount);
    const auto [at, fresh] = months_[*programme].try_emplace(*month, ActualMonth{*month, *amount, persons, known});
    if (!fresh) {
      reject(row, "月份", "{} of {} is there twice"_m(to_string(*month), name), "both cannot be right"_m,
             "Add the two, or remove one"_m);
    }
    if (last_.is_none() || *month > last_) last_ = *month;
  }

  Actuals finish() {
    Actuals actuals;
    actuals.file = file_;
    actuals.last = last_;
    for (std::size_t p = 0; p < months_.size(); ++p) {
      if (months_[p].empty()) {
        answer_absent(p);
      } else {
        check_months(p);
      }
      actuals.programmes.emplace_back();
      for (const auto& [month, one] : months_[p]) actuals.programmes.back().push_back(one);
    }
    if (errors_.empty() && std::all_of(months_.begin(), months_.end(), [](const auto& one) { return one.empty(); }))
      errors_.add({file_, 0, 0}, "", "has no payments"_m, "nothing would be locked"_m, "Add rows below the headings"_m);
    throw_if_any(Door::roster, std::move(errors_));
    actuals.findings = std::move(findings_);
    return actuals;
  }

 private:
  Message named(std::size_t programme) const {
    return Message::named(programmes_[programme].name, programmes_[programme].name_en);
  }

  void tell(const char* code, Severity severity, std::size_t programme, Month month, Message message) {
    findings_.push_back({code, severity, "{} {}"_m(named(programme), to_string(month)), std::move(message)});
  }

  /// A programme without rows: what the office says of it; where it says nothing and something was due, it is asked.
  void answer_absent(std::size_t programme) {
    Money due;
    for (const ProjectedMonth& one : projected_[programme]) {
      if (!last_.is_none() && one.month <= last_) due += one.line;
    }
    const std::string& id = programmes_[programme].id;
    Absent answer = said_[programme];
    for (const std::string& key : {id, std::string()}) {
      const auto found = absent_.find(key);
      if (answer == Absent::unsaid && found != absent_.end()) answer = found->second;
    }
    if (last_.is_none()) return;
    if (due == Money{}) {  // nothing was due; who says that nothing was paid is believed
      if (answer == Absent::nothing) months_[programme].emplace(last_, ActualMonth{last_, {}, {}});
      return;
    }
    if (answer == Absent::unsaid) {
      errors_.add(
          {file_, 0, 0}, id,
          "{} has no payments in the file, where {} (10,000 yuan) are projected to {}"_m(
              named(programme), wan_text(due), to_string(last_)),
          "nobody knows whether it was paid, and taken as paid it would hide what is still to come"_m,
          "Write --absent {}=nothing where nothing was paid, --absent {}=unknown to have it estimated, or its rows"_m(
              id, id));
    } else if (answer == Absent::nothing) {
      for (const ProjectedMonth& one : projected_[programme]) {
        if (one.month <= last_ && one.line != Money{})
          months_[programme].emplace(one.month, ActualMonth{one.month, {}, {}});
      }
      tell("absent_nothing", Severity::note, programme, last_,
           "paid nothing so far, as said; {} (10,000 yuan) of it were projected"_m(wan_text(due)));
    } else {
      tell(
          "absent_unknown", Severity::warning, programme, last_,
          "not known, as said: all its months are estimates, {} (10,000 yuan) of them up to the lock"_m(wan_text(due)));
    }
  }

  /// A month on the whole below nothing is a correction, and says of what.
  void check_sign(const TableRow& row, std::size_t programme, Month month, Money amount, const std::string& reason) {
    if (amount >= Money{}) return;
    if (reason.empty()) {
      reject(row, "金额", "{} (10,000 yuan) is less than nothing"_m(wan_text(amount)),
             "a month that pays back more than it pays is a correction, or a slip of the sign"_m,
             "Write why in a column 原因, or mend the sign"_m);
      return;
    }
    tell("negative_actual", Severity::warning, programme, month,
         "{} (10,000 yuan), less than nothing: {}"_m(wan_text(amount), without_long_numbers(reason)));
  }

  void check_jump(const TableRow& row, std::size_t programme, Month month, Money amount) {
    for (const ProjectedMonth& one : projected_[programme]) {
      if (one.month != month || one.line <= Money{} || amount <= Money{}) continue;
      const double times = static_cast<double>(amount.fen()) / static_cast<double>(one.line.fen());
      if (times >= least_times && times <= most_times) return;
      tell("actual_jump", Severity::warning, programme, month,
           "{} (10,000 yuan) paid where {} are projected, outside of 70 to 130 % of it: check the amount in row {}"_m(
               wan_text(amount), wan_text(one.line), row.number));
    }
  }

  int year() const { return projected_.front().front().month.year(); }

  std::optional<std::size_t> find(const std::string& name) const {
    for (std::size_t p = 0; p < programmes_.size(); ++p) {
      if (programmes_[p].id == name || programmes_[p].name == name) return p;
    }
    return std::nullopt;
  }

  std::optional<double> count_of(const TableRow& row, const std::string& written) {
    std::string text = cleaned(written);
    if (text.ends_with("人")) text.resize(text.size() - std::string_view("人").size());
    std::erase(text, ',');
    double value = 0.0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault == std::errc{} && end == text.data() + text.size() && value >= 0.0) return value;
    reject(row, "人数", "the cell holds {}, no headcount"_m(held(text)), "the rest of the year is projected from it"_m,
           "Write 54496, or leave the cell empty"_m);
    return std::nullopt;
  }

  /// Off by a thousand times or more from what is projected for a month with payments: 元 and 万元.
  void check_unit(const TableRow& row, std::size_t programme, Month month, Money amount) {
    Money typical;
    for (const ProjectedMonth& one : projected_[programme]) {
      if (one.line > Money{} && (typical == Money{} || one.month == month)) typical = one.line;
    }
    constexpr Money most = Money::yuan(10'000'000'000);  // a hundred times what the whole city spends in a year
    if (amount > most || amount < -most) {
      reject(row, "金额", "{} (10,000 yuan) in one month"_m(wan_text(amount)), "no city pays so much"_m,
             "Check the unit and the digits"_m);
      return;
    }
    if (typical <= Money{} || amount <= Money{}) return;
    constexpr double far = 1000.0;
    const double ratio = static_cast<double>(amount.fen()) / static_cast<double>(typical.fen());
    if (ratio < far && ratio > 1.0 / far) return;
    reject(row, "金额", "{} (10,000 yuan) where about {} is projected"_m(wan_text(amount), wan_text(typical)),
           "yuan and 10,000 yuan seem to be mixed up"_m, "Name the column 金额（元） or 金额（万元） as it is"_m);
  }

  void check_months(std::size_t programme) {
    for (const ProjectedMonth& one : projected_[programme]) {
      if (one.month > last_ || one.line == Money{} || months_[programme].contains(one.month)) continue;
      errors_.add({file_, 0, 0}, "月份", "{} of {} is missing"_m(to_string(one.month), programmes_[programme].name),
                  "nobody knows whether it was paid"_m,
                  "Add the row; write 0 where nothing was paid, and 未知 where it is not known"_m);
    }
  }

  void reject(const TableRow& row, const char* column, Message problem, Message why, Message remedy) {
    errors_.add({file_, row.number, 0}, column, std::move(problem), std::move(why), std::move(remedy));
  }

  std::string file_;
  const std::vector<ProgrammeDefinition>& programmes_;
  const std::vector<std::vector<ProjectedMonth>>& projected_;
  const AbsentAnswers& absent_;
  bool template_;  // a workbook, whose rows may wait to be filled in
  std::vector<std::map<Month, ActualMonth>> months_;
  std::vector<Absent> said_;  // by a row without a month
  std::vector<Finding> findings_;
  Month last_ = Month::none();
  InputErrors errors_;
};

[[noreturn]] void reject_file(const std::string& file, int line, Message problem, Message why, Message remedy) {
  InputErrors errors;
  errors.add({file, line, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::roster, std::move(errors));
}

}  // namespace

Actuals read_actuals(const std::filesystem::path& file, const std::vector<ProgrammeDefinition>& programmes,
                     const std::vector<std::vector<ProjectedMonth>>& projected, const AbsentAnswers& absent) {
  const std::string name = file.filename().string();
  const TableOfRows table = table_of(file);
  const std::vector<TableRow>& rows = table.rows;
  std::size_t heading = 0;
  while (heading < std::min(rows.size(), title_rows) && !columns_of(rows[heading]).complete()) ++heading;
  if (heading >= std::min(rows.size(), title_rows)) {
    reject_file(name, 0, "no row of the first ten has the headings 项目, 月份 and 金额"_m,
                "columns are found by them"_m, "Write 项目,月份,金额（元）,人数 above the rows"_m);
  }
  const Columns columns = columns_of(rows[heading]);
  Reader reader(name, programmes, projected, absent, table.workbook);
  for (std::size_t r = heading + 1; r < rows.size(); ++r) reader.row(rows[r], columns);
  Actuals actuals = reader.finish();
  actuals.digest = sha256_hex(read_input(file, largest_file, Door::roster));
  return actuals;
}

}  // namespace disburse
