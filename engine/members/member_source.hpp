#pragma once
// Members that are handed out piece by piece, wherever they stand.
#include <cstddef>

#include "engine/members/roster.hpp"

namespace disburse {

class MemberSource {
 public:
  virtual ~MemberSource() = default;
  virtual const Roster& head() const = 0;  ///< date, source and digest; no members
  virtual std::size_t size() const = 0;
  /// Members [begin, end). Errors: those of where they stand.
  virtual Roster rows(std::size_t begin, std::size_t end) = 0;

 protected:
  MemberSource() = default;
  MemberSource(const MemberSource&) = default;
  MemberSource& operator=(const MemberSource&) = default;
};

}  // namespace disburse
