#pragma once
// Headcounts that an office publishes (disburse/margins/1), to which a roster is raked, and take-up that it counted.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/raking.hpp"

namespace disburse {

/// How many of a group were paid: the share is a parameter of a programme.
struct TakeUp {
  std::string parameter, source;
  Scheme scheme = Scheme::enterprise;
  double persons = 0.0;
  Place place;
};

struct Margins {
  std::vector<Margin> margins;
  std::vector<TakeUp> taken_up;
};

/// Reads [[margin]] (name, source, scheme, role, by, cells = [["0-59", "1200"], ["60-", "3400"]]; by sex: "male" and
/// "female"; by all: one cell "all"; pensions in yuan) and [[taken_up]] (parameter, scheme, persons, source). A cell
/// that begins with the end of the one before begins above it. Errors: InputRejected(Door::data).
Margins read_margins(const std::filesystem::path& file);

}  // namespace disburse
