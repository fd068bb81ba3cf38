#pragma once
// The numbers that a rule reckons with. A rule is written once, over `N`: for the books with `Exact`, for derivatives
// with `Smooth` (engine/base/smooth.hpp).
#include <cstdint>

#include "engine/base/money.hpp"
#include "engine/base/wide.hpp"

namespace disburse {

class ParameterTree;
struct Roster;

/// Whole fen, exact rates, every rounding that the law names.
struct Exact {
  using Money = disburse::Money;
  using Rate = disburse::Rate;
  using Law = ParameterTree;
  using Members = Roster;
  using Amount = std::int64_t;    ///< a sum of amounts of one group of members, fen
  using Real = double;            ///< what needs no exactness: annual probabilities of death
  using Survival = std::int64_t;  ///< units of 2^-48
  using Sum = Int128;             ///< amounts weighted with survival, units of 2^-48 fen
  using Heads = Int128;           ///< payments weighted with survival, units of 2^-48
};

/// What a group's sum takes of one amount.
inline std::int64_t amount_of(Money money) { return money.fen(); }
inline double real_of(const Rate& rate) { return rate.to_double(); }
inline double scaled(double number, double factor) { return factor * number; }
/// A group's sum weighted with the share of it that is alive.
inline Int128 weighted(std::int64_t amount, std::int64_t alive) { return Int128{alive} * amount; }
/// Payments weighted likewise.
inline Int128 heads(std::int64_t payments, std::int64_t alive) { return Int128{alive} * payments; }
/// The part of a weighted sum that `share` says.
inline Int128 share_of(Int128 sum, const Rate& share) {
  return share == Rate(1, 1) ? sum : sum * share.numerator() / share.denominator();
}

}  // namespace disburse
