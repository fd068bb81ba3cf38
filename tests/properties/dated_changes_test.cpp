// A change between two months moves nothing that is paid before it, and nothing after it where the law has no memory:
// over every parameter of the shipped law.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/evaluation/evaluator.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

Evaluator six_years() {
  const InputOptions options = small_city("2024-01..2029-12");
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
  if (const auto* month = std::get_if<Month>(&value)) return {to_string(*month + 2), to_string(*month - 2)};
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
  Month from, until;
};

Override change_to(const std::string& path, const std::string& value, Window window) {
  Override change{path, value, "test", "--set", {"--set", 0, 0}};
  change.from = window.from;
  change.until = window.until;
  return change;
}

/// The ledgers under another value in the window; empty where the parameter allows none.
std::optional<Evaluation> changed(Evaluator& evaluator, const Parameter& parameter, Window window) {
  const DatedValue* now = value_in_force(parameter, window.from);
  if (now == nullptr) return std::nullopt;
  for (const std::string& other : others(parameter, now->value)) {
    ParameterTree trial = evaluator.law();
    InputErrors errors;
    trial.override_value(change_to(parameter.path, other, window), errors);
    if (!errors.empty()) continue;
    try {
      return evaluator.evaluate({change_to(parameter.path, other, window)});
    } catch (const InputRejected&) {
      continue;  // the law cannot be so, and says why
    }
  }
  return std::nullopt;
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

/// What a month's payment depends on in earlier months: who is alive, at work or retired, and what pension was awarded
/// and raised. Everything else is looked up anew in the month itself.
bool has_memory(const std::string& path) {
  for (const char* remembered :
       {"account.", "adjustment.", "award.", "contribution.", "irregular.", "mortality.", "outlook.", "retirement.",
        "civil_service_pension.", "counts.", "roster.", "annuity_funding."}) {
    if (path.starts_with(remembered)) return true;
  }
  return false;
}

TEST(DatedChange, moves_nothing_that_is_paid_before_it) {
  Evaluator evaluator = six_years();
  const Evaluation base = evaluator.evaluate({});
  const Window window{Month(2027, 3), Month(2028, 2)};
  std::size_t moving = 0;
  for (const auto& [path, parameter] : evaluator.law().all()) {
    const auto other = changed(evaluator, parameter, window);
    if (!other) continue;
    EXPECT_EQ(difference(base, *other, [&](const LedgerCell& cell) { return cell.key.paid < window.from; }), "")
        << path;
    if (!difference(base, *other, [](const LedgerCell&) { return true; }).empty()) ++moving;
    if (has_memory(path)) continue;
    const auto after = [&](const LedgerCell& cell) {
      return cell.key.due > window.until && cell.key.paid > window.until;
    };
    EXPECT_EQ(difference(base, *other, after), "") << path;
  }
  EXPECT_GT(moving, 30U) << "a change that moves nothing shows nothing";
}

TEST(DatedChange, after_the_last_month_moves_nothing) {
  Evaluator evaluator = six_years();
  const Evaluation base = evaluator.evaluate({});
  const Window window{Month(2031, 1), Month(2031, 12)};
  for (const auto& [path, parameter] : evaluator.law().all()) {
    const auto other = changed(evaluator, parameter, window);
    if (!other) continue;
    EXPECT_EQ(difference(base, *other, [](const LedgerCell&) { return true; }), "") << path;
  }
}

}  // namespace
}  // namespace disburse
