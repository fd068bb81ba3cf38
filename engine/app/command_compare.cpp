// disburse compare: a base and its what-ifs, what moved and what did not.
#include <algorithm>

#include "engine/app/commands.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/reporting.hpp"
#include "engine/app/requests.hpp"
#include "engine/base/reject.hpp"
#include "engine/studies/assumed/turning_readings.hpp"
#include "engine/studies/publishable.hpp"
#include "engine/studies/scenario_comparison.hpp"
#include "engine/support/files.hpp"
#include "outputs/office/exhibit_workbook.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/what_if/comparison.hpp"
#include "outputs/what_if/scenario_table.hpp"

namespace disburse {
namespace {

Scenario variant_of(const Options& options, const std::string& name, const std::vector<std::string>& sets) {
  InputOptions own = options.input;
  own.scenario = name;
  own.sets = sets;
  Scenario scenario = scenario_of(own, find_data(own.agency), options.input.scenario);
  if (!sets.empty()) scenario.name += " --set";
  return scenario;
}

/// What is asked of an explanation and means nothing in a table, and the other way round.
void check_table_options(const Options& options) {
  if (!options.compare.table) {
    if (options.output.format == Format::csv || options.output.out)
      reject_option(options.output.out ? "--out" : "--format", "is for the table of scenarios"_m,
                    "an explanation has many tables"_m, "Add --table, or write --report FOLDER"_m);
    return;
  }
  const bool explains = !options.compare.attribute.empty() || options.compare.who || options.replicates.stochastic;
  if (explains)
    reject_option("--table", "goes without --attribute, --who and --mode stochastic"_m,
                  "a table of scenarios explains nothing and draws nothing"_m, "Leave one of them out"_m);
  if (!options.output.out) return;
  if (!options.output.out->ends_with(".xlsx"))
    reject_option("--out", "{} is no .xlsx file"_m(*options.output.out), "the table becomes a workbook"_m,
                  "Write --out scenarios.xlsx"_m);
}

std::string answer(const ScenarioTable& table, const Options& options) {
  switch (options.output.format) {
    case Format::json: return scenario_table_json(table);
    case Format::csv: return scenario_table_csv(table);
    case Format::html:
    case Format::table: break;
  }
  return doubts_text(table.manifest.doubts, options.output.language) +
         scenario_table_text(table, options.output.language);
}

/// The table on the terminal, as workbook and as report.
void give_table(const ScenarioTable& table, const Options& options, std::string& out, std::string& talk,
                Publication& files) {
  const Language language = options.output.language;
  out = answer(table, options);
  if (options.output.format == Format::csv) talk += doubts_text(table.manifest.doubts, language);
  const ReportTerms terms{language, {report_command(options.command, language)}};
  if (options.output.out) {
    files.file(*options.output.out, exhibit_workbook(files.at(*options.output.out).folder(),
                                                     scenario_table_content(table, terms), language));
    if (!options.output.quiet)
      talk += say(language, "情景对照表已写入 ", "the table stands in ") + *options.output.out + "\n";
  }
  if (options.output.report) {
    write_report(scenario_table_content(table, terms), {}, files.at(*options.output.report), language);
    if (!options.output.quiet) talk += report_stands(*options.output.report, language);
  }
}

/// What is doubted of a variant, in its name, where the base does not have it too.
void add_doubts_of(const Scenario& variant, const LoadedData& data, std::vector<Finding>& doubts) {
  const std::vector<Finding> of_base = doubts;
  for (Finding doubt : doubts_of(data, variant)) {
    if (std::find(of_base.begin(), of_base.end(), doubt) != of_base.end()) continue;
    doubt.where = "{}: {}"_m(variant.name, doubt.where);
    doubts.push_back(std::move(doubt));
  }
}

/// What turns with a reading, of the base; of a variant where it is another finding than the base's.
void add_readings_of(const std::shared_ptr<const LoadedData>& data, const Scenario& base,
                     const std::vector<Scenario>& variants, std::vector<Finding>& doubts) {
  const int year = data->budget.fiscal_year;
  const Horizon& horizon = base.horizon;
  if (!horizon.contains(Month(year, 1)) || !horizon.contains(Month(year, 12))) return;
  std::vector<std::vector<Finding>> notes = turning_readings(data, base, variants, year);
  const std::vector<Finding> of_base = notes.front();
  doubts.insert(doubts.end(), of_base.begin(), of_base.end());
  for (std::size_t v = 0; v < variants.size(); ++v) {
    for (Finding& note : notes[v + 1]) {
      if (std::find(of_base.begin(), of_base.end(), note) != of_base.end()) continue;
      note.where = "{}: {}"_m(variants[v].name, note.where);
      doubts.push_back(std::move(note));
    }
  }
}

}  // namespace

int command_compare(const Options& options, std::string& out, std::string& talk, Publication& files) {
  constexpr std::size_t most_variants = 4;
  if (options.compare.variants.empty() && options.input.sets.empty()) {
    reject_option("compare", "there is nothing to compare with"_m, "a base and at least one variant are wanted"_m,
                  "Write disburse compare base award-660, or add --set PATH=VALUE"_m);
  }
  if (options.compare.variants.size() > most_variants) {
    reject_option("compare", "{} variants are too many"_m(options.compare.variants.size()),
                  "a table has room for four"_m, "Compare them in two runs"_m);
  }
  check_table_options(options);
  if (options.output.out) files.claim(*options.output.out);
  if (options.output.report) files.claim(*options.output.report);
  const Scenario base = variant_of(options, options.input.scenario, {});
  LoadedData loaded = load_data(options.input, base);
  std::vector<Scenario> variants;
  for (const std::string& name : options.compare.variants) variants.push_back(variant_of(options, name, {}));
  if (!options.input.sets.empty()) variants.push_back(variant_of(options, options.input.scenario, options.input.sets));
  if (options.output.publish) {
    std::vector<Scenario> all{base};
    all.insert(all.end(), variants.begin(), variants.end());
    withhold_small_groups(loaded, all, options.threads);
  }
  const auto data = std::make_shared<const LoadedData>(std::move(loaded));
  std::vector<Finding> doubts = doubts_of(*data, base);
  for (const Scenario& variant : variants) add_doubts_of(variant, *data, doubts);
  add_readings_of(data, base, variants, doubts);
  if (options.compare.table) {
    ScenarioTable table = tabulate_scenarios(data, base, variants, options.threads);
    table.command = options.command;
    table.manifest.doubts = doubts;
    give_table(table, options, out, talk, files);
    return exit_done;
  }
  ComparisonRequest request{options.compare.attribute, {}, {}, options.output.publish, options.threads};
  if (options.replicates.stochastic) request.replicates = replicate_request(options);
  if (options.compare.who) request.who = static_cast<std::size_t>(*options.compare.who);
  ComparisonResult comparison = compare_scenarios(data, base, variants, request);
  comparison.command = options.command;
  comparison.manifest.doubts = doubts;
  out = options.output.format == Format::json
            ? comparison_json(comparison)
            : doubts_text(doubts, options.output.language) + comparison_table(comparison, options.output.language);
  if (options.output.report) {
    const ReportTerms terms{options.output.language, {report_command(options.command, options.output.language)}};
    write_report(comparison_content(comparison, terms), {}, files.at(*options.output.report), options.output.language);
    if (!options.output.quiet) talk += report_stands(*options.output.report, options.output.language);
  }
  return exit_done;
}

}  // namespace disburse
