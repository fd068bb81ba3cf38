#include "outputs/office/budget_narrative.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/budget/adoption.hpp"
#include "engine/budget/functional_tables.hpp"
#include "outputs/office/docx.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

constexpr const char* to_be_filled_in = "（由单位据实填写。）";
constexpr std::size_t class_digits = 3;
constexpr std::size_t section_digits = 5;
constexpr std::size_t item_digits = 7;
constexpr std::size_t total_column = 1, basic_column = 2, project_column = 3, change_column = 4, percent_column = 5;

Money amount_in(const BudgetRow& row, std::size_t column) {
  return printed_amount(row.cells[column]).value_or(Money{});
}

std::string wan(Money amount) { return wan_text(amount) + " 万元"; }

const BudgetTable& table(const BudgetDocument& document, const char* id) { return *find_table(document, id); }

/// "增加 4.26 万元，增长 12.50%" or "与上年持平".
std::string change_text(const BudgetRow& row) {
  if (row.cells.front().empty()) return "上年执行数未列示";
  const Money change = amount_in(row, change_column);
  if (change == Money{}) return "与上年执行数持平";
  const bool more = change > Money{};
  std::string text = fmt::format("比上年执行数{} {}", more ? "增加" : "减少", wan(more ? change : -change));
  const std::string& percent = row.cells[percent_column];
  if (percent.empty()) return text + "（上年无此项支出）";
  return text + fmt::format("，{} {}%", more ? "增长" : "下降", percent.starts_with('-') ? percent.substr(1) : percent);
}

std::string list_of(const BudgetDocument& document, std::size_t column) {
  std::string text;
  for (const BudgetRow& row : table(document, "表3").rows) {
    if (row.code.size() <= class_digits || amount_in(row, column) == Money{}) continue;
    text += (text.empty() ? "" : "、") + row.name + " " + wan(amount_in(row, column));
  }
  return text;
}

/// What table 5 spends from government funds.
Money funds_of(const BudgetDocument& document) { return sum_of_items(table(document, "表5"), "小计"); }

/// 上年结转结余, as table 1 prints it.
Money carried_over(const BudgetDocument& document) {
  Money sum;
  for (const BudgetRow& row : table(document, "表1收入").rows) {
    if (row.key.starts_with("上年结转结余>")) sum += printed_amount(row.cells.front()).value_or(Money{});
  }
  return sum;
}

/// "人员经费 102.50 万元，包括：基本工资 80.20 万元、…。" of a column of table 3; nothing where no such table is
/// printed.
std::string economic_text(const BudgetDocument& document, const char* name, std::size_t column) {
  const std::vector<BudgetRow>& rows = table(document, "表3").rows;
  if (rows.empty()) return "";
  const std::string list = list_of(document, column);
  return fmt::format("{} {}{}。", name, wan(amount_in(rows.front(), column)), list.empty() ? "" : "，包括：" + list);
}

/// The text as it is written: paragraphs of a section that the agency says otherwise stand as it says them.
class Narrative {
 public:
  Narrative(Docx& docx, const BudgetPaper& paper) : docx_(docx), paper_(paper) {}

  void heading(const std::string& text) {
    docx_.heading(text);
    heading_ = text;
  }
  void sub_heading(const std::string& text) {
    docx_.sub_heading(text);
    heading_ = text;
  }
  /// Without a section it is nobody's to change.
  void paragraph(const std::string& proposed, const std::string& section = "") {
    const auto stated = paper_.statements.find(section);
    const std::string& text = stated == paper_.statements.end() ? proposed : stated->second;
    docx_.paragraph(text);
    if (!section.empty()) passages_.push_back({section, heading_, proposed, text});
  }
  void table(const std::vector<std::vector<std::string>>& rows, const std::vector<int>& widths) {
    docx_.table(rows, widths);
  }
  std::vector<TextPassage> passages() { return std::move(passages_); }

 private:
  Docx& docx_;
  const BudgetPaper& paper_;
  std::string heading_;
  std::vector<TextPassage> passages_;
};

