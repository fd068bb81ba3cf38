#pragma once
// One agency's run as `run` makes it: from the options to the result with its band.
#include <memory>

#include "engine/app/loading/loading.hpp"
#include "engine/app/options/options.hpp"
#include "engine/projection/run_beside.hpp"
#include "engine/session/session.hpp"
#include "outputs/run/run_folder.hpp"

namespace disburse {

struct MadeRun {
  std::shared_ptr<const LoadedData> data;
  Session session;  ///< of `data`
  RunResult result;
  RunBeside beside;
};

/// What differs between two equal runs, as known when one begins.
RunLog begun_log(const Options& options);

/// The run of `options.input.agency`; from the parts, where they are named. Errors: InputRejected.
MadeRun make_run(const Options& options);

/// Works on the part `options.run.part` of the run and writes its sums to `options.output.out`.
/// Errors: InputRejected; Door::command_line for what a part has none of.
void make_part(const Options& options, Publication& files);

}  // namespace disburse
