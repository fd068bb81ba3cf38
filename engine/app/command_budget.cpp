// disburse budget: a year's budget in the official tables, as a workbook and the text that goes with it.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/app/budgeting.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/issuing.hpp"
#include "engine/app/reject.hpp"
#include "engine/app/reporting.hpp"
#include "engine/budget_check.hpp"
#include "engine/support/files.hpp"
#include "engine/support/text_table.hpp"
#include "outputs/labels.hpp"
#include "outputs/number_text.hpp"
#include "outputs/office/budget_narrative.hpp"
#include "outputs/office/budget_workbook.hpp"
#include "outputs/writers/json_parts.hpp"

namespace disburse {
namespace {

std::string table_of(const DraftedBudget& budget, Language language) {
  TextTable table({{say(language, "项目", "project"), Align::left},
                   {say(language, "科目", "line"), Align::left},
                   {say(language, "上年预算", "last budget"), Align::right},
                   {say(language, "本年预算", "budget"), Align::right},
                   {say(language, "增减", "change"), Align::right},
                   {say(language, "低", "low"), Align::right},
                   {say(language, "高", "high"), Align::right},
                   {say(language, "建议预备", "reserve"), Align::right}});
  Money last;
  Money drafted;
  for (const PaperProject& project : budget.paper.projects) {
    table.row({project.name, project.line, wan_text(project.last_budget), wan_text(project.drafted),
               signed_wan_text(project.drafted - project.last_budget), wan_text(project.low), wan_text(project.high),
               wan_text(std::max(Money{}, project.high - project.drafted))});
    last += project.last_budget;
    drafted += project.drafted;
  }
  table.total({say(language, "项目支出合计", "projects"), "", wan_text(last), wan_text(drafted),
               signed_wan_text(drafted - last), "", "", ""});
  std::string text = fmt::format("{}  {}\n", budget.document.title, say(language, "单位：万元", "in 10,000 yuan"));
  text += table.text();
  const BudgetRow& whole = find_table(budget.document, "表2")->rows.front();
  const auto printed = [&](std::size_t column) {
    return wan_text(printed_amount(whole.cells[column]).value_or(Money{}));
  };
  text += fmt::format("{}{}  {}{}  {}{}\n", say(language, "支出总计 ", "total "), printed(1),
                      say(language, "其中基本支出 ", "basic "), printed(2), say(language, "项目支出 ", "projects "),
                      printed(3));
  for (const std::string& note : budget.paper.notes) text += "- " + note + "\n";
  return text;
}

Json tables_json(const BudgetDocument& document) {
  Json tables = Json::array();
  for (const BudgetTable& table : document.tables) {
    Json entry;
    entry["id"] = table.id;
    entry["title"] = table.title;
    entry["headings"] = table.headings;
    entry["rows"] = Json::array();
    for (const BudgetRow& row : table.rows) {
      entry["rows"].push_back({{"key", row.key}, {"code", row.code}, {"name", row.name}, {"cells", row.cells}});
    }
    tables.push_back(std::move(entry));
  }
  return tables;
}

std::string json_of(const DraftedBudget& budget, const Manifest& manifest) {
  Json document;
  document["schema"] = "disburse/budget-draft/1";
  document["scenario"] = budget.paper.scenario;
  document["year"] = budget.paper.year;
  document["manifest"] = manifest_part(manifest);
  document["tables"] = tables_json(budget.document);
  document["projects"] = Json::array();
  for (const PaperProject& project : budget.paper.projects) {
    Json entry{{"programme", project.programme},
               {"name", project.name},
               {"line", project.line},
               {"last_budget_fen", project.last_budget.fen()},
               {"projected_fen", project.projected.fen()},
               {"drafted_fen", project.drafted.fen()},
               {"low_fen", project.low.fen()},
               {"high_fen", project.high.fen()}};
    entry["components"] = Json::array();
    for (const PaperRow& row : project.rows) {
      entry["components"].push_back({{"name", row.component}, {"units", row.units}, {"fen", row.amount.fen()}});
    }
    document["projects"].push_back(std::move(entry));
  }
  document["notes"] = budget.paper.notes;
  document["findings"] = findings_part(check(budget.document));
  return json_text(document);
}

}  // namespace

int command_budget(const Options& options, std::string& out, std::string& talk) {
  if (options.out && std::filesystem::exists(std::filesystem::symlink_status(*options.out))) {
    throw FolderExists(*options.out);
  }
  check_report_folder(options);
  if (options.year == 0) {
    reject_option("--year", "no year is named", "a budget is for one fiscal year", "Write --year 2025");
  }
  const DraftedBudget budget = draft_year(options);
  out = options.format == Format::json ? json_of(budget, budget.manifest) : table_of(budget, options.language);
  if (options.registry) Registry(*options.registry).add(issued_by(budget.paper, issued_on(options)));
  if (options.report) {
    write_report(Json::parse(json_of(budget, budget.manifest)), {}, *options.report, options.language);
    if (!options.quiet) talk += report_stands(*options.report, options.language);
  }
  if (options.out) {
    StagedFolder folder(*options.out);
    const std::string name = fmt::format("{}年部门预算", budget.paper.year);
    folder.add(name + ".xlsx", budget_workbook(budget.document, budget.paper));
    folder.add(name + "情况说明.docx", budget_narrative(budget.document, budget.paper));
    folder.add("budget.json", json_of(budget, budget.manifest));
    folder.commit();
    if (!options.quiet) talk += say(options.language, "预算已写入 ", "the budget stands in ") + *options.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
