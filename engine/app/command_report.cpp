// disburse report: a finished run or another document as a folder to read, or two runs side by side.
#include <nlohmann/json.hpp>

#include "engine/app/commands.hpp"
#include "engine/app/reject.hpp"
#include "engine/app/reporting.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_document = std::size_t{256} << 20;

/// A JSON document of one of `schemas`.
Json document(const std::filesystem::path& file, const std::vector<std::string>& schemas) {
  Json json;
  try {
    json = Json::parse(read_file(file, largest_document));
  } catch (const Json::exception& broken) {
    reject_option(file.string(), std::string("is no sound JSON (") + broken.what() + ")",
                  "the report draws what it says", "Write it anew with --format json");
  }
  const std::string schema = json.is_object() ? json.value("schema", "") : "";
  std::string known;
  for (const std::string& one : schemas) {
    if (schema == one) return json;
    known += (known.empty() ? "" : ", ") + one;
  }
  reject_option(file.string(), "is " + (schema.empty() ? std::string("no document of disburse") : schema),
                "this program reports " + known, "Make it with this version of the program");
}

Json run_document(const std::string& folder) {
  const std::filesystem::path path(folder);
  const std::filesystem::path file = std::filesystem::is_directory(path) ? path / "run.json" : path;
  if (!std::filesystem::exists(file))
    reject_option(folder, "holds no run.json", "a report is made of a finished run",
                  "Name a folder that run --out made");
  return document(file, {"disburse/run/1"});
}

/// A run's folder, or any document that can be reported by itself.
Json reported(const std::string& name) {
  if (std::filesystem::is_regular_file(name)) return document(name, {report_schemas.begin(), report_schemas.end()});
  return run_document(name);
}

}  // namespace

int command_report(const Options& options, std::string&, std::string& talk) {
  if (!options.out) reject_option("--out", "no folder is named", "the report is a file in it", "Write --out 报告");
  constexpr std::size_t pair = 2;
  if (options.files.size() != (options.pair ? pair : 1)) {
    reject_option("runs", std::to_string(options.files.size()) + " runs are named",
                  options.pair ? "two are compared" : "one is reported",
                  "Write disburse report RUN --out DIR, or report --compare RUN RUN --out DIR");
  }
  const Json first = options.pair ? run_document(options.files.front()) : reported(options.files.front());
  std::vector<Json> others;
  for (const std::string& file : options.with)
    others.push_back(document(file, {"disburse/sensitivity/1", "disburse/cash/1"}));
  try {
    if (options.pair) {
      write_side_by_side(first, run_document(options.files.back()), *options.out, options.language);
    } else {
      write_report(first, others, *options.out, options.language);
    }
  } catch (const Json::exception& broken) {
    reject_option(options.files.front(), std::string("does not hold what its schema says (") + broken.what() + ")",
                  "it was changed, or is of another version", "Make the run anew");
  }
  if (!options.quiet) talk += report_stands(*options.out, options.language);
  return exit_done;
}

}  // namespace disburse
