#pragma once
// Reads one hypothetical person, as a counter clerk writes one down (schema disburse/person/1).
#include <filesystem>

#include "engine/projection/award.hpp"

namespace disburse {

/// Errors: InputRejected(Door::data) with everything that is wrong with the file itself; what contradicts the law is
/// checked by `check_person`.
Person read_person(const std::filesystem::path& file);

}  // namespace disburse
