// disburse compare: a base and its what-ifs, what moved and what did not.
#include "engine/app/commands.hpp"
#include "engine/app/session.hpp"
#include "engine/run_comparison.hpp"
#include "outputs/writers/comparison.hpp"

namespace disburse {
namespace {

[[noreturn]] void reject(std::string problem, std::string why, std::string remedy) {
  InputErrors errors;
  errors.add({"compare", 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::command_line, std::move(errors));
}

RunResult result_of(const Options& options, const std::string& scenario, const std::vector<std::string>& sets) {
  Options own = options;
  own.scenario = scenario;
  own.sets = sets;
  return run(open_session(own), options.threads);
}

}  // namespace

int command_compare(const Options& options, std::string& out, std::string& talk) {
  if (options.variants.empty() && options.sets.empty()) {
    reject("there is nothing to compare with", "a base and at least one variant are wanted",
           "Write disburse compare zhongwei-2024 award-660, or add --set PATH=VALUE");
  }
  const RunResult base = result_of(options, options.scenario, {});
  std::vector<RunResult> variants;
  for (const std::string& name : options.variants) variants.push_back(result_of(options, name, {}));
  if (!options.sets.empty()) {
    variants.push_back(result_of(options, options.scenario, options.sets));
    variants.back().scenario.name += " --set";
  }
  std::vector<VariantComparison> comparisons;
  for (const RunResult& variant : variants) {
    if (variant.manifest.horizon != base.manifest.horizon ||
        variant.manifest.budget_digest != base.manifest.budget_digest) {
      reject(variant.scenario.name + " has another horizon or budget than the base",
             "differences would not be of policy", "Give both the same, as with --horizon");
    }
    comparisons.push_back(compare_runs(base, variant));
  }
  out = options.format == Format::json ? comparison_json(base, comparisons)
                                       : comparison_table(base, comparisons, options.language);
  talk.clear();
  return exit_done;
}

}  // namespace disburse
