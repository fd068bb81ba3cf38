#include "outputs/planning/budget_draft.hpp"

#include "engine/budget/adoption.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_reading.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

/// What may be entered in a cell: the entries' list, its key, the key's value, the field (disburse/budget-entries/1).
Json entry_part(std::size_t cell, const char* list, const char* key, const std::string& value, const char* field) {
  return {{"cell", cell}, {"list", list}, {"key", key}, {"value", value}, {"field", field}};
}

/// Cells that `budget --entries` takes; everything else in the tables follows from them and from the projection.
Json entries_part(const BudgetTable& table, const BudgetRow& row) {
  constexpr std::size_t item = 7, economic = 5;
  Json entries = Json::array();
  if (table.id == official::table_2 && row.code.size() == item) {
    entries.push_back(entry_part(*column_index(table.id, official::executed), "line", "code", row.code, "executed"));
    entries.push_back(entry_part(*column_index(table.id, official::basic), "line", "code", row.code, "basic"));
  }
  if (table.id == official::table_3 && row.code.size() == economic)
    entries.push_back(entry_part(*column_index(table.id, official::total), "economic", "code", row.code, "amount"));
  if (table.id == official::table_4) {
    const std::string before = "上年执行·";
    const std::vector<std::string>& columns = find_layout(table.id)->columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string name = columns[i].starts_with(before) ? columns[i].substr(before.size()) : "";
      const bool sum = name == official::total || name.ends_with(official::subtotal);
      if (!name.empty() && !sum) entries.push_back(entry_part(i, "public_expense", "column", name, "executed"));
    }
  }
  return entries;
}

Json tables_part(const BudgetDocument& document) {
  Json tables = Json::array();
  for (const BudgetTable& table : document.tables) {
    Json entry;
    entry["id"] = table.id;
    entry["title"] = table.title;
    entry["headings"] = table.headings;
    entry["rows"] = Json::array();
    for (const BudgetRow& row : table.rows) {
      entry["rows"].push_back({{"key", row.key},
                               {"code", row.code},
                               {"name", row.name},
                               {"depth", row.depth},
                               {"printed_row", row.printed_row},
                               {"cells", row.cells}});
      if (Json entries = entries_part(table, row); !entries.empty()) entry["rows"].back()["entries"] = entries;
    }
    tables.push_back(std::move(entry));
  }
  return tables;
}

Json project_part(const PaperProject& project) {
  Json part{{"programme", project.programme},
            {"name", project.name},
            {"line", project.line},
            {"last_budget_fen", project.last_budget.fen()},
            {"projected_fen", project.projected.fen()},
            {"drafted_fen", project.drafted.fen()},
            {"low_fen", project.low.fen()},
            {"high_fen", project.high.fen()},
            {"basis", project.basis}};
  if (project.change != ProjectChange::kept) part["change"] = to_string(project.change);
  part["components"] = Json::array();
  for (const PaperRow& row : project.rows) {
    part["components"].push_back({{"name", row.component},
                                  {"unit", row.unit},
                                  {"units", row.units},
                                  {"fen", row.amount.fen()},
                                  {"last_units", row.last_units},
                                  {"last_fen", row.last_amount.fen()}});
  }
  return part;
}

/// The performance forms, each indicator's value beside what was proposed.
Json forms_part(const DraftedBudget& budget) {
  Json forms = Json::array();
  for (const BudgetForm& form : budget.document.forms) {
    Json entry{{"programme", form.programme}, {"name", form.name}, {"total", form.total}, {"goals", form.goals}};
    entry["indicators"] = Json::array();
    for (const BudgetIndicator& one : form.indicators) {
      std::string proposed = one.value;
      for (const IndicatorText& replaced : budget.paper.replaced) {
        if (replaced.programme == form.programme && replaced.level3 == one.level2 + "·" + one.level3)
          proposed = replaced.value;
      }
      entry["indicators"].push_back({{"level1", one.level1},
                                     {"level2", one.level2},
                                     {"level3", one.level3},
                                     {"value", one.value},
                                     {"proposed", proposed}});
    }
    forms.push_back(std::move(entry));
  }
  return forms;
}

std::string text_at(const Json& object, const char* key) { return object.at(key).get<std::string>(); }

