#include "engine/comparison/agency_group.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace disburse {
namespace {

void add(Comparison& sum, const Comparison& amount) {
  sum.projected += amount.projected;
  if (sum.budget && amount.budget)
    *sum.budget += *amount.budget;
  else
    sum.budget.reset();
}

GroupLine empty_line(std::string code, std::string name, std::size_t agencies) {
  return {std::move(code), std::move(name), {Money(), Money()}, std::vector<std::optional<Comparison>>(agencies)};
}

void put(GroupLine& line, std::size_t agency, const Comparison& amount) {
  line.agencies[agency] = amount;
  add(line.sum, amount);
}

std::vector<GroupLine> lines_of(const std::vector<AgencyRun>& agencies) {
  std::map<std::string, GroupLine> lines;
  for (std::size_t a = 0; a < agencies.size(); ++a) {
    for (const LineFigure& figure : agencies[a].run.lines) {
      const auto at = lines.try_emplace(figure.code, empty_line(figure.code, figure.name, agencies.size())).first;
      put(at->second, a, figure.amount);
    }
  }
  std::vector<GroupLine> sorted;
  for (auto& [code, line] : lines) sorted.push_back(std::move(line));
  return sorted;
}

GroupPayer& payer_in(std::vector<GroupPayer>& payers, const PayerDefinition& definition, std::size_t agencies) {
  const auto known = std::find_if(payers.begin(), payers.end(), [&](const GroupPayer& one) {
    return one.id == definition.id && one.name == definition.name;
  });
  if (known != payers.end()) return *known;
  payers.push_back({definition.id, definition.name, definition.name_en, Money(), std::vector<Money>(agencies)});
  return payers.back();
}

std::vector<GroupPayer> group_payers(const std::vector<AgencyRun>& agencies) {
  std::vector<GroupPayer> payers;
  for (std::size_t a = 0; a < agencies.size(); ++a) {
    const std::vector<ProgrammeResult>& programmes = agencies[a].run.programmes;
    for (const Payer& payer : payers_of(programmes)) {
      GroupPayer& one = payer_in(payers, payer.definition(), agencies.size());
      for (const ProgrammeResult& programme : programmes) {
        for (const auto& [who, amount] : programme.by_payer) {
          if (who != payer) continue;
          one.agencies[a] += amount;
          one.sum += amount;
        }
      }
    }
  }
  return payers;
}

}  // namespace

AgencyGroup group_of(std::string name, std::vector<AgencyRun> agencies) {
  AgencyGroup group{std::move(name),       agencies.front().run.fiscal_year, {}, lines_of(agencies), {},
                    group_payers(agencies)};
  group.total = empty_line("", "", agencies.size());
  for (std::size_t a = 0; a < agencies.size(); ++a) put(group.total, a, agencies[a].run.total);
  group.agencies = std::move(agencies);
  return group;
}

}  // namespace disburse
