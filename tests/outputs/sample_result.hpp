#pragma once
// A small hand-made result of a run: five programmes, one of each kind of null, amounts that can be summed by
// hand.
#include "engine/projection/explain.hpp"
#include "engine/projection/result.hpp"

namespace disburse::testing {

RunResult sample_result();

/// Six equal months, a month with a payment on new terms, and months of another reason.
Statement sample_statement();

}  // namespace disburse::testing
