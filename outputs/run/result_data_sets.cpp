#include "outputs/run/result_data_sets.hpp"

#include <algorithm>
#include <limits>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

constexpr std::int64_t no_amount = std::numeric_limits<std::int64_t>::min();
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr const char* text_unit = "text";
constexpr const char* months_unit = "YYYY-MM";

/// Collects the data sets of one group whose rows are `rows`.
template <class Row>
class Group {
 public:
  Group(std::vector<DataSet>& sets, std::string name, const std::vector<Row>& rows)
      : sets_(&sets), name_(std::move(name)), rows_(&rows) {}

  template <class Get>
  void text(const char* column, const char* units, const std::string& description, Get get) {
    add<std::string>(column, units, description, get);
  }
  template <class Get>
  void fen(const char* column, const char* description, Get get) {
    add<std::int64_t>(column, "fen", description, [&](const Row& row) { return get(row).fen(); });
  }
  template <class Get>
  void integer(const char* column, const char* units, const char* description, Get get) {
    add<std::int64_t>(column, units, description, get);
  }
  template <class Get>
  void number(const char* column, const char* units, const char* description, Get get) {
    add<double>(column, units, description, get);
  }
  /// budget, projected, difference and execution_rate of the comparison that `get` returns.
  template <class Get>
  void comparison(Get get) {
    const auto fen_or_none = [](const std::optional<Money>& amount) { return amount ? amount->fen() : no_amount; };
    integer("budget", "fen", "appropriation of the budget document; the least int64 where there is none",
            [&](const Row& row) { return fen_or_none(get(row).budget); });
    integer("projected", "fen", "what falls on the city's budget line in the fiscal year",
            [&](const Row& row) { return get(row).projected.fen(); });
    integer("difference", "fen", "projected minus budget; the least int64 where there is no budget",
            [&](const Row& row) { return fen_or_none(get(row).difference()); });
    number("execution_rate", "1", "projected over budget; not a number without a budget or with a budget of 0",
           [&](const Row& row) { return get(row).execution_rate().value_or(no_number); });
  }

 private:
  template <class Value, class Get>
  void add(const char* column, const char* units, const std::string& description, Get get) {
    std::vector<Value> values;
    values.reserve(rows_->size());
    for (const Row& row : *rows_) values.push_back(get(row));
    sets_->push_back({name_ + "/" + column, units, description, std::move(values), {rows_->size()}});
  }

  std::vector<DataSet>* sets_;
  std::string name_;
  const std::vector<Row>* rows_;
};

void add_programmes(std::vector<DataSet>& sets, const RunResult& result) {
  Group<ProgrammeResult> group(sets, "programmes", result.programmes);
  using Row = const ProgrammeResult&;
  group.text("id", text_unit, "identifier of the programme", [](Row p) { return p.id; });
  group.text("name", text_unit, "name of the programme in Chinese", [](Row p) { return p.name; });
  group.text("line", text_unit, "functional code; empty when the programme has several",
             [](Row p) { return p.line.value_or(""); });
  group.text("basis", text_unit, "projected, calibrated or planned",
             [](Row p) { return std::string(to_string(p.basis)); });
  group.comparison([](Row p) -> const Comparison& { return p.amount; });
  group.fen("outlay", "outlay of all payers in the fiscal year", [](Row p) { return p.outlay; });
  group.number("headcount", "persons", "persons paid in the largest month; not a number where no person is paid",
               [](Row p) { return p.headcount.value_or(no_number); });
}

void add_lines(std::vector<DataSet>& sets, const RunResult& result) {
  Group<LineFigure> group(sets, "lines", result.lines);
  using Row = const LineFigure&;
  group.text("code", text_unit, "functional code of the budget", [](Row l) { return l.code; });
  group.text("name", text_unit, "name of the functional code in Chinese", [](Row l) { return l.name; });
  group.comparison([](Row l) -> const Comparison& { return l.amount; });
}

/// A table of programmes by months.
template <class Value, class Get>
DataSet by_month(const RunResult& result, const char* column, const char* units, const char* description, Get get) {
  const std::size_t months = result.monthly.size();
  std::vector<Value> values;
  for (const ProgrammeResult& programme : result.programmes) {
    EXPECT(programme.monthly.size() == months);
    for (const MonthlyFigure& figure : programme.monthly) values.push_back(get(figure));
  }
  return {std::string("monthly/") + column, units, description, std::move(values), {result.programmes.size(), months}};
}

