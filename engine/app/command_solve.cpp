// disburse solve: the value of a parameter that meets an amount.
#include "engine/app/commands.hpp"
#include "engine/app/solving.hpp"
#include "outputs/writers/goal.hpp"

namespace disburse {

int command_solve(const Options& options, std::string& out, std::string&) {
  const Scenario scenario = scenario_of(options, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario));
  const GoalResult result = seek(data, scenario, options);
  out = options.format == Format::json ? goal_json(result, manifest_of(make_session(*data, scenario)))
                                       : goal_table(result, options.language);
  return exit_done;
}

}  // namespace disburse
