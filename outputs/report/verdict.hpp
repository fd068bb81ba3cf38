#pragma once
// What a report says before anything else (结论): one sentence, then what it rests on and what can be done.
#include <string>
#include <vector>

#include "engine/comparison/run_comparison.hpp"
#include "engine/comparison/scenario_table.hpp"
#include "engine/planning/drafted_budget.hpp"
#include "engine/planning/reforecast_result.hpp"
#include "engine/planning/study_result.hpp"
#include "outputs/report/wording.hpp"

namespace disburse {

/// A report's first words. Lines that exceed their budget come before the total, which may hide them.
struct Verdict {
  std::string sentence;
  std::vector<std::string> points;  ///< the total, three causes at most, what can be done
};

/// The sentence with the first point: how the lines stand, and the total.
std::string brief_text(const Verdict& verdict, Language language);

Verdict run_verdict(const RunResult& run, const Wording& words);
Verdict comparison_verdict(const ComparisonResult& comparison, const Wording& words);
/// Every scenario's years against the base; then the lines that each lets go over.
Verdict table_verdict(const ScenarioTable& table, const Wording& words);
/// What changed since the plan of the year, and where the year will end.
Verdict reforecast_verdict(const ReforecastResult& result, const Wording& words);
Verdict draft_verdict(const DraftedBudget& budget, const Wording& words);
Verdict study_verdict(const StudyResult& study, const Wording& words);

}  // namespace disburse
