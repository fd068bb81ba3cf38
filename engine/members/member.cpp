#include "engine/members/member.hpp"

#include <algorithm>

#include "engine/base/error.hpp"

namespace disburse {

MemberKey MemberKey::from(std::string_view text) {
  MemberKey key;
  EXPECT(text.size() <= key.text.size());
  std::copy(text.begin(), text.end(), key.text.begin());
  return key;
}

std::string_view MemberKey::view() const {
  const auto end = std::find(text.begin(), text.end(), '\0');
  return {text.data(), static_cast<std::size_t>(end - text.begin())};
}

}  // namespace disburse
