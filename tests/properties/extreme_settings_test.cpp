// Extreme settings, over every parameter and count that is shipped: each is refused with its bounds, or run, and then
// nobody is paid less than nothing and what is far from the base is doubted in the parameter's name. Never a fault of
// the program.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "engine/app/loading/doubts_of.hpp"
#include "engine/law/value_bounds.hpp"
#include "engine/studies/medium_term_plan.hpp"
#include "engine/studies/scenario_comparison.hpp"
#include "engine/studies/sensitivity/sensitivity_study.hpp"
#include "engine/studies/year_budget.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

struct SmallCity {
  Scenario scenario;
  std::shared_ptr<const LoadedData> data;
};

const SmallCity& city() {
  static const SmallCity one = [] {
    const InputOptions options = small_city("2024-01..2025-12");
    const Scenario scenario = scenario_of(options, find_data());
    return SmallCity{scenario, std::make_shared<const LoadedData>(load_data(options, scenario))};
  }();
  return one;
}

/// Where a bound is: the bound, and one more or less.
void add_about(std::vector<std::string>& texts, const Value& bound) {
  texts.push_back(value_text(bound));
  if (const auto* money = std::get_if<Money>(&bound)) {
    texts.push_back(value_text(*money + Money::yuan(1)));
    texts.push_back(value_text(*money - Money::yuan(1)));
  } else if (const auto* whole = std::get_if<std::int64_t>(&bound)) {
    texts.push_back(std::to_string(*whole + 1));
    texts.push_back(std::to_string(*whole - 1));
  } else if (const auto* rate = std::get_if<Rate>(&bound)) {
    texts.push_back(to_string(*rate + Rate(1, 1)));
    texts.push_back(to_string(*rate + Rate(-1, 1)));
  } else if (const auto* month = std::get_if<Month>(&bound)) {
    texts.push_back(to_string(*month + 1));
    texts.push_back(to_string(*month - 1));
  }
}

std::vector<std::string> extremes(const Parameter& parameter) {
  std::vector<std::string> texts{"0",       "-1",      "1e-9", "0.000000001", "1000000000",
                                 "1800-01", "2999-12", "",     "660万元",     "-1元"};
  if (parameter.minimum) add_about(texts, *parameter.minimum);
  if (parameter.maximum) add_about(texts, *parameter.maximum);
  switch (parameter.unit) {
    case Unit::months_of_year: texts.insert(texts.end(), {"1", "12", "1,2,3,4,5,6,7,8,9,10,11,12", "13", "4,4"}); break;
    case Unit::yuan_by_step:
    case Unit::number_by_step:
      texts.insert(texts.end(), {"0: 0", "70: -10", "0: 1", "60: 100, 50: 20", "0: 1000000000", "150: 5", "70: 1"});
      break;
    case Unit::rate: texts.insert(texts.end(), {"1", "0.5", "-0.5", "100%", "2"}); break;
    case Unit::choice: texts.insert(texts.end(), parameter.choices.begin(), parameter.choices.end()); break;
    default: texts.emplace_back("1"); break;
  }
  return texts;
}

Scenario with(const std::string& path, const std::string& value) {
  Scenario scenario = city().scenario;
  scenario.overrides.push_back({path, value, "an extreme", "--set", {"--set", 0, 0}});
  return scenario;
}

/// What a refusal must not hold: a place of the build.
void expect_an_answer(const InputRejected& rejected, const std::string& what) {
  for (const InputError& error : rejected.errors()) {
    EXPECT_FALSE(error.why.empty()) << what << ": " << to_string(error);
    EXPECT_FALSE(error.remedy.empty()) << what << ": " << to_string(error);
    EXPECT_EQ(to_string(error).find(".cpp"), std::string::npos) << what << ": " << to_string(error);
  }
}

/// Programme and month paid -> what is paid there, contributions aside; recoveries and suspensions are of what was
/// paid.
std::map<std::pair<std::size_t, Month>, Money> paid_by_month(const RunResult& run) {
  std::map<std::pair<std::size_t, Month>, Money> paid;
  for (const LedgerCell& cell : run.ledger) {
    if (cell.key.kind != Kind::contribution) paid[{cell.key.programme, cell.key.paid}] += cell.amount;
  }
  return paid;
}

