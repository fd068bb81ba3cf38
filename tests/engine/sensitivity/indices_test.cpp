// Estimators against functions whose answers are known in closed form.
#include "engine/sensitivity/indices.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <numbers>

#include "engine/law/assumption_draw.hpp"

namespace disburse {
namespace {

using Function = double (*)(const std::vector<double>&);

Model model_of(Function f) {
  return [f](const Points& points) {
    Batch values;
    for (const std::vector<double>& point : points) values.push_back(f(point));
    return values;
  };
}

std::vector<Factor> single(std::size_t inputs) {
  std::vector<Factor> factors;
  for (std::size_t i = 0; i < inputs; ++i) factors.push_back({"x" + std::to_string(i), {i}});
  return factors;
}

double ishigami(const std::vector<double>& u) {
  const auto x = [&](std::size_t i) { return std::numbers::pi * (2.0 * u[i] - 1.0); };
  return std::sin(x(0)) + 7.0 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

double sobol_g(const std::vector<double>& u) {
  const double a[] = {0.0, 1.0, 4.5, 9.0};
  double product = 1.0;
  for (std::size_t i = 0; i < 4; ++i) product *= (std::abs(4.0 * u[i] - 2.0) + a[i]) / (1.0 + a[i]);
  return product;
}

void expect_within(const Estimated& estimated, double truth, double most, const char* what) {
  EXPECT_NEAR(estimated.value, truth, most) << what;
  const double slack = most / 2.0;  // an interval of 95 % may miss: the bound above is the test, this tells a wild one
  EXPECT_LE(estimated.low - slack, truth) << what;
  EXPECT_GE(estimated.high + slack, truth) << what;
}

TEST(Sobol, ishigami) {
  // a = 7, b = 0.1: V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2; V1 = (1 + b pi^4/5)^2/2; V2 = a^2/8; V13 = 8 b^2
  // pi^8/225.
  const double pi4 = std::pow(std::numbers::pi, 4);
  const double pi8 = pi4 * pi4;
  const double v1 = std::pow(1.0 + 0.1 * pi4 / 5.0, 2) / 2.0;
  const double v2 = 49.0 / 8.0;
  const double v13 = 8.0 * 0.01 * pi8 / 225.0;
  const double v = v1 + v2 + v13;
  SobolPlan plan{4096, true, 0.0, 1 << 16, 7};
  const SobolResult result = sobol(model_of(ishigami), single(3), 3, plan);
  EXPECT_NEAR(result.variance, v, 0.05 * v);
  EXPECT_NEAR(result.mean, 3.5, 0.05);
  expect_within(result.first[0], v1 / v, 0.02, "S1");
  expect_within(result.first[1], v2 / v, 0.02, "S2");
  expect_within(result.first[2], 0.0, 0.02, "S3");
  expect_within(result.total[0], (v1 + v13) / v, 0.02, "T1");
  expect_within(result.total[1], v2 / v, 0.02, "T2");
  expect_within(result.total[2], v13 / v, 0.02, "T3");
  ASSERT_EQ(result.second.size(), 3u);
  expect_within(result.second[1].index, v13 / v, 0.03, "S13");
  expect_within(result.second[0].index, 0.0, 0.03, "S12");
  EXPECT_EQ(result.evaluations, 4096u * 8u);
  ASSERT_EQ(result.convergence.size(), 4u);
  EXPECT_EQ(result.convergence.back().first, 4096u);
}

TEST(Sobol, g_function) {
  // V_i = 1 / (3 (1 + a_i)^2), V = prod(1 + V_i) - 1.
  const double a[] = {0.0, 1.0, 4.5, 9.0};
  double v = 1.0;
  for (const double ai : a) v *= 1.0 + 1.0 / (3.0 * (1.0 + ai) * (1.0 + ai));
  v -= 1.0;
  const SobolResult result = sobol(model_of(sobol_g), single(4), 4, {4096, false, 0.0, 1 << 16, 3});
  for (std::size_t i = 0; i < 4; ++i) {
    const double vi = 1.0 / (3.0 * (1.0 + a[i]) * (1.0 + a[i]));
    expect_within(result.first[i], vi / v, 0.02, "first");
    expect_within(result.total[i], vi * (v + 1.0) / (1.0 + vi) / v, 0.02, "total");
  }
}

TEST(Sobol, a_budget_line_is_a_product) {
  // 50,000 to 60,000 persons, 550 to 650 yuan, uniform: S_i = cv_i^2 / cv^2, T_i = cv_i^2 (1 + cv_j^2) / cv^2.
  const auto f = [](const std::vector<double>& u) { return (50e3 + 10e3 * u[0]) * (550.0 + 100.0 * u[1]); };
  const double c0 = std::pow(10e3 / std::sqrt(12.0) / 55e3, 2);
  const double c1 = std::pow(100.0 / std::sqrt(12.0) / 600.0, 2);
  const double c = (1.0 + c0) * (1.0 + c1) - 1.0;
  const SobolResult result = sobol(model_of(f), single(2), 2, {1024, false, 0.0, 1 << 16, 1});
  expect_within(result.first[0], c0 / c, 0.02, "persons");
  expect_within(result.first[1], c1 / c, 0.02, "rate");
  expect_within(result.total[0], c0 * (1.0 + c1) / c, 0.02, "persons, all");
}

TEST(Sobol, a_group_is_one_factor_and_widths_can_be_asked_for) {
  const std::vector<Factor> factors{{"both", {0, 2}}, {"second", {1}}};
  SobolPlan plan{64, false, 0.05, 1 << 14, 5};
  const SobolResult result = sobol(model_of(ishigami), factors, 3, plan);
  EXPECT_NEAR(result.total[0].value + result.total[1].value, 1.0, 0.05) << "the two parts do not interact";
  EXPECT_GT(result.samples, 64u);
  for (const Estimated& total : result.total) EXPECT_LE(total.high - total.low, 0.05);
}

TEST(Sobol, refuses_what_is_no_number_and_what_never_moves) {
  const auto nan = [](const std::vector<double>& u) { return u[0] > 0.9 ? std::nan("") : u[0]; };
  EXPECT_THROW(sobol(model_of(nan), single(1), 1, {64, false, 0.0, 64, 1}), UndefinedIndices);
  const auto flat = [](const std::vector<double>&) { return 7.0; };
  EXPECT_THROW(sobol(model_of(flat), single(1), 1, {64, false, 0.0, 64, 1}), UndefinedIndices);
}

/// Another program's estimators of the same functions; run by scripts/test --all, which installs it.
TEST(Sobol, agrees_with_openturns) {
  const char* script = std::getenv("DISBURSE_OPENTURNS");
  if (script == nullptr) GTEST_SKIP() << "DISBURSE_OPENTURNS names no script";
  std::FILE* pipe = popen(("/usr/bin/python3 " + std::string(script)).c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  std::string text;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
  ASSERT_EQ(pclose(pipe), 0);
  const nlohmann::json oracle = nlohmann::json::parse(text);
  const SobolPlan plan{4096, false, 0.0, 1 << 16, 7};
  const auto compare = [&](const SobolResult& own, const nlohmann::json& other) {
    for (std::size_t f = 0; f < own.first.size(); ++f) {
      EXPECT_NEAR(own.first[f].value, other.at("first").at(f).get<double>(), 0.02) << f;
      EXPECT_NEAR(own.total[f].value, other.at("total").at(f).get<double>(), 0.02) << f;
    }
  };
  compare(sobol(model_of(ishigami), single(3), 3, plan), oracle.at("ishigami"));
  compare(sobol(model_of(sobol_g), single(4), 4, plan), oracle.at("g"));
}

TEST(Morris, a_linear_function_has_its_slopes_and_no_spread) {
  const auto f = [](const std::vector<double>& u) { return 3.0 * u[0] - 5.0 * u[1] + 0.0 * u[2]; };
  const MorrisResult result = morris(model_of(f), single(3), 3, 20, 4, 11);
  EXPECT_NEAR(result.effects[0].mu, 3.0, 1e-12);
  EXPECT_NEAR(result.effects[1].mu, -5.0, 1e-12);
  EXPECT_NEAR(result.effects[1].mu_star, 5.0, 1e-12);
  EXPECT_NEAR(result.effects[0].sigma, 0.0, 1e-12);
  EXPECT_EQ(result.effects[2].mu_star, 0.0);
  EXPECT_EQ(result.evaluations, 80u);
}

TEST(Morris, an_interaction_spreads) {
  const auto f = [](const std::vector<double>& u) { return u[0] * u[1]; };
  const MorrisResult result = morris(model_of(f), single(2), 2, 400, 4, 2);
  EXPECT_NEAR(result.effects[0].mu, 0.5, 0.05) << "mean of the other over a symmetric grid";
  EXPECT_GT(result.effects[0].sigma, 0.2);
}

std::vector<double> identity(std::size_t n) {
  std::vector<double> factor(n * n);
  for (std::size_t i = 0; i < n; ++i) factor[i * n + i] = 1.0;
  return factor;
}

TEST(Shapley, ishigami_shares_interactions_in_halves) {
  const double pi4 = std::pow(std::numbers::pi, 4);
  const double v1 = std::pow(1.0 + 0.1 * pi4 / 5.0, 2) / 2.0;
  const double v2 = 49.0 / 8.0;
  const double v13 = 8.0 * 0.01 * pi4 * pi4 / 225.0;
  const double v = v1 + v2 + v13;
  const ShapleyEffects effects = shapley_effects(model_of(ishigami), 3, identity(3), 4096, 9);
  expect_within(effects.share[0], (v1 + v13 / 2.0) / v, 0.02, "first");
  expect_within(effects.share[1], v2 / v, 0.02, "second");
  expect_within(effects.share[2], v13 / 2.0 / v, 0.02, "third");
  double sum = 0.0;
  for (const Estimated& share : effects.share) sum += share.value;
  EXPECT_NEAR(sum, 1.0, 1e-12);
}

TEST(Shapley, correlated_inputs_of_a_sum_share_it) {
  // Y = Z1 + Z2 + Z3, correlation 0.8 of the first two: V = 3 + 1.6; by symmetry (1 + 0.8) each, and 1 for the third.
  const auto f = [](const std::vector<double>& u) {
    return normal_quantile(u[0]) + normal_quantile(u[1]) + normal_quantile(u[2]);
  };
  const std::vector<double> factor{1.0, 0.0, 0.0, 0.8, 0.6, 0.0, 0.0, 0.0, 1.0};
  const ShapleyEffects effects = shapley_effects(model_of(f), 3, factor, 4096, 4);
  expect_within(effects.share[0], 1.8 / 4.6, 0.02, "first");
  expect_within(effects.share[1], 1.8 / 4.6, 0.02, "second");
  expect_within(effects.share[2], 1.0 / 4.6, 0.02, "third");
}

}  // namespace
}  // namespace disburse
