#pragma once
// 128-bit integers: exact products of money, rates and survival, before they are rounded once.

namespace disburse {
__extension__ using Int128 = __int128;
}  // namespace disburse
