#include "engine/comparison/statement_difference.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace disburse {
namespace {

/// One component's payment of one month, as a statement tells it.
struct PaymentKey {
  std::size_t programme;  // in order of first mention
  Month due;
  std::string component;
  Payer payer;
  Kind kind;
  friend auto operator<=>(const PaymentKey&, const PaymentKey&) = default;
};

struct Pair {
  const StatementEntry* before = nullptr;
  const StatementEntry* after = nullptr;
};

class Pairs {
 public:
  void add(const std::optional<Statement>& statement, const StatementEntry* Pair::*side) {
    if (!statement) return;
    for (const StatementEntry& entry : statement->entries) {
      const std::size_t programme = number_of(entry.programme);
      if (entry.reason) {
        reasons_[{programme, entry.due, side == &Pair::after}] = *entry.reason;
      } else {
        pairs_[{programme, entry.due, entry.component, entry.payer, entry.kind}].*side = &entry;
      }
    }
  }

  const std::map<PaymentKey, Pair>& all() const { return pairs_; }

  std::optional<StatedReason> reason(const PaymentKey& key, bool after) const {
    const auto found = reasons_.find({key.programme, key.due, after});
    return found == reasons_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::size_t number_of(const std::string& programme) {
    return numbers_.try_emplace(programme, numbers_.size()).first->second;
  }

  std::map<std::string, std::size_t> numbers_;
  std::map<PaymentKey, Pair> pairs_;
  std::map<std::tuple<std::size_t, Month, bool>, StatedReason> reasons_;
};

/// Values of the payment's rule that differ between the two laws in the month due.
std::vector<DifferingParameter> changes_between(const StatementEntry& entry, const ParameterTree& law_before,
                                                const ParameterTree& law_after) {
  std::vector<DifferingParameter> changes;
  for (const UsedParameter& used : entry.parameters) {
    const UsedParameter before = used_parameter(law_before, used.path, entry.due);
    const UsedParameter after = used_parameter(law_after, used.path, entry.due);
    if (before.value == after.value) continue;
    changes.push_back({used.path, used.name, before.value, after.value, after.reference, after.origin});
  }
  return changes;
}

PaymentDifference payment_of(const Pairs& pairs, const PaymentKey& key, const Pair& pair,
                             const ParameterTree& law_before, const ParameterTree& law_after) {
  const StatementEntry& any = pair.after != nullptr ? *pair.after : *pair.before;
  PaymentDifference payment;
  payment.programme = any.programme;
  payment.programme_name = any.programme_name;
  payment.component = any.component;
  payment.component_name = any.component_name;
  payment.payer = any.payer;
  payment.kind = any.kind;
  payment.on_death = any.on_death;
  payment.due = any.due;
  payment.paid_before = pair.before != nullptr ? pair.before->paid : Month::none();
  payment.paid_after = pair.after != nullptr ? pair.after->paid : Month::none();
  if (pair.before != nullptr) {
    payment.before = pair.before->amount;
    payment.steps_before = pair.before->steps;
  } else {
    payment.reason_before = pairs.reason(key, false);
  }
  if (pair.after != nullptr) {
    payment.after = pair.after->amount;
    payment.steps_after = pair.after->steps;
  } else {
    payment.reason_after = pairs.reason(key, true);
  }
  payment.parameters = changes_between(any, law_before, law_after);
  return payment;
}

}  // namespace

StatementDifference difference_of(const std::string& key, const StatedUnder& first, const StatedUnder& second) {
  const std::optional<Statement>& before = first.statement;
  const std::optional<Statement>& after = second.statement;
  StatementDifference difference;
  difference.key = key;
  if (before) {
    difference.before = before->scenario;
    difference.total_before = before->total;
  }
  if (after) {
    difference.after = after->scenario;
    difference.total_after = after->total;
  }
  difference.member_differs = !before || !after || before->member != after->member;
  Pairs pairs;
  pairs.add(before, &Pair::before);
  pairs.add(after, &Pair::after);
  for (const auto& [payment, pair] : pairs.all()) {
    const bool same = pair.before != nullptr && pair.after != nullptr && pair.before->amount == pair.after->amount &&
                      pair.before->paid == pair.after->paid;
    if (!same) difference.payments.push_back(payment_of(pairs, payment, pair, first.law, second.law));
  }
  return difference;
}

}  // namespace disburse
