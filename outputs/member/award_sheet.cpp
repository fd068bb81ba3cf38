#include "outputs/writers/award_sheet.hpp"

#include "outputs/labels.hpp"
#include "outputs/writers/cited_parameters.hpp"

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
  for (const auto* parts : {&statement.parts, &statement.comparison, &statement.adjustments}) {
    for (const AwardPart& part : *parts) cited.cite(part.parameters);
  }
  return cited;
}

std::string head(const AwardStatement& statement, const CitedParameters& cited, Language language) {
  const Person& person = statement.person;
  std::string text = say(language, "待遇核定表  ", "Award sheet  ") + person.label + "\n";
  text += label(person.scheme, language);
  if (person.scheme == Scheme::civil_service) text += "  " + generation_text(statement.generation, language);
  text += say(language, "  出生 ", "  born ") + to_string(person.birth) + say(language, "  参加工作 ", "  joined ") +
          to_string(person.joined) + say(language, "  退休 ", "  retired ") + to_string(person.retired) + "\n";
  text += say(language, "法定退休月份 ", "statutory retirement ") + to_string(statement.statutory);
  text += say(language, "（延迟 ", " (delayed by ") + std::to_string(statement.delay) +
          say(language, " 个月）", " months)") + marks_text(cited.marks(statement.statutory_parameters)) + "\n";
  return text;
}

void add_parts(TextTable& table, const std::vector<AwardPart>& parts, const CitedParameters& cited) {
  for (const AwardPart& part : parts) {
    table.row({part.name, grouped_yuan_text(part.amount), marks_text(cited.marks(part.parameters))});
    add_note(table, part.working);
  }
}

Json parts_json(const std::vector<AwardPart>& parts, const CitedParameters& cited) {
  Json list = Json::array();
  for (const AwardPart& part : parts) {
    Json entry;
    entry["id"] = part.id;
    entry["name"] = part.name;
    entry["working"] = part.working;
    entry["amount_fen"] = part.amount.fen();
    entry["parameters"] = cited.marks(part.parameters);
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace

std::string award_table(const AwardStatement& statement, Language language) {
  const CitedParameters cited = cited_by(statement);
  TextTable table({{say(language, "项目", "part"), Align::left},
                   {say(language, "月额(元)", "yuan a month"), Align::right},
                   {say(language, "参数", "parameters"), Align::left}});
  add_parts(table, statement.parts, cited);
  table.total({say(language, "新办法合计", "new method"), grouped_yuan_text(statement.new_method), ""});
  add_parts(table, statement.comparison, cited);
  table.total({say(language, "核定待遇（退休次月起）", "pension from the month after"),
               grouped_yuan_text(statement.pension), ""});
  for (const int year : statement.unknown_years) {
    add_note(table, std::to_string(year) + say(language, " 年的调整办法未查到，未计入。",
                                               ": the rule of this year's adjustment is not on record; not counted."));
  }
  if (!statement.adjustments.empty()) {
    add_parts(table, statement.adjustments, cited);
    table.total({say(language, "调整后月额", "after the adjustments"), grouped_yuan_text(statement.pension_now), ""});
  }
  return head(statement, cited, language) + table.text() + parameters_text(cited, language);
}

std::string award_json(const AwardStatement& statement, const std::string& scenario, const Manifest& manifest) {
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
  document["pension_fen"] = statement.pension.fen();
  document["unknown_years"] = statement.unknown_years;
  document["adjustments"] = parts_json(statement.adjustments, cited);
  document["pension_now_fen"] = statement.pension_now.fen();
  document["parameters"] = parameters_part(cited);
  document["findings"] = Json::array();
  return json_text(document);
}

}  // namespace disburse
