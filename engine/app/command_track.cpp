// disburse track: how good past estimates were.
#include "engine/app/commands.hpp"
#include "engine/app/data_paths.hpp"
#include "engine/registry.hpp"
#include "models/law_reader.hpp"
#include "outputs/writers/track.hpp"
#include "scenarios/outturn_reader.hpp"

namespace disburse {

int command_track(const Options& options, std::string& out, std::string& talk) {
  std::vector<Outturn> more;
  if (options.outturns) more = read_outturns(*options.outturns, read_law(find_data().models()).programmes);
  Registry registry(*options.registry);
  if (!more.empty()) {
    registry.add(more);
    if (!options.quiet)
      talk += say(options.language, "已登记实际支出 ", "outturns entered: ") + std::to_string(more.size()) +
              say(options.language, " 条\n", "\n");
  }
  const auto estimates = registry.estimates();
  const auto outturns = registry.outturns();
  const auto scores = track_scores(estimates, outturns);
  out = options.format == Format::json ? track_json(scores, estimates, outturns)
                                       : track_table(scores, estimates, outturns, options.language);
  return exit_done;
}

}  // namespace disburse
