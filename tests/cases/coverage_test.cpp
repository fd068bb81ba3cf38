// Every dated value of the law that a programme pays by has a worked case around the month of its change.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "cases/case_file.hpp"
#include "support/layers.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

/// The month in which every parameter of the programme has a value for the first time: before it no case can be run.
Month computable_since(const ProgrammeDefinition& programme, const ParameterTree& law) {
  Month since(1800, 1);
  for (const std::string& path : parameters_of(programme)) since = std::max(since, law.find(path)->values.front().from);
  return since;
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const auto& entry : fs::directory_iterator(source_dir() / "tests" / "cases")) {
    if (entry.path().extension() == ".toml") cases.push_back(read_case(entry.path()));
  }
  return cases;
}

bool overridden(const Case& worked, const std::string& path) {
  for (const CaseChange& change : worked.changes) {
    if (change.path == path) return true;
  }
  return false;
}

/// A case that runs over the month before the change, the month of it and the month after.
bool covered(const std::vector<Case>& cases, const std::string& programme, const std::string& path, Month from) {
  for (const Case& worked : cases) {
    if (worked.programme == programme && worked.horizon.contains(from) && worked.horizon.contains(from + 1) &&
        worked.horizon.contains(from - 1) && !overridden(worked, path)) {
      return true;
    }
  }
  return false;
}

TEST(CaseCoverage, every_dated_change_of_a_programme_has_a_case) {
  const Law law = city_law();
  const std::vector<Case> cases = all_cases();
  const Month last(2026, 12);  // further values are assumptions about batches to come
  int changes = 0;
  for (const ProgrammeDefinition& programme : law.programmes) {
    if (!pays_members(programme.shape)) continue;
    const Month since = computable_since(programme, law.parameters);
    for (const std::string& path : parameters_of(programme)) {
      for (const DatedValue& value : law.parameters.find(path)->values) {
        if (value.from <= since || value.from > last) continue;
        ++changes;
        EXPECT_TRUE(covered(cases, programme.id, path, value.from))
            << programme.id << ": " << path << " changes in " << value.from << " and no case runs over it";
      }
    }
  }
  EXPECT_GT(changes, 60) << "the check has something to check";
}

/// Programmes that pay for things, by driver or plan, have no member to show.
TEST(CaseCoverage, every_programme_that_pays_members_has_a_case) {
  const Law law = city_law();
  const std::vector<Case> cases = all_cases();
  for (const ProgrammeDefinition& programme : law.programmes) {
    if (programme.components.empty()) continue;
    const bool shown = std::any_of(cases.begin(), cases.end(), [&](const Case& worked) {
      return worked.programme == programme.id && !worked.payments.empty();
    });
    EXPECT_TRUE(shown) << programme.id << " pays members and no case of tests/cases shows a payment";
  }
}

}  // namespace
}  // namespace disburse
