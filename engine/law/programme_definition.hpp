#pragma once
// What a programme (待遇项目) is, as its TOML file declares it: budget line, payers, kinds of payment, rule in words.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.hpp"
#include "engine/money.hpp"
#include "engine/roster.hpp"

namespace disburse {

/// Who bears a payment.
enum class Payer : std::uint8_t { city, region, central, fund };
/// What sort of payment it is. A contribution is money in: it reduces what the city pays.
enum class Kind : std::uint8_t {
  regular,
  arrears,
  recovery,  ///< got back of what was overpaid, negative
  lump_sum,
  contribution,
  overpayment,  ///< to members whose death is not known yet
  suspended,    ///< not paid for want of certification, negative
  restored,     ///< back pay after it
  late_claim,   ///< not paid yet to those who have not claimed (negative), and paid when they do
};
/// What a projected amount rests on: independent rates, a rate solved from the line's own budget, or that budget.
enum class Basis : std::uint8_t { projected, calibrated, planned };
/// How the amounts come about; a formula stands in models/programmes/ID.cpp.
enum class Shape : std::uint8_t { formula, driver_cost, planned_lines };

const char* to_string(Payer payer);
const char* to_string(Kind kind);
const char* to_string(Basis basis);
const char* to_string(Shape shape);

std::optional<Payer> payer_from(std::string_view text);
std::optional<Kind> kind_from(std::string_view text);
std::optional<Basis> basis_from(std::string_view text);
std::optional<Shape> shape_from(std::string_view text);
std::optional<Scheme> scheme_from(std::string_view text);
std::optional<Rounding> rounding_from(std::string_view text);

/// One part of a programme's payments, with one payer and one kind.
struct Component {
  std::string id, name;
  Payer payer = Payer::city;
  Kind kind = Kind::regular;
  bool on_death = false;                ///< paid once, because of the death
  bool monthly = false;                 ///< a benefit paid every month, that late reports and suspensions concern
  bool counts_persons = false;          ///< true for the components whose payments count the persons paid
  std::string formula;                  ///< the arithmetic in one line, for people
  std::vector<std::string> parameters;  ///< paths of the parameters that the formula reads, the standard first
  std::string document;                 ///< policy that grants it; empty: the document of the first parameter
};

/// How the budget itself counts: 5,429 persons x 12 months. Used to split a difference into volume and price.
struct BudgetReading {
  std::string unit_name;  ///< 人月, 人次
  std::int64_t units = 0;
  std::int64_t units_per_person = 1;  ///< payments a year that one person gets
  std::string reference;
  std::string standard;  ///< parameter path of the official rate per unit, or empty
  std::string note;
};

/// A programme as declared; read and checked by models/law_reader.
struct ProgrammeDefinition {
  std::string id, name, name_en;
  std::string line;     ///< functional code of the budget, "" when it has none
  std::string project;  ///< programme id in the budget's forms, usually = id
  Basis basis = Basis::planned;
  std::string basis_reason;
  Shape shape = Shape::formula;
  std::optional<Scheme> scheme;
  std::string clause;  ///< the rule in one Chinese sentence
  std::vector<Component> components;
  std::optional<BudgetReading> reading;
  Rounding rounding = Rounding::half_up;
  std::string rounding_reference;
  Place place;
};

/// Paths of all parameters that the components name, each once, sorted; for planned shapes driver and unit cost.
std::vector<std::string> parameters_of(const ProgrammeDefinition& programme);

}  // namespace disburse