void add_monthly(std::vector<DataSet>& sets, const RunResult& result) {
  Group<MonthlyFigure> group(sets, "monthly", result.monthly);
  using Row = const MonthlyFigure&;
  group.text("month", months_unit, "month paid; the columns of the tables of this group",
             [](Row m) { return to_string(m.month); });
  group.fen("total_paid", "outlay of all programmes and payers, by month paid", [](Row m) { return m.paid; });
  group.fen("total_line", "what falls on the city's budget lines, by month paid", [](Row m) { return m.line; });
  sets.push_back(by_month<std::int64_t>(result, "paid", "fen", "outlay of all payers, programmes by months",
                                        [](Row m) { return m.paid.fen(); }));
  sets.push_back(by_month<std::int64_t>(result, "line", "fen",
                                        "what falls on the city's budget line, programmes by months",
                                        [](Row m) { return m.line.fen(); }));
  sets.push_back(by_month<double>(result, "headcount", "persons", "persons paid, programmes by months",
                                  [](Row m) { return m.headcount; }));
}

/// "a, b or c".
std::string one_of(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
  }
  return text;
}

std::string payer_words(const RunResult& result) {
  std::vector<std::string> words;
  for (const Payer& payer : payers_of(result.programmes)) words.push_back(payer.id());
  return words.empty() ? "identifier of the payer" : one_of(words);  // a horizon beside the year pays nobody in it
}

/// Those that programmes declare and those that arose.
std::string kind_words(const RunResult& result) {
  std::vector<std::string> words;
  for (const KindTraits& traits : kind_traits) {
    const bool arose = std::any_of(result.ledger.begin(), result.ledger.end(),
                                   [&](const LedgerCell& cell) { return cell.key.kind == traits.kind; });
    if (traits.declared || arose) words.emplace_back(to_string(traits.kind));
  }
  return one_of(words);
}

struct PayerRow {
  std::string programme;
  Payer payer;
  Money paid;
};

void add_payers(std::vector<DataSet>& sets, const RunResult& result) {
  std::vector<PayerRow> rows;
  for (const ProgrammeResult& programme : result.programmes) {
    for (const auto& [payer, paid] : programme.by_payer) rows.push_back({programme.id, payer, paid});
  }
  Group<PayerRow> group(sets, "payers", rows);
  group.text("programme", text_unit, "identifier of the programme", [](const PayerRow& r) { return r.programme; });
  group.text("payer", text_unit, payer_words(result),
             [](const PayerRow& r) { return std::string(to_string(r.payer)); });
  group.fen("paid", "outlay of the payer in the fiscal year", [](const PayerRow& r) { return r.paid; });
}

struct FlowRow {
  Scheme scheme;
  FlowMonth flow;
};

void add_population(std::vector<DataSet>& sets, const RunResult& result) {
  std::vector<FlowRow> rows;
  for (const PopulationFlow& population : result.population) {
    for (const FlowMonth& month : population.monthly) rows.push_back({population.scheme, month});
  }
  Group<FlowRow> group(sets, "population", rows);
  using Row = const FlowRow&;
  group.text("scheme", text_unit, one_of(code_words<Scheme>()), [](Row r) { return std::string(to_string(r.scheme)); });
  group.text("month", months_unit, "month of the flow", [](Row r) { return to_string(r.flow.month); });
  group.number("opening", "persons", "pensioners at the beginning of the month", [](Row r) { return r.flow.opening; });
  group.number("entrants", "persons", "new pensioners in the month", [](Row r) { return r.flow.entrants; });
  group.number("deaths", "persons", "expected deaths in the month", [](Row r) { return r.flow.deaths; });
  group.number("other_exits", "persons", "other exits in the month", [](Row r) { return r.flow.other_exits; });
  group.number("closing", "persons", "pensioners at the end of the month", [](Row r) { return r.flow.closing; });
}

void add_ledger(std::vector<DataSet>& sets, const RunResult& result) {
  Group<LedgerCell> group(sets, "ledger", result.ledger);
  using Row = const LedgerCell&;
  group.text("programme", text_unit, "identifier of the programme",
             [&](Row c) { return result.programmes.at(c.key.programme).id; });
  group.text("line", text_unit, "functional code; empty when the city does not pay", [](Row c) { return c.key.line; });
  group.text("payer", text_unit, payer_words(result), [](Row c) { return std::string(to_string(c.key.payer)); });
  group.text("kind", text_unit, kind_words(result), [](Row c) { return std::string(to_string(c.key.kind)); });
  group.text("due", months_unit, "month in which the payment falls due", [](Row c) { return to_string(c.key.due); });
  group.text("paid", months_unit, "month in which it is paid", [](Row c) { return to_string(c.key.paid); });
  group.integer("fiscal_year", "year", "fiscal year booked: that of the month paid",
                [](Row c) { return std::int64_t{c.key.paid.year()}; });
  group.fen("amount", "expected amount, rounded half up to a fen once", [](Row c) { return c.amount; });
  group.number("persons", "persons", "expected persons paid", [](Row c) { return c.persons; });
}

}  // namespace

std::vector<DataSet> result_data_sets(const RunResult& result) {
  std::vector<DataSet> sets;
  add_programmes(sets, result);
  add_lines(sets, result);
  add_monthly(sets, result);
  add_payers(sets, result);
  add_population(sets, result);
  add_ledger(sets, result);
  return sets;
}

}  // namespace disburse
