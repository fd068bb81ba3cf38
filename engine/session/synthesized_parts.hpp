#pragma once
// Synthesized members, kept scheme by scheme for many what-ifs.
#include <array>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "engine/law/parameters.hpp"
#include "engine/members/mortality.hpp"
#include "scenarios/rosters/roster_recipe.hpp"

namespace disburse {

/// The roster that `synthesize` makes. A scheme's members are made anew only where a value that was looked up in making
/// them differs: with equal values the recipe would look up the same ones and make the same members. Any thread may
/// call; recipe and mortality are always the same.
class SynthesizedParts {
 public:
  Roster roster(const Recipe& recipe, const ParameterTree& law, const Mortality& mortality, std::uint64_t seed);
  /// Its members of one scheme.
  Roster roster(const Recipe& recipe, const ParameterTree& law, const Mortality& mortality, std::uint64_t seed,
                Scheme scheme);

 private:
  struct Part {
    std::uint64_t seed = 0;
    std::vector<std::pair<std::string, std::vector<DatedValue>>> read;  // by path
    Roster members;
    bool holds(const ParameterTree& law, std::uint64_t own_seed) const;
  };
  using Kept = std::vector<std::shared_ptr<const Part>>;

  std::shared_ptr<const Part> part(const Recipe& recipe, const ParameterTree& law, const Mortality& mortality,
                                   std::uint64_t seed, Scheme scheme);

  std::mutex guard_;
  std::array<Kept, scheme_count> kept_;
};

}  // namespace disburse
