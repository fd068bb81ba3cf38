#pragma once
// The law as data: every parameter, life table and programme definition below one folder.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/mortality.hpp"
#include "engine/parameters.hpp"
#include "engine/programme_definition.hpp"

namespace disburse {

/// The law as data: parameters, life tables and programme definitions found under a models folder.
struct Law {
  ParameterTree parameters;
  std::map<std::string, LifeTable> life_tables;  ///< by file stem
  std::vector<ProgrammeDefinition> programmes;   ///< in order of id
  std::string digest;  ///< SHA-256 over name, size and bytes of all files, in order of name
};

/// Reads common/*.toml, programmes/*.toml and tables/*.csv. Messages name files from the models folder on, so that
/// they are the same on every machine.
/// Errors: InputRejected(Door::data) with everything that is wrong in any of the files.
Law read_law(const std::filesystem::path& models_folder);

}  // namespace disburse
