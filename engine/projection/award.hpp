#pragma once
// The award (待遇核定) of one person: what is known of the person, and the pension part by part with its sources.
#include <optional>
#include <string>
#include <vector>

#include "engine/calendar.hpp"
#include "engine/explain.hpp"
#include "engine/money.hpp"
#include "engine/numbers.hpp"
#include "engine/roster.hpp"

namespace disburse {

/// The groups that the law of retirement ages tells apart.
enum class RetirementGroup : std::uint8_t { male, female_55, female_50 };
const char* to_string(RetirementGroup group);

/// 老人 retired before the reform, 中人 joined before it, 新人 joined after it.
enum class Generation : std::uint8_t { before, across, after };

/// One hypothetical person, as a counter clerk writes it down. What is missing is taken from assumed parameters.
template <class N>
struct PersonOf {
  using Money = typename N::Money;
  using Rate = typename N::Rate;
  std::string label;
  Scheme scheme = Scheme::enterprise;
  RetirementGroup group = RetirementGroup::male;
  Month birth, joined, retired;
  int service_months = 0;            ///< 缴费年限 including deemed years
  int transition_months = 0;         ///< enterprise: before accounts began; civil service: deemed years
  Rate index{1, 1};                  ///< average contribution index
  std::optional<Rate> deemed_index;  ///< civil service
  bool intellectual = false;         ///< 知识分子 (enterprise)
  Money account_balance;
  Money annuity_balance;  ///< civil service
  std::optional<Money> old_base_wage, old_allowance, old_increase;
  Place place;
};
using Person = PersonOf<Exact>;

/// One line of the sheet. `counts` is false for intermediate results.
struct AwardPart {
  std::string id, name;
  std::string working;  ///< "7,953.00 × (1 + 0.7382) ÷ 2 × 40.92 × 0.01"
  Money amount;
  bool counts = true;
  std::vector<UsedParameter> parameters;
};

struct AwardStatement {
  Person person;
  Generation generation = Generation::across;
  Month statutory;  ///< statutory retirement month
  int delay = 0;    ///< months of it that the gradual delay makes
  std::vector<UsedParameter> statutory_parameters;
  std::vector<AwardPart> parts;  ///< by the new method; those that count sum to `new_method`
  Money new_method;
  Money account_pension;               ///< the part that comes from the individual account
  std::vector<AwardPart> comparison;   ///< the old method and the limit, empty where they do not apply
  Money pension;                       ///< a month, from the month after retirement
  std::vector<AwardPart> adjustments;  ///< the rise of each later year whose rule is known
  std::vector<int> unknown_years;      ///< years after the award whose adjustment is not on record and not counted
  Money pension_now;                   ///< after the adjustments
};

}  // namespace disburse
