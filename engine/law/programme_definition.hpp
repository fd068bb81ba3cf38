#pragma once
// What a programme (待遇项目) is, as its TOML file declares it: budget line, payers, kinds of payment, rule in words.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/enumerators.hpp"
#include "engine/base/error.hpp"
#include "engine/base/money.hpp"
#include "engine/law/member_shape.hpp"
#include "engine/law/payer.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

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
enum class Shape : std::uint8_t { formula, member, driver_cost, planned_lines };
/// True for the shapes that pay members, one by one.
constexpr bool pays_members(Shape shape) { return shape == Shape::formula || shape == Shape::member; }

template <>
inline constexpr bool is_coded<Kind> = true;
template <>
inline constexpr bool is_coded<Basis> = true;
template <>
inline constexpr bool is_coded<Shape> = true;
template <>
inline constexpr bool is_coded<Rounding> = true;

/// What the books do with payments of a kind.
struct KindTraits {
  Kind kind;
  bool declared;     ///< programmes name it for a component; the others arise in the projection
  bool part_of_pay;  ///< what members get: all but contributions, which are money in
};
inline constexpr std::array<KindTraits, enumerator_count<Kind>> kind_traits{{
    {Kind::regular, true, true},
    {Kind::arrears, true, true},
    {Kind::recovery, true, true},
    {Kind::lump_sum, true, true},
    {Kind::contribution, true, false},
    {Kind::overpayment, false, true},
    {Kind::suspended, false, true},
    {Kind::restored, false, true},
    {Kind::late_claim, false, true},
}};
static_assert(in_order(kind_traits, &KindTraits::kind));
constexpr const KindTraits& traits_of(Kind kind) { return kind_traits[static_cast<std::size_t>(kind)]; }
/// The codes of the kinds that programmes may declare.
std::vector<std::string> declared_kinds();

/// One part of a programme's payments, with one payer and one kind.
struct Component {
  std::string id, name;
  Payer payer;
  Kind kind = Kind::regular;
  bool on_death = false;                ///< paid once, because of the death
  bool monthly = false;                 ///< a benefit paid every month, that late reports and suspensions concern
  bool counts_persons = false;          ///< true for the components whose payments count the persons paid
  std::string formula;                  ///< the arithmetic in one line, for people
  std::vector<std::string> parameters;  ///< paths of the parameters that the formula reads, the standard first
  std::string document;                 ///< policy that grants it; empty: the document of the first parameter
  std::string name_en;                  ///< empty where the file gives none
  bool withheld = false;                ///< left out of what is published, because so few are paid: pays nothing
};

/// How the budget itself counts: 5,429 persons x 12 months. Used to split a difference into volume and price.
struct BudgetReading {
  std::string unit_name;  ///< 人月, 人次
  std::int64_t units = 0;
  std::int64_t units_per_person = 1;  ///< payments a year that one person gets
  std::string reference;
  std::string standard;  ///< parameter path of the official rate per unit, or empty
  std::string note;
  std::string unit_name_en, note_en;  ///< empty where the file gives none
};

/// A programme as declared; read and checked by models/readers/law_reader.
struct ProgrammeDefinition {
  std::string id, name, name_en;
  std::string line;     ///< functional code of the budget, "" when it has none
  std::string project;  ///< programme id in the budget's forms, usually = id
  Payer own;            ///< who spends the agency's own budget: planned amounts are its
  Basis basis = Basis::planned;
  std::string basis_reason, basis_reason_en;  ///< the English may be empty
  Shape shape = Shape::formula;
  std::optional<Scheme> scheme;
  std::string clause;  ///< the rule in one Chinese sentence
  std::vector<Component> components;
  MemberShape members;  ///< of Shape::member
  std::optional<BudgetReading> reading;
  Rounding rounding = Rounding::half_up;
  std::string rounding_reference;
  Place place;
};

/// Paths of all parameters that the components name, each once, sorted; for planned shapes driver and unit cost.
std::vector<std::string> parameters_of(const ProgrammeDefinition& programme);

}  // namespace disburse
