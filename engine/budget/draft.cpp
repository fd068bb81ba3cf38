#include "engine/budget/draft.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/budget/draft_tables.hpp"
#include "engine/budget/functional_tables.hpp"
#include "engine/budget/official.hpp"

namespace disburse {
namespace {

constexpr Money printed_unit = Money::fen(10'000);  // 0.01 万元
void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// "20000万元" of an indicator becomes the new amount.
void print_amount(BudgetForm& form, const std::string& was) {
  for (BudgetIndicator& indicator : form.indicators) {
    const std::string old = was + official::wan_yuan;
    const std::size_t at = indicator.value.find(old);
    const bool whole_number =
        at == 0 || (at != std::string::npos && !std::isdigit(static_cast<unsigned char>(indicator.value[at - 1])));
    if (at != std::string::npos && whole_number)
      indicator.value.replace(at, old.size(), form.total + official::wan_yuan);
  }
}

void say(BudgetDocument& draft, const IndicatorText& text) {
  for (BudgetForm& form : draft.forms) {
    if (form.programme != text.programme) continue;
    const auto found = std::find_if(form.indicators.begin(), form.indicators.end(),
                                    [&](const BudgetIndicator& one) { return one.level3 == text.level3; });
    EXPECT(found != form.indicators.end());
    if (text.drop) {
      form.indicators.erase(found);
      return;
    }
    found->value = text.value;
    if (!text.new_level3.empty()) found->level3 = text.new_level3;
  }
}

/// Codes of table 2 that the rows below them do not start with are printed faults: the children decide.
void mend_codes(BudgetDocument& draft) {
  const auto found = std::find_if(draft.tables.begin(), draft.tables.end(),
                                  [](const BudgetTable& one) { return one.id == official::table_2; });
  EXPECT(found != draft.tables.end());
  BudgetTable& table = *found;
  for (std::size_t i = 1; i + 1 < table.rows.size(); ++i) {
    BudgetRow& row = table.rows[i];
    const std::string& below = table.rows[i + 1].code;
    if (below.size() <= row.code.size() || below.starts_with(row.code)) continue;
    const std::string mended = below.substr(0, row.code.size());
    draft.remarks.push_back(
        {0, "code_mended", std::string(official::table_2) + "/" + mended,
         "last year's document prints the code {} of {}, which those below it ({}) contradict; here it is {}."_m(
             row.code, row.name, below, mended)});
    if (row.key == row.code) row.key = mended;
    row.code = mended;
  }
}

void move_on(BudgetDocument& draft, int year) {
  const std::string was = std::to_string(draft.fiscal_year);
  const std::string before = std::to_string(draft.fiscal_year - 1);
  const auto later = [&](std::string& text) {
    replace_all(text, was, "\x01");
    replace_all(text, before, was);
    replace_all(text, "\x01", std::to_string(year));
  };
  for (BudgetTable& table : draft.tables) {
    for (std::string& heading : table.headings) later(heading);
  }
  for (BudgetForm& form : draft.forms) {
    later(form.period);
    for (BudgetIndicator& indicator : form.indicators) {
      if (indicator.value == was + official::year) indicator.value = std::to_string(year) + official::year;
    }
  }
  replace_all(draft.title, was, std::to_string(year));
  draft.fiscal_year = year;
  draft.version = official::draft_version;
  draft.source = official::draft_source;
  draft.figures.clear();
  draft.remarks.clear();
  draft.ties.clear();
  mend_codes(draft);
}

}  // namespace

Money to_printed(Money amount) {
  return printed_unit * rounded_quotient(amount.fen(), printed_unit.fen(), Rounding::half_up);
}

std::string printed_wan(Money amount) {
  const Money rounded = to_printed(amount);
  if (rounded == Money{}) return "0";
  return yuan_text(Money::fen(rounded.fen() / printed_unit.fen()));
}

ProjectChanges project_changes(const BudgetDocument& last, const std::map<std::string, Money>& projects) {
  ProjectChanges changes;
  for (const auto& [programme, amount] : projects) {
    const BudgetForm* form = find_form(last, programme);
    const bool has_money = to_printed(amount) != Money{};
    const bool had_money = form != nullptr && printed_amount(form->total).value_or(Money{}) != Money{};
    if (form == nullptr && has_money) changes.added.insert(programme);
    if (had_money && !has_money) changes.ended.insert(programme);
  }
  return changes;
}

std::vector<std::string> missing_lines(const BudgetDocument& last, const DraftFigures& figures) {
  std::set<std::string> items;
  for (const BudgetForm& form : figures.added) items.insert(form.function);
  for (const auto& [code, amount] : figures.executed) {
    if (to_printed(amount) != Money{}) items.insert(code);
  }
  const BudgetTable& functional = *find_table(last, official::table_2);
  std::set<std::string> missing;
  for (const std::string& item : items) {
    if (find_item_row(last, item) != nullptr) continue;
    for (const std::size_t digits : {class_digits, section_digits, item_digits}) {
      const std::string code = item.substr(0, digits);
      if (find_row(functional, code) == nullptr) missing.insert(code);
    }
  }
  return {missing.begin(), missing.end()};
}

BudgetDocument draft_budget(const BudgetDocument& last, const DraftFigures& figures) {
  BudgetDocument draft = last;
  const bool later_year = figures.year != last.fiscal_year;
  if (later_year) move_on(draft, figures.year);
  std::erase_if(draft.forms, [&](const BudgetForm& form) { return figures.ended.contains(form.programme); });
  draft.forms.insert(draft.forms.end(), figures.added.begin(), figures.added.end());
  for (const std::string& code : missing_lines(draft, figures)) add_line(draft, code, figures.line_names);
  for (BudgetForm& form : draft.forms) {
    const auto amount = figures.projects.find(form.programme);
    if (amount == figures.projects.end()) continue;
    const std::string was = form.total;
    form.total = printed_wan(amount->second);
    form.fiscal = form.total;
    if (!was.empty()) print_amount(form, was);
  }
  for (const IndicatorText& text : figures.indicators) say(draft, text);
  make_tables(draft, figures, later_year);
  return draft;
}

}  // namespace disburse
