#pragma once
// What is wrong with an office's table, row by row, with the money at stake; no name and no number of a person.
#include <map>
#include <string>
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/base/money.hpp"

namespace disburse {

struct OfficeFinding {
  std::string rule;  ///< snake_case and stable, as "identity_check_digit"
  Severity severity = Severity::error;
  bool certain = true;  ///< false: it may be right after all
  std::string file;     ///< name, and sheet in brackets
  std::size_t row = 0;  ///< line of a CSV, row of a sheet; 0: the whole file
  std::string column;   ///< heading
  Message message;      ///< one sentence
  Money stake;          ///< a year's money that rests on the row
};

/// All findings of one rule.
struct FindingGroup {
  std::string rule;
  Severity severity = Severity::error;
  std::size_t count = 0;
  Money stake;
  std::vector<const OfficeFinding*> findings;
};

/// By rule; errors before warnings before notes, then the most costly first. The groups point into `findings`.
std::vector<FindingGroup> grouped(const std::vector<OfficeFinding>& findings);

}  // namespace disburse
