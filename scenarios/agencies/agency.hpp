#pragma once
// An agency: a folder with what is its own. Law and region lie below it and are shared.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

struct Agency {
  std::string name;                   ///< plain name, of the folder as a rule; -A asks for it
  std::string title, title_en;        ///< the English may be empty
  std::string code;                   ///< of the unit, as its budget prints it; may be empty
  std::string level;                  ///< "city", "county", "banner", ...: a word of its own choice
  std::string region;                 ///< folder of models/regions; empty: the national law alone
  std::vector<Scheme> schemes;        ///< those that it runs; programmes of others are none of its own
  std::vector<std::string> left_out;  ///< programmes of law and region that it does not run
  std::string scenario;               ///< the one taken where none is named
  std::string reference;              ///< where this is known from
  std::filesystem::path folder;
  Place place;
};

}  // namespace disburse
