#pragma once
// The command line while it is read: what CLI11 fills, and what several commands have in common.
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "engine/app/cli.hpp"

namespace disburse {

/// Texts that are turned into options once everything is parsed.
struct Raw {
  std::string horizon, seed, roster, as_known_on, out, threads, format, language, mode;
  bool no_color = false;
};

struct Line {
  CLI::App app{"disburse: 社会保险待遇发放测算与预算对比", "disburse"};
  Options options;
  Raw raw;
  Command command = nullptr;
  std::vector<std::string> formats{"table"};
};

// Each adds its commands with their options, in the order of the help.
void add_running_commands(Line& line);   // run, compare, sweep, budget
void add_roster_commands(Line& line);    // import, reconcile, calibrate, synthesize
void add_planning_commands(Line& line);  // solve, reforecast, cash, plan, track
void add_asking_commands(Line& line);    // explain, check, list

// Options that several commands have.
void add_scenario(CLI::App& command, Line& line);
void add_roster(CLI::App& command, Line& line);
/// `formats` are those that the command has, the default first.
void add_output(CLI::App& command, Line& line, const std::vector<std::string>& formats);
void add_threads(CLI::App& command, Line& line);
/// --registry: what the command issues is entered there.
void add_report_folder(CLI::App& command, Line& line,
                       const std::string& what = "再做成报告（HTML、xlsx、md 等），放进这个新文件夹");
void add_registry(CLI::App& command, Line& line);
void add_versions(CLI::App& command, Line& line);
void add_replicates(CLI::App& command, Line& line);

}  // namespace disburse
