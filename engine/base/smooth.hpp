#pragma once
// The smooth numbers: every rule in doubles with derivatives, nothing rounded.
#include "engine/base/dual.hpp"

namespace disburse {

class SmoothLaw;
class SmoothMembers;

/// See engine/base/numbers.hpp for what each stands for; sums in fen, survival as a share of 1.
struct Smooth {
  using Money = Dual;
  using Rate = Dual;
  using Law = SmoothLaw;
  using Members = SmoothMembers;
  using Amount = Dual;
  using Real = Dual;
  using Survival = Dual;
  using Sum = Dual;
  using Heads = double;
};

template <class N>
typename N::Survival everyone();
template <>
inline Dual everyone<Smooth>() {
  return {1, 1};
}
template <class N>
typename N::Survival share_of_everyone(std::int64_t alive);
template <>
inline Dual share_of_everyone<Smooth>(std::int64_t alive) {
  constexpr double all = 281474976710656.0;  // 2^48
  return Dual::number(static_cast<double>(alive) / all);
}
inline Dual survivors(const Dual& alive, const Dual& dying) { return alive - alive * dying; }

}  // namespace disburse
