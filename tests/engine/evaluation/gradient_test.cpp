// The expected value's derivatives in forward mode: against central differences of the same unrounded rules, and
// against the books.
#include "engine/evaluation/gradient.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/evaluation/evaluator.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

/// One data set under any changes.
class Gradients {
 public:
  explicit Gradients(const std::string& horizon, std::vector<std::string> sets = {}) : sets_(std::move(sets)) {
    options_.horizon = {horizon, "--horizon"};
    options_.sets = sets_;
    data_ = std::make_shared<const LoadedData>(load_data(options_, scenario_of(options_, find_data())));
  }
  /// The derivatives by `paths` with one more change; without one those of the base.
  Gradient at(const std::vector<std::string>& paths, const std::string& change = "", int threads = 1) const {
    return evaluator(change).gradient(paths, threads);
  }
  Evaluator evaluator(const std::string& change = "") const {
    InputOptions options = options_;
    // In place of what is set already: a path is set once.
    const std::string path = change.substr(0, change.find('=') + 1);
    if (!change.empty()) std::erase_if(options.sets, [&](const std::string& set) { return set.starts_with(path); });
    if (!change.empty()) options.sets.push_back(change);
    return {data_, scenario_of(options, find_data())};
  }
  std::vector<std::string> all_paths() const {
    const Evaluator own = evaluator();
    return own.law().paths();
  }

 private:
  std::vector<std::string> sets_;
  InputOptions options_;
  std::shared_ptr<const LoadedData> data_;
};

struct Direction {
  const char* path;
  const char* low;
  const char* high;
};

// Two values about that of the base, near enough for the third derivative to vanish; flat amounts may be further off.
constexpr Direction directions[] = {
    {"mortality.factor.civil_service", "0.5999", "0.6001"}, {"mortality.factor.enterprise", "0.7999", "0.8001"},
    {"mortality.factor.resident", "0.9599", "0.9601"},      {"mortality.improvement_pace", "0.9995", "1.0005"},
    {"outlook.account_interest", "0.02499", "0.02501"},     {"outlook.adjustment_rate", "0.01999", "0.02001"},
    {"outlook.wage_growth", "0.02999", "0.03001"},          {"unity_award.eligible_share", "0.94", "0.96"},
    {"unity_award.ordinary_per_payment", "599", "601"},     {"resident_pension.city_supplement", "4", "6"},
    {"outlook.civil_service_entry_base", "5999", "6001"},   {"irregular.late_death_share", "0.19", "0.21"},
    {"irregular.recovered_share", "0.49", "0.51"},          {"irregular.suspended_share", "0.009", "0.011"},
};

/// From low to high, in yuan or 1 of a rate.
double between(const Direction& direction) { return std::stod(direction.high) - std::stod(direction.low); }

const Gradients& five_years() {
  // Shares off their bounds, and amounts whose dated values are one: a what-if sets a single value for all months.
  static const Gradients five(
      "2024-01..2028-12",
      {"unity_award.eligible_share=0.95", "unity_award.ordinary_per_payment=600", "resident_pension.city_supplement=5",
       "irregular.late_death_share=0.2", "irregular.late_death_months=2", "irregular.recovered_share=0.5",
       "irregular.suspended_share=0.01"});
  return five;
}

TEST(Gradient, equals_central_differences_of_the_unrounded_rules) {
  std::vector<std::string> paths;
  for (const Direction& direction : directions) paths.emplace_back(direction.path);
  const Gradient gradient = five_years().at(paths);
  for (const Direction& direction : directions) {
    const std::string path = direction.path;
    const Gradient low = five_years().at({}, path + "=" + direction.low);
    const Gradient high = five_years().at({}, path + "=" + direction.high);
    for (const int year : {2024, 2026, 2028}) {
      const double difference = (high.fen("", year) - low.fen("", year)) / between(direction);
      const auto slope = gradient.slope(path, "", year);
      if (difference == 0.0 && !slope) continue;
      ASSERT_TRUE(slope) << path;
      // What cannot be told from the rounding of doubles over a sum of this size is no difference.
      const double noise = 1e-13 * std::abs(low.fen("", year)) / between(direction);
      EXPECT_NEAR(*slope, difference, 1e-6 * std::abs(difference) + noise) << path << " in " << year;
    }
  }
}

