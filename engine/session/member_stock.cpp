#include "engine/session/member_stock.hpp"

namespace disburse {

bool makes_members(std::string_view path) {
  // The age at which members were counted is read of every roster.
  return path.starts_with("counts.") || (path.starts_with("roster.") && !path.starts_with("roster.counted_age"));
}

}  // namespace disburse
