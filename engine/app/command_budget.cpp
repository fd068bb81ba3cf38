// disburse budget: a year's budget in the official tables, as a workbook and the text that goes with it.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "engine/app/commands.hpp"
#include "engine/app/issuing.hpp"
#include "engine/app/loading/agency_own.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/reporting.hpp"
#include "engine/base/reject.hpp"
#include "engine/budget/adoption.hpp"
#include "engine/budget/check.hpp"
#include "engine/studies/year_budget.hpp"
#include "engine/support/text_table.hpp"
#include "outputs/office/budget_narrative.hpp"
#include "outputs/office/budget_workbook.hpp"
#include "outputs/planning/budget_draft.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/folder_manifest.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"
#include "scenarios/budgets/form_layout_reader.hpp"
#include "scenarios/budgets/form_mapping_reader.hpp"

namespace disburse {
namespace {

std::string table_of(const DraftedBudget& budget, Language language) {
  const bool draft = is_draft(budget.document);
  TextTable table({{say(language, "项目", "project"), Align::left},
                   {say(language, "科目", "line"), Align::left},
                   {say(language, "上年预算", "last budget"), Align::right},
                   {draft ? say(language, "本年草案", "draft") : say(language, "本年预算", "budget"), Align::right},
                   {say(language, "增减", "change"), Align::right},
                   {say(language, "低", "low"), Align::right},
                   {say(language, "高", "high"), Align::right},
                   {say(language, "建议预备", "reserve"), Align::right}});
  Money last;
  Money drafted;
  for (const PaperProject& project : budget.paper.projects) {
    table.row({marked_name(project.name, project.change, language), project.line, wan_text(project.last_budget),
               wan_text(project.drafted), signed_wan_text(project.drafted - project.last_budget), wan_text(project.low),
               wan_text(project.high), wan_text(std::max(Money{}, project.high - project.drafted))});
    last += project.last_budget;
    drafted += project.drafted;
  }
  table.total({say(language, "项目支出合计", "projects"), "", wan_text(last), wan_text(drafted),
               signed_wan_text(drafted - last), "", "", ""});
  std::string text =
      fmt::format("{}{}  {}\n", budget.document.title, draft ? say(language, "（草案）", " (draft)") : "",
                  say(language, "单位：万元", "in 10,000 yuan"));
  text += table.text();
  const Budget whole = budget_of(budget.document);
  text += fmt::format("{}{}  {}{}  {}{}\n", say(language, "支出总计 ", "total "), wan_text(whole.total),
                      say(language, "其中基本支出 ", "basic "), wan_text(whole.basic),
                      say(language, "项目支出 ", "projects "), wan_text(whole.project));
  for (const std::vector<Message>* notes : {&budget.paper.notes, &budget.hints}) {
    for (const Message& note : *notes) text += "- " + say(language, note) + "\n";
  }
  return text;
}

DraftedBudget drafted(const Options& options) {
  const DataPaths paths = find_data(options.input.agency);
  YearBudgetRequest request{options.budget.year, {}, {}, options.threads};
  const Scenario scenario = through_year(scenario_of(options.input, paths), request.year);
  const auto data = std::make_shared<const LoadedData>(load_data(options.input, scenario));
  if (std::filesystem::exists(paths.forms())) request.forms = read_form_mapping(paths.forms(), data->document);
  if (options.budget.entries) request.entries = read_entries(*options.budget.entries, data->document);
  request.outturns = outturns_of(paths, data->law.programmes);
  request.must_tie = !options.budget.being_entered;
  DraftedBudget budget = draft_year(data, scenario, request);
  std::vector<Finding> turning = std::exchange(budget.manifest.doubts, doubts_of(*data, scenario));
  if (request.entries) {
    for (Finding& doubt : above_envelopes(*request.entries, budget_of(budget.document)))
      budget.manifest.doubts.push_back(std::move(doubt));
  }
  for (Finding& note : turning) budget.manifest.doubts.push_back(std::move(note));
  return budget;
}

}  // namespace

int command_budget(const Options& options, std::string& out, std::string& talk, Publication& files) {
  if (options.output.out) files.claim(*options.output.out);
  if (options.output.report) files.claim(*options.output.report);
  if (options.budget.year == 0) {
    reject_option("--year", "no year is named"_m, "a budget is for one fiscal year"_m, "Write --year 2025"_m);
  }
  DraftedBudget budget = drafted(options);
  const DataPaths paths = find_data(options.input.agency);
  const FormLayout layout = read_form_layout(paths.agency.folder / "layout.toml", paths.root / "outputs" / "forms");
  budget.paper.passages = narrative_passages(budget.document, budget.paper, layout);
  const std::vector<Finding> findings = check(budget.document);
  out = options.output.format == Format::json
            ? budget_draft_json(budget, findings, options.command, options.output.language)
            : doubts_text(budget.manifest.doubts, options.output.language) + table_of(budget, options.output.language);
  if (options.output.registry) enter(*options.output.registry, issued_by(budget.paper, issued_on(options)), files);
  if (options.output.report) {
    const ReportTerms terms{options.output.language, {report_command(options.command, options.output.language)}};
    write_report(draft_content(budget, findings, terms), {}, files.at(*options.output.report), options.output.language);
    if (!options.output.quiet) talk += report_stands(*options.output.report, options.output.language);
  }
  if (options.output.out) {
    Staged& folder = files.at(*options.output.out);
    const std::string name = budget_name(budget.document);
    const std::vector<std::string> doubts = marked_doubts(budget.manifest.doubts, Language::zh);
    folder.add(name + ".xlsx", budget_workbook(folder.folder(), budget.document, budget.paper, layout, doubts));
    folder.add(name + "情况说明.docx", budget_narrative(budget.document, budget.paper, layout, doubts));
    folder.add("budget.json", budget_draft_json(budget, findings, options.command, options.output.language));
    folder.add("manifest.json", folder_manifest(budget.paper.scenario, program_manifest(), folder.files()));
    if (!options.output.quiet)
      talk += (is_draft(budget.document) ? say(options.output.language, "草案已写入 ", "the draft stands in ")
                                         : say(options.output.language, "预算已写入 ", "the budget stands in ")) +
              *options.output.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
