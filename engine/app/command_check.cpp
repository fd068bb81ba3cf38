// disburse check: reads scenario, budget, law, recipe or roster files and reports every finding.
#include <filesystem>

#include "build_info.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/session.hpp"
#include "engine/budget_check.hpp"
#include "engine/roster_file.hpp"
#include "engine/support/files.hpp"
#include "engine/support/toml_reader.hpp"
#include "outputs/writers/check_report.hpp"
#include "scenarios/budget_reader.hpp"
#include "scenarios/office/privacy_scan.hpp"
#include "scenarios/scenario_reader.hpp"

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
  Options with_file = options;
  with_file.scenario = path.string();
  open_session(with_file);
}

std::vector<Finding> check_toml(const fs::path& path, const Options& options) {
  InputErrors errors;
  const std::string schema = schema_of(path, errors);
  throw_if_any(Door::data, InputErrors(errors));
  if (schema == "disburse/budget/1") return check(read_budget(path));
  if (schema == "disburse/scenario/1") {
    check_scenario(path, options);
  } else if (schema == "disburse/parameters/1" || schema == "disburse/programme/1") {
    read_law(fs::absolute(path).parent_path().parent_path());
  } else if (schema == "disburse/recipe/1") {
    open_session(options);
  } else {
    errors.add({path.string(), 1, 0}, "schema",
               schema.empty() ? "the file does not say what it is" : "\"" + schema + "\" is not known",
               "each kind of file is checked by its own rules",
               "Write schema = \"disburse/budget/1\", scenario/1, parameters/1, programme/1 or recipe/1");
    throw InputRejected(Door::data, std::move(errors));
  }
  return {};
}

/// Valid identity numbers below a folder; the report masks them.
int check_privacy(const Options& options, std::string& out) {
  const PrivacyScan scan = scan_for_identities(*options.privacy, true);
  for (const PrivacyHit& hit : scan.hits) {
    out += hit.file + (hit.line == 0 ? "" : ":" + std::to_string(hit.line)) + ": " + hit.masked + "\n";
  }
  out += say(options.language, "查了 ", "") + std::to_string(scan.files) +
         say(options.language, " 个文件，有效身份号码 ", " files, valid identity numbers: ") +
         std::to_string(scan.hits.size()) + say(options.language, " 处\n", "\n");
  return scan.hits.empty() ? exit_done : exit_findings;
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

int command_check(const Options& options, std::string& out, std::string& talk) {
  if (options.privacy) return check_privacy(options, out);
  if (options.files.empty()) {
    InputErrors missing;
    missing.add({"check", 0, 0}, "files", "no file is named", "there is nothing to check",
                "Write disburse check FILE, or --privacy FOLDER");
    throw InputRejected(Door::command_line, std::move(missing));
  }
  std::vector<CheckedFile> checked;
  bool errors = false;
  for (const std::string& file : options.files) {
    const fs::path path(file);
    CheckedFile answer{file, {}};
    if (path.extension() == ".toml") {
      answer.findings = check_toml(path, options);
    } else if (path.extension() == ".xlsx") {
      check_scenario(path, options);
    } else {
      check_roster(path);
    }
    for (const Finding& finding : answer.findings) errors = errors || finding.severity == Severity::error;
    checked.push_back(std::move(answer));
  }
  Manifest manifest;
  manifest.version = build::version;
  manifest.commit = build::commit;
  out = options.format == Format::json ? check_json(checked, "", manifest)
                                       : check_table(checked, options.language, options.colour);
  talk.clear();
  return errors ? exit_findings : exit_done;
}

}  // namespace disburse
