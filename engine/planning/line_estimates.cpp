#include "engine/planning/line_estimates.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace disburse {

bool is_line_code(const std::string& text) {
  constexpr std::size_t item_digits = 7;
  return text.size() == item_digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::set<std::string> codes_of(const std::vector<Outturn>& outturns) {
  std::set<std::string> codes;
  for (const Outturn& one : outturns) {
    if (is_line_code(one.programme)) codes.insert(one.programme);
  }
  return codes;
}

std::vector<IssuedEstimate> with_lines(std::vector<IssuedEstimate> estimates,
                                       const std::vector<ProgrammeDefinition>& programmes,
                                       const std::set<std::string>& codes) {
  const std::vector<IssuedEstimate> issued = std::move(estimates);
  std::vector<IssuedEstimate> all = issued;
  for (const std::string& code : codes) {
    std::set<std::string> on_line;
    for (const ProgrammeDefinition& programme : programmes) {
      if (programme.line == code) on_line.insert(programme.id);
    }
    std::map<std::tuple<Date, std::string, std::string, int>, std::vector<IssuedEstimate>> together;
    for (const IssuedEstimate& one : issued) {
      if (on_line.contains(one.programme)) together[{one.made, one.kind, one.scenario, one.year}].push_back(one);
    }
    for (const auto& [issue, parts] : together) {
      if (parts.size() != on_line.size()) continue;
      IssuedEstimate sum = parts.front();
      sum.programme = code;
      for (std::size_t i = 1; i < parts.size(); ++i) sum.amount += parts[i].amount;
      if (parts.size() > 1) sum.low = sum.high = std::nullopt;
      all.push_back(std::move(sum));
    }
  }
  return all;
}

}  // namespace disburse
