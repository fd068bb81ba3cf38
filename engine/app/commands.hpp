#pragma once
// One short function a command; each returns the exit code, writes its answer to `out`, remarks to `talk`, and puts
// what it writes into `files`, which appear when the answer is out.
#include <functional>
#include <string>
#include <vector>

#include "engine/app/options/options.hpp"
#include "engine/support/publication.hpp"

namespace disburse {

inline constexpr int exit_done = 0;
inline constexpr int exit_fault = 1;
inline constexpr int exit_command_line = 2;
inline constexpr int exit_roster = 3;
inline constexpr int exit_data = 4;
inline constexpr int exit_limit = 5;
inline constexpr int exit_findings = 6;
inline constexpr int exit_stopped = 130;

int command_run(const Options& options, std::string& out, std::string& talk, Publication& files);
/// The run of which `options.run.parts` are the parts; `read` takes the words of their command apart.
int command_merge(const Options& options, const std::function<Options(const std::vector<std::string>&)>& read,
                  std::string& out, std::string& talk, Publication& files);
int command_compare(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_sweep(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_budget(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_import(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_reconcile(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_calibrate(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_synthesize(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_solve(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_reforecast(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_plan(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_track(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_sensitivity(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_report(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_cash(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_explain(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_check(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_verify(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_template(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_init(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_next_year(const Options& options, std::string& out, std::string& talk, Publication& files);
int command_list(const Options& options, std::string& out, std::string& talk, Publication& files);

}  // namespace disburse
