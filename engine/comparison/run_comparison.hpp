#pragma once
// What-if: two runs side by side (情景对比): what was changed, what moved, and what provably did not.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/comparison/bridge.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/result.hpp"

namespace disburse {

/// A parameter's own rule of growth (`extend`) that a change without dates puts an end to.
struct EndedGrowth {
  int year = 0;  ///< the first of the horizon in which the base goes on by the rule and the variant does not
  ExtensionRule rule = ExtensionRule::grow;
  std::vector<std::string> by;  ///< names of the parameters that it goes on by
};

struct ParameterChange {
  std::string path, name, unit;
  Month since;                            ///< first month of the horizon in which the values differ
  std::string base_value, variant_value;  ///< in that month
  std::string reason;
  std::optional<EndedGrowth> ended;
};

/// An amount in both runs. The difference is variant - base.
struct AmountChange {
  Money base, variant;
  Money difference() const { return variant - base; }
  std::optional<double> fraction() const;  ///< difference / base; none where the base is 0
};

struct ProgrammeChange {
  std::string id, name, name_en;
  AmountChange line;    ///< on the city's budget line
  AmountChange outlay;  ///< all payers
  std::vector<std::pair<Payer, AmountChange>> by_payer;
  std::vector<std::pair<Month, AmountChange>> monthly;  ///< line, by month paid
  bool untouched = false;                               ///< every ledger cell has the same amount and the same persons
  std::optional<RiskFigure> risk;  ///< of a stochastic comparison: the variant in the budget's year, deaths alone
};

struct LineChange {
  std::string code, name;
  AmountChange amount;
};

/// A year of both runs, all programmes on the city's lines.
struct YearChange {
  int year = 0;
  AmountChange line, outlay;
};

/// How much of the difference one change made.
struct ChangeShare {
  std::string change;  ///< "unity_award.ordinary_per_payment = 660"
  Money amount;
};

/// Members of one programme whose payments differ, each taken as alive throughout.
struct WhoChanged {
  std::string id, name;
  std::int64_t gained = 0, lost = 0;  ///< paid only in the variant, only in the base
  std::int64_t more = 0, less = 0;    ///< paid more, paid less
  Money gained_money, lost_money, more_money, less_money;
  std::vector<std::string> keys;  ///< of the first members that differ, when asked for
  bool hide_gained = false, hide_lost = false, hide_more = false,
       hide_less = false;  ///< small cells of a published table
};

/// Causes by programme in one year.
struct YearCauses {
  int year = 0;
  std::vector<std::pair<std::string, Bridge>> bridges;  ///< of programmes with a difference: id, causes
};

struct VariantComparison {
  std::string scenario, title;
  std::vector<ParameterChange> changes;
  std::vector<ProgrammeChange> programmes;
  std::vector<LineChange> lines;
  AmountChange total;
  std::vector<YearChange> years;
  std::vector<std::pair<std::string, Bridge>> bridges;  ///< by programme with a difference: its id, its causes
  std::vector<YearCauses> other_causes;                 ///< the same of the horizon's other years that differ
  std::string attribution;                              ///< "shapley", "waterfall" or empty
  std::vector<ChangeShare> shares;                      ///< of the total's difference, when asked for
  std::vector<WhoChanged> who;                          ///< when asked for
  std::uint32_t replicates = 0;                         ///< of a stochastic comparison
  std::vector<DifferenceFigure> spreads;                ///< of the differences, in a stochastic comparison
  bool same_members = false;                            ///< both runs had the same roster
};

/// A base and its what-ifs.
struct ComparisonResult {
  std::string base;          ///< the base's scenario
  DoubtedManifest manifest;  ///< the base's, with the doubts of all
  int fiscal_year = 0;
  std::vector<VariantComparison> variants;
  std::string command;  ///< that gives the same comparison again; empty: not said
};

/// Compares `variant` with `base`; both must have the same programmes and horizon (ProgramFault otherwise: the door
/// checks it).
VariantComparison compare_runs(const RunResult& base, const RunResult& variant);

/// Marks the small cells among those who changed and drops their keys.
void hide_small_cells(std::vector<WhoChanged>& who);

}  // namespace disburse
