#pragma once
// A command that is asked for by a request: the same function with the same options as on the command line, JSON as its
// format.
#include <filesystem>
#include <functional>
#include <string>

#include "engine/app/commands.hpp"
#include "engine/app/workbench/asked_body.hpp"

namespace disburse {

/// What a request's scenario is: its file, its agency, its roster.
using Locate = std::function<InputOptions(InputOptions)>;

struct AskedCommand {
  int (*function)(const Options&, std::string& out, std::string& talk, Publication& files) = nullptr;
  Options options;
};

/// The study that "kind" names, with the keys of its own. Files that it writes go below `folder`.
/// Errors: InputRejected(Door::command_line).
AskedCommand asked_command(const std::string& kind, AskedBody& body, const std::filesystem::path& folder,
                           const Locate& locate);

/// Runs it and returns its document; what it writes stands. Errors: those of the command.
std::string document_of(const AskedCommand& asked);

}  // namespace disburse
