// disburse compare: a base and its what-ifs, what moved and what did not.
#include "engine/app/commands.hpp"
#include "engine/app/comparing.hpp"
#include "engine/app/reject.hpp"
#include "engine/app/reporting.hpp"
#include "engine/app/risk_run.hpp"
#include "engine/app/session.hpp"
#include "engine/run_comparison.hpp"
#include "outputs/writers/comparison.hpp"

namespace disburse {
namespace {

/// One scenario of the comparison with everything that is made from it.
struct Side {
  Scenario scenario;
  Session session;
  RunResult result;
};

Side side_of(const LoadedData& data, const Options& options, const std::string& name,
             const std::vector<std::string>& sets) {
  Options own = options;
  own.scenario = name;
  own.sets = sets;
  Side side;
  side.scenario = scenario_of(own, data.paths);
  if (!sets.empty()) side.scenario.name += " --set";
  side.session = make_session(data, side.scenario);
  side.result = run(side.session, options.threads);
  return side;
}

void check_comparable(const Side& base, const Side& variant) {
  if (variant.scenario.horizon == base.scenario.horizon && variant.scenario.budget == base.scenario.budget &&
      variant.scenario.recipe == base.scenario.recipe) {
    return;
  }
  reject_option("compare", variant.scenario.name + " has another horizon, budget or recipe than the base",
                "differences would not be of policy", "Give both the same, as with --horizon");
}

VariantComparison compared(const Side& base, const Side& variant, Evaluator& evaluator, const Options& options) {
  VariantComparison comparison = compare_runs(base.result, variant.result);
  const int year = base.result.fiscal_year;
  if (const auto changes = changes_between(base.scenario, variant.scenario)) {
    comparison.bridges = bridges(evaluator, *changes, year);
    if (!options.attribute.empty()) {
      comparison.attribution = options.attribute;
      comparison.shares = shares_of(evaluator, *changes, options.attribute, year);
    }
  } else if (!options.attribute.empty()) {
    reject_option("compare", variant.scenario.name + " is not the base with changes",
                  "it lacks something that the base sets or switches", "Compare it with a scenario that it extends");
  }
  if (options.stochastic) {
    comparison.replicates = options.replicates;
    comparison.spreads = spreads_of_difference(base.session, variant.session, options);
  }
  if (options.who) {
    comparison.who = who_changed(base.session, variant.session, comparison, static_cast<std::size_t>(*options.who));
    if (options.publish) hide_small_cells(comparison.who);
  }
  return comparison;
}

}  // namespace

int command_compare(const Options& options, std::string& out, std::string& talk) {
  constexpr std::size_t most_variants = 4;
  if (options.variants.empty() && options.sets.empty()) {
    reject_option("compare", "there is nothing to compare with", "a base and at least one variant are wanted",
                  "Write disburse compare zhongwei-2024 award-660, or add --set PATH=VALUE");
  }
  if (options.variants.size() > most_variants) {
    reject_option("compare", std::to_string(options.variants.size()) + " variants are too many",
                  "a table has room for four", "Compare them in two runs");
  }
  check_report_folder(options);
  Options plain = options;
  plain.sets.clear();
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario_of(plain, find_data())));
  const Side base = side_of(*data, options, options.scenario, {});
  std::vector<Side> variants;
  for (const std::string& name : options.variants) variants.push_back(side_of(*data, options, name, {}));
  if (!options.sets.empty()) variants.push_back(side_of(*data, options, options.scenario, options.sets));
  for (const Side& variant : variants) check_comparable(base, variant);
  Evaluator evaluator(data, base.scenario);
  std::vector<VariantComparison> comparisons;
  for (const Side& variant : variants) comparisons.push_back(compared(base, variant, evaluator, options));
  out = options.format == Format::json ? comparison_json(base.result, comparisons)
                                       : comparison_table(base.result, comparisons, options.language);
  if (options.report) {
    write_report(Json::parse(comparison_json(base.result, comparisons)), {}, *options.report, options.language);
    if (!options.quiet) talk += report_stands(*options.report, options.language);
  }
  return exit_done;
}

}  // namespace disburse
