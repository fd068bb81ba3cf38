#include "outputs/planning/cash.hpp"

#include <map>
#include <tuple>

#include "engine/support/text_table.hpp"
#include "outputs/text/csv_table.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

/// Money of a pay day and programme by payer.
struct Day {
  std::string name;
  std::map<Payer, Money> by_payer;
};

std::map<std::pair<Date, std::string>, Day> days_of(const CashPlan& plan) {
  std::map<std::pair<Date, std::string>, Day> days;
  for (const CashNeed& need : plan.needs) {
    Day& day = days[{need.day, need.programme}];
    day.name = need.name;
    day.by_payer[need.payer] += need.amount;
  }
  return days;
}

std::vector<std::string> amounts_of(const std::map<Payer, Money>& by_payer, const std::vector<Payer>& payers) {
  std::vector<std::string> cells;
  Money sum;
  for (const Payer& payer : payers) {
    const auto found = by_payer.find(payer);
    const Money amount = found == by_payer.end() ? Money{} : found->second;
    cells.push_back(amount == Money{} ? "" : wan_text(amount));
    sum += amount;
  }
  cells.push_back(wan_text(sum));
  return cells;
}

std::map<Month, std::map<Payer, Money>> months_of(const CashPlan& plan) {
  std::map<Month, std::map<Payer, Money>> months;
  for (const CashNeed& need : plan.needs) months[Month(need.day.year, need.day.month)][need.payer] += need.amount;
  return months;
}

std::string notes_of(const CashPlan& plan, Language language) {
  const auto [day, most] = plan.peak();
  std::string text;
  if (!plan.needs.empty())
    text += say(language, "用款最多的一天：", "largest day: ") + to_string(day) + say(language, "，", ", ") +
            wan_text(most) + say(language, " 万元\n", " (10,000 yuan)\n");
  if (plan.balance) {
    text += say(language, "期初余额 ", "balance ") + wan_text(*plan.balance) +
            say(language, " 万元，本单位应付 ", ", own payments ") + wan_text(plan.own()) +
            say(language, " 万元（其他各方拨付的不算在内）", " (what others send is left out)");
    text += plan.covered_to ? say(language, "，够付到 ", ", lasts to ") + to_string(*plan.covered_to) +
                                  (plan.last() == plan.covered_to ? say(language, "（全部）", " (all of it)") : "")
                            : std::string(say(language, "，不够付第一笔", ", does not cover the first day"));
    text += "\n";
  }
  text += say(language, "日期规则：", "days: ") + plan.rule + "\n";
  for (const int year : plan.years_unknown)
    text += std::to_string(year) + say(language, " 年的节假日安排没有收录，只避开了周末。\n",
                                       ": holidays are not in the calendar, weekends alone are kept.\n");
  return text;
}

