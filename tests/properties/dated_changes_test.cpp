// A change between two months acts in these months: it moves nothing that is paid before them, nothing after them but
// what the law remembers, and is refused by name where it would do nothing or never end. Over every parameter of the
// shipped law.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "engine/evaluation/evaluator.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

Evaluator six_years(const std::vector<std::string>& sets = {}) {
  InputOptions options = small_city("2024-01..2029-12");
  options.sets.insert(options.sets.end(), sets.begin(), sets.end());
  const Scenario scenario = scenario_of(options, find_data());
  return {std::make_shared<const LoadedData>(load_data(options, scenario)), scenario};
}

/// The last number of a table's text, one more: "65: 2, 70: 4" is "65: 2, 70: 5".
std::string last_raised(const std::string& text) {
  const std::size_t at = text.rfind(' ');
  return text.substr(0, at + 1) + std::to_string(std::atoi(text.substr(at + 1).c_str()) + 1);
}

/// Other values that the parameter might have, of which at least one is allowed.
std::vector<std::string> others(const Parameter& parameter, const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) {
    return {value_text(*money + Money::yuan(7)), value_text(*money - Money::yuan(1))};
  }
  if (const auto* rate = std::get_if<Rate>(&value)) {
    return {to_string(*rate + Rate(1, 100)), to_string(*rate + Rate(-1, 100)), to_string(*rate * Rate(11, 10))};
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    return {std::to_string(*whole + 1), std::to_string(*whole - 1)};
  }
  if (const auto* month = std::get_if<Month>(&value)) return {to_string(*month + 4), to_string(*month - 4)};
  if (const auto* months = std::get_if<MonthSet>(&value)) {
    return {months->size() == 1 ? "5" : "5,8", months->size() == 1 ? "6" : "6,9"};
  }
  if (std::holds_alternative<std::string>(value)) {
    std::vector<std::string> choices = parameter.choices;
    std::erase(choices, std::get<std::string>(value));
    return choices;
  }
  return {last_raised(value_text(value))};
}

struct Window {
  Month from;
  std::optional<Month> until;
};

Override change_to(const std::string& path, const std::string& value, Window window) {
  Override change{path, value, "test", "--set", {"--set", 0, 0}};
  change.from = window.from;
  change.until = window.until;
  return change;
}

/// What became of a change: the ledgers under it, or who refused it.
struct Outcome {
  std::string value;                     ///< tried last
  std::optional<Evaluation> evaluation;  ///< none: refused
  std::vector<std::string> refusals;
  /// By key, or where another one is at odds with it, by name in what is to be done.
  bool refused_by_name(const std::string& path) const {
    return std::any_of(refusals.begin(), refusals.end(),
                       [&](const std::string& one) { return one.find(path) != std::string::npos; });
  }
};

Outcome outcome_of(Evaluator& evaluator, const std::string& path, const std::string& value, Window window) {
  Outcome outcome{value, std::nullopt, {}};
  try {
    outcome.evaluation = evaluator.evaluate({change_to(path, value, window)});
  } catch (const InputRejected& rejected) {
    for (const InputError& error : rejected.errors().all())
      outcome.refusals.push_back(error.key + ": " + english(error.problem) + "; " + english(error.remedy));
  }
  return outcome;
}

/// Another value in the window: the first that the run takes, or the last that it refuses.
Outcome changed(Evaluator& evaluator, const Parameter& parameter, Window window) {
  const DatedValue* now = value_in_force(parameter, window.from);
  Outcome outcome;
  if (now == nullptr) return outcome;
  for (const std::string& other : others(parameter, now->value)) {
    ParameterTree trial = evaluator.law();
    InputErrors errors;
    trial.override_value(change_to(parameter.path, other, window), errors);
    if (!errors.empty()) continue;  // outside the bounds
    outcome = outcome_of(evaluator, parameter.path, other, window);
    if (outcome.evaluation) break;
  }
  return outcome;
}

