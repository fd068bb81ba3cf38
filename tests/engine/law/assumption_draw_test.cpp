// Distributions of assumptions against values worked out elsewhere, and their draws with a stated false-alarm rate.
#include "engine/law/assumption_draw.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace disburse {
namespace {

TEST(Distributions, the_normal_quantile_has_its_published_values) {
  // Tables of the standard normal distribution.
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
  EXPECT_NEAR(normal_quantile(0.9), 1.2815515655446004, 1e-14);
  EXPECT_NEAR(normal_quantile(0.001), -3.090232306167813, 1e-13);
  EXPECT_NEAR(normal_quantile(1e-12), -7.034483825301131, 1e-12);
  EXPECT_EQ(normal_quantile(0.5), 0.0);
  for (double u = 0.0005; u < 1.0; u += 0.0005) EXPECT_NEAR(normal_probability(normal_quantile(u)), u, 1e-14);
}

TEST(Distributions, low_and_high_are_the_ten_and_ninety_per_cent_points) {
  for (const char* shape : {"triangular", "uniform", "normal"}) {
    EXPECT_NEAR(quantile_of(shape, 0.01, 0.025, 0.05, 0.1), 0.01, 1e-9) << shape;
    EXPECT_NEAR(quantile_of(shape, 0.01, 0.025, 0.05, 0.9), 0.05, 1e-9) << shape;
    double before = -1e9;
    for (double u = 0.01; u < 1.0; u += 0.01) {
      const double value = quantile_of(shape, 0.01, 0.025, 0.05, u);
      EXPECT_GT(value, before) << shape << u;
      before = value;
    }
  }
  // A symmetric triangle on [-1, 1] about 0 has F(x) = (1 + x)^2 / 2 below 0: its 10 % point is 0.2^(1/2) - 1.
  const double low = std::sqrt(0.2) - 1.0;
  EXPECT_NEAR(quantile_of("triangular", low, 0.0, -low, 0.02), std::sqrt(0.04) - 1.0, 1e-9);
  EXPECT_NEAR(quantile_of("uniform", 0.1, 0.5, 0.9, 0.25), 0.25, 1e-12);
}

ParameterTree law_with_two() {
  ParameterTree law;
  InputErrors errors;
  for (const char* path : {"a.rate", "b.count"}) {
    Parameter parameter;
    parameter.path = path;
    parameter.name = path;
    parameter.unit = std::string(path) == "a.rate" ? Unit::rate : Unit::persons;
    parameter.minimum = parse_value(parameter.unit, "0");
    parameter.values.push_back({Month(2024, 1),
                                std::nullopt,
                                Date{2023, 1, 1},
                                *parse_value(parameter.unit, parameter.unit == Unit::rate ? "0.03" : "150"),
                                Status::assumed,
                                "test",
                                {}});
    law.add(parameter);
  }
  law.set_uncertainty("a.rate", "0.01", "0.05", "uniform", "test", {}, errors);
  law.set_uncertainty("b.count", "100", "250", "normal", "test", {}, errors);
  EXPECT_TRUE(errors.empty());
  return law;
}

double number(const std::string& text) { return std::stod(text); }

TEST(AssumptionDraw, has_the_shape_and_the_correlation_that_were_stated) {
  const ParameterTree law = law_with_two();
  const AssumptionDraw draw(law, Month(2024, 12), {{"a.rate", "b.count", 0.6, {}}});
  ASSERT_EQ(draw.paths(), (std::vector<std::string>{"a.rate", "b.count"}));
  constexpr int n = 20'000;
  int below_low = 0;
  double product = 0.0;
  for (int i = 0; i < n; ++i) {
    const auto set = draw.set(7, static_cast<std::uint32_t>(i));
    const double rate = number(set[0].value);
    const double count = number(set[1].value);
    EXPECT_GE(rate, 0.0);
    EXPECT_EQ(count, std::floor(count)) << "persons are whole";
    below_low += rate < 0.01 ? 1 : 0;
    // Scores: the uniform's by its own distribution function (ends 0.005 and 0.055), the normal's by 175 and 58.5.
    const double u = std::clamp((rate - 0.005) / 0.05, 1e-6, 1 - 1e-6);
    product += normal_quantile(u) * (count - 175.0) / (150.0 / (2 * 1.2815515655446004));
  }
  // A share of 0.1 from 20,000: standard deviation 0.0021; 4.5 of them, a false alarm in 1.5e5.
  EXPECT_NEAR(below_low / static_cast<double>(n), 0.1, 4.5 * 0.00212);
  EXPECT_NEAR(product / n, 0.6, 4.5 * (1 + 0.36) / std::sqrt(double{n}));
}

TEST(AssumptionDraw, a_set_does_not_depend_on_what_else_is_uncertain) {
  const ParameterTree law = law_with_two();
  ParameterTree one;
  one.add(*law.find("a.rate"));
  const AssumptionDraw both(law, Month(2024, 12), {});
  const AssumptionDraw alone(one, Month(2024, 12), {});
  for (std::uint32_t i = 0; i < 50; ++i) EXPECT_EQ(both.set(7, i)[0].value, alone.set(7, i)[0].value);
}

TEST(AssumptionDraw, refuses_correlations_that_cannot_be) {
  ParameterTree law = law_with_two();
  Parameter third = *law.find("a.rate");
  third.path = "c.rate";
  law.add(third);
  const auto message = [&](const std::vector<Correlation>& correlations) {
    try {
      AssumptionDraw(law, Month(2024, 12), correlations);
    } catch (const InputRejected& rejected) {
      return std::string(rejected.what());
    }
    return std::string("accepted");
  };
  EXPECT_THAT(message({{"a.rate", "b.counts", 0.5, {}}}), testing::HasSubstr("Did you mean b.count?"));
  EXPECT_THAT(message({{"a.rate", "b.count", 1.0, {}}}), testing::HasSubstr("no correlation"));
  EXPECT_THAT(message({{"a.rate", "a.rate", 0.5, {}}}),
              testing::AllOf(testing::HasSubstr("named as both"), testing::Not(testing::HasSubstr("Write value"))));
  EXPECT_THAT(message({{"a.rate", "b.count", 0.9, {}}, {"a.rate", "c.rate", 0.9, {}}, {"b.count", "c.rate", -0.9, {}}}),
              testing::HasSubstr("positive semi-definite"));
  // Singular and valid: 1 - 0.25 - 0.25 - 0.25 - 2 x 0.125 = 0. The third is the difference of the two.
  EXPECT_EQ(message({{"a.rate", "b.count", 0.5, {}}, {"a.rate", "c.rate", 0.5, {}}, {"b.count", "c.rate", -0.5, {}}}),
            "accepted");
  EXPECT_EQ(message({{"a.rate", "b.count", -0.9, {}}}), "accepted");
}

}  // namespace
}  // namespace disburse
