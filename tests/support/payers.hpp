#pragma once
// Payers for results made in tests.
#include <stdexcept>
#include <string>

#include "engine/law/payer.hpp"

namespace disburse {

inline Payer payer(const std::string& id) {
  static const PayerList list({{"city", "市本级", "city", Purse::own},
                               {"region", "自治区", "region", Purse::government},
                               {"central", "中央", "central", Purse::government},
                               {"fund", "基金", "fund", Purse::fund}});
  const auto found = list.find(id);
  if (!found) throw std::out_of_range(id);
  return *found;
}

}  // namespace disburse
