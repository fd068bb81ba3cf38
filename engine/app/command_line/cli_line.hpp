#pragma once
// The command line while it is read: what CLI11 fills, and what several commands have in common.
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "engine/app/command_line/cli.hpp"

namespace disburse {

/// Texts that are turned into options once everything is parsed.
struct Raw {
  std::string agency, horizon, seed, roster, as_known_on, out, threads, format, language, mode, description, sign;
  bool no_color = false, share = false;
  std::vector<std::string> agencies;  ///< where a command takes several
};

struct Line {
  explicit Line(Language asked);
  /// Help in the language asked for.
  std::string say(const char* zh, const char* en) const { return disburse::say(language, zh, en); }

  Language language;
  CLI::App app;
  Options options;
  Raw raw;
  Command command = nullptr;
  std::vector<std::string> formats{"table"};
};

// Each adds its commands with their options, in the order of the help.
void add_running_commands(Line& line);   // a projection, or several
void add_roster_commands(Line& line);    // members
void add_planning_commands(Line& line);  // the year in progress and the years ahead
void add_asking_commands(Line& line);    // what is there, what it rests on, whether it is whole
void add_serving_commands(Line& line);   // serve

/// The command that gives the same result as the one that was parsed: every word that decides the result, those of the
/// environment too, in the order of the help; what only says how it is made, shown or kept is left out.
std::string command_again(const CLI::App& command, const Options& options);

/// What a command's words ask for. Errors: InputRejected(Door::command_line).
Options options_of_words(const std::vector<std::string>& words);

/// A number from `least` to `most`, infinities and what is none left out: refused with the reason before any work.
/// A year as offices write it, "2025年" or "２０２５", becomes its number.
CLI::Validator spoken_year();
/// A number as planners write it, "１，０００" or "5万", becomes digits.
CLI::Validator spoken_count();
CLI::Validator within(const Line& line, double least, double most, const char* why_zh, const char* why_en);

// Options that several commands have.
void add_scenario(CLI::App& command, Line& line);
void add_agency(CLI::App& command, Line& line);
/// The same, for a command that takes several.
void add_agencies(CLI::App& command, Line& line);
/// What the help says of a scenario.
std::string scenario_help(const Line& line);
void add_roster(CLI::App& command, Line& line);
/// `formats` are those that the command has, the default first.
void add_output(CLI::App& command, Line& line, const std::vector<std::string>& formats);
void add_threads(CLI::App& command, Line& line);
/// --registry: what the command issues is entered there.
void add_report_folder(CLI::App& command, Line& line);
void add_report_folder(CLI::App& command, Line& line, const std::string& what);
/// --share: others may read what is written.
void add_share(CLI::App& command, Line& line);
void add_sign(CLI::App& command, Line& line);
void add_registry(CLI::App& command, Line& line);
void add_versions(CLI::App& command, Line& line);
void add_replicates(CLI::App& command, Line& line);

}  // namespace disburse
