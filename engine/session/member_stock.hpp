#pragma once
// What a roster that was carried on was made from (结转花名册的来历): with it its members can be made anew.
#include <optional>

#include "engine/law/parameters.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

/// Whether the parameter only makes members: where they come from a roster that nobody can make anew, it moves nothing.
bool makes_members(std::string_view path);

/// Of a roster whose members a recipe made and a year carried on. Any thread may call.
class MemberStock {
 public:
  MemberStock() = default;
  MemberStock(const MemberStock&) = delete;
  MemberStock& operator=(const MemberStock&) = delete;
  virtual ~MemberStock() = default;

  /// The members of the roster, or, where `law` counts or pays them otherwise than the law under which they were made,
  /// made anew under it; of one scheme or of all. Who records what is read of `law` hears of what the members rest on.
  /// Errors: as make_session and carried_members.
  virtual Roster members(const ParameterTree& law, std::optional<Scheme> only) = 0;
};

}  // namespace disburse
