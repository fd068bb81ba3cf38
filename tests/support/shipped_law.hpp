#pragma once
// The law and the persons that are shipped, and what an award's sheet says of a part.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/projection/award.hpp"
#include "scenarios/persons/person_reader.hpp"
#include "support/layers.hpp"
#include "support/places.hpp"

namespace disburse {

/// Every parameter as published, read once.
inline const ParameterTree& shipped_law() {
  static const Law read = city_law();
  return read.parameters;
}

/// "civil-service-2019-06.toml" of scenarios/persons.
inline Person shipped_person(const std::string& name) {
  return read_person(source_dir() / "scenarios" / "persons" / name);
}

/// No award is less than nothing, so a part that is missing equals no expected amount.
inline constexpr Money no_such_part = Money::fen(-1);
inline Money part_amount(const std::vector<AwardPart>& parts, const std::string& id) {
  for (const AwardPart& part : parts) {
    if (part.id == id) return part.amount;
  }
  return no_such_part;
}

}  // namespace disburse
