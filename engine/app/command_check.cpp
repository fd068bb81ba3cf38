// disburse check: reads scenario, budget, law, recipe or roster files and reports every finding.
#include <filesystem>

#include "build_info.hpp"
#include "engine/app/agencies/agency_check.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/budget/check.hpp"
#include "engine/storage/form_workbook.hpp"
#include "engine/storage/roster_file.hpp"
#include "engine/studies/assumed/band_study.hpp"
#include "engine/support/files.hpp"
#include "engine/support/toml_reader.hpp"
#include "models/readers/law_reader.hpp"
#include "outputs/checks/check_report.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"
#include "scenarios/agencies/agency_reader.hpp"
#include "scenarios/budgets/budget_reader.hpp"
#include "scenarios/library/scenario_reader.hpp"
#include "scenarios/office/privacy_scan.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

/// The schema that a TOML file says it has; empty when it says none.
std::string schema_of(const fs::path& path, InputErrors& errors) {
  TomlDocument document(path, errors);
  return document.parsed() ? document.root().optional_text("schema").value_or("") : "";
}

/// Resolves the scenario against the law, so that unknown paths and values outside their range are found.
void check_scenario(const fs::path& path, const Options& options) {
  InputOptions with_file = options.input;
  with_file.scenario = path.string();
  open_session(with_file);
}

/// A folder of law by itself, or, where it is laid over others, together with them.
void check_law(const fs::path& folder, const Options& options) {
  if (is_agency(folder)) {
    law_of(find_data(folder.string()));
    return;
  }
  const DataPaths paths = find_data(options.input.agency);
  std::error_code ignored;
  for (const LawLayer& layer : paths.law()) {
    if (!fs::equivalent(layer.folder, folder, ignored)) continue;
    law_of(paths);
    return;
  }
  read_law(folder);
}

std::vector<Finding> check_toml(const fs::path& path, const Options& options) {
  InputErrors errors;
  const std::string schema = schema_of(path, errors);
  throw_if_any(Door::data, InputErrors(errors));
  if (schema == "disburse/budget/1") return check(read_budget(path));
  if (schema == "disburse/scenario/1") {
    check_scenario(path, options);
  } else if (schema == "disburse/payers/1" || schema == "disburse/bounds/1") {
    check_law(fs::absolute(path).parent_path(), options);
  } else if (schema == "disburse/parameters/1" || schema == "disburse/programme/1") {
    check_law(fs::absolute(path).parent_path().parent_path(), options);
  } else if (schema == "disburse/agency/1") {
    law_of(find_data(fs::absolute(path).parent_path().string()));
  } else if (schema == "disburse/recipe/1") {
    open_session(options.input);
  } else {
    errors.add(
        {path.string(), 1, 0}, "schema",
        schema.empty() ? "the file does not say what it is"_m : "\"{}\" is not known"_m(schema),
        "each kind of file is checked by its own rules"_m,
        "Write schema = \"disburse/budget/1\", scenario/1, parameters/1, bounds/1, payers/1, programme/1, recipe/1 or agency/1"_m);
    throw InputRejected(Door::data, std::move(errors));
  }
  return {};
}

/// Places of valid identity numbers below a folder. Nothing of a number is shown: beside a birth date, ends are enough.
int check_privacy(const Options& options, std::string& out) {
  const PrivacyScan scan = scan_for_identities(*options.check.privacy, true);
  for (const PrivacyHit& hit : scan.hits) {
    out += hit.file + (hit.line == 0 ? "" : ":" + std::to_string(hit.line)) + ": " +
           say(options.output.language, "18 digits, check digit right"_m) + "\n";
  }
  out += say(options.output.language, "查了 ", "") + std::to_string(scan.files) +
         say(options.output.language, " 个文件，有效身份号码 ", " files, valid identity numbers: ") +
         std::to_string(scan.hits.size()) + say(options.output.language, " 处\n", "\n");
  return scan.hits.empty() ? exit_done : exit_findings;
}

/// The last whole year that the scenario projects: what its years assume is read by then.
int last_year(const Scenario& scenario) {
  constexpr int december = 12;
  const Month last = scenario.horizon.end() - 1;
  return last.month() == december ? last.year() : last.year() - 1;
}

/// What the scenario assumes without saying how far it is known, with the money that rests on it.
int check_ranges(const Options& options, std::string& out) {
  InputOptions named = options.input;
  if (!options.check.files.empty()) named.scenario = options.check.files.front();
  const Scenario scenario = scenario_of(named, find_data(named.agency));
  const auto data = std::make_shared<const LoadedData>(load_data(named, scenario));
  CheckedFile answer{scenario.name, {}};
  for (const UnrangedAssumption& one : bands(data, scenario, last_year(scenario), options.threads).unranged) {
    std::vector<Message> lines;
    for (const std::string& line : one.lines) lines.push_back(Message::verbatim(line));
    answer.findings.push_back({"no_range", Severity::note, Message::verbatim(one.path),
                               "{} = {} is assumed and has no range; {} (10,000 yuan) on {} were projected with it"_m(
                                   one.name, one.value, wan_text(one.rests), joined(lines, ", "_m))});
  }
  out = options.output.format == Format::json
            ? check_json({answer}, scenario.name, manifest_of(scenario, data->law), options.output.language)
            : check_table({answer}, options.output.language, options.output.colour);
  return exit_done;
}

/// A file, or the budget of the agency that scenarios call by this name.
fs::path meant_file(const std::string& word, const Options& options) {
  if (fs::exists(word) || word.find_first_of("/.") != std::string::npos) return word;
  const fs::path budget = find_data(options.input.agency).budget(word);
  return fs::exists(budget) ? budget : fs::path(word);
}

/// A roster that is larger than memory is checked as `run` reads it.
void check_roster(const fs::path& path) {
  if (!needs_pieces(path)) {
    read_roster(path);
    return;
  }
  RosterFile file(path);
  for (std::size_t begin = 0; begin < file.size(); begin += members_a_piece)
    file.rows(begin, std::min(begin + members_a_piece, file.size()));
}

}  // namespace

int command_check(const Options& options, std::string& out, std::string& talk, Publication&) {
  if (options.check.privacy) return check_privacy(options, out);
  if (options.check.ranges) return check_ranges(options, out);
  if (options.check.files.empty() && options.input.agency.empty()) {
    InputErrors missing;
    missing.add({"check", 0, 0}, "files", "no file is named"_m, "there is nothing to check"_m,
                "Write disburse check FILE, -A AGENCY or --privacy FOLDER"_m);
    throw InputRejected(Door::command_line, std::move(missing));
  }
  std::vector<CheckedFile> checked;
  bool errors = false;
  if (options.check.files.empty())
    checked.push_back({find_data(options.input.agency).agency.name, check_agency(options.input, options.threads)});
  for (const std::string& file : options.check.files) {
    const fs::path path = meant_file(file, options);
    CheckedFile answer{file, {}};
    if (is_workbook(path)) {
      check_scenario(path, options);
    } else if (path.extension() == ".toml") {
      answer.findings = check_toml(path, options);
    } else {
      check_roster(path);
    }
    checked.push_back(std::move(answer));
  }
  for (const CheckedFile& each : checked) {
    for (const Finding& finding : each.findings) errors = errors || finding.severity == Severity::error;
  }
  Manifest manifest;
  manifest.version = build::version;
  manifest.commit = build::commit;
  out = options.output.format == Format::json ? check_json(checked, "", manifest, options.output.language)
                                              : check_table(checked, options.output.language, options.output.colour);
  talk.clear();
  return errors ? exit_findings : exit_done;
}

}  // namespace disburse
