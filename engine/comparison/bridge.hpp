#pragma once
// The bridge (差异因素分解) between two ledgers of one programme: named causes that sum to the difference to the fen.
#include <cstdint>
#include <map>
#include <vector>

#include "engine/projection/ledger.hpp"
#include "engine/projection/result.hpp"

namespace disburse {

enum class Cause : std::uint8_t {
  opening,       ///< 期初人数
  entrants,      ///< 新增
  deaths,        ///< 死亡
  mix,           ///< 人员结构: who is paid what, at the same number of persons
  rate,          ///< 标准
  adjustment,    ///< 年度调整
  arrears,       ///< 补发
  one_off,       ///< 一次性
  contribution,  ///< 缴费
  timing,        ///< 时点
  irregular,     ///< 迟报、暂停和延迟申领
  rounding,      ///< 舍入
};
template <>
inline constexpr bool is_coded<Cause> = true;

/// What kind of change lies between two ledgers that are compared.
enum class StepKind : std::uint8_t { members, mortality, rate, adjustment, timing, irregular };

/// Which step a changed parameter belongs to; months and sets of months are timing whatever their path.
StepKind step_of(const Parameter& parameter);

/// Amounts by cause on the city's line of one programme.
struct Bridge {
  std::map<Cause, Money> parts;  ///< causes with money only
  Money total() const;
  void add(Cause cause, Money amount);
};

/// One programme's ledger at one step, and the movements of those whom it pays (none for programmes without members).
struct BridgeSide {
  const std::vector<LedgerCell>* ledger = nullptr;
  const PopulationFlow* flow = nullptr;
};

/// Adds the difference after - before in the fiscal year to `bridge`. Changes of members and mortality are split:
/// arrears, lump sums and contributions by their kind; of the regular payments the change in persons paid at the old
/// average, by opening stock, entrants and deaths of the months until each payment where the programme pays its whole
/// scheme, and under one name (entrants or deaths) where it pays a part; the rest is the mix.
void add_step(Bridge& bridge, StepKind kind, const BridgeSide& before, const BridgeSide& after, int year);

}  // namespace disburse
