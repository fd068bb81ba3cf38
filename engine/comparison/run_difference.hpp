#pragma once
// Two finished runs held against each other: where they part first, from what went in to what came out.
#include <map>
#include <string>
#include <vector>

#include "engine/projection/result.hpp"

namespace disburse {

/// A parameter as a run's folder writes it: its name, its dated values in one text.
struct WrittenParameter {
  std::string name, values;
  friend bool operator==(const WrittenParameter&, const WrittenParameter&) = default;
};

/// A run with the parameters that stand beside it, by path.
struct WrittenRun {
  RunResult run;
  std::map<std::string, WrittenParameter> parameters;
};

/// Where two runs part first. What goes in comes before what comes out.
enum class Parting { nowhere, inputs, parameters, months, amounts };
template <>
inline constexpr bool is_coded<Parting> = true;

struct DifferingInput {
  std::string what;  ///< a key of the manifest, as "law_digest"
  std::string first, second;
};

struct PartedParameter {
  std::string path, name;
  std::string first, second;  ///< dated values; empty where the run has no such parameter
};

struct DifferingAmount {
  std::string id, name, name_en;  ///< of a programme
  Money first, second;
};

struct RunDifference {
  Parting first = Parting::nowhere;
  std::vector<DifferingInput> inputs;
  std::vector<PartedParameter> parameters;
  std::optional<Month> month;               ///< the first one in which a programme's payments differ
  std::vector<DifferingAmount> in_month;    ///< what is paid in it, where that differs
  std::vector<DifferingAmount> programmes;  ///< of the budget's year, where they differ
  DifferingAmount total;                    ///< of the budget's year
};

RunDifference difference_of(const WrittenRun& first, const WrittenRun& second);

}  // namespace disburse
