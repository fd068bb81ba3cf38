#pragma once
// Who bears a payment (负担方). Payers are data (models/payers.toml): a new one is an entry there, and tables, charts,
// papers and files take their columns from the payers that have money.
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/enumerators.hpp"

namespace disburse {

/// Whose money a payer spends.
enum class Purse : std::uint8_t {
  own,         ///< the agency's own budget: what it pays falls on a budget line
  government,  ///< the budget of another government
  fund,        ///< the social-insurance fund: contributions and what it holds
};
template <>
inline constexpr bool is_coded<Purse> = true;

struct PayerDefinition {
  std::string id, name, name_en;
  Purse purse = Purse::own;
};

/// A payer of a list: a handle that is cheap to copy and keeps what it names alive. Payers are ordered as in the list.
class Payer {
 public:
  /// Nobody.
  Payer() = default;
  Payer(std::shared_ptr<const PayerDefinition> definition, std::size_t position)
      : definition_(std::move(definition)), position_(position) {}

  const PayerDefinition& definition() const;  ///< of nobody: without name
  const std::string& id() const { return definition().id; }
  bool is_own() const { return definition_ && definition_->purse == Purse::own; }
  bool is_fund() const { return definition_ && definition_->purse == Purse::fund; }

  friend std::strong_ordering operator<=>(const Payer& a, const Payer& b) {
    const auto order = a.position_ <=> b.position_;
    return order != 0 ? order : a.id().compare(b.id()) <=> 0;
  }
  friend bool operator==(const Payer& a, const Payer& b) { return (a <=> b) == 0; }

 private:
  std::shared_ptr<const PayerDefinition> definition_;
  std::size_t position_ = 0;
};

const std::string& to_string(const Payer& payer);  ///< its id

/// The payers that the law knows.
class PayerList {
 public:
  PayerList() = default;
  explicit PayerList(std::vector<PayerDefinition> definitions);

  const std::vector<Payer>& all() const { return payers_; }
  std::vector<std::string> ids() const;
  std::optional<Payer> find(std::string_view id) const;
  Payer own() const;  ///< the one that spends the agency's own budget; nobody when the list has none

 private:
  std::vector<Payer> payers_;
};

}  // namespace disburse
