// Findings in the order in which an office mends them.
#include "scenarios/office/findings.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

OfficeFinding finding(const char* rule, Severity severity, std::int64_t yuan) {
  OfficeFinding one;
  one.rule = rule;
  one.severity = severity;
  one.stake = Money::yuan(yuan);
  return one;
}

TEST(OfficeFindings, stand_by_rule_errors_first_and_the_most_costly_before_the_others) {
  const std::vector<OfficeFinding> findings{finding("dear_warning", Severity::warning, 900),
                                            finding("cheap", Severity::error, 5), finding("dear", Severity::error, 4),
                                            finding("dear", Severity::error, 3), finding("note", Severity::note, 9000)};
  const std::vector<FindingGroup> groups = grouped(findings);
  std::vector<std::string> rules;
  for (const FindingGroup& group : groups) rules.push_back(group.rule);
  EXPECT_EQ(rules, (std::vector<std::string>{"dear", "cheap", "dear_warning", "note"}));
  EXPECT_EQ(groups[0].count, 2u);
  EXPECT_EQ(groups[0].stake, Money::yuan(7));
  ASSERT_EQ(groups[0].findings.size(), 2u);
  EXPECT_EQ(groups[0].findings[0], &findings[2]);
  EXPECT_TRUE(grouped({}).empty());
}

}  // namespace
}  // namespace disburse
