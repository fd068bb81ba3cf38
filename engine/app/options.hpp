#pragma once
// What the command line and the environment said.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "outputs/language.hpp"

namespace disburse {

enum class Format { table, json, csv, html };

/// A value and who gave it: "--seed" or "DISBURSE_SEED".
template <class T>
struct Given {
  T value{};
  std::string origin;
};

struct Options {
  std::string scenario = "zhongwei-2024";
  std::vector<std::string> sets;  ///< "path=value"
  std::optional<Given<std::string>> horizon;
  std::optional<Given<std::uint64_t>> seed;
  std::optional<std::string> roster;
  bool stream = false;  ///< read the roster piece by piece, whatever its size
  std::optional<std::string> as_known_on;
  std::optional<std::string> out;
  std::vector<std::string> limits;  ///< --fail-if
  int threads = 0;                  ///< 0: one per core
  Format format = Format::table;
  Language language = Language::zh;
  bool quiet = false;
  bool colour = false;
  bool stochastic = false;                ///< run, compare: --mode stochastic
  std::uint32_t replicates = 1000;        ///< of a stochastic run
  std::uint32_t assumptions = 0;          ///< sets of uncertain assumptions drawn; 0: chance alone
  std::optional<std::string> journal;     ///< of finished replicates
  std::string until_half_width;           ///< "10000yuan", "2089999:10000yuan"
  std::vector<std::string> variants;      ///< compare
  std::string attribute;                  ///< compare: "shapley", "waterfall" or nothing
  std::optional<int> who;                 ///< compare: list who changed, with so many keys a programme
  std::string against;                    ///< explain: the other scenario
  std::vector<std::string> sweeps;        ///< sweep: "path=v1,v2"
  int year = 0;                           ///< budget
  std::optional<std::string> entries;     ///< budget: figures entered by hand
  std::string member;                     ///< explain
  std::string person;                     ///< explain: a file that describes one hypothetical person
  std::string programme;                  ///< explain
  std::string month;                      ///< explain
  std::vector<std::string> files;         ///< check, import
  bool publish = false;                   ///< run, compare, reconcile: small cells are suppressed
  bool dry_run = false;                   ///< import: mapping, ten rows and findings only
  std::optional<std::string> mapping;     ///< import: an office's own headings
  std::optional<std::string> control;     ///< import: figures that must be met
  std::optional<std::string> key;         ///< import: file with the key of the pseudonyms
  std::optional<std::string> quarantine;  ///< import: file for rows with errors
  std::string as_of;                      ///< import: the month at whose end the rosters were taken
  std::string scheme;                     ///< import: of rows whose table has no such column
  std::optional<std::string> margins;     ///< calibrate, synthesize: headcounts that the roster is raked to
  std::optional<std::string> as_office;   ///< synthesize: a folder for an office's files
  double fault_rate = 0.0;                ///< synthesize: share of rows with a planted fault
  std::size_t members = 0;                ///< synthesize: how many, of like cities; 0: one city
  std::optional<std::string> privacy;     ///< check: a folder in which no identity number may stand
  std::optional<std::string> versions;    ///< later versions of the budget
  std::string budget_version;             ///< of them: its name; empty: the last
  std::vector<std::string> vary;          ///< solve: parameter paths, one or two
  std::string line;                       ///< solve, sensitivity: functional code; empty: all
  std::string target;                     ///< solve: an amount; empty: the line's budget
  std::vector<std::string> between;       ///< solve: "300..900", one for each of `vary`
  double confidence = 0.0;                ///< solve: chance of staying within the target; 0: expected value
  std::optional<std::string> actuals;     ///< reforecast: payments already made
  bool backtest = false;                  ///< reforecast: hide months of known paths and score
  int paths = 20;                         ///< of a back-test
  std::optional<std::string> registry;    ///< run, reforecast, track: estimates are entered here
  std::optional<std::string> outturns;    ///< track
  std::string method = "tornado";         ///< sensitivity
  std::vector<std::string> inputs;        ///< sensitivity: paths; empty: all that are uncertain
  std::vector<std::string> groups;        ///< sensitivity: "name=path,path"
  std::size_t samples = 1024;             ///< sensitivity: rows of each matrix
  std::size_t trajectories = 50;          ///< sensitivity: of morris
  std::size_t levels = 4;                 ///< sensitivity: of morris
  bool second_order = false;              ///< sensitivity: of sobol
  double until_width = 0.0;               ///< sensitivity: of sobol
  std::vector<std::string> with;          ///< report: further documents
  bool no_band = false;                   ///< reforecast: the estimate alone
  bool pair = false;                      ///< report: two runs side by side
  std::string statistic;                  ///< sensitivity --mode stochastic: of the replicates
  std::optional<std::string> report;      ///< a folder for the report
  int years = 3;                          ///< plan
  std::string balance;                    ///< cash: an amount at hand
  std::string topic;                      ///< list
  std::string prefix;                     ///< list parameters PREFIX
  std::vector<std::string> command_line;
};

}  // namespace disburse
