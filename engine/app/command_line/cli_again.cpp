// The command that gives the same result again, and what its words ask for.
#include <set>

#include "engine/app/command_line/cli_line.hpp"
#include "engine/app/options/shell_words.hpp"
#include "engine/base/reject.hpp"

namespace disburse {
namespace {

/// Options that change how a result is made, shown or kept, and never what it is.
const std::set<std::string> beside_the_result{"format", "lang",   "quiet",   "no-color", "threads",
                                              "out",    "report", "journal", "fail-if",  "registry",
                                              "stream", "help",   "share",   "sign",     "part"};

/// What was said of an option, by the command line or the environment; with the default where the result rests on it.
std::vector<std::string> words_of(const CLI::Option& option, const std::string& name, const Options& options) {
  const InputOptions& input = options.input;
  if (name == "scenario") return input.scenario.empty() ? std::vector<std::string>{} : std::vector{input.scenario};
  if (name == "agency" && !input.agencies.empty()) return input.agencies;
  if (name == "agency") return input.agency.empty() ? std::vector<std::string>{} : std::vector{input.agency};
  if (name == "horizon") return input.horizon ? std::vector{input.horizon->value} : std::vector<std::string>{};
  if (name == "seed") return input.seed ? std::vector{std::to_string(input.seed->value)} : std::vector<std::string>{};
  if (name == "roster") return input.roster ? std::vector{*input.roster} : std::vector<std::string>{};
  if (name == "as-known-on") return input.as_known_on ? std::vector{*input.as_known_on} : std::vector<std::string>{};
  if (name == "replicates" && options.replicates.stochastic) return {std::to_string(options.replicates.replicates)};
  return option.results();
}

}  // namespace

std::string command_again(const CLI::App& command, const Options& options) {
  std::string text = "disburse " + command.get_name();
  for (const CLI::Option* option : command.get_options()) {
    const bool positional = option->get_lnames().empty();
    const std::string name = positional ? option->get_name() : option->get_lnames().front();
    if (beside_the_result.contains(name)) continue;
    const bool flag = option->get_expected_max() == 0;
    if (flag) {
      if (option->count() > 0) text += " --" + name;
      continue;
    }
    for (const std::string& word : words_of(*option, name, options))
      text += (positional ? " " : " --" + name + " ") + shell_word(word);
  }
  return text;
}

Options options_of_words(const std::vector<std::string>& words) {
  std::vector<std::string> own = words;
  std::vector<char*> argv;
  for (std::string& word : own) argv.push_back(word.data());
  argv.push_back(nullptr);
  const Request request = parse_command_line(static_cast<int>(own.size()), argv.data());
  if (!request.complaint.empty())
    reject_option("run", request.complaint, "it is made again by its command"_m, "Issue it anew"_m);
  return request.options;
}

}  // namespace disburse
