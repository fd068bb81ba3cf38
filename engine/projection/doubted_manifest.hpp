#pragma once
// What decided a result, and what is doubted of it: settings outside their plausible bands, partners that did not
// follow, sizes that no budget carries. Doubts are said before every figure that rests on them.
#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/projection/result.hpp"

namespace disburse {

struct DoubtedManifest : Manifest {
  std::vector<Finding> doubts;
  DoubtedManifest() = default;
  /// A manifest alone is doubted of nothing.
  DoubtedManifest(Manifest manifest, std::vector<Finding> said = {})  // NOLINT(google-explicit-constructor)
      : Manifest(std::move(manifest)), doubts(std::move(said)) {}
};

/// Doubts are findings whose code begins so, what a publication leaves out, and what is found under one reading of the
/// source alone: no figure is read right without them.
inline constexpr std::string_view doubt_mark = "implausible_";
inline constexpr std::string_view withheld_code = "withheld";
inline constexpr std::string_view turning_code = "turns_with_the_reading";

inline bool is_doubt(const Finding& finding) {
  return finding.code.starts_with(doubt_mark) || finding.code == withheld_code || finding.code == turning_code;
}

/// The manifest of a run, with the doubts among its findings.
inline DoubtedManifest doubted_manifest(const RunResult& run) {
  DoubtedManifest manifest(run.manifest);
  std::copy_if(run.findings.begin(), run.findings.end(), std::back_inserter(manifest.doubts), is_doubt);
  return manifest;
}

}  // namespace disburse
