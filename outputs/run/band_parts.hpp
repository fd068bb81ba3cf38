#pragma once
// The band of a year as parts of JSON documents.
#include "engine/projection/band_result.hpp"
#include "outputs/text/json_parts.hpp"

namespace disburse {

Json bands_part(const BandResult& bands);

// Read back.
BandResult bands_in(const Json& part);

}  // namespace disburse
