#include "engine/law/payer.hpp"

#include <algorithm>

namespace disburse {

const PayerDefinition& Payer::definition() const {
  static const PayerDefinition nobody;
  return definition_ ? *definition_ : nobody;
}

const std::string& to_string(const Payer& payer) { return payer.id(); }

PayerList::PayerList(std::vector<PayerDefinition> definitions) {
  for (PayerDefinition& one : definitions) {
    payers_.emplace_back(std::make_shared<const PayerDefinition>(std::move(one)), payers_.size());
  }
}

std::vector<std::string> PayerList::ids() const {
  std::vector<std::string> ids;
  for (const Payer& payer : payers_) ids.push_back(payer.id());
  return ids;
}

std::optional<Payer> PayerList::find(std::string_view id) const {
  const auto found = std::find_if(payers_.begin(), payers_.end(), [&](const Payer& one) { return one.id() == id; });
  return found == payers_.end() ? std::nullopt : std::optional(*found);
}

Payer PayerList::own() const {
  const auto found = std::find_if(payers_.begin(), payers_.end(), [](const Payer& one) { return one.is_own(); });
  return found == payers_.end() ? Payer() : *found;
}

}  // namespace disburse
