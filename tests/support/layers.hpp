#pragma once
// The three layers of law of the shipped city, in this tree or in a copy of its data.
#include <filesystem>

#include "models/readers/law_reader.hpp"
#include "support/places.hpp"

namespace disburse {

inline Law city_law(const std::filesystem::path& root = source_dir()) {
  return read_law({{"nation", root / "models", "models"},
                   {"ningxia", root / "models/regions/ningxia", "models/regions/ningxia"},
                   {"zhongwei", root / "scenarios/agencies/zhongwei", "scenarios/agencies/zhongwei"}},
                  {});
}

}  // namespace disburse