void section_one(Narrative& docx, const BudgetDocument& document, const FormLayout& layout) {
  docx.heading("一、财政拨款收支预算情况的总体说明");
  const BudgetTable& functional = table(document, "表2");
  const std::string total = wan(amount_in(functional.rows.front(), total_column));
  const Money funds = funds_of(document);
  const std::string whole = wan(amount_in(functional.rows.front(), total_column) + funds);
  const Money carried = carried_over(document);
  std::string classes;
  for (const BudgetTable* one : functional_tables(document)) {
    for (const BudgetRow& row : one->rows) {
      if (row.code.size() == class_digits && amount_in(row, total_column) != Money{}) {
        classes += (classes.empty() ? "" : "，") + row.name + " " + wan(amount_in(row, total_column));
      }
    }
  }
  docx.paragraph(
      fmt::format("{} 年财政拨款收入预算 {}，{}，{}。财政拨款支出预算 {}，其中：{}。", document.fiscal_year, whole,
                  funds == Money{} ? layout.general_only
                                   : "其中一般公共预算财政拨款 " + total + "，政府性基金预算财政拨款 " + wan(funds),
                  carried == Money{} ? layout.no_carry_over : "另有上年结转结余 " + wan(carried), whole, classes),
      "总体说明");
}

bool has_money(const BudgetForm& form) { return printed_amount(form.total).value_or(Money{}) != Money{}; }

std::ptrdiff_t projects_with_money(const BudgetDocument& document) {
  return std::count_if(document.forms.begin(), document.forms.end(), has_money);
}

/// Those whose line the table prints: projects of government funds stand in another.
std::ptrdiff_t projects_on(const BudgetDocument& document, const BudgetTable& functions) {
  return std::count_if(document.forms.begin(), document.forms.end(), [&](const BudgetForm& form) {
    return has_money(form) && find_row(functions, form.function) != nullptr;
  });
}

void section_two(Narrative& docx, const BudgetDocument& document, const BudgetPaper& paper) {
  docx.heading("二、一般公共预算财政拨款支出预算情况说明");
  const BudgetRow& whole = table(document, "表2").rows.front();
  docx.sub_heading("（一）基本支出");
  docx.paragraph(fmt::format("{} 年基本支出预算 {}。", document.fiscal_year, wan(amount_in(whole, basic_column))) +
                     economic_text(document, "人员经费", 1) + economic_text(document, "公用经费", 2),
                 "基本支出");
  docx.sub_heading("（二）项目支出");
  docx.paragraph(fmt::format("{} 年项目支出预算 {}，共 {} 个项目。", document.fiscal_year,
                             wan(amount_in(whole, project_column)), projects_on(document, table(document, "表2"))),
                 "项目支出");
  for (const BudgetRow& row : table(document, "表2").rows) {
    if (row.code.size() == item_digits && amount_in(row, project_column) != Money{}) {
      docx.paragraph(line_sentence(document, row, paper), row.code);
    }
  }
  for (const PaperProject& project : paper.projects) {
    if (project.change != ProjectChange::ended) continue;
    docx.paragraph(fmt::format("{} {}：取消，上年预算 {}。", project.line, project.name, wan(project.last_budget)));
  }
}

void section_three(Narrative& docx, const BudgetDocument& document) {
  docx.heading("三、“三公”经费支出预算情况说明");
  const std::vector<std::string>& cells = table(document, "表4").rows.front().cells;
  const auto at = [&](std::size_t column) { return printed_amount(cells[column]).value_or(Money{}); };
  constexpr std::size_t now = 12;  // the block of this year's budget
  docx.paragraph(fmt::format("{} 年“三公”经费财政拨款预算 {}，上年预算 {}。其中：因公出国（境）费 {}；公务用车购置费 "
                             "{}，公务用车运行维护费 {}；公务接待费 {}。",
                             document.fiscal_year, wan(at(now)), wan(at(0)), wan(at(now + 1)), wan(at(now + 3)),
                             wan(at(now + 4)), wan(at(now + 5))),
                 "三公经费");
}

void section_four(Narrative& docx, const BudgetDocument& document, const BudgetPaper& paper, const FormLayout& layout) {
  docx.heading("四、政府性基金预算支出情况说明");
  if (funds_of(document) == Money{}) return docx.paragraph(layout.no_funds, "政府性基金");
  docx.paragraph(fmt::format("{} 年政府性基金预算财政拨款支出预算 {}。", document.fiscal_year, wan(funds_of(document))),
                 "政府性基金");
  for (const BudgetRow& row : table(document, "表5").rows) {
    if (row.code.size() == item_digits && amount_in(row, project_column) != Money{})
      docx.paragraph(line_sentence(document, row, paper), row.code);
  }
}

