#pragma once
// The projection (预测): members in parallel, months in order, expected values over survival.
#include <memory>
#include <vector>

#include "engine/irregular.hpp"
#include "engine/ledger.hpp"
#include "engine/mortality.hpp"
#include "engine/population.hpp"
#include "engine/programme.hpp"
#include "engine/result.hpp"

namespace disburse {

using ProgrammeSet = std::vector<std::unique_ptr<Programme>>;

struct Projection {
  std::vector<LedgerCell> ledger;
  std::vector<ComponentYear> components;     ///< by programme, component and year of payment
  std::vector<PopulationFlow> population;    ///< by scheme, pensioners
  std::vector<PopulationFlow> contributors;  ///< by scheme, members at work and payers
};

/// Expected payments of all programmes over the population's horizon. All sums are integers, so that the result has
/// the same bits for any number of threads (0: one per core).
Projection project(const Population& population, const ProgrammeSet& programmes, const Mortality& mortality,
                   int threads, const Irregularities& irregular = {});
/// The same along survival paths that are made once for many projections.
Projection project(const Population& population, const ProgrammeSet& programmes, const SurvivalPaths& paths,
                   int threads, const Irregularities& irregular = {});

}  // namespace disburse
