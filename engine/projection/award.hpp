#pragma once
// The award (待遇核定) of one person: what is known of the person, and the pension part by part with its sources.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/money.hpp"
#include "engine/base/numbers.hpp"
#include "engine/members/roster.hpp"
#include "engine/projection/explain.hpp"

namespace disburse {

/// The groups that the law of retirement ages tells apart.
enum class RetirementGroup : std::uint8_t { male, female_55, female_50 };
const char* to_string(RetirementGroup group);

/// 老人 retired before the reform, 中人 joined before it, 新人 joined after it.
enum class Generation : std::uint8_t { before, across, after };

/// A monthly amount that is granted beside the formula, by its name on the sheet (津贴, 补贴).
template <class Money>
struct NamedAmount {
  std::string name;
  Money amount;
};

/// What the survivors' benefits want to know (丧葬补助金, 抚恤金).
struct Death {
  Month month;                      ///< none: alive
  bool public_institution = false;  ///< civil service: 事业单位, else 机关
  std::optional<Money> basic_wage;  ///< civil service: of the last month, 基本工资 or 基本退休费
};

/// One hypothetical person, as a counter clerk writes it down. What is missing is taken from assumed parameters.
template <class N>
struct PersonOf {
  using Money = typename N::Money;
  using Rate = typename N::Rate;
  std::string label;
  Scheme scheme = Scheme::enterprise;
  RetirementGroup group = RetirementGroup::male;
  Month birth, joined, retired;      ///< retired is none of who dies at work
  int service_months = 0;            ///< 缴费年限 including deemed years
  int transition_months = 0;         ///< enterprise: before accounts began; civil service: deemed years
  Rate index{1, 1};                  ///< average contribution index
  std::optional<Rate> deemed_index;  ///< civil service
  bool intellectual = false;         ///< 知识分子 (enterprise)
  int local_years = 0;               ///< of an intellectual: whole years of work in the region
  bool mountain_area = false;        ///< of an intellectual: in the southern mountains
  std::vector<NamedAmount<Money>> additions;
  int back_paid_months = 0;  ///< residents: paid for at once on reaching the age, beside service_months
  Money back_payment;        ///< residents: what was paid for them, into the account
  Money account_balance;
  Money annuity_balance;  ///< civil service
  std::optional<Money> old_base_wage, old_allowance, old_increase;
  Death death;
  Place place;
  std::map<std::string, Place> places;  ///< where each key stands that the file has
  /// Where the key's value stands, or the person where it is left out.
  const Place& place_of(const std::string& key) const {
    const auto found = places.find(key);
    return found == places.end() ? place : found->second;
  }
};
using Person = PersonOf<Exact>;

/// One line of the sheet. `counts` is false for intermediate results.
struct AwardPart {
  std::string id;
  Message name;
  Message working;  ///< "7,953.00 × (1 + 0.7382) ÷ 2 × 40.92 × 0.01"
  Money amount;
  bool counts = true;
  std::vector<UsedParameter> parameters;
};

/// What becomes of an award made on the base of the year before (预发) once the year's own base is published (重算).
struct Recalculation {
  Month published;               ///< first month in which the year's base is in force
  std::vector<AwardPart> parts;  ///< those of the new method and of the comparison, on that base
  Money pension;                 ///< from `published` on
  int months = 0;                ///< paid before at the provisional amount
  Money arrears;                 ///< difference of these months, paid in `published`
};

/// Why something that a reader may look for is not on the sheet, and what is needed to have it.
struct AwardNote {
  std::string id;  ///< of the part that is missing
  Message text;
};

struct AwardStatement {
  Person person;
  Generation generation = Generation::across;
  Month statutory;  ///< statutory retirement month
  int delay = 0;    ///< months of it that the gradual delay makes
  std::vector<UsedParameter> statutory_parameters;
  std::vector<AwardPart> parts;  ///< by the new method; those that count sum to `new_method`
  Money new_method;
  Money account_pension;              ///< the part that comes from the individual account
  std::vector<AwardPart> comparison;  ///< the old method and the limit, empty where they do not apply
  std::vector<AwardPart> additions;   ///< beside both methods, by name
  Money annuity;                      ///< the part of the pension that comes from the annuity's own account
  Money pension;                      ///< a month, from the month after retirement; provisional where recalculated
  std::optional<Recalculation> recalculation;
  std::vector<AwardPart> adjustments;  ///< the rise of each later year whose rule is known
  std::vector<int> unknown_years;      ///< years after the award whose adjustment is not on record and not counted
  Money pension_now;                   ///< after the adjustments
  std::vector<AwardPart> survivors;    ///< sums paid once after a death
  std::vector<AwardNote> notes;        ///< what is not paid, or not known
};

}  // namespace disburse
