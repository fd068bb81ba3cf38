#pragma once
// One short function a command; each returns the exit code and writes its answer to `out`.
#include <string>

#include "engine/app/options.hpp"

namespace disburse {

inline constexpr int exit_done = 0;
inline constexpr int exit_fault = 1;
inline constexpr int exit_command_line = 2;
inline constexpr int exit_roster = 3;
inline constexpr int exit_data = 4;
inline constexpr int exit_limit = 5;
inline constexpr int exit_findings = 6;
inline constexpr int exit_stopped = 130;

int command_run(const Options& options, std::string& out, std::string& talk);
int command_compare(const Options& options, std::string& out, std::string& talk);
int command_sweep(const Options& options, std::string& out, std::string& talk);
int command_budget(const Options& options, std::string& out, std::string& talk);
int command_import(const Options& options, std::string& out, std::string& talk);
int command_reconcile(const Options& options, std::string& out, std::string& talk);
int command_calibrate(const Options& options, std::string& out, std::string& talk);
int command_synthesize(const Options& options, std::string& out, std::string& talk);
int command_solve(const Options& options, std::string& out, std::string& talk);
int command_reforecast(const Options& options, std::string& out, std::string& talk);
int command_plan(const Options& options, std::string& out, std::string& talk);
int command_track(const Options& options, std::string& out, std::string& talk);
int command_sensitivity(const Options& options, std::string& out, std::string& talk);
int command_report(const Options& options, std::string& out, std::string& talk);
int command_cash(const Options& options, std::string& out, std::string& talk);
int command_explain(const Options& options, std::string& out, std::string& talk);
int command_check(const Options& options, std::string& out, std::string& talk);
int command_list(const Options& options, std::string& out, std::string& talk);

/// The whole program: parses, runs one command, maps failures to exit codes. What it says goes to stdout and stderr.
int disburse_main(int argc, char** argv);

}  // namespace disburse