/// By its name, which is what a reader knows it by.
bool is_doubted(const RunResult& run, const Parameter& parameter) {
  const std::string name = english(Message::named(parameter.name, parameter.name_en));
  for (const Finding& finding : run.findings) {
    if (is_doubt(finding) && (english(finding.where) + english(finding.message)).find(name) != std::string::npos)
      return true;
  }
  return false;
}

/// A programme whose outlay is ten times the base's, or more.
std::string swollen(const RunResult& run, const RunResult& base) {
  constexpr int times = 10;
  for (std::size_t p = 0; p < run.programmes.size(); ++p) {
    const Money most = base.programmes[p].outlay * times;
    if (most > Money{} && run.programmes[p].outlay > most) return run.programmes[p].id;
  }
  return "";
}

/// Every parameter with DISBURSE_SETTINGS=all; otherwise of three neighbours one.
std::size_t neighbours() { return std::getenv("DISBURSE_SETTINGS") != nullptr ? 1 : 3; }

TEST(ExtremeSettings, are_refused_or_run_without_a_negative_payment_and_doubted_where_they_swell) {
  const RunResult base = run(make_session(*city().data, city().scenario), 1);
  std::size_t taken = 0, refused = 0, number = 0;
  for (const auto& [path, parameter] : city().data->law.parameters.all()) {
    if (number++ % neighbours() != 0) continue;
    for (const std::string& value : extremes(parameter)) {
      const std::string what = path + "=" + value;
      try {
        RunResult result = run(make_session(*city().data, with(path, value)), 1);
        add_doubts(result, *city().data);
        ++taken;
        for (const auto& [where, amount] : paid_by_month(result))
          ASSERT_GE(amount, Money{}) << what << ": " << base.programmes[where.first].id << " "
                                     << to_string(where.second);
        const std::string much = swollen(result, base);
        EXPECT_TRUE(much.empty() || is_doubted(result, parameter)) << what << " swells " << much << " without a word";
      } catch (const InputRejected& rejected) {
        ++refused;
        expect_an_answer(rejected, what);
      } catch (const std::exception& error) {
        ADD_FAILURE() << what << ": " << error.what();
      }
    }
  }
  EXPECT_GT(taken, 400U / neighbours()) << "what refuses everything shows nothing";
  EXPECT_GT(refused, 800U / neighbours()) << "what takes everything has no bounds";
}

/// `ask` under the bounds of every n-th parameter.
template <class Ask>
void at_the_bounds(std::size_t n, const Ask& ask) {
  std::size_t number = 0;
  for (const auto& [path, parameter] : city().data->law.parameters.all()) {
    if (number++ % n != 0) continue;
    std::vector<std::string> values = parameter.choices;
    for (const auto& bound : {parameter.minimum, parameter.maximum}) {
      if (bound) values.push_back(value_text(*bound));
    }
    for (const std::string& value : values) {
      if (amount_unit(parameter.unit) != parameter.unit) continue;  // a table's bound is that of its steps
      const std::string what = path + "=" + value;
      try {
        ask(with(path, value));
      } catch (const InputRejected& rejected) {
        expect_an_answer(rejected, what);
      } catch (const std::exception& error) {
        ADD_FAILURE() << what << ": " << error.what();
      }
    }
  }
}

TEST(ExtremeSettings, never_end_a_comparison_in_a_fault) {
  at_the_bounds(3, [](const Scenario& scenario) { compare_scenarios(city().data, city().scenario, {scenario}, {}); });
}

TEST(ExtremeSettings, never_end_a_budget_in_a_fault) {
  at_the_bounds(9, [](const Scenario& scenario) {
    draft_year(city().data, through_year(scenario, 2025), {2025, {}, {}, 1});
  });
}

TEST(ExtremeSettings, never_end_a_plan_in_a_fault) {
  at_the_bounds(9, [](const Scenario& scenario) { medium_term_plan(*city().data, scenario, {2024, 2, true, 1}); });
}

TEST(ExtremeSettings, never_end_a_sensitivity_study_in_a_fault) {
  at_the_bounds(9, [](const Scenario& scenario) { study(city().data, scenario, SensitivityRequest{}); });
}

}  // namespace
}  // namespace disburse
