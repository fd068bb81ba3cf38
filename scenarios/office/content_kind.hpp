#pragma once
// What a cell holds, without what it says: examples for people are made of kinds, never of content.
#include <string_view>

#include "engine/base/message.hpp"

namespace disburse {

/// "18 digits, check digit right", "a month", "a number with 2 decimals", "3 characters"; words of the code lists (男,
/// 领取, 离休) as they are, since they name nobody; the empty message of an empty cell.
Message content_kind(std::string_view cell);

}  // namespace disburse
