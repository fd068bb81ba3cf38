#include "scenarios/office/findings.hpp"

#include <algorithm>

namespace disburse {

std::vector<FindingGroup> grouped(const std::vector<OfficeFinding>& findings) {
  std::map<std::string, FindingGroup> by_rule;
  for (const OfficeFinding& finding : findings) {
    FindingGroup& group = by_rule[finding.rule];
    group.rule = finding.rule;
    group.severity = finding.severity;
    group.stake += finding.stake;
    ++group.count;
    group.findings.push_back(&finding);
  }
  std::vector<FindingGroup> groups;
  for (auto& [rule, group] : by_rule) groups.push_back(std::move(group));
  std::stable_sort(groups.begin(), groups.end(), [](const FindingGroup& a, const FindingGroup& b) {
    return a.severity != b.severity ? a.severity < b.severity : a.stake > b.stake;
  });
  return groups;
}

}  // namespace disburse