/// The same, one by one.
std::vector<std::string> note_lines(const CashPlan& plan, Language language) {
  std::vector<std::string> lines;
  const std::string text = notes_of(plan, language);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::vector<std::string> cash_headings(const std::vector<Payer>& payers, Language language) {
  std::vector<std::string> headings{say(language, "发放日", "pay day"), say(language, "项目", "programme")};
  for (const Payer& payer : payers) headings.push_back(label(payer, language));
  headings.push_back(say(language, "合计", "sum"));
  return headings;
}

std::vector<std::vector<std::string>> cash_rows(const CashPlan& plan) {
  const std::vector<Payer> payers = plan.payers();
  std::vector<std::vector<std::string>> rows;
  for (const auto& [key, day] : days_of(plan)) {
    std::vector<std::string> row{to_string(key.first), day.name};
    for (std::string& cell : amounts_of(day.by_payer, payers)) row.push_back(std::move(cell));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

namespace {

double in_wan(Money amount) {
  constexpr double fen_a_wan = 1e6;
  return static_cast<double>(amount.fen()) / fen_a_wan;
}

/// The rows of a sheet: money by payer, its sum, and what is left of a balance.
class CashRows {
 public:
  CashRows(const CashPlan& plan, SheetTable& table)
      : payers_(plan.payers()), balance_(plan.balance), left_(plan.balance.value_or(Money{})), table_(table) {}

  void add(std::vector<SheetTable::Value> row, const std::map<Payer, Money>& by_payer) {
    put(row, by_payer);
    for (const auto& [payer, amount] : by_payer) {
      all_[payer] += amount;
      if (payer.is_own()) left_ -= amount;
    }
    if (balance_) row.emplace_back(in_wan(left_));
    table_.rows.push_back(std::move(row));
  }

  void total(std::vector<SheetTable::Value> row) {
    put(row, all_);
    if (balance_) row.emplace_back(in_wan(left_));
    table_.rows.push_back(std::move(row));
  }

 private:
  void put(std::vector<SheetTable::Value>& row, const std::map<Payer, Money>& by_payer) const {
    Money sum;
    for (const Payer& payer : payers_) {
      const auto found = by_payer.find(payer);
      row.push_back(found == by_payer.end() ? SheetTable::Value() : SheetTable::Value(in_wan(found->second)));
      sum += found == by_payer.end() ? Money{} : found->second;
    }
    row.emplace_back(in_wan(sum));
  }

  std::vector<Payer> payers_;
  std::optional<Money> balance_;
  Money left_;
  std::map<Payer, Money> all_;
  SheetTable& table_;
};

SheetTable empty_sheet(const CashPlan& plan, std::vector<std::string> headings, const char* zh, const char* en,
                       Language language) {
  SheetTable table;
  table.sheet = table.title = say(language, zh, en);
  table.unit = say(language, "单位：万元", "10,000 yuan");
  table.headings = std::move(headings);
  if (plan.balance) table.headings.push_back(say(language, "本单位余额", "own balance"));
  return table;
}

}  // namespace

std::vector<SheetTable> cash_sheets(const CashPlan& plan, Language language) {
  std::vector<std::string> headings = cash_headings(plan.payers(), language);
  SheetTable days = empty_sheet(plan, headings, "用款计划", "cash calendar", language);
  CashRows by_day(plan, days);
  for (const auto& [key, day] : days_of(plan)) by_day.add({to_string(key.first), day.name}, day.by_payer);
  by_day.total({say(language, "合计", "sum"), ""});
  days.notes = note_lines(plan, language);
  headings.erase(headings.begin());
  headings.front() = say(language, "月份", "month");
  SheetTable months = empty_sheet(plan, headings, "按月", "by month", language);
  CashRows by_month(plan, months);
  for (const auto& [month, by_payer] : months_of(plan)) by_month.add({to_string(month)}, by_payer);
  by_month.total({say(language, "合计", "sum")});
  return {std::move(days), std::move(months)};
}

std::string cash_table(const CashPlan& plan, Language language) {
  const std::vector<Payer> payers = plan.payers();
  std::vector<TextTable::Column> columns;
  for (const std::string& heading : cash_headings(payers, language))
    columns.push_back({heading, columns.size() < 2 ? Align::left : Align::right});
  TextTable table(columns);
  std::string last;
  std::map<Payer, Money> all;
  for (const auto& row : cash_rows(plan)) {
    if (!last.empty() && row[0].substr(0, 7) != last) table.rule();
    last = row[0].substr(0, 7);
    table.row(std::vector<Cell>(row.begin(), row.end()));
  }
  for (const CashNeed& need : plan.needs) all[need.payer] += need.amount;
  std::vector<Cell> total{say(language, "合计", "sum"), ""};
  for (const std::string& cell : amounts_of(all, payers)) total.emplace_back(cell);
  table.total(total);
  TextTable monthly([&] {
    std::vector<TextTable::Column> some{{say(language, "月份", "month"), Align::left}};
    some.insert(some.end(), columns.begin() + 2, columns.end());
    return some;
  }());
  for (const auto& [month, by_payer] : months_of(plan)) {
    std::vector<Cell> cells{to_string(month)};
    for (const std::string& cell : amounts_of(by_payer, payers)) cells.emplace_back(cell);
    monthly.row(cells);
  }
  return say(language, "[ 用款计划（万元） ]\n", "[ cash calendar, 10,000 yuan ]\n") + table.text() + "\n" +
         say(language, "[ 按月 ]\n", "[ by month ]\n") + monthly.text() + notes_of(plan, language);
}

Json cash_needs_part(const CashPlan& plan) {
  Json part = Json::array();
  for (const CashNeed& need : plan.needs) {
    part.push_back({{"day", to_string(need.day)},
                    {"month", to_string(need.month)},
                    {"programme", need.programme},
                    {"name", need.name},
                    {"payer", to_string(need.payer)},
                    {"amount_fen", need.amount.fen()}});
  }
  return part;
}

std::string cash_json(const CashPlan& plan, const DoubtedManifest& manifest, const std::string& command) {
  Json document;
  document["schema"] = "disburse/cash/1";
  document["scenario"] = plan.scenario;
  document["rule"] = plan.rule;
  document["payers"] = payer_list_part(plan.payers());
  document["needs"] = cash_needs_part(plan);
  const auto [day, most] = plan.peak();
  document["peak"] = plan.needs.empty() ? Json(nullptr) : Json{{"day", to_string(day)}, {"amount_fen", most.fen()}};
  document["balance_fen"] = plan.balance ? Json(plan.balance->fen()) : Json(nullptr);
  document["covered_to"] = plan.covered_to ? Json(to_string(*plan.covered_to)) : Json(nullptr);
  document["years_without_holidays"] = plan.years_unknown;
  document["findings"] = findings_part(doubts_and(manifest));
  document["manifest"] = manifest_part(manifest);
  document["command"] = command;
  return json_text(document);
}

std::string cash_csv(const CashPlan& plan) {
  CsvTable table({{"发放日", "day"},
                  {"月份", "month"},
                  {"项目", "programme"},
                  {"名称", "name"},
                  {"负担方", "payer"},
                  {"金额（元）", "amount"}});
  for (const CashNeed& need : plan.needs) {
    table.text(to_string(need.day)).text(to_string(need.month)).text(need.programme).text(need.name);
    table.text(to_string(need.payer)).money(need.amount).end_row();
  }
  return table.bytes();
}

}  // namespace disburse
