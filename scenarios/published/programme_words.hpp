#pragma once
// Which programme a printed project is, and which headcount an indicator, by the words in their names
// (scenarios/published/programmes.toml).
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/members/member.hpp"

namespace disburse {

/// Fits a text that holds all of `words` and none of `without`.
struct WordPattern {
  std::vector<std::string> words, without;
  bool fits(const std::string& text) const;
};

struct ProgrammeWords {
  struct Programme {
    WordPattern pattern;
    std::string id;
    Scheme scheme = Scheme::resident;
    std::string needs;  ///< the count without which it cannot be projected
  };
  struct Count {
    WordPattern pattern;
    std::string programme, count;
  };
  std::vector<Programme> programmes;
  std::vector<Count> counts;

  const Programme* programme(const std::string& project) const;  ///< null where none fits
  /// "resident_pensioners" of an indicator of the programme; empty where none fits.
  std::string count(const std::string& programme, const std::string& indicator) const;
};

/// Errors: InputRejected(Door::data).
ProgrammeWords read_programme_words(const std::filesystem::path& file);

}  // namespace disburse
