#pragma once
// What a programme (待遇项目) is, as its TOML file declares it: who pays, in which parts, on what the amount rests.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/error.hpp"
#include "engine/money.hpp"
#include "engine/roster.hpp"

namespace disburse {

enum class Payer : std::uint8_t { city, region, central, fund };
enum class Kind : std::uint8_t { regular, arrears, recovery, lump_sum, contribution };
enum class Basis : std::uint8_t { projected, calibrated, planned };
enum class Shape : std::uint8_t { formula, driver_cost, planned_lines };
inline constexpr int payer_count = 4;

const char* to_string(Payer payer);
const char* to_string(Kind kind);
const char* to_string(Basis basis);
const char* to_string(Shape shape);

struct Component {
  std::string id, name;
  Payer payer = Payer::city;
  Kind kind = Kind::regular;
  bool on_death = false;
  bool counts_persons = false;
  std::string formula;
  std::vector<std::string> parameters;
};

struct BudgetReading {
  std::string unit_name;
  std::int64_t units = 0;
  std::int64_t units_per_person = 1;  ///< payments a year that one person gets
  std::string reference;
  std::string standard;
  std::string note;
};

struct ProgrammeDefinition {
  std::string id, name, name_en, line, project;
  Basis basis = Basis::projected;
  std::string basis_reason;
  Shape shape = Shape::formula;
  std::optional<Scheme> scheme;
  std::string clause;
  std::vector<Component> components;
  std::optional<BudgetReading> reading;
  Rounding rounding = Rounding::half_up;
  std::string rounding_reference;
  Place place;
};

}  // namespace disburse
