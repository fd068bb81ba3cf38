#pragma once
// A result that bears no manifest of its own, with what decided it.
#include "engine/projection/doubted_manifest.hpp"

namespace disburse {

template <class Result>
struct Manifested {
  Result result;
  DoubtedManifest manifest;
  std::string command = {};  ///< that gives the same result again, without what changes no result; empty: not said
};

}  // namespace disburse