/// What differs between two evaluations among the cells that `counts` takes; empty when nothing does.
template <class Counts>
std::string difference(const Evaluation& a, const Evaluation& b, const Counts& counts) {
  for (std::size_t p = 0; p < a.ledgers.size(); ++p) {
    std::vector<LedgerCell> left, right;
    std::copy_if(a.ledgers[p]->begin(), a.ledgers[p]->end(), std::back_inserter(left), counts);
    std::copy_if(b.ledgers[p]->begin(), b.ledgers[p]->end(), std::back_inserter(right), counts);
    if (left.size() != right.size()) {
      return std::to_string(left.size()) + " and " + std::to_string(right.size()) + " cells";
    }
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (left[i].key == right[i].key && left[i].amount == right[i].amount && left[i].persons == right[i].persons) {
        continue;
      }
      return "programme " + std::to_string(p) + ", due " + to_string(left[i].key.due) + ", paid " +
             to_string(left[i].key.paid) + ": " + yuan_text(left[i].amount) + " and " + yuan_text(right[i].amount);
    }
  }
  return "";
}

bool every_cell(const LedgerCell&) { return true; }

/// What of a change stays when its window has ended, and why. A parameter that is not here is looked up anew in every
/// month, and leaves no trace behind.
const std::map<std::string, std::string>& memory() {
  static const std::vector<std::pair<std::string, std::vector<std::string>>> reasons{
      {"what an account was credited stays in it, and in the pension it makes",
       {"account.interest", "account.resident_interest", "outlook.account_interest",
        "contribution.civil_service_individual"}},
      {"a pension awarded on it is paid for life",
       {"account.resident_divisor", "award.base", "award.deemed_index", "award.divisor_by_month", "award.divisor_step",
        "award.share_per_year", "award.transition"}},
      {"a rise of the year stays in the pension",
       {"adjustment.age_addition", "adjustment.announced", "adjustment.area_addition_first",
        "adjustment.average_pension", "adjustment.average_years", "adjustment.fixed_amount", "adjustment.level_minimum",
        "adjustment.level_rate", "adjustment.method", "adjustment.part_year", "adjustment.years_flat",
        "adjustment.years_flat_until", "civil_service_pension.area_class"}},
      {"what is carried on by it goes on from the level reached",
       {"adjustment.national_rate", "outlook.adjustment_rate", "outlook.resident_base_increase",
        "outlook.wage_growth"}},
      {"what was booked in these months, with its interest, is made good later",
       {"annuity_funding.interest", "contribution.annuity_employer", "contribution.average_wage"}},
      {"months that a batch has made real are not paid again",
       {"annuity_funding.batch_last", "annuity_funding.payment_month"}},
      {"what was overpaid, suspended or claimed late is put right in later months",
       {"irregular.late_claim_months", "irregular.late_claim_share", "irregular.late_death_months",
        "irregular.late_death_share", "irregular.recovered_share"}},
      {"who has died stays dead",
       {"mortality.factor.civil_service", "mortality.factor.enterprise", "mortality.factor.resident",
        "mortality.improvement_pace", "mortality.table"}},
      {"who has joined or retired then, and as what, lives on",
       {"outlook.civil_service_entry_age", "outlook.civil_service_entry_base", "outlook.civil_service_entry_women",
        "outlook.civil_service_fully_funded", "outlook.civil_service_new_members", "outlook.early_months",
        "outlook.early_share", "outlook.enterprise_men", "outlook.enterprise_reaching_old_age",
        "outlook.enterprise_women_55", "outlook.late_months", "outlook.late_share", "outlook.resident_entry_age",
        "outlook.resident_grade", "outlook.resident_new_payers"}},
      {"the month of retirement follows from the law of the month in which the age is reached",
       {"retirement.first_birth_female_50", "retirement.first_birth_female_55", "retirement.first_birth_male",
        "retirement.old_age_female_50", "retirement.old_age_female_55", "retirement.old_age_male",
        "retirement.pace_female_50", "retirement.pace_female_55", "retirement.pace_male", "retirement.resident_age"}},
  };
  static const std::map<std::string, std::string> table = [] {
    std::map<std::string, std::string> by_path;
    for (const auto& [reason, paths] : reasons) {
      for (const std::string& path : paths) by_path.emplace(path, reason);
    }
    return by_path;
  }();
  return table;
}

