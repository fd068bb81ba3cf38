#pragma once
// One member's statement (个人待遇清单): month, rule, amount, parameters with dates and references, or why nothing.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/law/parameters.hpp"
#include "engine/law/programme.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

/// A parameter as it stood in the month due.
struct UsedParameter {
  std::string path, name, unit, value, status, reference, origin;
  Month from;
  Date known;
  std::string name_en = {};  ///< empty where the data give none
};

/// One payment, or one month without any.
struct StatementEntry {
  std::string programme, programme_name, clause;
  Month due;
  Month paid;  ///< none when nothing is paid
  std::string component, component_name, formula;
  std::string programme_name_en, component_name_en;  ///< empty where the data give none
  Payer payer;
  Kind kind = Kind::regular;
  bool on_death = false;  ///< falls due only if the member dies in the month
  Money amount;
  std::optional<StatedReason> reason;  ///< why nothing is paid; absent when something is
  std::vector<Step> steps;
  std::vector<UsedParameter> parameters;
};

struct Statement {
  std::string scenario;
  std::string key;
  Member member;
  std::vector<StatementEntry> entries;
  /// Sum of what is paid to the member if alive throughout: no lump sums on death, no contributions.
  Money total;
};

/// How `path` stood in `month`.
UsedParameter used_parameter(const ParameterTree& law, const std::string& path, Month month);

/// The statement of one member under the programmes of a run; `only` keeps one programme when not empty.
Statement explain(const std::vector<std::unique_ptr<Programme>>& programmes, const ParameterTree& law,
                  const std::string& key, const Member& member, const std::string& only);

}  // namespace disburse
