#pragma once
// A golden of one programme: a handful of made-up members, and the ledger that the law makes of them, written out by
// hand.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/budget/budget.hpp"
#include "engine/members/member.hpp"

namespace disburse {

struct MadeLedger {
  std::string title, programme;
  Horizon horizon;
  std::vector<Member> members;
  Budget budget;
  std::vector<std::string> cells;  ///< as cell_text writes them, sorted: all of them
};

/// "2089999 city regular due 2024-10 paid 2024-10: 9344.00, 2 persons"; "-" where there is no line.
std::string cell_text(const std::string& line, const std::string& payer, const std::string& kind, Month due, Month paid,
                      Money amount, double persons);

/// Throws InputRejected when the file is no golden.
MadeLedger read_made_ledger(const std::filesystem::path& file);

}  // namespace disburse
