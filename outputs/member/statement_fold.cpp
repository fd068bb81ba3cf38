#include "outputs/member/statement_fold.hpp"

#include <algorithm>
#include <tuple>

namespace disburse {
namespace {

bool same_steps(const std::vector<Step>& a, const std::vector<Step>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Step& left, const Step& right) {
    return left.text == right.text && left.amount == right.amount;
  });
}

/// Paid after the same delay, or in one month together, as arrears are.
bool same_payday(const StatementEntry& a, const StatementEntry& b) {
  if (a.paid.is_none() || b.paid.is_none()) return a.paid.is_none() == b.paid.is_none();
  return a.paid == b.paid || a.paid - a.due == b.paid - b.due;
}

bool same_content(const StatementEntry& a, const StatementEntry& b, const CitedParameters& cited) {
  const auto plain = [](const StatementEntry& e) {
    return std::tie(e.component, e.clause, e.formula, e.payer, e.kind, e.on_death, e.amount, e.reason);
  };
  return plain(a) == plain(b) && same_payday(a, b) && same_steps(a.steps, b.steps) &&
         cited.marks(a.parameters) == cited.marks(b.parameters);
}

StatementProgramme& programme_of(std::vector<StatementProgramme>& programmes, const StatementEntry& entry) {
  const auto at = std::find_if(programmes.begin(), programmes.end(),
                               [&](const StatementProgramme& p) { return p.id == entry.programme; });
  if (at != programmes.end()) return *at;
  programmes.push_back({entry.programme, entry.programme_name, entry.programme_name_en, entry.clause, {}});
  return programmes.back();
}

void add(StatementProgramme& programme, const StatementEntry& entry, const CitedParameters& cited) {
  for (StatementSpan& span : programme.spans) {
    if (entry.due - span.last->due == 1 && same_content(*span.last, entry, cited)) {
      span.last = &entry;
      return;
    }
  }
  programme.spans.push_back({&entry, &entry});
}

}  // namespace

std::vector<StatementProgramme> folded(const Statement& statement, const CitedParameters& cited) {
  std::vector<StatementProgramme> programmes;
  for (const StatementEntry& entry : statement.entries) add(programme_of(programmes, entry), entry, cited);
  for (StatementProgramme& programme : programmes) {
    std::stable_sort(programme.spans.begin(), programme.spans.end(),
                     [](const StatementSpan& a, const StatementSpan& b) { return a.first->due < b.first->due; });
  }
  return programmes;
}

}  // namespace disburse
