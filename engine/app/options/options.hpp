#pragma once
// What the command line and the environment said, as text and numbers: one struct a command, and what several share.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "outputs/text/language.hpp"

namespace disburse {

enum class Format { table, json, csv, html };

/// A value and who gave it: "--seed" or "DISBURSE_SEED".
template <class T>
struct Given {
  T value{};
  std::string origin;
};

/// What a new agency starts from.
struct InitOptions {
  std::string name;                 ///< of the new agency
  std::vector<std::string> files;   ///< its published budget
  std::string region;               ///< whose law it follows; empty: the nation's alone
  std::vector<std::string> counts;  ///< "name=persons": headcounts that the document does not print
};

/// Which scenario is worked on, what is changed in it, which files it takes.
struct InputOptions {
  std::string agency;  ///< a name or a folder; empty: the one chosen elsewhere (engine/app/loading/data_paths.hpp)
  std::vector<std::string> agencies;  ///< of a run of several; then `agency` is empty
  std::string scenario;               ///< a name or a file; empty: the one that the agency takes
  std::vector<std::string> sets;      ///< "path=value"
  std::optional<Given<std::string>> horizon;
  std::optional<Given<std::uint64_t>> seed;
  std::optional<std::string> as_known_on;
  std::optional<std::string> roster;
  bool stream = false;                  ///< read the roster piece by piece, whatever its size
  std::optional<std::string> versions;  ///< later versions of the budget
  std::string budget_version;           ///< of them: its name; empty: the last
  InitOptions init;
};

/// How and where a command answers.
struct OutputOptions {
  Format format = Format::table;
  Language language = Language::zh;
  bool quiet = false;
  bool colour = false;
  bool publish = false;                 ///< small cells are suppressed
  std::optional<std::string> out;       ///< a file or a folder
  std::optional<std::string> report;    ///< a folder for the report
  std::optional<std::string> registry;  ///< estimates are entered here
};

/// Of commands that replicate.
struct ReplicateOptions {
  bool stochastic = false;             ///< --mode stochastic
  std::uint32_t replicates = 1000;     ///< of a stochastic run
  std::uint32_t assumptions = 0;       ///< sets of uncertain assumptions drawn; 0: chance alone
  std::string until_half_width;        ///< "10000yuan", "2089999:10000yuan"
  std::optional<std::string> journal;  ///< of finished replicates, or of finished points of a sweep
};

struct RunOptions {
  std::vector<std::string> limits;  ///< --fail-if
  bool bands = true;                ///< --no-bands: the expected value alone
  std::string group;                ///< what several agencies are together, as a heading
  std::string part;                 ///< "2/7": this part alone, its sums into `out`; empty: the whole
  std::vector<std::string> parts;   ///< of `merge`: files of all parts, instead of working anything out
};

struct CompareOptions {
  std::vector<std::string> variants;
  std::string attribute;   ///< "shapley", "waterfall" or nothing
  std::optional<int> who;  ///< list who changed, with so many keys a programme
  bool table = false;      ///< one table of all scenarios instead of an explanation of each
};

struct SweepOptions {
  std::vector<std::string> sweeps;  ///< "path=v1,v2"
};

struct BudgetOptions {
  int year = 0;
  std::optional<std::string> entries;  ///< figures entered by hand
  bool being_entered = false;          ///< on a page, one cell after the other: shown although it does not tie yet
  // Of next-year alone:
  std::optional<std::string> adopted;     ///< the document that was adopted, instead of the draft
  std::optional<std::string> new_roster;  ///< an office's own of 31 December, instead of the carried one
};

struct ImportOptions {
  std::vector<std::string> files;
  bool dry_run = false;                   ///< mapping, ten rows and findings only
  std::optional<std::string> mapping;     ///< an office's own headings
  std::optional<std::string> control;     ///< figures that must be met
  std::optional<std::string> key;         ///< file with the key of the pseudonyms
  std::optional<std::string> quarantine;  ///< file for rows with errors
  std::string as_of;                      ///< the month at whose end the rosters were taken
  std::string scheme;                     ///< of rows whose table has no such column
};

struct ReconcileOptions {
  std::vector<std::string> files;
  std::optional<int> who;  ///< list so many keys of each change
};

struct CalibrateOptions {
  std::vector<std::string> files;
  std::optional<std::string> margins;  ///< headcounts that the roster is raked to
};

struct SynthesizeOptions {
  std::optional<std::string> margins;    ///< headcounts that the roster is raked to
  std::optional<std::string> as_office;  ///< a folder for an office's files
  double fault_rate = 0.0;               ///< share of rows with a planted fault
  std::size_t members = 0;               ///< how many, of like cities; 0: one city
};

struct SolveOptions {
  std::vector<std::string> vary;     ///< parameter paths, one or two
  std::vector<std::string> between;  ///< "300..900", one for each of `vary`
  std::string line;                  ///< functional code; empty: all
  std::string target;                ///< an amount; empty: the line's budget
  double confidence = 0.0;           ///< chance of staying within the target; 0: expected value
  int year = 0;                      ///< 0: the budget's
};

struct ReforecastOptions {
  std::optional<std::string> actuals;  ///< payments already made
  std::vector<std::string> absent;     ///< "id=nothing", "id=unknown", "unknown": of programmes without payments
  bool no_band = false;                ///< the estimate alone
  bool backtest = false;               ///< hide months of known paths and score
  int paths = 20;                      ///< of a back-test
};

struct CashOptions {
  std::string balance;  ///< an amount at hand
};

struct PlanOptions {
  int year = 0;  ///< the first; 0: the one after the budget's
  int years = 3;
};

struct TrackOptions {
  std::optional<std::string> outturns;
  bool published = false;                    ///< published accounts instead of the record
  std::vector<std::string> published_files;  ///< of other agencies; empty: those that come with the program
};

struct SensitivityOptions {
  std::string method = "tornado";
  std::string line;                 ///< functional code; empty: all
  std::string programme;            ///< id; empty: all
  int year = 0;                     ///< 0: the budget's
  std::string limit;                ///< "40000万元"; empty: the budget, or the year's draft
  std::vector<std::string> inputs;  ///< paths; empty: all that are uncertain
  std::vector<std::string> groups;  ///< "name=path,path"
  std::size_t samples = 1024;       ///< rows of each matrix
  std::size_t trajectories = 50;    ///< of morris
  std::size_t levels = 4;           ///< of morris
  bool second_order = false;        ///< of sobol
  double until_width = 0.0;         ///< of sobol
  std::string statistic;            ///< of the replicates
};

struct TemplateOptions {
  std::string kind;  ///< "actuals", "entries", "versions", "outturns", "margins", "control"
  int year = 0;      ///< 0: the budget's
};

struct ReportOptions {
  std::vector<std::string> files;
  std::vector<std::string> with;  ///< further documents
  bool pair = false;              ///< two runs side by side
};

struct ExplainOptions {
  std::string member, person;  ///< a key; a file that describes one hypothetical person
  std::string programme, month;
  std::string against;  ///< the other scenario
};

struct CheckOptions {
  std::vector<std::string> files;
  std::optional<std::string> privacy;  ///< a folder in which no identity number may stand
  bool ranges = false;                 ///< what is assumed and has no range
  std::optional<std::string> key;      ///< public key that a folder's manifest is to be signed by
};

struct ListOptions {
  std::string topic, prefix;  ///< "parameters", and the beginning of their paths
};

struct Options {
  InputOptions input;
  OutputOptions output;
  ReplicateOptions replicates;
  int threads = 0;  ///< 0: one per core
  std::vector<std::string> command_line;
  std::string command;  ///< that gives the same result again: what decides it, in one order, ready for a shell
  RunOptions run;
  CompareOptions compare;
  SweepOptions sweep;
  BudgetOptions budget;
  ImportOptions imports;
  ReconcileOptions reconcile;
  CalibrateOptions calibrate;
  SynthesizeOptions synthesize;
  SolveOptions solve;
  ReforecastOptions reforecast;
  CashOptions cash;
  PlanOptions plan;
  TrackOptions track;
  SensitivityOptions sensitivity;
  ReportOptions report;
  TemplateOptions fill_in;
  ExplainOptions explain;
  CheckOptions check;
  ListOptions list;
};

}  // namespace disburse
