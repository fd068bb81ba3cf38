#pragma once
// Members in smooth numbers: those of a roster, with amounts that follow assumptions.
#include <unordered_map>
#include <vector>

#include "engine/base/smooth.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

/// The amounts of one column that a recipe stretched to a stated mean: least + (amount - least) x factor, where the
/// factor is 1 with the derivatives of the mean. Zeros stay.
struct Stretch {
  enum class Whose : std::uint8_t { all, stock, entrants };  ///< retired by the roster's date, or after it
  Scheme scheme = Scheme::civil_service;
  std::vector<std::int64_t> Roster::*column = nullptr;
  Money least;
  Dual factor;
  Whose whose = Whose::all;
};

class SmoothMembers {
 public:
  /// `rows` stays with the caller.
  SmoothMembers(const Roster& rows, std::vector<Stretch> stretches) : rows_(rows), stretches_(std::move(stretches)) {}

  std::size_t size() const { return rows_.size(); }
  const Roster& rows() const { return rows_; }
  MemberOf<Smooth> member(std::size_t row) const;
  /// From now on the member has these amounts.
  void set(std::size_t row, const MemberOf<Smooth>& member);

 private:
  Dual amount(std::size_t row, std::vector<std::int64_t> RosterColumns::*column) const;

  const Roster& rows_;
  std::vector<Stretch> stretches_;
  std::unordered_map<std::size_t, std::vector<Dual>> own_;  // amounts in the order of the columns
};

}  // namespace disburse
