#pragma once
// Published accounts (公开决算) of agencies and years: how far estimates were off, beside two ways that need no model.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/message.hpp"
#include "engine/base/money.hpp"

namespace disburse {

/// One line of one agency's year.
struct PublishedAccount {
  std::string agency, what;  ///< what: a functional line or a programme, as published
  int year = 0;
  Money outturn;
  std::optional<Money> budget;  ///< what the agency had granted itself
  std::optional<std::int64_t> heads_planned, heads;
  std::string source;
  std::optional<Money> estimate;  ///< what the program projects of it
  Message why_none;               ///< why there is no estimate; empty where there is one
};

/// Errors in shares of the outturn; empty where somebody had no information.
struct PublishedScore {
  std::size_t account = 0;
  std::optional<double> program, budget;
  std::optional<double> last_year;  ///< the last outturn that was published before, with the growth of the heads
  std::optional<int> last_known;    ///< its year
  std::optional<double> run_rate;   ///< never known of yearly accounts: months are not published
};

struct PublishedScores {
  std::vector<PublishedScore> scores;                ///< one an account
  std::optional<double> program, budget, last_year;  ///< mean absolute errors over those that have one
  std::size_t of_program = 0, of_budget = 0, of_last_year = 0;
};

/// An account whose outturn is zero has no error.
PublishedScores score_published(const std::vector<PublishedAccount>& accounts);

}  // namespace disburse
