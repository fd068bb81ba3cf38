#include "engine/evaluation/quick_run.hpp"

#include "engine/comparison/budget_variance.hpp"
#include "engine/projection/years.hpp"
#include "engine/session/session.hpp"

namespace disburse {

RunResult quick_run(Evaluator& evaluator, const std::vector<Override>& changes) {
  const LoadedData& data = evaluator.data();
  const Evaluation evaluation = evaluator.evaluate(changes);
  const ParameterTree law = evaluator.law_under(changes);
  RunResult result;
  result.scenario = evaluator.scenario();
  result.scenario.overrides.insert(result.scenario.overrides.end(), changes.begin(), changes.end());
  result.scenario.digest = digest_of(result.scenario);
  result.manifest = manifest_of(result.scenario, data.law);
  result.manifest.budget_digest = data.budget_digest;
  for (const auto& ledger : evaluation.ledgers)
    result.ledger.insert(result.ledger.end(), ledger->begin(), ledger->end());
  result.population = *evaluation.population;
  ProgrammeSet programmes;
  for (const ProgrammeDefinition& definition : data.law.programmes)
    programmes.push_back(programme_of(definition, law, data.budget, result.scenario, members_as_of(data)));
  compare(result, programmes, data.budget, law);
  result.years = years_of(result, programmes, data.budget);
  return result;
}

}  // namespace disburse
