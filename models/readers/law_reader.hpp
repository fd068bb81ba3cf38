#pragma once
// Reads the law: every payer, parameter, life table and programme definition of one folder or of several laid over each
// other.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/law/law.hpp"

namespace disburse {

/// A folder of law: the nation's, a region's over it, an agency's over both.
struct LawLayer {
  std::string name;  ///< "nation", "REGION", the agency's name
  std::filesystem::path folder;
  std::string shown;  ///< how messages name the folder, the same on every machine: "models", "models/regions/NAME"
};

/// Which programmes an agency runs; the parameters of the others are law all the same.
struct LawScope {
  std::vector<Scheme> schemes;        ///< those of other schemes are left out; empty: none is
  std::vector<std::string> left_out;  ///< ids
  bool without_agency = false;        ///< there is none yet: a payer stands in for its budget where no layer has one
};

/// Reads payers.toml, bounds.toml, common/*.toml, programmes/*.toml and tables/*.csv of each layer. A file of an upper
/// layer is laid over that of the same name below (engine/support/toml_overlay.hpp); a table takes its place. Only the
/// lowest layer must have every folder and file. Errors: InputRejected(Door::data) with everything that is wrong in any
/// of the files.
Law read_law(const std::vector<LawLayer>& layers, const LawScope& scope);

/// The same of one folder that holds everything.
Law read_law(const std::filesystem::path& models_folder);

}  // namespace disburse
