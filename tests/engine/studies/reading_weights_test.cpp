// Readings of the document after some months: what was paid decides.
#include "engine/studies/reading_weights.hpp"

#include <gtest/gtest.h>

#include "engine/studies/in_year_estimate.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

class ReadingWeights : public ::testing::Test {
 protected:
  Evaluator evaluator_{base_data(), base_scenario()};
  std::vector<Input> inputs_ = study_inputs(evaluator_.law(), base_data()->unknowns, Month(2024, 1));

  /// Paid to August exactly as one answer of a question projects it.
  Actuals paid_as(const std::string& question, std::size_t option) {
    std::vector<Override> changes;
    for (const Input& input : inputs_) {
      if (input.path == question) changes = input.options[option];
    }
    Actuals actuals;
    actuals.last = Month(2024, 8);
    for (const auto& months : projected_months(evaluator_.evaluate(changes), 2024))
      actuals.programmes.push_back(as_projected(months, actuals.last));
    return actuals;
  }
  const WeighedQuestion& weighed(const std::vector<WeighedQuestion>& all, const std::string& id) {
    for (const WeighedQuestion& one : all) {
      if (one.id == id) return one;
    }
    throw std::runtime_error("no question " + id);
  }
};

TEST_F(ReadingWeights, payments_as_one_reading_has_them_raise_its_weight) {
  for (const std::size_t truth : {std::size_t{0}, std::size_t{1}}) {
    const auto all = weigh_readings(evaluator_, inputs_, paid_as("headcount_reading", truth), 2024);
    const WeighedQuestion& question = weighed(all, "headcount_reading");
    EXPECT_GT(question.answers[truth].after, question.answers[truth].before);
    double sum = 0.0;
    for (const WeighedAnswer& answer : question.answers) sum += answer.after;
    EXPECT_NEAR(sum, 1.0, 1e-12);
  }
}

TEST_F(ReadingWeights, an_award_paid_in_june_leaves_no_doubt_of_its_month) {
  const auto all = weigh_readings(evaluator_, inputs_, paid_as("award_months", 1), 2024);
  EXPECT_GT(weighed(all, "award_months").answers[1].after, 0.99);
}

TEST_F(ReadingWeights, what_is_paid_later_is_not_weighed) {
  // Heating is paid in October: eight months say nothing of it.
  const auto all = weigh_readings(evaluator_, inputs_, paid_as("headcount_reading", 0), 2024);
  for (const WeighedQuestion& question : all) EXPECT_NE(question.id, "heating_standard");
}

/// An adjustment of August, where the answers are June, July and September: of two months that are wrong under July one
/// is wrong under September, and yet September is no nearer the truth. What no answer foresaw is not weighed, and the
/// other readings are.
TEST_F(ReadingWeights, what_no_answer_foresaw_is_not_weighed) {
  Actuals actuals;
  actuals.last = Month(2024, 8);
  const Override august{"adjustment.announced", "2024-08",      "", "--set", {"--set", 0, 0},
                        Month(2024, 1),         Month(2024, 12)};
  for (const auto& months : projected_months(evaluator_.evaluate({august}), 2024))
    actuals.programmes.push_back(as_projected(months, actuals.last));
  const auto all = weigh_readings(evaluator_, inputs_, actuals, 2024);
  for (const WeighedQuestion& question : all) EXPECT_NE(question.id, "adjustment_announced");
  EXPECT_GT(weighed(all, "headcount_reading").answers[0].after, 0.9);
}

TEST_F(ReadingWeights, nothing_paid_changes_no_weight) {
  Actuals actuals = paid_as("headcount_reading", 0);
  for (auto& months : actuals.programmes) months.clear();
  EXPECT_TRUE(weigh_readings(evaluator_, inputs_, actuals, 2024).empty());
}

}  // namespace
}  // namespace disburse
