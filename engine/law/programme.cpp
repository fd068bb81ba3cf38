#include "engine/law/programme.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/law/rule.hpp"

namespace disburse {

std::size_t RuleParts::component(std::string_view id) const {
  const auto& all = definition_.components;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Component& c) { return c.id == id; });
  EXPECT(found != all.end());
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace disburse