void section_five(Narrative& docx, const BudgetDocument& document) {
  const std::vector<std::string>& income = table(document, "表7").rows.front().cells;
  const std::vector<std::string>& expense = table(document, "表8").rows.front().cells;
  const auto money = [](const std::string& cell) { return wan(printed_amount(cell).value_or(Money{})); };
  docx.heading("五、收支预算总体情况说明");
  const bool authority = printed_amount(expense[1]).value_or(Money{}) > printed_amount(expense[2]).value_or(Money{});
  docx.paragraph(fmt::format("{} 年收入总预算 {}，其中财政拨款预算收入 {}；支出总预算 {}，其中{} {}。",
                             document.fiscal_year, money(income[0]), money(income[1]), money(expense[0]),
                             authority ? "行政支出" : "事业支出", money(expense[authority ? 1 : 2])),
                 "收支总体");
}

const PaperProject* project_of(const BudgetPaper& paper, const std::string& programme) {
  const auto found = std::find_if(paper.projects.begin(), paper.projects.end(),
                                  [&](const PaperProject& project) { return project.programme == programme; });
  return found == paper.projects.end() ? nullptr : &*found;
}

/// "（普通离退休人员：110,935 人次，每人次 600.00 元；……）": every component that has money.
std::string ground_of(const PaperProject* project) {
  if (project == nullptr) return "";
  std::string text;
  for (const PaperRow& row : project->rows) {
    if (row.units == 0.0) continue;
    const Money average = Money::fen(std::llround(static_cast<double>(row.amount.fen()) / row.units));
    text += fmt::format("{}{}：{} {}，每{} {} 元", text.empty() ? "" : "；", row.component, count_text(row.units, 0),
                        row.unit, row.unit, grouped_yuan_text(average));
  }
  return text.empty() ? text : "（" + text + "）";
}

struct Reason {
  Money volume, level;  ///< change by how many are paid, and by how much each
};

/// How the year before became this one: more or fewer payments at last year's average, the rest by the average.
std::optional<Reason> reason_of(const PaperProject* project) {
  if (project == nullptr) return std::nullopt;
  Reason reason;
  Money last;
  for (const PaperRow& row : project->rows) {
    const double average = row.last_units == 0.0 ? 0.0 : static_cast<double>(row.last_amount.fen()) / row.last_units;
    const Money volume = row.last_units == 0.0 ? row.amount - row.last_amount
                                               : Money::fen(std::llround((row.units - row.last_units) * average));
    reason.volume += volume;
    reason.level += row.amount - row.last_amount - volume;
    last += row.last_amount;
  }
  if (last == Money{}) return std::nullopt;
  return reason;
}

std::string moved(Money amount) {
  if (to_printed(amount) == Money{}) return "没有变化";
  return (amount < Money{} ? "减少 " : "增加 ") + wan(amount < Money{} ? -amount : amount);
}

/// "，其中发放人数（次数）变动使测算数增加 x 万元，人均水平变动使测算数减少 y 万元"
std::string reason_text(const std::optional<Reason>& reason) {
  const bool still = !reason || (to_printed(reason->volume) == Money{} && to_printed(reason->level) == Money{});
  if (still) return "";
  return fmt::format("，其中发放人数（次数）变动使测算数{}，人均水平变动使测算数{}", moved(reason->volume),
                     moved(reason->level));
}

/// What only the agency knows; where it said nothing, the text says that it is to be filled in.
void stated_section(Narrative& docx, const BudgetPaper& paper, const char* number, std::size_t index) {
  if (index >= paper.sections.size()) return;
  const std::string& section = paper.sections[index];
  docx.sub_heading(number + section);
  docx.paragraph(to_be_filled_in, section);
}

void section_terms(Narrative& docx, const BudgetPaper& paper) {
  if (paper.terms.empty()) return;
  docx.heading("七、名词解释");
  for (const BudgetTerm& term : paper.terms) docx.paragraph(term.name + "：" + term.meaning);
}

