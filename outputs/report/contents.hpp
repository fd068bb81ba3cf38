#pragma once
// What a report of each kind of result holds, and in which order.
#include "engine/comparison/cash.hpp"
#include "engine/comparison/run_comparison.hpp"
#include "engine/comparison/scenario_table.hpp"
#include "engine/planning/drafted_budget.hpp"
#include "engine/planning/reforecast_result.hpp"
#include "engine/planning/study_result.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/run_beside.hpp"
#include "outputs/report/exhibits.hpp"

namespace disburse {

/// What every report is told beside its result.
struct ReportTerms {
  Language language = Language::zh;
  std::vector<std::string> commands;  ///< that make the report again, one after the other
};

/// Results that are shown with a run's.
struct BesideRun {
  std::vector<StudyResult> studies;
  std::vector<CashPlan> cash;
  RunBeside estimate = {};  ///< how far the estimate is known
};

/// A run; what it has no data for (risk, sensitivity, pay days) is left out, and the last exhibit says so.
ReportContent run_content(const RunResult& run, const BesideRun& beside, const ReportTerms& terms);
ReportContent study_content(const StudyResult& study, const DoubtedManifest& manifest, const ReportTerms& terms);
ReportContent comparison_content(const ComparisonResult& comparison, const ReportTerms& terms);
ReportContent scenario_table_content(const ScenarioTable& table, const ReportTerms& terms);
ReportContent reforecast_content(const ReforecastResult& result, const DoubtedManifest& manifest,
                                 const ReportTerms& terms);
/// `findings` are those of the drafted document.
ReportContent draft_content(const DraftedBudget& budget, const std::vector<Finding>& findings,
                            const ReportTerms& terms);
/// Two runs side by side: programmes, lines; cells that differ are marked.
ReportContent side_by_side_content(const RunResult& first, const RunResult& second, const ReportTerms& terms);

}  // namespace disburse
