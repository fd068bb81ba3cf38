#pragma once
// What a check found in a well-formed document or in the result of a run.
#include <string>
#include <vector>

#include "engine/base/enumerators.hpp"
#include "engine/base/message.hpp"

namespace disburse {

enum class Severity { error, warning, note };
template <>
inline constexpr bool is_coded<Severity> = true;

/// One finding: a stable code for programs, a place and a sentence for people, in the language that they ask for.
struct Finding {
  std::string code;  ///< snake_case and stable, as "class_code_mismatch"
  Severity severity = Severity::note;
  Message where;    ///< table and row, form and indicator, or programme and month
  Message message;  ///< one sentence with the numbers it rests on, without its stop
  friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace disburse
