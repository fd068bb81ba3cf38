// disburse report: a finished run or another document as a folder to read, or two runs side by side.
#include <array>
#include <nlohmann/json.hpp>

#include "engine/app/commands.hpp"
#include "engine/app/reporting.hpp"
#include "engine/base/reject.hpp"
#include "engine/support/files.hpp"
#include "outputs/planning/budget_draft.hpp"
#include "outputs/planning/cash.hpp"
#include "outputs/planning/reforecast.hpp"
#include "outputs/planning/study.hpp"
#include "outputs/run/folder_check.hpp"
#include "outputs/run/run_json.hpp"
#include "outputs/text/json_reading.hpp"
#include "outputs/what_if/comparison.hpp"
#include "outputs/what_if/scenario_table.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_document = std::size_t{256} << 20;

/// A JSON document of one of `schemas`.
Json document(const std::filesystem::path& file, const std::vector<std::string>& schemas) {
  Json json;
  try {
    json = Json::parse(read_input(file, largest_document, Door::command_line));
  } catch (const Json::exception&) {
    reject_option(file.string(), "is no sound JSON"_m, "the report draws what it says"_m,
                  "Write it anew with --format json"_m);
  }
  const std::string schema = json.is_object() ? json.value("schema", "") : "";
  std::string known;
  for (const std::string& one : schemas) {
    if (schema == one) return json;
    known += (known.empty() ? "" : ", ") + one;
  }
  reject_option(file.string(), "is {}"_m(schema.empty() ? "no document of disburse"_m : Message::verbatim(schema)),
                "this program reports {}"_m(known), "Make it with this version of the program"_m);
}

/// A run and the command that its folder's log says.
struct ReadRun {
  RunResult run;
  RunBeside beside;
  std::string command;
};

ReadRun run_in(const std::string& name) {
  const std::filesystem::path path(name);
  const bool folder = std::filesystem::is_directory(path);
  const std::filesystem::path file = folder ? path / "run.json" : path;
  if (!std::filesystem::exists(file))
    reject_option(name, "holds no run.json"_m, "a report is made of a finished run"_m,
                  "Name a folder that run --out made"_m);
  folder ? require_as_written(path) : require_document_as_written(file);
  const Json json = document(file, {"disburse/run/1"});
  ReadRun read{run_from_json(json), beside_from_json(json), ""};
  const std::filesystem::path log = path / "run-log.json";
  if (folder && std::filesystem::exists(log))
    read.command = value_or<std::string>(document(log, {"disburse/run-log/1"}), "command", "");
  return read;
}

constexpr std::array report_schemas{"disburse/run/1",        "disburse/sensitivity/1",  "disburse/compare/1",
                                    "disburse/reforecast/1", "disburse/budget-draft/1", "disburse/scenario-table/1"};

/// The commands that make documents again, and at the end the one that reports them; files are called what they are.
class Steps {
 public:
  explicit Steps(Language language) : language_(language) {}

  /// A run's folder.
  std::string folder(const std::string& command, const char* zh, const char* en) {
    return made(command, " --out ", say(language_, zh, en));
  }
  /// A document.
  std::string file(const std::string& command, const char* zh, const char* en) {
    return made(command, " --format json > ", say(language_, zh, en));
  }
  std::vector<std::string> with(const std::string& words) {
    commands_.push_back("disburse report " + words + say(language_, " --out 报告", " --lang en --out report"));
    return commands_;
  }

 private:
  /// Documents of earlier versions do not say their command.
  std::string made(const std::string& command, const char* how, const std::string& name) {
    if (!command.empty()) commands_.push_back(command + how + name);
    return name;
  }

  Language language_;
  std::vector<std::string> commands_;
};

/// A run with the documents that `--with` names.
void report_run(const ReadRun& read, const std::vector<std::string>& with, const Options& options, Publication& files) {
  const RunResult& run = read.run;
  Steps steps(options.output.language);
  std::string words = steps.folder(read.command, "结果", "run");
  BesideRun beside;
  beside.estimate = read.beside;
  std::vector<NamedFile> papers{calculation_paper(run, read.beside)};
  for (const std::string& file : with) {
    require_document_as_written(file);
    const Json json = document(file, {"disburse/sensitivity/1", "disburse/cash/1"});
    if (json.at("schema") == "disburse/cash/1") {
      Manifested<CashPlan> cash = cash_from_json(json);
      words += " --with " + steps.file(cash.command, "用款.json", "cash.json");
      beside.cash.push_back(std::move(cash.result));
      continue;
    }
    Manifested<StudyResult> study = study_from_json(json);
    words += " --with " + steps.file(study.command, "敏感性.json", "sensitivity.json");
    if (beside.studies.empty()) papers.push_back(study_paper(study.result, study.manifest, &run));
    beside.studies.push_back(std::move(study.result));
  }
  write_report(run_content(run, beside, {options.output.language, steps.with(words)}), papers,
               files.at(*options.output.out), options.output.language);
}

