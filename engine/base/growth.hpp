#pragma once
// Compound interest over months, as exact rates of a stated fineness.
#include "engine/base/money.hpp"

namespace disburse {

/// (1 + annual)^(months / 12), rounded to 1e-9 and computed with plain arithmetic, so that every processor agrees.
/// `annual` in (-1, 1], `months` >= 0.
Rate growth(const Rate& annual, int months);

/// a x b rounded half up to 1e-9; keeps sums of products within 64 bits.
Rate product(const Rate& a, const Rate& b);

/// a / b of two amounts, exact; `b` is not 0.
inline Rate ratio(Money a, Money b) { return {a.fen(), b.fen()}; }

}  // namespace disburse
