#include "engine/budget_draft.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "engine/budget_draft_tables.hpp"
#include "engine/error.hpp"

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
    const std::string old = was + "万元";
    const std::size_t at = indicator.value.find(old);
    const bool whole_number =
        at == 0 || (at != std::string::npos && !std::isdigit(static_cast<unsigned char>(indicator.value[at - 1])));
    if (at != std::string::npos && whole_number) indicator.value.replace(at, old.size(), form.total + "万元");
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
  const auto found =
      std::find_if(draft.tables.begin(), draft.tables.end(), [](const BudgetTable& one) { return one.id == "表2"; });
  EXPECT(found != draft.tables.end());
  BudgetTable& table = *found;
  for (std::size_t i = 1; i + 1 < table.rows.size(); ++i) {
    BudgetRow& row = table.rows[i];
    const std::string& below = table.rows[i + 1].code;
    if (below.size() <= row.code.size() || below.starts_with(row.code)) continue;
    const std::string mended = below.substr(0, row.code.size());
    draft.remarks.push_back(
        {0, "code_mended", "表2/" + mended,
         "上年文件" + row.name + "的编码 " + row.code + " 与下级 " + below + " 不符，本表已改为 " + mended + "。"});
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
      if (indicator.value == was + "年") indicator.value = std::to_string(year) + "年";
    }
  }
  replace_all(draft.title, was, std::to_string(year));
  draft.fiscal_year = year;
  draft.version = "预算草案";
  draft.source = "由上年文件的版式和本程序的测算数生成";
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

BudgetDocument draft_budget(const BudgetDocument& last, const DraftFigures& figures) {
  BudgetDocument draft = last;
  const bool later_year = figures.year != last.fiscal_year;
  if (later_year) move_on(draft, figures.year);
  for (BudgetForm& form : draft.forms) {
    const auto amount = figures.projects.find(form.programme);
    if (amount == figures.projects.end()) continue;
    const std::string was = form.total;
    form.total = printed_wan(amount->second);
    form.fiscal = form.total;
    print_amount(form, was);
  }
  for (const IndicatorText& text : figures.indicators) say(draft, text);
  make_tables(draft, figures, later_year);
  return draft;
}

}  // namespace disburse