/// How many parameters moved something, and how many were refused.
struct Count {
  std::size_t moving = 0, refused = 0;
};

/// A change between two months leaves all cells before it as they were; those after it, too, where nothing is
/// remembered; and it neither does nothing nor lasts for good in silence. Of the parameters that `concerns` takes.
template <class Concerns>
Count hold_to_window(Evaluator& evaluator, Window window, const Concerns& concerns) {
  const Evaluation base = evaluator.evaluate({});
  const auto before = [&](const LedgerCell& cell) { return cell.key.paid < window.from; };
  const auto after = [&](const LedgerCell& cell) {
    return cell.key.due > *window.until && cell.key.paid > *window.until;
  };
  const auto within = [&](const LedgerCell& cell) {
    return cell.key.due >= window.from && cell.key.due <= *window.until && cell.key.paid <= *window.until;
  };
  Count count;
  for (const auto& [path, parameter] : evaluator.law().all()) {
    if (!concerns(path)) continue;
    const Outcome other = changed(evaluator, parameter, window);
    if (!other.evaluation) {
      if (other.refusals.empty()) continue;  // there is no other value
      EXPECT_TRUE(other.refused_by_name(path)) << path << " is refused, and not by its name";
      ++count.refused;
      continue;
    }
    const std::string change = path + " = " + other.value;
    EXPECT_EQ(difference(base, *other.evaluation, before), "") << change;
    const bool moves = !difference(base, *other.evaluation, every_cell).empty();
    if (moves) ++count.moving;
    const std::string later = difference(base, *other.evaluation, after);
    if (!memory().contains(path)) {
      EXPECT_EQ(later, "") << change << " moves months after its window";
    }
    const Outcome for_good = outcome_of(evaluator, path, other.value, {window.from, std::nullopt});
    if (!for_good.evaluation) continue;
    if (!moves) {
      EXPECT_EQ(difference(base, *for_good.evaluation, within), "") << change << " is ignored in silence";
    } else if (!later.empty() && !difference(base, *for_good.evaluation, after).empty()) {
      EXPECT_NE(difference(*other.evaluation, *for_good.evaluation, every_cell), "")
          << change << " lasts for good in silence";
    }
  }
  return count;
}

const auto every_parameter = [](const std::string&) { return true; };

TEST(DatedChange, acts_in_the_months_of_its_window_and_nowhere_else) {
  Evaluator evaluator = six_years();
  const Count count = hold_to_window(evaluator, {Month(2027, 3), Month(2028, 2)}, every_parameter);
  EXPECT_GT(count.moving, 60U) << "a change that moves nothing shows nothing";
  EXPECT_GT(count.refused, 30U) << "counts of the roster";
}

TEST(DatedChange, of_one_month_acts_in_it_alone_or_is_refused) {
  Evaluator evaluator = six_years();
  hold_to_window(evaluator, {Month(2026, 6), Month(2026, 6)}, every_parameter);
}

TEST(DatedChange, within_the_rosters_year_acts_in_it_or_is_refused) {
  Evaluator evaluator = six_years();
  hold_to_window(evaluator, {Month(2024, 4), Month(2024, 9)}, every_parameter);
}

/// What goes wrong and what members choose has parameters that do nothing where nobody is concerned.
TEST(DatedChange, of_what_goes_wrong_and_is_chosen_acts_in_its_months) {
  Evaluator evaluator =
      six_years({"irregular.late_death_share=0.2", "irregular.suspended_share=0.1", "irregular.late_claim_share=0.3",
                 "irregular.recovered_share=0.8", "irregular.restored_share=0.7", "outlook.early_share=0.4",
                 "outlook.late_share=0.4"});
  const auto concerns = [](const std::string& path) {
    return path.starts_with("irregular.") || path.starts_with("outlook.early") || path.starts_with("outlook.late");
  };
  const Count count = hold_to_window(evaluator, {Month(2027, 3), Month(2028, 2)}, concerns);
  EXPECT_GT(count.moving, 9U);
}

