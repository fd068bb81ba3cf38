#include "engine/studies/replicate_output.hpp"

#include "engine/replicates/risk.hpp"

namespace disburse {
namespace {

std::size_t measure_of(const Output& output, const Measures& measures) {
  using What = Measure::What;
  if (output.programme) return measures.find(What::programme, *output.programme, "", output.year);
  return measures.find(output.line.empty() ? What::total : What::line, 0, output.line, output.year);
}

Money statistic_of(const Spread& spread, const std::string& name) {
  if (name == "p10") return spread.p10;
  if (name == "p50") return spread.p50;
  if (name == "p90") return spread.p90;
  if (name == "p95") return spread.p95;
  return spread.mean;
}

}  // namespace

ReplicateOutput::ReplicateOutput(std::shared_ptr<const LoadedData> data, Scenario scenario, Output output,
                                 ReplicateRequest request, std::string statistic)
    : data_(std::move(data)),
      scenario_(std::move(scenario)),
      output_(std::move(output)),
      request_(std::move(request)),
      statistic_(statistic.empty() ? "p90" : std::move(statistic)) {}

Money ReplicateOutput::at(const std::vector<Override>& changes) const {
  Scenario changed = scenario_;
  changed.overrides.insert(changed.overrides.end(), changes.begin(), changes.end());
  const Session session = make_session(*data_, changed);
  const Measures measures(session.programmes, session.budget, session.scenario.horizon);
  const ReplicatePlan plan = plan_of(request_, measures);
  const Replicates made =
      ensemble_of(session, measures, request_.threads).run(scenario_.seed, 0, plan.made, request_.threads);
  std::vector<std::int64_t> values = made.of(measure_of(output_, measures));
  values.resize(plan.replicates);
  return statistic_of(spread_of(std::move(values)), statistic_);
}

}  // namespace disburse
