#pragma once
// The answer of a run: comparison by programme, line and in total, population flow, ledger, findings, manifest.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/message.hpp"

#include "engine/base/calendar.hpp"
#include "engine/base/finding.hpp"
#include "engine/base/money.hpp"
#include "engine/budget/budget.hpp"
#include "engine/law/parameters.hpp"
#include "engine/law/programme_definition.hpp"
#include "engine/law/scenario.hpp"
#include "engine/projection/ledger.hpp"
#include "engine/projection/risk_result.hpp"

namespace disburse {

/// Budget against projection. Without a budget there is no difference; with a budget of 0 no rate.
struct Comparison {
  std::optional<Money> budget;
  Money projected;
  std::optional<Money> difference() const;       ///< projected - budget
  std::optional<double> execution_rate() const;  ///< projected / budget
};

struct MonthlyFigure {
  Month month;             ///< month paid
  double headcount = 0.0;  ///< persons paid in the month
  Money paid;              ///< the whole outlay, all payers
  Money line;              ///< what falls on the city's budget line
};

struct LineFigure {
  std::string code;
  std::string name;
  Comparison amount;
};

/// What the difference means, in the budget's own units: its parts sum to the difference to the fen.
struct DifferenceMeaning {
  Message unit_name;          ///< 人月, 人次
  double budget_units = 0.0;  ///< as the budget counts
  double projected_units = 0.0;
  Money budget_price;  ///< budget / budget units, rounded
  Money projected_price;
  Money volume_effect;  ///< (projected units - budget units) x budget price
  Money price_effect;   ///< the rest of the difference
  std::vector<Message> sentences;
};

struct ProgrammeResult {
  std::string id;
  std::string name;
  std::string name_en;
  std::optional<std::string> line;
  Basis basis = Basis::projected;
  std::string basis_reason;
  std::string basis_reason_en;
  Comparison amount;                ///< the fiscal year of the budget, city's line
  Money outlay;                     ///< all payers, same year
  std::optional<double> headcount;  ///< the largest month's
  std::vector<MonthlyFigure> monthly;
  std::vector<LineFigure> by_line;
  std::vector<LineFigure> by_economic;            ///< by economic code, where the budget tells them (basic expenditure)
  std::vector<std::pair<Payer, Money>> by_payer;  ///< payers with money only
  std::optional<DifferenceMeaning> meaning;
};

/// Those who pay any of the programmes, in the order of the law's list: the columns of every table by payer.
std::vector<Payer> payers_of(const std::vector<ProgrammeResult>& programmes);

struct FlowMonth {
  Month month;
  double opening = 0.0, entrants = 0.0, deaths = 0.0, other_exits = 0.0, closing = 0.0;
};

struct PopulationFlow {
  Scheme scheme = Scheme::civil_service;
  FlowMonth year;                ///< the whole horizon; `month` is its first
  std::vector<FlowMonth> years;  ///< calendar years, as far as the horizon has them; `month` is January
  std::vector<FlowMonth> monthly;
};

/// Pensioners of a scheme on the roster's day, by whole years of age in fives.
struct AgeBand {
  Scheme scheme = Scheme::civil_service;
  int from = 0;
  double men = 0.0, women = 0.0;
};

/// One programme in one calendar year.
struct YearOfProgramme {
  std::string id;
  Money line, outlay;
  double headcount = 0.0;  ///< the largest month's
  double units = 0.0;      ///< payments that count persons: person-months, or persons times
  Money average;           ///< benefits (no contributions) per unit; 0 without units
  double entrants = 0.0;   ///< into the scheme's stock of pensioners
  double deaths = 0.0;     ///< from it
};

struct YearFigure {
  int year = 0;
  std::vector<YearOfProgramme> programmes;  ///< as in the run
  std::vector<LineFigure> lines;
  Money line, outlay;
};

/// One component of a programme in one calendar year: what it pays and to how many, the ground of a working paper.
struct ComponentYear {
  std::size_t programme = 0;  ///< position in the run
  std::string id, name;       ///< of the component
  Payer payer;
  Kind kind = Kind::regular;
  int year = 0;        ///< of payment
  double units = 0.0;  ///< payments: person-months, or persons times
  Money amount;
};

/// A value that later years take over unchanged, since nothing says how it goes on.
struct CarriedValue {
  std::string path, name, value;
  Month since;   ///< first month of the value
  Money outlay;  ///< of the programmes that rest on it, in the years after the budget's
};

/// What is paid, all payers, because of one policy document.
struct DocumentSpend {
  std::string document;  ///< empty where none stands behind the value: see `status`
  Status status = Status::assumed;
  Money ruled;  ///< of the components whose standard it sets; these sum to the whole outlay of the components
  /// What would not be paid without it, all others in force, where that is defined (a year's adjustment: the rise of
  /// all months it is paid, in that year and later; another value than the one before); elsewhere what is left of
  /// `ruled`. These sum to the whole outlay, too.
  Money falls_away;
  bool repealed = false;                ///< falls_away was found by leaving the document out
  Money touched;                        ///< of all components that read a value of it; documents overlap here
  std::vector<std::string> programmes;  ///< names of those it decides
  std::vector<std::string> parameters;  ///< paths of its values that were read
  bool shared = false;  ///< no document: what falls away without any one of several, which each of them has in full
};

/// Shares of the budget that rest on each basis; they sum to 1 when there is a budget.
struct BasisShare {
  double projected = 0.0, calibrated = 0.0, planned = 0.0;
};

struct Manifest {
  std::string version, commit;
  std::uint64_t seed = 0;
  int replicates = 0;
  std::string mode = "expected";
  Horizon horizon;
  std::string scenario_digest, law_digest, budget_digest, roster_digest;
};

/// Totals that must balance before anything is published.
struct ControlLine {
  Message name;      ///< the equality
  std::string left;  ///< what was summed, as text
  std::string right;
  bool balanced = false;
};

struct RunResult {
  Scenario scenario;
  Manifest manifest;
  int fiscal_year = 0;
  std::string budget_version;            ///< 年初预算, or the name of a later one
  std::vector<BudgetItem> carried_over;  ///< of the budget's lines, money from the year before (结转)
  BasisShare basis_share;
  std::vector<LineFigure> lines;
  std::vector<ProgrammeResult> programmes;
  Comparison total;
  std::vector<MonthlyFigure> monthly;        ///< sum over programmes, every month of the horizon
  std::vector<PopulationFlow> population;    ///< pensioners
  std::vector<PopulationFlow> contributors;  ///< members at work and payers; other exits are those who retire
  std::vector<AgeBand> ages;                 ///< by scheme and age; groups with persons only
  std::vector<YearFigure> years;
  std::vector<ComponentYear> components;
  std::vector<CarriedValue> carried;  ///< empty within the budget's year
  std::vector<DocumentSpend> documents;
  std::optional<RiskResult> risk;  ///< of a stochastic run
  std::vector<LedgerCell> ledger;
  std::vector<Finding> findings;
  std::vector<ControlLine> control;
  std::vector<Parameter> parameters;  ///< every parameter under this scenario, for the resolved view
};

}  // namespace disburse