BudgetTable table_in(const Json& part) {
  BudgetTable table;
  table.id = text_at(part, "id");
  table.title = text_at(part, "title");
  table.headings = part.at("headings").get<std::vector<std::string>>();
  for (const Json& entry : part.at("rows")) {
    BudgetRow row;
    row.key = text_at(entry, "key");
    row.code = text_at(entry, "code");
    row.name = text_at(entry, "name");
    row.depth = value_or(entry, "depth", 0);
    row.printed_row = value_or(entry, "printed_row", 0);
    row.cells = entry.at("cells").get<std::vector<std::string>>();
    constexpr std::size_t code_and_name = 2;
    const std::size_t width = table.headings.size();
    const bool even = table.rows.empty() || row.cells.size() == table.rows.front().cells.size();
    if (!even || row.cells.size() > width || row.cells.size() + code_and_name < width)
      throw UnsoundDocument(table.id + " " + row.key + " has no cell for each heading");
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// A form, and what was proposed of it into `replaced`.
BudgetForm form_in(const Json& part, std::vector<IndicatorText>& replaced) {
  BudgetForm form;
  form.programme = text_at(part, "programme");
  form.name = text_at(part, "name");
  form.total = text_at(part, "total");
  form.goals = part.at("goals").get<std::vector<std::string>>();
  for (const Json& one : part.at("indicators")) {
    BudgetIndicator indicator;
    indicator.level1 = text_at(one, "level1");
    indicator.level2 = text_at(one, "level2");
    indicator.level3 = text_at(one, "level3");
    indicator.value = text_at(one, "value");
    const std::string proposed = text_at(one, "proposed");
    if (proposed != indicator.value)
      replaced.push_back({form.programme, indicator.level2 + "·" + indicator.level3, {}, proposed, false});
    form.indicators.push_back(std::move(indicator));
  }
  return form;
}

PaperProject project_in(const Json& part) {
  PaperProject project;
  project.programme = text_at(part, "programme");
  project.name = text_at(part, "name");
  project.line = text_at(part, "line");
  project.last_budget = money_in(part.at("last_budget_fen"));
  project.projected = money_in(part.at("projected_fen"));
  project.drafted = money_in(part.at("drafted_fen"));
  project.low = money_in(part.at("low_fen"));
  project.high = money_in(part.at("high_fen"));
  project.basis = value_or<std::string>(part, "basis", "");
  if (part.contains("change")) project.change = word_in(part.at("change"), from_code<ProjectChange>);
  for (const Json& entry : part.at("components")) {
    project.rows.push_back({text_at(entry, "name"), value_or<std::string>(entry, "unit", ""),
                            count_in(entry.at("units")), money_in(entry.at("fen")), value_or(entry, "last_units", 0.0),
                            Money::fen(value_or<std::int64_t>(entry, "last_fen", 0))});
  }
  return project;
}

}  // namespace

std::string budget_draft_json(const DraftedBudget& budget, const std::vector<Finding>& findings,
                              const std::string& command, Language language) {
  Json document;
  document["schema"] = "disburse/budget-draft/1";
  document["scenario"] = budget.paper.scenario;
  document["title"] = budget.document.title;
  document["year"] = budget.paper.year;
  document["draft"] = is_draft(budget.document);
  document["manifest"] = manifest_part(budget.manifest);
  document["command"] = command;
  document["tables"] = tables_part(budget.document);
  document["projects"] = Json::array();
  for (const PaperProject& project : budget.paper.projects) document["projects"].push_back(project_part(project));
  document["forms"] = forms_part(budget);
  document["text"] = Json::array();
  for (const TextPassage& one : budget.paper.passages) {
    document["text"].push_back(
        {{"section", one.section}, {"heading", one.heading}, {"proposed", one.proposed}, {"text", one.text}});
  }
  document["notes"] = Json::array();
  for (const Message& note : budget.paper.notes) document["notes"].push_back(say(language, note));
  document["findings"] = findings_part(doubts_and(budget.manifest, findings), language);
  document["untied"] = findings_part(budget.untied, language);
  return json_text(document);
}

WrittenDraft budget_draft_from_json(const Json& document) {
  WrittenDraft draft;
  draft.budget.paper.scenario = text_at(document, "scenario");
  draft.budget.document.title = value_or<std::string>(document, "title", "");
  draft.budget.paper.year = draft.budget.document.fiscal_year = document.at("year").get<int>();
  if (value_or(document, "draft", true)) draft.budget.document.version = official::draft_version;
  draft.budget.manifest = manifest_in(document.at("manifest"));
  for (const Json& table : document.at("tables")) draft.budget.document.tables.push_back(table_in(table));
  for (const Json& project : document.at("projects")) draft.budget.paper.projects.push_back(project_in(project));
  // Earlier versions wrote neither forms nor text.
  for (const Json& form : value_or(document, "forms", Json::array()))
    draft.budget.document.forms.push_back(form_in(form, draft.budget.paper.replaced));
  for (const Json& one : value_or(document, "text", Json::array()))
    draft.budget.paper.passages.push_back(
        {text_at(one, "section"), text_at(one, "heading"), text_at(one, "proposed"), text_at(one, "text")});
  for (const Json& note : document.at("notes"))
    draft.budget.paper.notes.push_back(Message::verbatim(note.get<std::string>()));
  draft.findings = findings_in(document.at("findings"));
  draft.budget.manifest.doubts = doubts_out_of(draft.findings);
  draft.budget.untied = findings_in(value_or(document, "untied", Json::array()));  // earlier versions wrote none
  draft.command = value_or<std::string>(document, "command", "");
  return draft;
}

}  // namespace disburse
