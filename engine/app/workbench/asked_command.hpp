#pragma once
// A command that is asked for by a request: the same function with the same options as on the command line, JSON as its
// format.
#include <filesystem>
#include <functional>
#include <string>

#include "engine/app/commands.hpp"
#include "engine/app/workbench/asked_body.hpp"
#include "engine/app/workbench/ledger.hpp"

namespace disburse {

/// What a request's scenario is: its file, its agency, its roster.
using Locate = std::function<InputOptions(InputOptions)>;

/// What stands around a request: whose it is, where things lie.
struct Asking {
  Locate locate;
  std::filesystem::path folder;  ///< of this study alone; what it makes for the user goes below made_in
  std::function<std::filesystem::path(const std::string& key)> uploaded = {};  ///< a file that the page handed in
  std::function<void(const std::string& key)> forget = {};                     ///< removes it
  std::optional<std::string> key = {};  ///< file with the key of the pseudonyms (import --key)
  std::filesystem::path agencies = {};  ///< where folders of new agencies are kept
  const Ledger* ledger = nullptr;       ///< where issued runs are kept
  ReadCommand read_command = {};        ///< of a run that is made again
  std::function<std::filesystem::path(const std::string& number)> work = {};  ///< the folder of another study
};

struct AskedCommand {
  std::function<int(const Options&, std::string& out, std::string& talk, Publication& files)> function;
  Options options;
};

/// A study that lasts: what it is called, the keys that it takes, the document that it answers with.
struct StudyKind {
  const char* kind;
  const char* asks;
  const char* document;
  AskedCommand (*asked)(AskedBody& body, const Asking& asking);
};
const std::vector<StudyKind>& study_kinds();

/// The study that "kind" names, with the keys of its own. Errors: InputRejected(Door::command_line).
AskedCommand asked_command(const std::string& kind, AskedBody& body, const Asking& asking);

/// A command on a scenario, with JSON as its format and without talk: takes scenario, sets, horizon and lang.
AskedCommand asked_of_scenario(AskedBody& body, const Locate& locate);

// Those whose subject is a file that the page handed in; asked_*.cpp.
AskedCommand asked_import(AskedBody& body, const Asking& asking);
AskedCommand asked_init(AskedBody& body, const Asking& asking);
AskedCommand asked_check(AskedBody& body, const Asking& asking);

/// A year's budget with its workbook and papers, with what the page entered.
AskedCommand asked_budget(AskedBody& body, const Asking& asking);
inline constexpr const char* budget_asks =
    "scenario sets[] horizon lang year# entries(line{code basic executed} economic{code amount} "
    "public_expense{column executed} statement{section text} indicator{programme level3 value})";
/// The words of a command on that scenario, for a shell.
std::vector<std::string> words_of(const char* command, const InputOptions& input);

/// The main job with the replicates that are asked for.
AskedCommand asked_run(AskedBody& body, const Locate& locate);

// Those whose subject is an issued run.
AskedCommand asked_issue(AskedBody& body, const Asking& asking);
AskedCommand asked_verify(AskedBody& body, const Asking& asking);
AskedCommand asked_reproduce(AskedBody& body, const Asking& asking);
AskedCommand asked_difference(AskedBody& body, const Asking& asking);

/// Runs it and returns its document; what it writes stands, unless it refused. Errors: those of the command, with the
/// names of files below `folder` instead of their paths.
std::string document_of(const AskedCommand& asked, const std::filesystem::path& folder = {});

}  // namespace disburse
