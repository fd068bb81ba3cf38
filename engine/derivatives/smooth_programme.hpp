#pragma once
// Programmes in smooth numbers: the rules of the books, without their rounding.
#include "engine/derivatives/smooth_law.hpp"
#include "engine/derivatives/smooth_members.hpp"
#include "engine/law/programme.hpp"

namespace disburse {

using SmoothContext = ContextOf<Smooth>;
using SmoothProgramme = ProgrammeOf<Smooth>;

}  // namespace disburse
