#pragma once
// What an agency's folder says of itself: what its years cost, and which numbers nobody has stated yet.
#include <filesystem>
#include <vector>

#include "engine/app/loading/data_paths.hpp"
#include "engine/law/law.hpp"
#include "engine/planning/track_record.hpp"

namespace disburse {

/// The origin of a number that the agency has to state and nobody has (Parameter::origin).
inline constexpr const char* unfilled = "unfilled";

/// The tree in which those numbers have that origin: agency.toml lists them, and no file of the agency states them.
ParameterTree with_unfilled(const ParameterTree& tree, const DataPaths& paths);

/// A name in left_out that is misspelt would leave its programme in.
/// Errors: InputRejected(Door::data): programmes that no layer of the law has.
void check_left_out(const DataPaths& paths);

/// Where its outturns stand, whether there are any or not.
std::filesystem::path outturns_file(const DataPaths& paths);
/// What its years cost in the end, of all lines; nothing where it has no such file. Errors: as read_outturns.
std::vector<Outturn> outturns_of(const DataPaths& paths, const std::vector<ProgrammeDefinition>& programmes);

}  // namespace disburse
