#include "outputs/member/award_sheet.hpp"

#include "outputs/member/cited_parameters.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

std::string generation_text(Generation generation, Language language) {
  switch (generation) {
    case Generation::before: return say(language, "老人（改革前退休）", "retired before the reform");
    case Generation::across: return say(language, "中人（改革前参加工作）", "joined before the reform");
    case Generation::after: return say(language, "新人（改革后参加工作）", "joined after the reform");
  }
  return "";
}

CitedParameters cited_by(const AwardStatement& statement) {
  CitedParameters cited;
  cited.cite(statement.statutory_parameters);
  for (const auto* parts :
       {&statement.parts, &statement.comparison, &statement.additions, &statement.adjustments, &statement.survivors}) {
    for (const AwardPart& part : *parts) cited.cite(part.parameters);
  }
  if (statement.recalculation) {
    for (const AwardPart& part : statement.recalculation->parts) cited.cite(part.parameters);
  }
  return cited;
}

std::string head(const AwardStatement& statement, const CitedParameters& cited, Language language) {
  const Person& person = statement.person;
  std::string text = say(language, "待遇核定表  ", "Award sheet  ") + person.label + "\n";
  text += label(person.scheme, language);
  if (person.scheme == Scheme::civil_service) text += "  " + generation_text(statement.generation, language);
  text += say(language, "  出生 ", "  born ") + to_string(person.birth) + say(language, "  参加工作 ", "  joined ") +
          to_string(person.joined);
  if (!person.retired.is_none()) text += say(language, "  退休 ", "  retired ") + to_string(person.retired);
  if (!person.death.month.is_none()) text += say(language, "  死亡 ", "  died ") + to_string(person.death.month);
  text += "\n";
  if (person.scheme == Scheme::resident) {
    return text + say(language, "领取年龄月份 ", "pension age reached ") + to_string(statement.statutory) +
           marks_text(cited.marks(statement.statutory_parameters)) + "\n";
  }
  text += say(language, "法定退休月份 ", "statutory retirement ") + to_string(statement.statutory);
  text += say(language, "（延迟 ", " (delayed by ") + std::to_string(statement.delay) +
          say(language, " 个月）", " months)") + marks_text(cited.marks(statement.statutory_parameters)) + "\n";
  return text;
}

void add_parts(TextTable& table, const std::vector<AwardPart>& parts, const CitedParameters& cited, Language language) {
  for (const AwardPart& part : parts) {
    table.row({say(language, part.name), grouped_yuan_text(part.amount), marks_text(cited.marks(part.parameters))});
    add_note(table, say(language, part.working));
  }
}

std::string note_name(const std::string& id, Language language) {
  if (id == "funeral_grant") return say(language, "丧葬补助金", "funeral grant");
  if (id == "survivors_grant") return say(language, "抚恤金", "survivors' grant");
  if (id == "account_inheritance") return say(language, "账户余额", "account balance");
  return say(language, "养老金", "pension");
}

/// What is not on the sheet, and why.
std::string notes_text(const AwardStatement& statement, Language language) {
  if (statement.notes.empty()) return "";
  std::string text = say(language, "未列项目：\n", "Not on the sheet:\n");
  for (const AwardNote& note : statement.notes) {
    text += "- " + note_name(note.id, language) + say(language, "：", ": ") + say(language, note.text) +
            say(language, "。\n", ".\n");
  }
  return text;
}

Json parts_json(const std::vector<AwardPart>& parts, const CitedParameters& cited) {
  Json list = Json::array();
  for (const AwardPart& part : parts) {
    Json entry;
    entry["id"] = part.id;
    entry["name"] = say(Language::zh, part.name);
    entry["working"] = say(Language::zh, part.working);
    entry["amount_fen"] = part.amount.fen();
    entry["parameters"] = cited.marks(part.parameters);
    list.push_back(std::move(entry));
  }
  return list;
}

