#pragma once
// Why nothing is paid, in a sentence.
#include <string>

#include "engine/law/reason.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// One sentence without a full stop; that of a condition comes from the programme's file.
std::string reason_text(const StatedReason& reason, Language language);

}  // namespace disburse
