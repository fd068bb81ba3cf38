// Correlations of a scenario: followed, or refused by name, by every command.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

std::string correlated(const std::string& pairs) {
  return "schema = \"disburse/scenario/1\"\nname = \"c\"\ntitle = \"t\"\nauthor = \"a\"\nreference = \"r\"\n"
         "extends = \"zhongwei-2024\"\n" +
         pairs;
}
std::string pair_of(const std::string& first, const std::string& second, const std::string& value) {
  return "[[correlation]]\nfirst = \"" + first + "\"\nsecond = \"" + second + "\"\nvalue = \"" + value +
         "\"\nsource = \"s\"\n";
}

/// Shapley effects follow correlations; what takes inputs as independent refuses them by name.
TEST(Correlations, are_followed_or_refused) {
  const ScratchFolder folder;
  folder.write("c.toml",
               correlated(pair_of("mortality.factor.civil_service", "counts.civil_service_entrants", "-0.6")));
  const std::string about = " c.toml --line 2080507 --samples 64";
  for (const char* method : {"sobol", "morris"}) {
    const Ran refused = folder.run("sensitivity --method " + std::string(method) + about);
    EXPECT_EQ(refused.exit_code, 2) << method;
    EXPECT_THAT(refused.err, HasSubstr("--method shapley")) << method;
    EXPECT_EQ(folder.run("sensitivity --inputs mortality.factor.civil_service --method " + std::string(method) + about)
                  .exit_code,
              0)
        << "one of the two alone";
  }
  EXPECT_EQ(folder.run("sensitivity --method shapley" + about).exit_code, 0);
}

/// What a common cause moves is not drawn by itself: a correlation of it would be left out without a word.
TEST(Correlations, of_what_a_common_cause_moves_are_refused_by_name) {
  const ScratchFolder folder;
  folder.write("c.toml",
               correlated(pair_of("mortality.factor.civil_service", "roster.civil_service_pension_mean", "-0.6")));
  for (const char* command : {"run c.toml", "sensitivity c.toml", "run --mode stochastic c.toml"}) {
    const Ran ran = folder.run(command);
    EXPECT_EQ(ran.exit_code, 4) << command;
    EXPECT_THAT(ran.err, HasSubstr("roster.civil_service_pension_mean")) << command;
  }
}

/// Correlations that cannot hold together are refused wherever the scenario is read.
TEST(Correlations, that_cannot_be_are_refused_everywhere) {
  const ScratchFolder folder;
  const std::string a = "mortality.factor.civil_service";
  const std::string b = "counts.civil_service_entrants";
  const std::string c = "mortality.factor.resident";
  folder.write("c.toml", correlated(pair_of(a, b, "0.9") + pair_of(a, c, "0.9") + pair_of(b, c, "-0.9")));
  for (const char* command :
       {"check c.toml", "run c.toml", "compare zhongwei-2024 c.toml", "cash c.toml", "sensitivity c.toml",
        "sensitivity --method sobol c.toml", "sensitivity --method morris c.toml"}) {
    const Ran ran = folder.run(command);
    EXPECT_EQ(ran.exit_code, 4) << command;
    EXPECT_THAT(ran.err, HasSubstr("0.55")) << command << ran.err;  // 1 / 1.8: the least eigenvalue is 1 - 1.8
  }
  folder.write("c.toml", correlated(pair_of(a, b, "0.5") + pair_of(b, a, "0.4")));
  EXPECT_THAT(folder.run("check c.toml").err, HasSubstr("写了两次"));
}

}  // namespace
}  // namespace disburse
