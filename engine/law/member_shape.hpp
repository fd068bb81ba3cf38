#pragma once
// The shape of a programme that pays members by data alone: to whom, how much, when, and who bears it.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/base/enumerators.hpp"
#include "engine/base/error.hpp"
#include "engine/law/reason.hpp"
#include "engine/members/member.hpp"

namespace disburse {

/// What a condition looks at.
enum class Test : std::uint8_t {
  scheme,         ///< one of the schemes listed
  category,       ///< one of the categories listed
  sex,            ///< the sex
  hardship,       ///< 特殊困难人员 or not
  booked,         ///< the employer's annuity contributions are booked ones (全额供款) or not
  age_from,       ///< from such an age (周岁) on
  age_below,      ///< below such an age
  retired_from,   ///< retired in such a month or later
  retired_until,  ///< retired in such a month or earlier
  retired_since,  ///< retired so many months before the month due, or more
  years_from,     ///< so many full years of service (缴费年限), or more
  years_below,    ///< fewer full years of service
};
/// True when the answer is the same in every month, whatever the law says.
constexpr bool is_lasting(Test test) { return test <= Test::booked; }

/// One thing that must hold for a payment, with what is said to those for whom it does not.
struct Condition {
  Test test = Test::scheme;
  std::uint32_t allowed = 0;  ///< of a lasting test: bit i is set when the i-th word (or true) passes
  ConditionLabel label;       ///< its parameter is the threshold of the other tests
};

/// In what part of their life members are paid.
enum class Phase : std::uint8_t {
  drawing,       ///< from the month after retirement on
  contributing,  ///< from joining to the month of retirement
  any,           ///< as the conditions say
};

/// What an amount begins with.
enum class AmountBase : std::uint8_t {
  standard,         ///< a parameter
  by_age,           ///< a parameter's step at the age in the month due
  by_years,         ///< ... at the full years of service
  by_grade,         ///< ... at the yearly contribution grade
  by_category,      ///< a parameter for each category
  pension,          ///< the member's own monthly pension, as the roster has it
  account_pension,  ///< ... monthly pension from the account
  base,             ///< ... monthly contribution base
  annuity_base,     ///< ... monthly base of the booked annuity
  grade,            ///< ... yearly contribution grade
};

template <>
inline constexpr bool is_coded<Phase> = true;
template <>
inline constexpr bool is_coded<AmountBase> = true;

/// Base x share x times x times by years x years, rounded once, within the limits. Empty paths are left out.
struct AmountRule {
  AmountBase base = AmountBase::standard;
  std::string parameter;                        ///< of standard and by_*
  std::map<Category, std::string> by_category;  ///< paths; categories that are not listed get nothing
  std::string share;                            ///< a rate
  std::string times;                            ///< a number of months or payments
  std::string times_by_years;                   ///< the same by full years of service
  bool per_year = false;                        ///< times the full years of service ...
  std::string years_beyond, years_at_most;      ///< ... beyond so many, at most so many
  std::string at_least, at_most;                ///< limits of the amount
  /// True when it may leave parts of a fen.
  bool rounds() const { return !share.empty() || !times_by_years.empty(); }
  /// True when a member to whom the conditions apply may still get nothing.
  bool may_be_nothing() const { return base != AmountBase::standard || per_year || !times_by_years.empty(); }
};

/// When a payment falls due.
enum class Due : std::uint8_t {
  every_month,
  months_of_year,  ///< months that a parameter lists
  at_retirement,   ///< once, in the first month after retirement
  on_death,        ///< once, in the month of death
};

/// A payer's part of a payment.
struct PayerShare {
  std::size_t component = 0;  ///< that it is booked under
  std::string share;          ///< path of a rate
};

/// One payment to members.
struct Grant {
  std::size_t component = 0;       ///< it is booked under this one, less what the shares take
  std::vector<PayerShare> shared;  ///< parts of other payers
  std::vector<Condition> conditions;
  AmountRule amount;
  Due due = Due::every_month;
  std::string months;       ///< path of the months of payment
  bool paid_later = false;  ///< paid in the month after the one due
};

/// What a parameter is used as, which its unit must allow.
enum class ParameterUse : std::uint8_t {
  money,
  rate,
  number,
  years,
  month,
  months_of_year,
  yuan_by_step,
  number_by_step
};

/// Where a programme's file names a parameter.
struct NamedParameter {
  std::string path;
  ParameterUse use = ParameterUse::money;
  std::string key;
  Place place;
};

struct MemberShape {
  std::vector<Role> roles;
  Phase phase = Phase::drawing;
  std::string take_up;            ///< path of the share of those entitled who take it up; empty: all
  std::vector<Condition> common;  ///< of every grant; they stand in each
  std::vector<Grant> grants;
  std::vector<NamedParameter> parameters;  ///< all that it names
  /// True when a payment may leave parts of a fen, so that its rounding matters.
  bool rounds() const;
};

}  // namespace disburse
