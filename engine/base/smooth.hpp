#pragma once
// The smooth numbers: every rule in doubles with derivatives, nothing rounded.
#include "engine/derivatives/dual.hpp"

namespace disburse {

class SmoothLaw;
class SmoothMembers;

/// See engine/numbers.hpp for what each stands for; sums in fen, survival as a share of 1.
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
inline Dual survivors(const Dual& alive, const Dual& dying) { return alive - alive * dying; }

}  // namespace disburse
