#pragma once
// The projection (预测): members in parallel, months in order, expected values over survival.
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "engine/base/share.hpp"
#include "engine/law/programme.hpp"
#include "engine/members/mortality.hpp"
#include "engine/members/population.hpp"
#include "engine/projection/irregular.hpp"
#include "engine/projection/ledger.hpp"
#include "engine/projection/result.hpp"

namespace disburse {

struct Projection {
  std::vector<LedgerCell> ledger;
  std::vector<ComponentYear> components;     ///< by programme, component and year of payment
  std::vector<PopulationFlow> population;    ///< by scheme, pensioners
  std::vector<PopulationFlow> contributors;  ///< by scheme, members at work and payers
};

/// Whether stocks and movements of members are counted beside what is paid.
enum class Flows : std::uint8_t { counted, left_out };

/// Expected payments, summed over the members piece by piece. All sums are integers: neither the pieces nor the threads
/// move a bit.
class Projector {
 public:
  /// The programmes stay with the caller.
  Projector(const ProgrammeSet& programmes, Horizon horizon, const IrregularPlan& irregular,
            Flows flows = Flows::counted);
  ~Projector();
  Projector(const Projector&) = delete;
  Projector& operator=(const Projector&) = delete;

  /// The survival path of cohort c of the population.
  using PathOf = std::function<std::vector<std::int64_t>(std::size_t c)>;
  /// One more piece, or the cohorts of it that make up `portion`, on `threads` threads (0: one per core).
  void add(const Population& population, const PathOf& path_of, int threads, Portion portion = {});
  void add(const Population& population, const Mortality& mortality, int threads, Portion portion = {});
  /// All sums, to be kept and added elsewhere: by another projector of the same programmes and horizon.
  std::vector<Int128> sums() const;
  /// Adds as many sums as that one has. Errors: ProgramFault: another number of them.
  void add(std::span<const Int128> sums);
  Projection close() const;

 private:
  struct Sums;
  const ProgrammeSet& programmes_;
  Horizon horizon_;
  IrregularPlan irregular_;
  Flows flows_;
  std::unique_ptr<Sums> sums_;
};

/// Expected payments of all programmes over the population's horizon. All sums are integers, so that the result has
/// the same bits for any number of threads (0: one per core).
Projection project(const Population& population, const ProgrammeSet& programmes, const Mortality& mortality,
                   int threads, const IrregularPlan& irregular = {});
/// The same along survival paths that are made once for many projections.
Projection project(const Population& population, const ProgrammeSet& programmes, const SurvivalPaths& paths,
                   int threads, const IrregularPlan& irregular = {});

}  // namespace disburse
