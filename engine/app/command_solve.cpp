// disburse solve: the value of a parameter that meets an amount.
#include "engine/app/commands.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/requests.hpp"
#include "engine/studies/year_budget.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/what_if/goal.hpp"

namespace disburse {

int command_solve(const Options& options, std::string& out, std::string&, Publication&) {
  Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
  // A later year is asked for as it is: the horizon goes on to its end, unless one was named.
  if (options.solve.year != 0 && !scenario.horizon_origin.starts_with('-'))
    scenario = through_year(scenario, options.solve.year);
  const auto data = std::make_shared<const LoadedData>(load_data(options.input, scenario));
  const GoalRequest request = goal_request(options, terms_of(*data));
  const GoalResult result = seek(data, scenario, request);
  const DoubtedManifest manifest = doubted(manifest_of(make_session(*data, scenario)), *data, scenario);
  out = options.output.format == Format::json
            ? goal_json(result, manifest)
            : doubts_text(manifest.doubts, options.output.language) + goal_table(result, options.output.language);
  return exit_done;
}

}  // namespace disburse
