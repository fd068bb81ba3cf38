#pragma once
// A roster of 3,000 members for tests that run the program often and ask nothing of the figures.
#include <gtest/gtest.h>

#include <string>

#include "support/program.hpp"

namespace disburse {

inline constexpr const char* make_small_roster = "synthesize --members 3000 --quiet --out ";

/// Its path; made at the first call.
inline std::string small_roster() {
  static const ScratchFolder folder;
  static const int exit_code = folder.run(std::string(make_small_roster) + "roster.h5").exit_code;
  EXPECT_EQ(exit_code, 0);
  return (folder.path() / "roster.h5").string();
}

}  // namespace disburse
