// disburse verify: folders of results, journals and parts of runs held to what was written.
#include <filesystem>

#include "engine/app/commands.hpp"
#include "engine/app/reporting.hpp"
#include "engine/app/signing/folder_signature.hpp"
#include "engine/base/error.hpp"
#include "engine/base/reject.hpp"
#include "engine/storage/part_file.hpp"
#include "engine/support/journal.hpp"
#include "outputs/checks/check_report.hpp"
#include "outputs/run/folder_check.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

std::vector<Finding> journal_findings(const std::string& name, const JournalState& state) {
  std::vector<Finding> findings;
  const Message where = Message::verbatim(name);
  if (state.identity.empty()) {
    findings.push_back({"journal_damaged", Severity::error, where,
                        "its first lines are damaged; a run that goes on with it tells what can still be used"_m});
  } else if (state.lost > 0) {
    findings.push_back({"journal_damaged", Severity::error, where,
                        "from byte {} on {} bytes are cut off or damaged; {} finished pieces can be used"_m(
                            state.good, state.lost, state.pieces)});
  }
  return findings;
}

/// What its reader has against it.
std::vector<Finding> part_findings(const std::string& name) {
  std::vector<Finding> findings;
  try {
    const PartFile part(name);
  } catch (const InputRejected& rejected) {
    for (const InputError& error : rejected.errors())
      findings.push_back(
          {"part_damaged", Severity::error, Message::verbatim(name), "{}: {}"_m(error.problem, error.why)});
  }
  return findings;
}

std::vector<Finding> folder_findings(const std::string& name, const std::optional<std::string>& key) {
  std::vector<Finding> findings = check_folder(name);
  if (!key) return findings;
  for (Finding& finding : check_signature(name, *key)) findings.push_back(std::move(finding));
  return findings;
}

CheckedFile verified(const std::string& name, const std::optional<std::string>& key) {
  const fs::file_status status = fs::status(name);
  if (!fs::exists(status))
    reject_option(name, "is not there"_m, "there is nothing to verify"_m,
                  "Name a folder of results, a journal or a part of a run"_m);
  if (fs::is_directory(status)) return {name, folder_findings(name, key)};
  if (fs::is_regular_file(status)) {
    if (is_part_file(name)) return {name, part_findings(name)};
    if (const auto state = journal_state(name)) return {name, journal_findings(name, *state)};
  }
  reject_option(name, "is neither a folder of results nor a journal nor a part of a run"_m,
                "only these hold what they can be held to"_m,
                "Write disburse check FILE for a roster, a scenario, a budget or the law"_m);
}

}  // namespace

int command_verify(const Options& options, std::string& out, std::string&, Publication&) {
  std::vector<CheckedFile> checked;
  bool errors = false;
  for (const std::string& name : options.check.files) {
    checked.push_back(verified(name, options.check.key));
    for (const Finding& finding : checked.back().findings) errors = errors || finding.severity == Severity::error;
  }
  out = options.output.format == Format::json ? check_json(checked, "", program_manifest(), options.output.language)
                                              : check_table(checked, options.output.language, options.output.colour);
  return errors ? exit_findings : exit_done;
}

}  // namespace disburse
