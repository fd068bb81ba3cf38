#pragma once
// Actual payments of a year in progress, from CSV or xlsx: programme, month, amount, persons.
#include <filesystem>
#include <vector>

#include "engine/programme_definition.hpp"
#include "engine/reforecast.hpp"

namespace disburse {

struct Actuals {
  std::string file, digest;
  Month last;                                        ///< the last month that is locked
  std::vector<std::vector<ActualMonth>> programmes;  ///< in the order of the law, months in order; empty: none given
};

/// Reads a table with the headings 项目 (id or name), 月份, 金额（元） or 金额（万元）, and optionally 人数; English:
/// programme, month, amount (yuan) or amount (wan), persons. `projected`, in the order of `programmes`, tells which
/// months must be there and what amounts are likely: a programme that is given at all is given for every month, up to
/// the last one of the file, in which something is projected (0 where nothing was paid). Errors:
/// InputRejected(Door::roster), all at once, with row and column: an unknown programme, a month missing, twice, of
/// another year, no amount, a unit that is off by ten thousand.
Actuals read_actuals(const std::filesystem::path& file, const std::vector<ProgrammeDefinition>& programmes,
                     const std::vector<std::vector<ProjectedMonth>>& projected);

}  // namespace disburse
