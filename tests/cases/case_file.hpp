#pragma once
// A worked case (算例): one member, the payments that the law gives, and the working, in words an officer can check.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/error.hpp"
#include "engine/base/money.hpp"
#include "engine/members/roster.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {

struct ExpectedPayment {
  std::string component;
  Month first;  ///< month due, or the first of several with the same amount
  Month last;
  Month paid;  ///< none: paid in the month due
  Money amount;
  Money change;  ///< from one month to the next, where several are listed
  std::string working;
};

struct ExpectedNothing {
  Month due;
  std::string reason;
};

struct CaseChange {
  std::string path, value;
};

struct Case {
  std::string title, programme;
  Horizon horizon;
  Member member;
  std::vector<CaseChange> changes;
  std::vector<ExpectedPayment> payments;  ///< all of them: a payment that is not listed is a failure
  std::vector<ExpectedNothing> nothing;
};

/// The table [member] of a case; what is left out is none.
Member read_member(TomlTable table);

/// Throws InputRejected when the file is no case.
Case read_case(const std::filesystem::path& file);

}  // namespace disburse
