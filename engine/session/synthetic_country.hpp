#pragma once
// A synthetic country: the recipe's city again and again, each with a seed of its own, handed out piece by piece.
#include <functional>

#include "engine/session/session.hpp"

namespace disburse {

class SyntheticCountry {
 public:
  /// Both stay with the caller. `members`: how many in all; of each city as many, taken evenly.
  SyntheticCountry(const LoadedData& data, const Scenario& scenario, std::size_t members);

  const Roster& head() const { return head_; }
  /// Members ordered by key, in pieces of `members_a_piece`.
  void each(int threads, const std::function<void(const Roster&)>& visit) const;

 private:
  Roster city(std::size_t number) const;

  const LoadedData& data_;
  const Scenario& scenario_;
  ParameterTree law_;
  std::size_t members_, cities_ = 0;
  Roster head_;
};

}  // namespace disburse