/// The award on the year's own base, and what is paid for the months before.
void add_recalculation(TextTable& table, const AwardStatement& statement, const CitedParameters& cited,
                       Language language) {
  const Recalculation& again = *statement.recalculation;
  const Month& death = statement.person.death.month;
  const bool paid = death.is_none() || death >= again.published;  // at the new amount at all
  add_note(table, say(language, "以上按上年计发基数预发；", "Provisional, on the base of the year before; ") +
                      to_string(again.published) +
                      say(language, " 起执行当年计发基数，重算如下。", ": made anew on the year's own base."));
  add_parts(table, again.parts, cited, language);
  table.total({paid ? to_string(again.published) + say(language, " 起（重算后）", " on (made anew)")
                    : say(language, "重算后月额（去世前）", "made anew (before the death)"),
               grouped_yuan_text(again.pension), ""});
  table.row({say(language, "重算补发（一次）", "arrears, once"), grouped_yuan_text(again.arrears), ""});
  add_note(table, say(language, "预发月数 ", "months paid before: ") + std::to_string(again.months));
}

}  // namespace

std::string award_table(const AwardStatement& statement, Language language) {
  const CitedParameters cited = cited_by(statement);
  TextTable table({{say(language, "项目", "part"), Align::left},
                   {say(language, "月额(元)", "yuan a month"), Align::right},
                   {say(language, "参数", "parameters"), Align::left}});
  if (!statement.person.retired.is_none() && !statement.parts.empty()) {
    const bool resident = statement.person.scheme == Scheme::resident;
    add_parts(table, statement.parts, cited, language);
    if (!resident)
      table.total({say(language, "新办法合计", "new method"), grouped_yuan_text(statement.new_method), ""});
    add_parts(table, statement.comparison, cited, language);
    add_parts(table, statement.additions, cited, language);
    table.total({resident ? say(language, "核定待遇（年满领取年龄次月起）", "pension from the month after")
                          : say(language, "核定待遇（退休次月起）", "pension from the month after"),
                 grouped_yuan_text(statement.pension), ""});
    if (statement.recalculation) add_recalculation(table, statement, cited, language);
  }
  for (const int year : statement.unknown_years) {
    add_note(table, std::to_string(year) + say(language, " 年的调整办法未查到，未计入。",
                                               ": the rule of this year's adjustment is not on record; not counted."));
  }
  if (!statement.adjustments.empty()) {
    add_parts(table, statement.adjustments, cited, language);
    table.total({say(language, "调整后月额", "after the adjustments"), grouped_yuan_text(statement.pension_now), ""});
  }
  if (!statement.survivors.empty()) {
    add_note(table, say(language, "遗属待遇（一次性）：", "Survivors' benefits, paid once:"));
    add_parts(table, statement.survivors, cited, language);
  }
  return head(statement, cited, language) + table.text() + notes_text(statement, language) +
         parameters_text(cited, language);
}

std::string award_json(const AwardStatement& statement, const std::string& scenario, const DoubtedManifest& manifest) {
  const CitedParameters cited = cited_by(statement);
  Json document;
  document["schema"] = "disburse/award/1";
  document["scenario"] = scenario;
  document["manifest"] = manifest_part(manifest);
  document["person"] = statement.person.label;
  document["statutory_month"] = to_string(statement.statutory);
  document["delay_months"] = statement.delay;
  document["parts"] = parts_json(statement.parts, cited);
  document["new_method_fen"] = statement.new_method.fen();
  document["comparison"] = parts_json(statement.comparison, cited);
  document["additions"] = parts_json(statement.additions, cited);
  document["annuity_fen"] = statement.annuity.fen();
  document["pension_fen"] = statement.pension.fen();
  if (const auto& again = statement.recalculation) {
    document["recalculation"] = {{"published", to_string(again->published)},
                                 {"parts", parts_json(again->parts, cited)},
                                 {"pension_fen", again->pension.fen()},
                                 {"months", again->months},
                                 {"arrears_fen", again->arrears.fen()}};
  }
  document["unknown_years"] = statement.unknown_years;
  document["adjustments"] = parts_json(statement.adjustments, cited);
  document["pension_now_fen"] = statement.pension_now.fen();
  document["survivors"] = parts_json(statement.survivors, cited);
  document["notes"] = Json::array();
  for (const AwardNote& note : statement.notes)
    document["notes"].push_back({{"id", note.id}, {"text", say(Language::zh, note.text)}});
  document["parameters"] = parameters_part(cited);
  document["findings"] = findings_part(doubts_and(manifest));
  return json_text(document);
}

}  // namespace disburse