TEST(Gradient, follows_the_stated_means_of_synthesized_members) {
  // The members are made anew with other means, each amount to the fen. A few bases cross the floor or the cap on the
  // way, where the derivative has a corner.
  const Gradients one("2024-01..2024-12");
  for (const Direction& direction : {Direction{"roster.civil_service_pension_mean", "5550", "5750"},
                                     Direction{"roster.contribution_base_mean", "7990", "8010"},
                                     Direction{"roster.annuity_base_mean", "4990", "5010"}}) {
    const std::string path = direction.path;
    const Gradient low = one.at({}, path + "=" + direction.low);
    const Gradient high = one.at({}, path + "=" + direction.high);
    const double difference = (high.fen("", 2024) - low.fen("", 2024)) / between(direction);
    const auto slope = one.at({path}).slope(path, "", 2024);
    ASSERT_TRUE(slope) << path;
    ASSERT_NE(difference, 0.0) << path;
    EXPECT_NEAR(*slope / difference, 1.0, path == "roster.contribution_base_mean" ? 2e-3 : 1e-5) << path;
  }
}

TEST(Gradient, stands_at_the_amounts_of_the_books_but_for_rounding) {
  const Gradient gradient = five_years().at({});
  Evaluator evaluator = five_years().evaluator();
  const Evaluation books = evaluator.evaluate({});
  for (int year = 2024; year <= 2028; ++year) {
    const auto exact = static_cast<double>(books.line_total("", year).fen());
    EXPECT_NEAR(gradient.fen("", year) / exact, 1.0, 2e-5) << year;
    for (std::size_t p = 0; p < evaluator.data().law.programmes.size(); ++p) {
      const auto own = static_cast<double>(books.programme_total(p, year).fen());
      // Heating goes on in steps of a yuan, some 1e-4 of it.
      EXPECT_NEAR(gradient.fen("", year, p), own, 2e-4 * std::abs(own) + 100.0)
          << evaluator.data().law.programmes[p].id << " in " << year;
    }
  }
}

TEST(Gradient, of_a_flat_rate_is_what_one_more_yuan_costs_in_the_books) {
  const std::string path = "unity_award.ordinary_per_payment";
  const auto total = [&](const std::string& value) {
    Evaluator evaluator = five_years().evaluator(path + "=" + value);
    return static_cast<double>(evaluator.evaluate({}).line_total("", 2027).fen());
  };
  EXPECT_NEAR(*five_years().at({path}).slope(path, "", 2027), total("601") - total("600"), 10.0);
}

TEST(Gradient, what_moves_whole_members_has_none) {
  const std::vector<std::string> steps{"outlook.early_share", "outlook.civil_service_new_members",
                                       "outlook.enterprise_reaching_old_age", "retirement.minimum_service"};
  const Gradient gradient = five_years().at(steps);
  for (const std::string& path : steps) EXPECT_FALSE(gradient.slope(path, "", 2028)) << path;
}

TEST(Gradient, has_as_many_directions_as_the_law_has_numbers) {
  // More than one pass holds; each direction is what it is alone.
  const std::vector<std::string> all = five_years().all_paths();
  const Gradient together = five_years().at(all);
  std::size_t reached = 0;
  for (const std::string& path : all) reached += together.slope(path, "", 2026) ? std::size_t{1} : 0;
  EXPECT_GT(reached, Dual::lanes);
  for (const char* path : {"mortality.factor.enterprise", "unity_award.eligible_share", "outlook.wage_growth"}) {
    EXPECT_EQ(together.slope(path, "", 2026), five_years().at({path}).slope(path, "", 2026)) << path;
  }
}

TEST(Gradient, is_the_same_on_any_number_of_threads) {
  const std::vector<std::string> paths{"mortality.factor.civil_service", "outlook.wage_growth"};
  const Gradient alone = five_years().at(paths);
  for (const int threads : {2, 7}) {
    const Gradient shared = five_years().at(paths, "", threads);
    for (const std::string& path : paths) EXPECT_EQ(shared.slope(path, "", 2028), alone.slope(path, "", 2028)) << path;
  }
}

}  // namespace
}  // namespace disburse
