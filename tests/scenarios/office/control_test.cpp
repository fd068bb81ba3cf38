// Figures that the office knows, held against what was read.
#include "scenarios/office/control.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

std::vector<std::string> rules(const std::string& controls, const StockCounts& read) {
  const ScratchFolder folder;
  folder.write("control.toml", "schema = \"disburse/office-control/1\"\n" + controls);
  StockCounts counts = read;
  std::vector<OfficeFinding> findings;
  check_control(folder.path() / "control.toml", counts, findings);
  std::vector<std::string> found;
  for (const OfficeFinding& finding : findings) found.push_back(finding.rule);
  return found;
}

const StockCounts read{{{Scheme::enterprise, Role::pensioner}, {3, Money::fen(900'001)}}};
constexpr const char* enterprise = "[[control]]\nscheme = \"enterprise\"\nrole = \"pensioner\"\n";

TEST(OfficeControl, tells_persons_and_money_that_differ) {
  using Rules = std::vector<std::string>;
  EXPECT_EQ(rules(std::string(enterprise) + "persons = 3\nmonthly = \"9000.01\"\n", read), Rules{});
  EXPECT_EQ(rules(std::string(enterprise) + "persons = 4\nmonthly = \"9000.01\"\n", read), Rules{"control_persons"});
  EXPECT_EQ(rules(std::string(enterprise) + "persons = 3\nmonthly = \"9000.00\"\n", read), Rules{"control_money"});
  EXPECT_EQ(rules(std::string(enterprise) + "persons = 2\nmonthly = \"1\"\n", read),
            (Rules{"control_persons", "control_money"}));
  EXPECT_EQ(rules("[[control]]\nscheme = \"resident\"\nrole = \"payer\"\npersons = 1\n", read),
            Rules{"control_persons"})
      << "of whom nobody was read";
}

TEST(OfficeControl, refuses_what_is_no_control) {
  EXPECT_THROW(rules("[[control]]\nscheme = \"army\"\nrole = \"pensioner\"\npersons = 1\n", read), InputRejected);
  EXPECT_THROW(rules(std::string(enterprise) + "monthly = \"much\"\n", read), InputRejected);
  EXPECT_THROW(rules(std::string(enterprise) + "person = 3\n", read), InputRejected) << "a key that nobody reads";
}

}  // namespace
}  // namespace disburse
