#include "support/places.hpp"

namespace disburse {

std::filesystem::path source_dir() { return DISBURSE_SOURCE_DIR; }
std::filesystem::path program_path() { return DISBURSE_PROGRAM; }

}  // namespace disburse