void section_six(Narrative& docx, const BudgetDocument& document, const BudgetPaper& paper, const FormLayout& layout) {
  docx.heading("六、其他重要事项的情况说明");
  docx.sub_heading("（一）机关运行经费");
  const std::string running = economic_text(document, "日常公用经费", 2);
  docx.paragraph(running.empty() ? to_be_filled_in : std::to_string(document.fiscal_year) + " 年" + running,
                 "机关运行经费");
  stated_section(docx, paper, "（二）", 0);
  stated_section(docx, paper, "（三）", 1);
  docx.sub_heading("（四）项目支出测算");
  docx.paragraph(
      "下表列出各项目的预算数、上年预算数，以及各项不确定假定下的高低值（约为 10% 和 90% 分位）和建议预备，单位万元。",
      "项目支出测算");
  std::vector<std::vector<std::string>> rows{{"项目", "上年预算", "本年预算", "低", "高", "建议预备"}};
  for (const PaperProject& project : paper.projects) {
    rows.push_back({marked_name(project.name, project.change, Language::zh), wan_text(project.last_budget),
                    wan_text(project.drafted), wan_text(project.low), wan_text(project.high),
                    wan_text(std::max(Money{}, project.high - project.drafted))});
  }
  docx.table(rows, {25, 15, 15, 15, 15, 15});
  docx.sub_heading("（五）预算绩效");
  docx.paragraph(layout.forms ? fmt::format("{} 年 {} 个项目全部编报绩效目标，涉及资金 {}。", document.fiscal_year,
                                            projects_with_money(document), wan(budget_of(document).project))
                              : layout.no_forms,
                 "预算绩效");
  stated_section(docx, paper, "（六）", 2);
  docx.sub_heading("（七）编制口径");
  for (const Message& note : paper.notes) docx.paragraph(say(Language::zh, note));
}

}  // namespace

std::string line_sentence(const BudgetDocument& document, const BudgetRow& row, const BudgetPaper& paper) {
  std::string class_name;
  std::string section_name;
  for (const BudgetTable* one : functional_tables(document)) {
    for (const BudgetRow& other : one->rows) {
      if (other.code.size() == class_digits && row.code.starts_with(other.code)) class_name = other.name;
      if (other.code.size() == section_digits && row.code.starts_with(other.code)) section_name = other.name;
    }
  }
  std::string uses;
  for (const BudgetForm& form : document.forms) {
    if (form.function != row.code) continue;
    const PaperProject* project = project_of(paper, form.programme);
    const ProjectChange change = project == nullptr ? ProjectChange::kept : project->change;
    uses += (uses.empty() ? "" : "；") + marked_name(form.name, change, Language::zh) + " " +
            wan(printed_amount(form.total).value_or(Money{})) + ground_of(project) + reason_text(reason_of(project));
  }
  return fmt::format("{} {}（类）{}（款）{}（项）{} 年预算 {}，{}，主要用于：{}。", row.code, class_name, section_name,
                     row.name, document.fiscal_year, wan(amount_in(row, total_column)), change_text(row), uses);
}

namespace {

const char* draft_mark(const BudgetDocument& document) { return is_draft(document) ? "（草案）" : ""; }

std::vector<TextPassage> write(Docx& docx, const BudgetDocument& document, const BudgetPaper& paper,
                               const FormLayout& layout, const std::vector<std::string>& doubts) {
  docx.title(fmt::format("{}\n{} 年部门预算{}情况说明", document.agency, document.fiscal_year, draft_mark(document)));
  for (const std::string& doubt : doubts) docx.paragraph(doubt);
  Narrative text(docx, paper);
  section_one(text, document, layout);
  section_two(text, document, paper);
  section_three(text, document);
  section_four(text, document, paper, layout);
  section_five(text, document);
  section_six(text, document, paper, layout);
  section_terms(text, paper);
  return text.passages();
}

}  // namespace

std::string budget_name(const BudgetDocument& document) {
  return fmt::format("{}年部门预算{}", document.fiscal_year, draft_mark(document));
}

std::string budget_narrative(const BudgetDocument& document, const BudgetPaper& paper, const FormLayout& layout,
                             const std::vector<std::string>& doubts) {
  Docx docx;
  write(docx, document, paper, layout, doubts);
  return docx.bytes();
}

std::vector<TextPassage> narrative_passages(const BudgetDocument& document, const BudgetPaper& paper,
                                            const FormLayout& layout) {
  Docx unused;
  return write(unused, document, paper, layout, {});
}

}  // namespace disburse
