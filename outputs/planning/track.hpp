#pragma once
// The track record as tables and as JSON (disburse/track/1): scores by programme and horizon, and past estimates beside
// their outturns (the hedgehog).
#include <string>

#include "engine/planning/track_record.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string track_table(const std::vector<TrackScore>& scores, const std::vector<IssuedEstimate>& estimates,
                        const std::vector<Outturn>& outturns, Language language);
std::string track_json(const std::vector<TrackScore>& scores, const std::vector<IssuedEstimate>& estimates,
                       const std::vector<Outturn>& outturns);

}  // namespace disburse
