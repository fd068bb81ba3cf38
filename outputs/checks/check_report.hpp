#pragma once
// What `disburse check` found, as a table (errors first, each with its place) and as JSON (disburse/check/1).
#include <string>
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/projection/result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// The findings of one checked file; `file` as the user named it.
struct CheckedFile {
  std::string file;
  std::vector<Finding> findings;
};

std::string check_table(const std::vector<CheckedFile>& files, Language language, bool colour);

/// `scenario` is null in the document when it is empty: a budget or a law file is checked without one.
std::string check_json(const std::vector<CheckedFile>& files, const std::string& scenario, const Manifest& manifest,
                       Language language = Language::zh);

}  // namespace disburse
