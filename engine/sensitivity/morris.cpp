#include <numeric>

#include "engine/base/error.hpp"
#include "engine/sensitivity/indices_common.hpp"

namespace disburse {
namespace {

/// Random whole numbers for one trajectory.
class Draws {
 public:
  Draws(std::uint64_t seed, std::uint64_t trajectory) : seed_(seed), trajectory_(trajectory) {}
  std::size_t below(std::size_t bound) {
    const std::uint64_t word = draw(seed_, Stream::study, trajectory_, 2, next_ / 4)[next_ % 4];
    ++next_;
    return static_cast<std::size_t>(word * bound >> 32);
  }

 private:
  std::uint64_t seed_, trajectory_;
  std::uint32_t next_ = 0;
};

}  // namespace

MorrisResult morris(const Model& model, const std::vector<Factor>& factors, std::size_t inputs,
                    std::size_t trajectories, std::size_t levels, std::uint64_t seed) {
  EXPECT(levels >= 2 && levels % 2 == 0 && trajectories >= 2);
  const double step = static_cast<double>(levels) / (2.0 * static_cast<double>(levels - 1));
  const std::size_t k = factors.size();
  Points points;
  std::vector<std::vector<std::size_t>> orders;
  std::vector<std::vector<double>> signs;
  for (std::size_t t = 0; t < trajectories; ++t) {
    Draws draws(seed, t);
    // Begin on the lower half of the grid or its mirror, so that one step up or down stays in the cube.
    std::vector<double> at(inputs);
    std::vector<double> sign(k, 1.0);
    for (double& x : at) x = static_cast<double>(draws.below(levels / 2)) / static_cast<double>(levels - 1);
    for (std::size_t f = 0; f < k; ++f) {
      if (draws.below(2) == 0) continue;
      sign[f] = -1.0;
      for (const std::size_t input : factors[f].inputs) at[input] += step;
    }
    std::vector<std::size_t> order(k);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = k; i-- > 1;) std::swap(order[i], order[draws.below(i + 1)]);
    points.push_back(at);
    for (const std::size_t f : order) {
      for (const std::size_t input : factors[f].inputs) at[input] += sign[f] * step;
      points.push_back(at);
    }
    orders.push_back(std::move(order));
    signs.push_back(std::move(sign));
  }
  const Batch values = answers(model, points);
  std::vector<std::vector<double>> effects(k);
  for (std::size_t t = 0; t < trajectories; ++t) {
    for (std::size_t i = 0; i < k; ++i) {
      const std::size_t f = orders[t][i];
      const std::size_t before = t * (k + 1) + i;
      effects[f].push_back((values[before + 1] - values[before]) / (signs[t][f] * step));
    }
  }
  MorrisResult result;
  result.evaluations = points.size();
  const auto n = static_cast<double>(trajectories);
  for (const std::vector<double>& own : effects) {
    ElementaryEffect effect;
    for (const double one : own) {
      effect.mu += one / n;
      effect.mu_star += std::abs(one) / n;
    }
    for (const double one : own) effect.sigma += (one - effect.mu) * (one - effect.mu) / (n - 1.0);
    effect.sigma = std::sqrt(effect.sigma);
    result.effects.push_back(effect);
  }
  return result;
}

}  // namespace disburse
