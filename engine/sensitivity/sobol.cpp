#include "engine/base/error.hpp"
#include "engine/sensitivity/indices_common.hpp"

namespace disburse {
namespace {

/// Outputs on the matrices A and B, and on each with the columns of one factor from the other.
struct Outputs {
  Batch a, b;
  std::vector<Batch> a_b, b_a;  // by factor
  double mean = 0.0;
};

Points with_columns(const Points& own, const Points& other, const Factor& factor) {
  Points mixed = own;
  for (std::size_t row = 0; row < mixed.size(); ++row) {
    for (const std::size_t input : factor.inputs) mixed[row][input] = other[row][input];
  }
  return mixed;
}

Outputs run(const Model& model, const std::vector<Factor>& factors, std::size_t inputs, std::size_t samples,
            bool second_order, std::uint64_t seed) {
  const Points both = sobol_points(samples, 2 * inputs, seed);
  Points a;
  Points b;
  for (const std::vector<double>& row : both) {
    const auto middle = row.begin() + static_cast<std::ptrdiff_t>(inputs);
    a.emplace_back(row.begin(), middle);
    b.emplace_back(middle, row.end());
  }
  Outputs outputs;
  outputs.a = answers(model, a);
  outputs.b = answers(model, b);
  for (const Factor& factor : factors) {
    outputs.a_b.push_back(answers(model, with_columns(a, b, factor)));
    if (second_order) outputs.b_a.push_back(answers(model, with_columns(b, a, factor)));
  }
  // Centred: the estimators subtract products, and a large mean would drown them.
  for (std::size_t i = 0; i < samples; ++i)
    outputs.mean += (outputs.a[i] + outputs.b[i]) / (2.0 * static_cast<double>(samples));
  const auto centre = [&](Batch& values) {
    for (double& value : values) value -= outputs.mean;
  };
  centre(outputs.a);
  centre(outputs.b);
  for (Batch& values : outputs.a_b) centre(values);
  for (Batch& values : outputs.b_a) centre(values);
  return outputs;
}

using Rows = std::vector<std::uint32_t>;

double variance_of(const Outputs& outputs, const Rows& rows) {
  double sum = 0.0;
  double squares = 0.0;
  for (const std::uint32_t i : rows) {
    sum += outputs.a[i] + outputs.b[i];
    squares += outputs.a[i] * outputs.a[i] + outputs.b[i] * outputs.b[i];
  }
  const double n = 2.0 * static_cast<double>(rows.size());
  return squares / n - (sum / n) * (sum / n);
}

/// Saltelli et al. 2010: mean of f(B) (f(A_B) - f(A)) / V.
double first_order(const Outputs& outputs, std::size_t factor, const Rows& rows) {
  double sum = 0.0;
  for (const std::uint32_t i : rows) sum += outputs.b[i] * (outputs.a_b[factor][i] - outputs.a[i]);
  return sum / static_cast<double>(rows.size()) / variance_of(outputs, rows);
}

/// Jansen 1999: mean of (f(A) - f(A_B))^2 / 2 V.
double total_order(const Outputs& outputs, std::size_t factor, const Rows& rows) {
  double sum = 0.0;
  for (const std::uint32_t i : rows) {
    const double difference = outputs.a[i] - outputs.a_b[factor][i];
    sum += difference * difference;
  }
  return sum / (2.0 * static_cast<double>(rows.size())) / variance_of(outputs, rows);
}

/// Mean of f(B_A^i) f(A_B^j) - f(A) f(B), over V, less both first orders (Saltelli 2002).
double second_order(const Outputs& outputs, std::size_t first, std::size_t second, const Rows& rows) {
  double sum = 0.0;
  for (const std::uint32_t i : rows)
    sum += outputs.b_a[first][i] * outputs.a_b[second][i] - outputs.a[i] * outputs.b[i];
  return sum / static_cast<double>(rows.size()) / variance_of(outputs, rows) - first_order(outputs, first, rows) -
         first_order(outputs, second, rows);
}

SobolResult indices(const Outputs& outputs, std::size_t factors, const SobolPlan& plan) {
  SobolResult result;
  const std::size_t rows = outputs.a.size();
  Rows all(rows);
  for (std::size_t i = 0; i < rows; ++i) all[i] = static_cast<std::uint32_t>(i);
  result.mean = outputs.mean;
  result.variance = variance_of(outputs, all);
  if (!(result.variance > 0.0))
    throw UndefinedIndices("no input moves the output: there is no variance to share out"_m);
  for (std::size_t f = 0; f < factors; ++f) {
    result.first.push_back(estimated(rows, plan.seed, [&](const Rows& some) { return first_order(outputs, f, some); }));
    result.total.push_back(estimated(rows, plan.seed, [&](const Rows& some) { return total_order(outputs, f, some); }));
  }
  if (plan.second_order) {
    for (std::size_t f = 0; f < factors; ++f) {
      for (std::size_t g = f + 1; g < factors; ++g) {
        result.second.push_back(
            {f, g, estimated(rows, plan.seed, [&](const Rows& some) { return second_order(outputs, f, g, some); })});
      }
    }
  }
  for (std::size_t part = std::max<std::size_t>(rows / 8, 2); part <= rows; part *= 2) {
    const Rows some(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(part));
    std::vector<double> totals;
    for (std::size_t f = 0; f < factors; ++f) totals.push_back(total_order(outputs, f, some));
    result.convergence.emplace_back(part, std::move(totals));
  }
  result.samples = rows;
  result.evaluations = rows * (factors * (plan.second_order ? 2 : 1) + 2);
  return result;
}

}  // namespace

SobolResult sobol(const Model& model, const std::vector<Factor>& factors, std::size_t inputs, const SobolPlan& plan) {
  EXPECT(plan.samples >= 8 && (plan.samples & (plan.samples - 1)) == 0);
  std::size_t evaluations = 0;
  for (std::size_t samples = plan.samples;; samples *= 2) {
    SobolResult result =
        indices(run(model, factors, inputs, samples, plan.second_order, plan.seed), factors.size(), plan);
    evaluations += result.evaluations;
    result.evaluations = evaluations;
    const bool narrow = std::all_of(result.total.begin(), result.total.end(),
                                    [&](const Estimated& total) { return total.high - total.low <= plan.until_width; });
    if (plan.until_width <= 0.0 || narrow || samples * 2 > plan.most_samples) return result;
  }
}

}  // namespace disburse
