#include <set>

#include "engine/support/text_table.hpp"
#include "outputs/member/statement.hpp"
#include "outputs/member/statement_fold.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"
#include "outputs/text/reasons.hpp"

namespace disburse {
namespace {

constexpr int paragraph = 116;

std::string months_text(Month first, Month last) {
  return first == last ? to_string(first) : to_string(first) + ".." + to_string(last);
}

std::string month_or_dash(Month month) { return month.is_none() ? "-" : to_string(month); }

std::string paid_text(const StatementSpan& span, Language language) {
  const StatementEntry& first = *span.first;
  if (first.paid.is_none()) return "";
  return first.paid == first.due ? say(language, "当月", "same month") : months_text(first.paid, span.last->paid);
}

std::vector<Cell> span_cells(const StatementSpan& span, const CitedParameters& cited, Language language) {
  const StatementEntry& entry = *span.first;
  const bool nothing = entry.reason.has_value();
  std::string kind = nothing ? "" : label(entry.kind, language);
  if (!nothing && entry.on_death) kind += say(language, "（身故时）", " (on death)");
  return {
      months_text(entry.due, span.last->due),
      nothing ? reason_text(*entry.reason, language) : name_in(entry.component_name, entry.component_name_en, language),
      nothing ? "-" : grouped_yuan_text(entry.amount),
      paid_text(span, language),
      nothing ? "" : label(entry.payer, language),
      std::move(kind),
      marks_text(cited.marks(entry.parameters))};
}

/// The rule and the arithmetic of an entry, a line each.
std::vector<std::string> notes_of(const StatementEntry& entry, Language language) {
  std::vector<std::string> notes;
  if (!entry.formula.empty()) notes.push_back(say(language, "规则：", "rule: ") + entry.formula);
  for (const Step& step : entry.steps) {
    notes.push_back("- " + say(language, step.text) + "  =  " + grouped_yuan_text(step.amount) +
                    say(language, " 元", " yuan"));
  }
  return notes;
}

std::string programme_text(const StatementProgramme& programme, const CitedParameters& cited, Language language) {
  std::string text = "\n[ " + printable(name_in(programme.name, programme.name_en, language)) + " ]  " +
                     printable(programme.id) + "\n";
  if (!programme.clause.empty()) {
    for (const std::string& line :
         wrapped(say(language, "依据：", "under: ") + printable(programme.clause), paragraph)) {
      text += line + "\n";
    }
  }
  TextTable table({{say(language, "所属月份", "months due"), Align::left},
                   {say(language, "内容", "what"), Align::left},
                   {say(language, "每次金额(元)", "yuan each"), Align::right},
                   {say(language, "发放", "paid"), Align::left},
                   {say(language, "负担", "payer"), Align::left},
                   {say(language, "类型", "kind"), Align::left},
                   {say(language, "参数", "parameters"), Align::left}});
  std::set<std::vector<std::string>> told;  // the same arithmetic is not told twice
  for (const StatementSpan& span : programme.spans) {
    table.row(span_cells(span, cited, language));
    const auto notes = notes_of(*span.first, language);
    if (!told.insert(notes).second) continue;
    for (const std::string& note : notes) add_note(table, note);
  }
  return text + table.text();
}

std::string head(const Statement& statement, Language language) {
  const Member& member = statement.member;
  TextTable table({{say(language, "成员", "member"), Align::left},
                   {say(language, "险种", "scheme"), Align::left},
                   {say(language, "身份", "role"), Align::left},
                   {say(language, "类别", "category"), Align::left},
                   {say(language, "性别", "sex"), Align::left},
                   {say(language, "出生", "born"), Align::left},
                   {say(language, "退休", "retired"), Align::left},
                   {say(language, "缴费月数", "service months"), Align::right},
                   {say(language, "月养老金(元)", "pension, yuan a month"), Align::right}});
  table.row({statement.key, label(member.scheme, language), label(member.role, language),
             label(member.category, language), label(member.sex, language), month_or_dash(member.birth),
             month_or_dash(member.retired), std::to_string(member.service_months), grouped_yuan_text(member.pension)});
  return say(language, "个人待遇清单  情景 ", "Member's statement, scenario ") + printable(statement.scenario) + "\n" +
         table.text();
}

/// One reason for every month: a line tells it all.
bool pays_never(const StatementProgramme& programme) {
  return programme.spans.size() == 1 && programme.spans.front().first->reason.has_value();
}

}  // namespace

std::string statement_table(const Statement& statement, Language language) {
  const CitedParameters cited(statement);
  std::string text = head(statement, language);
  const std::vector<StatementProgramme> programmes = folded(statement, cited);
  std::string others;
  for (const StatementProgramme& programme : programmes) {
    if (programmes.size() > 1 && pays_never(programme)) {
      others += "- " + programme.name + say(language, "：", ": ") +
                reason_text(*programme.spans.front().first->reason, language) + "\n";
    } else {
      text += programme_text(programme, cited, language);
    }
  }
  if (!others.empty())
    text += "\n[ " + say(language, "全年没有待遇的项目", "Programmes that pay nothing") + " ]\n" + others;
  text += "\n" + say(language, "合计（期内生存，不含身故待遇和缴费）：",
                     "Total (alive throughout; no payments on death, no contributions): ");
  text += grouped_yuan_text(statement.total) + say(language, " 元\n", " yuan\n");
  return text + parameters_text(cited, language);
}

}  // namespace disburse