/// However large: ages, years to be made up, deaths and inflows that nobody expects leave the months before them alone.
TEST(DatedChange, of_any_size_moves_nothing_before_it) {
  Evaluator evaluator = six_years({"outlook.early_share=0.4", "outlook.late_share=0.3"});
  const Evaluation base = evaluator.evaluate({});
  const std::vector<std::pair<const char*, const char*>> large{{"retirement.resident_age", "56"},
                                                               {"retirement.resident_age", "65"},
                                                               {"retirement.resident_minimum_service", "240"},
                                                               {"retirement.old_age_male", "56"},
                                                               {"retirement.old_age_female_50", "57"},
                                                               {"retirement.old_age_female_55", "50"},
                                                               {"mortality.factor.civil_service", "3"},
                                                               {"mortality.improvement_pace", "3"},
                                                               {"outlook.enterprise_men", "0.9"},
                                                               {"outlook.enterprise_reaching_old_age", "9000"},
                                                               {"outlook.civil_service_new_members", "900"},
                                                               {"outlook.resident_new_payers", "9000"},
                                                               {"outlook.early_share", "0"},
                                                               {"outlook.early_months", "36"},
                                                               {"outlook.late_share", "0.6"},
                                                               {"outlook.late_months", "36"},
                                                               {"outlook.resident_entry_age", "50"},
                                                               {"annuity_funding.interest", "0.2"},
                                                               {"account.resident_divisor", "20"},
                                                               {"account.resident_interest", "0.2"},
                                                               {"irregular.late_death_share", "1"},
                                                               {"irregular.suspended_share", "0.5"}};
  for (const Window& window : {Window{Month(2027, 3), Month(2028, 2)}, Window{Month(2027, 1), std::nullopt}}) {
    for (const auto& [path, value] : large) {
      const Outcome other = outcome_of(evaluator, path, value, window);
      ASSERT_TRUE(other.evaluation) << path << " = " << value << ": " << other.refusals.front();
      EXPECT_EQ(
          difference(base, *other.evaluation, [&](const LedgerCell& cell) { return cell.key.paid < window.from; }), "")
          << path << " = " << value;
      EXPECT_NE(difference(base, *other.evaluation, every_cell), "") << path << " = " << value;
    }
  }
}

TEST(DatedChange, leaves_a_trace_only_where_the_table_says_so) {
  Evaluator evaluator = six_years();
  for (const auto& [path, reason] : memory()) {
    EXPECT_NE(evaluator.law().find(path), nullptr) << path;
    EXPECT_FALSE(reason.empty()) << path;
  }
}

TEST(DatedChange, after_the_last_month_moves_nothing) {
  Evaluator evaluator = six_years();
  const Evaluation base = evaluator.evaluate({});
  const Window window{Month(2031, 1), Month(2031, 12)};
  for (const auto& [path, parameter] : evaluator.law().all()) {
    const Outcome other = changed(evaluator, parameter, window);
    if (!other.evaluation) continue;
    EXPECT_EQ(difference(base, *other.evaluation, every_cell), "") << path;
  }
}

/// Counts of the roster are of one date: months that are not all of the run are refused by name, with the month in
/// which they are read.
TEST(DatedChange, of_what_is_counted_once_is_refused_by_name) {
  Evaluator evaluator = six_years();
  std::size_t counted = 0;
  for (const auto& [path, parameter] : evaluator.law().all()) {
    if (!path.starts_with("counts.") && !path.starts_with("roster.")) continue;
    const std::string held = value_text(value_in_force(parameter, Month(2024, 1))->value);
    for (const Window& window : {Window{Month(2024, 2), std::nullopt}, Window{Month(2025, 1), Month(2025, 12)},
                                 Window{Month(2024, 1), Month(2024, 12)}, Window{Month(2031, 1), Month(2031, 12)}}) {
      const Outcome outcome = outcome_of(evaluator, path, held, window);
      ASSERT_FALSE(outcome.evaluation) << path;
      EXPECT_TRUE(outcome.refusals.front().starts_with(path)) << outcome.refusals.front();
    }
    EXPECT_TRUE(outcome_of(evaluator, path, held, {Month(2024, 1), std::nullopt}).evaluation) << path;
    ++counted;
  }
  EXPECT_GT(counted, 40U);
}

}  // namespace
}  // namespace disburse
