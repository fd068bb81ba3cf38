#include "engine/app/workbench/ledger.hpp"

#include <algorithm>
#include <map>

#include "engine/app/options/shell_words.hpp"
#include "engine/app/workbench/schemes.hpp"
#include "engine/base/reject.hpp"
#include "engine/support/files.hpp"
#include "engine/support/toml_reader.hpp"
#include "outputs/run/folder_check.hpp"
#include "outputs/run/run_json.hpp"
#include "outputs/text/json_reading.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest = std::size_t{256} << 20;

Json document_in(const fs::path& file) { return Json::parse(read_file(file, largest)); }

Json entry_of(const std::string& name, const fs::path& folder) {
  const Json run = document_in(folder / "run.json"), log = document_in(folder / "run-log.json");
  Json entry;
  entry["name"] = name;
  entry["scenario"] = run.at("scenario");
  entry["started"] = log.at("started");
  entry["command"] = value_or<std::string>(log, "command", "");
  entry["manifest"] = run.at("manifest");
  entry["budget_fen"] = run.at("total").at("budget_fen");
  entry["projected_fen"] = run.at("total").at("projected_fen");
  entry["difference_fen"] = run.at("total").at("difference_fen");
  return entry;
}

[[noreturn]] void no_run(const std::string& name) {
  reject_option("run", "there is no run named {}"_m(name), "the ledger knows runs by their names"_m,
                "Choose one of the ledger"_m);
}

/// Dated values in one text, as "2024-01: 600; 2024-07: 660"; a value without a beginning has no month.
std::string values_text(TomlTable& parameter) {
  constexpr const char* always = "1800-01";  // how a change without dates is written
  std::string text;
  for (TomlTable& value : parameter.tables("value")) {
    const std::string from = value.text("from");
    const std::string until = value.has("until") ? ".." + value.text("until") : "";
    const std::string months = (from == always ? "" : from) + until;
    text += (text.empty() ? "" : "; ") + months + (months.empty() ? "" : ": ") + value.text("value");
  }
  return text;
}

std::map<std::string, WrittenParameter> parameters_in(const fs::path& file) {
  InputErrors errors;
  TomlDocument document(file, errors);
  throw_if_any(Door::data, InputErrors(errors));
  std::map<std::string, WrittenParameter> parameters;
  TomlTable root = document.root();
  for (TomlTable& one : root.tables("parameter")) {
    const std::string path = one.text("path");
    parameters[path] = {one.text("name"), values_text(one)};
  }
  return parameters;
}

}  // namespace

std::string Ledger::json() const {
  std::vector<Json> entries;
  Json document;
  document["schema"] = "disburse/runs/1";
  document["folder"] = folder_.string();
  document["runs"] = Json::array();
  std::vector<std::string> unreadable;
  std::error_code missing;
  for (fs::directory_iterator entry(folder_, missing), end; !missing && entry != end; entry.increment(missing)) {
    const std::string name = entry->path().filename().string();
    if (!entry->is_directory() || !is_scheme_name(name)) continue;
    try {
      entries.push_back(entry_of(name, entry->path()));
    } catch (const std::exception&) {
      unreadable.push_back(name);
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Json& a, const Json& b) {
    return std::pair(b.at("started").get<std::string>(), a.at("name").get<std::string>()) <
           std::pair(a.at("started").get<std::string>(), b.at("name").get<std::string>());
  });
  for (Json& entry : entries) document["runs"].push_back(std::move(entry));
  std::sort(unreadable.begin(), unreadable.end());
  document["unreadable"] = unreadable;
  return json_text(document);
}

fs::path Ledger::place_for(const std::string& name) const {
  if (!is_scheme_name(name))
    reject_option("name", "\"{}\" cannot be a folder's name"_m(name), "the run is kept under its name"_m,
                  "Leave out signs such as / : * ? . +"_m);
  if (fs::create_directories(folder_)) fs::permissions(folder_, fs::perms::owner_all);
  if (fs::exists(fs::symlink_status(folder_ / name)))
    reject_option("name", "there is a run named {} already"_m(name), "an issued run is never written over"_m,
                  "Choose another name"_m);
  return folder_ / name;
}

fs::path Ledger::folder_of(const std::string& name) const {
  std::error_code ignored;
  if (!is_scheme_name(name) || !fs::is_directory(folder_ / name, ignored)) no_run(name);
  return folder_ / name;
}

WrittenRun read_written_run(const fs::path& folder) {
  require_as_written(folder);
  try {
    return {run_from_json(document_in(folder / "run.json")), parameters_in(folder / "scenario.resolved.toml")};
  } catch (const Json::exception&) {
  } catch (const UnsoundDocument&) {
  } catch (const FileFailure&) {
  }
  reject_option("run", "{} holds no run of this version"_m(folder.filename().string()),
                "two runs are held against each other by what their folders say"_m, "Issue it anew"_m);
}

Options options_of_run(const fs::path& folder, const ReadCommand& read) {
  std::vector<std::string> words;
  try {
    words = shell_words(value_or<std::string>(document_in(folder / "run-log.json"), "command", ""));
  } catch (const Json::exception&) {
  } catch (const FileFailure&) {
  }
  if (words.size() < 2 || words[1] != "run")
    reject_option("run", "its log does not tell the command that made it"_m, "it is made again by that command"_m,
                  "Issue it anew"_m);
  return read(words);
}

std::vector<ComparedFile> compared_files(const fs::path& first, const fs::path& second) {
  std::map<std::string, std::vector<std::string>> digests;
  for (const fs::path& folder : {first, second}) {
    const Json manifest = document_in(folder / "manifest.json");
    for (const Json& file : manifest.at("files"))
      digests[file.at("name").get<std::string>()].push_back(file.at("sha256").get<std::string>());
  }
  std::vector<ComparedFile> files;
  for (const auto& [name, found] : digests) files.push_back({name, found.size() == 2 && found[0] == found[1]});
  return files;
}

}  // namespace disburse
