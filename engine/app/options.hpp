#pragma once
// What the command line and the environment said.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "outputs/language.hpp"

namespace disburse {

enum class Format { table, json, csv };

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
  std::optional<std::string> as_known_on;
  std::optional<std::string> out;
  std::vector<std::string> limits;  ///< --fail-if
  int threads = 0;                  ///< 0: one per core
  Format format = Format::table;
  Language language = Language::zh;
  bool quiet = false;
  bool colour = false;
  bool stochastic = false;             ///< run, compare: --mode stochastic
  std::uint32_t replicates = 1000;     ///< of a stochastic run
  std::uint32_t assumptions = 0;       ///< sets of uncertain assumptions drawn; 0: chance alone
  std::string until_half_width;        ///< "10000yuan", "2089999:10000yuan"
  std::vector<std::string> variants;   ///< compare
  std::string attribute;               ///< compare: "shapley", "waterfall" or nothing
  std::optional<int> who;              ///< compare: list who changed, with so many keys a programme
  std::string against;                 ///< explain: the other scenario
  std::vector<std::string> sweeps;     ///< sweep: "path=v1,v2"
  int year = 0;                        ///< budget
  std::optional<std::string> entries;  ///< budget: figures entered by hand
  std::string member;                  ///< explain
  std::string person;                  ///< explain: a file that describes one hypothetical person
  std::string programme;               ///< explain
  std::string month;                   ///< explain
  std::vector<std::string> files;      ///< check
  std::string topic;                   ///< list
  std::string prefix;                  ///< list parameters PREFIX
  std::vector<std::string> command_line;
};

}  // namespace disburse
