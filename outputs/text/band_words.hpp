#pragma once
// What a reader is told first of a band: how far the estimate is known, what decides it, what turns under a reading.
#include <string>
#include <vector>

#include "engine/projection/band_result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// The figure of the whole; null where there is none.
const BandFigure* whole_of(const BandResult& bands);

/// The name of an assumption, of an answer, in the language.
std::string name_of(const BandAssumption& assumption, Language language);
std::string name_of(const BandAnswer& answer, Language language);

/// The band of the whole and its chance of overspending; the three assumptions that decide; each line whose finding
/// turns under an answer to a question of the source. One sentence each.
std::vector<std::string> band_sentences(const BandResult& bands, Language language);

}  // namespace disburse