void report_study(const Json& json, const Options& options, Publication& files) {
  const auto [study, manifest, command] = study_from_json(json);
  Steps steps(options.output.language);
  const std::string file = steps.file(command, "敏感性.json", "sensitivity.json");
  write_report(study_content(study, manifest, {options.output.language, steps.with(file)}),
               {study_paper(study, manifest, nullptr)}, files.at(*options.output.out), options.output.language);
}

ReportContent content_of(const Json& json, const std::string& schema, Language language) {
  Steps steps(language);
  if (schema == "disburse/compare/1") {
    const ComparisonResult comparison = comparison_from_json(json);
    return comparison_content(comparison,
                              {language, steps.with(steps.file(comparison.command, "对比.json", "compare.json"))});
  }
  if (schema == "disburse/scenario-table/1") {
    const ScenarioTable table = scenario_table_from_json(json);
    return scenario_table_content(table,
                                  {language, steps.with(steps.file(table.command, "情景.json", "scenarios.json"))});
  }
  if (schema == "disburse/reforecast/1") {
    const auto [result, manifest, command] = reforecast_from_json(json);
    return reforecast_content(result, manifest,
                              {language, steps.with(steps.file(command, "再预测.json", "reforecast.json"))});
  }
  const WrittenDraft draft = budget_draft_from_json(json);
  return draft_content(draft.budget, draft.findings,
                       {language, steps.with(steps.file(draft.command, "预算.json", "budget.json"))});
}

void report_pair(const ReadRun& first, const ReadRun& second, const Options& options, Publication& files) {
  Steps steps(options.output.language);
  const std::string one = steps.folder(first.command, "结果1", "run1");
  const std::string other = steps.folder(second.command, "结果2", "run2");
  write_report(side_by_side_content(first.run, second.run,
                                    {options.output.language, steps.with("--compare " + one + " " + other)}),
               {}, files.at(*options.output.out), options.output.language);
}

/// A run's folder, or any document that can be reported by itself.
void report_named(const std::string& name, const Options& options, Publication& files) {
  if (!std::filesystem::is_regular_file(name)) return report_run(run_in(name), options.report.with, options, files);
  require_document_as_written(name);
  const Json json = document(name, {report_schemas.begin(), report_schemas.end()});
  const std::string schema = json.at("schema");
  if (schema == "disburse/run/1")
    return report_run({run_from_json(json), beside_from_json(json), ""}, options.report.with, options, files);
  if (schema == "disburse/sensitivity/1") return report_study(json, options, files);
  write_report(content_of(json, schema, options.output.language), {}, files.at(*options.output.out),
               options.output.language);
}

}  // namespace

int command_report(const Options& options, std::string&, std::string& talk, Publication& files) {
  if (!options.output.out)
    reject_option("--out", "no folder is named"_m, "the report is a file in it"_m, "Write --out report"_m);
  constexpr std::size_t pair = 2;
  if (options.report.files.size() != (options.report.pair ? pair : 1)) {
    reject_option("runs", "{} runs are named"_m(options.report.files.size()),
                  options.report.pair ? "two are compared"_m : "one is reported"_m,
                  "Write disburse report RUN --out DIR, or report --compare RUN RUN --out DIR"_m);
  }
  files.claim(*options.output.out);
  const auto unsound = [&] {
    reject_option(options.report.files.front(), "does not hold what its schema says"_m,
                  "it was changed, or is of another version"_m, "Make the run anew"_m);
  };
  try {
    if (options.report.pair) {
      report_pair(run_in(options.report.files.front()), run_in(options.report.files.back()), options, files);
    } else {
      report_named(options.report.files.front(), options, files);
    }
  } catch (const Json::exception&) {
    unsound();
  } catch (const UnsoundDocument&) {
    unsound();
  }
  if (!options.output.quiet) talk += report_stands(*options.output.out, options.output.language);
  return exit_done;
}

}  // namespace disburse
