#pragma once
// One member under two scenarios: every payment that differs, and the rule that made it differ.
#include <optional>
#include <string>
#include <vector>

#include "engine/projection/explain.hpp"

namespace disburse {

/// A parameter of a payment's rule whose value differs between the two.
struct DifferingParameter {
  std::string path, name;
  std::string before, after;            ///< values in the month due
  std::string reference_after, origin;  ///< of the second scenario's value
  friend bool operator==(const DifferingParameter&, const DifferingParameter&) = default;
};

/// What a component pays for one month due, in the first and in the second scenario.
struct PaymentDifference {
  std::string programme, programme_name, component, component_name;
  Payer payer;
  Kind kind = Kind::regular;
  bool on_death = false;
  Month due;
  Month paid_before, paid_after;  ///< none where nothing is paid
  Money before, after;
  std::optional<StatedReason> reason_before, reason_after;  ///< why nothing is paid, where a rule says so
  std::vector<DifferingParameter> parameters;               ///< what made the difference, in the order of the rule
  std::vector<Step> steps_before, steps_after;
};

struct StatementDifference {
  std::string key;
  std::string before, after;  ///< names of the scenarios
  std::vector<PaymentDifference> payments;
  Money total_before, total_after;  ///< as Statement::total
  bool member_differs = false;      ///< the two rosters tell different things of the member
};

/// A statement with the law that it was made under; absent where the scenario's members do not have the key.
struct StatedUnder {
  std::optional<Statement> statement;
  const ParameterTree& law;
};

/// Payments that differ in amount or in the month paid. Both statements are those of one key.
StatementDifference difference_of(const std::string& key, const StatedUnder& first, const StatedUnder& second);

}  // namespace disburse
