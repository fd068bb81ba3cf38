// Members kept scheme by scheme are those that would be made anew.
#include "engine/session/synthesized_parts.hpp"

#include <gtest/gtest.h>

#include "support/city.hpp"

namespace disburse {
namespace {

ParameterTree law_with(const LoadedData& data, const std::vector<std::string>& sets) {
  InputOptions options;
  options.sets = sets;
  ParameterTree law = data.law.parameters;
  apply_scenario(law, scenario_of(options, find_data()));
  return law;
}

TEST(SynthesizedParts, are_the_members_that_would_be_made_anew) {
  const Scenario scenario = scenario_of(InputOptions{}, find_data());
  const LoadedData data = load_data(InputOptions{}, scenario);
  SynthesizedParts parts;
  // The second changes one scheme, the third goes back, the fourth changes another, the last the seed.
  const std::vector<std::pair<std::vector<std::string>, std::uint64_t>> wanted{
      {{}, 7},
      {{"roster.civil_service_pension_mean=5600元"}, 7},
      {{}, 7},
      {{"counts.resident_payers=50000"}, 7},
      {{}, 8}};
  for (const auto& [sets, seed] : wanted) {
    const ParameterTree law = law_with(data, sets);
    const Roster anew = synthesize(data.recipe, law, *data.mortality, seed);
    const Roster kept = parts.roster(data.recipe, law, *data.mortality, seed);
    EXPECT_EQ(digest_of(kept), digest_of(anew)) << (sets.empty() ? "base" : sets[0]) << " " << seed;
    EXPECT_EQ(kept.source, anew.source);
  }
}

TEST(SynthesizedParts, tell_what_they_rest_on_when_they_are_kept_too) {
  const LoadedData data = load_data(InputOptions{}, scenario_of(InputOptions{}, find_data()));
  const ParameterTree law = law_with(data, {});
  SynthesizedParts parts;
  std::set<std::string, std::less<>> made, kept;
  for (auto* reads : {&made, &kept}) {
    const Recording recording(law, *reads);
    parts.roster(data.recipe, law, *data.mortality, 7);
  }
  EXPECT_TRUE(made.contains("roster.civil_service_pension_mean"));
  EXPECT_EQ(made, kept);
}

}  // namespace
}  // namespace disburse
