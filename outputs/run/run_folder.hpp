#pragma once
// The folder of a finished run: it appears complete or not at all, and is never written again.
#include <string>
#include <vector>

#include "engine/projection/result.hpp"
#include "engine/projection/run_beside.hpp"
#include "engine/support/publication.hpp"

namespace disburse {

/// What differs between two equal runs, and stands in run-log.json alone.
struct RunLog {
  std::string started;   ///< local time with offset, as "2024-01-05T09:30:00+08:00"
  double seconds = 0.0;  ///< from reading to the end of the projection
  std::string host;
  int threads = 0;
  std::vector<std::string> command_line;
  std::string command = {};  ///< that makes the run again, see Manifest
};

/// Writes manifest.json, scenario.resolved.toml, result.h5, run.json, run.txt, the CSV files and
/// run-log.json. The manifest holds the size and SHA-256 of every other file but run-log.json, so equal runs
/// give equal manifests. Errors: those of Staged::add.
void write_run_folder(const RunResult& result, const RunLog& log, Staged& folder, const RunBeside& beside = {});

}  // namespace disburse
