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

/// The run of `options.input.agency`. Errors: InputRejected.
MadeRun make_run(const Options& options);

}  // namespace disburse
