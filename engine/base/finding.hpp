#pragma once
// What a check found in a well-formed document or in the result of a run.
#include <string>
#include <vector>

namespace disburse {

enum class Severity { error, warning, note };

/// One finding: a stable code for programs, a place and a sentence for people.
struct Finding {
  std::string code;  ///< snake_case and stable, as "class_code_mismatch"
  Severity severity = Severity::note;
  std::string where;    ///< table and row, form and indicator, or programme and month
  std::string message;  ///< Chinese, one sentence, with the numbers it rests on
  friend bool operator==(const Finding&, const Finding&) = default;
};

constexpr const char* to_string(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return "";
}

}  // namespace disburse
