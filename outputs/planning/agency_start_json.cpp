// What an agency starts from, as a document: beside its files for people who fill them in.
#include <algorithm>

#include "engine/budget/printed.hpp"
#include "outputs/planning/agency_files.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

Json line_or_null(int line) { return line > 0 ? Json(line) : Json(nullptr); }

/// The number of "表6收入".
int number_of(const std::string& id) {
  for (const char c : id) {
    if (c >= '0' && c <= '9') return c - '0';
  }
  return 0;
}

bool says_anything(const BudgetRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return !cell.empty() && cell != "0"; });
}

Json tables_part(const AgencyStart& start) {
  Json tables = Json::array();
  for (const BudgetTable& table : start.document.tables) {
    Json entry;
    entry["id"] = table.id;
    entry["title"] = table.title;
    entry["read"] = start.read.contains(number_of(table.id));
    entry["headings"] = table.headings;
    entry["rows"] = Json::array();
    for (const BudgetRow& row : table.rows) {
      if (!says_anything(row)) continue;
      entry["rows"].push_back({{"code", row.code},
                               {"name", row.name},
                               {"depth", row.depth},
                               {"line", line_or_null(row.line)},
                               {"cells", row.cells}});
    }
    tables.push_back(std::move(entry));
  }
  return tables;
}

Json projects_part(const AgencyStart& start) {
  Json projects = Json::array();
  for (const BudgetForm& form : start.document.forms) {
    projects.push_back({{"name", form.name},
                        {"function", form.function},
                        {"fen", printed_amount(form.total).value_or(Money{}).fen()},
                        {"programme", form.programme},
                        {"projected", start.projected.contains(form.programme)},
                        {"line", line_or_null(form.line)}});
  }
  return projects;
}

/// The most money first.
std::vector<StartingTask> sorted(std::vector<StartingTask> tasks) {
  std::stable_sort(tasks.begin(), tasks.end(), [](const auto& a, const auto& b) { return a.money > b.money; });
  return tasks;
}

}  // namespace

std::string agency_start_json(const AgencyStart& start, Language language) {
  Json document;
  document["schema"] = "disburse/agency-start/1";
  document["name"] = start.name;
  document["title"] = start.document.agency;
  document["level"] = start.level;
  document["region"] = start.region;
  document["year"] = start.document.fiscal_year;
  document["source"] = start.document.source;
  document["tables"] = tables_part(start);
  document["projects"] = projects_part(start);
  document["counts"] = Json::array();
  for (const StartingCount& count : start.counts)
    document["counts"].push_back({{"name", count.name}, {"persons", count.persons}, {"reference", count.reference}});
  document["needs"] = Json::array();
  for (const StartingNeed& need : start.needs) {
    document["needs"].push_back(
        {{"name", need.name}, {"programme", need.programme}, {"project", need.project}, {"fen", need.money.fen()}});
  }
  document["tasks"] = Json::array();
  for (const StartingTask& task : sorted(start.tasks)) {
    document["tasks"].push_back({{"fen", task.money.fen()},
                                 {"what", say(language, task.what)},
                                 {"place", task.place.file.empty() ? "" : to_string(task.place)}});
  }
  document["left_out"] = start.left_out;
  document["files"] = Json::array();
  for (const auto& [name, text] : agency_files(start, language)) document["files"].push_back(name);
  return json_text(document);
}

}  // namespace disburse
