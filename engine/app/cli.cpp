#include "engine/app/cli.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>

#include "build_info.hpp"
#include "engine/app/cli_line.hpp"
#include "engine/error.hpp"

namespace disburse {
namespace {

/// A whole number within [least, most]; a complaint in the option's name otherwise.
std::uint64_t whole_number(const Given<std::string>& given, std::uint64_t least, std::uint64_t most,
                           const char* example, Request& request) {
  std::uint64_t value = 0;
  const char* end = given.value.data() + given.value.size();
  const auto [stopped, error] = std::from_chars(given.value.data(), end, value);
  if (error != std::errc{} || stopped != end || value < least || value > most) {
    request.complaint = given.origin + ": \"" + given.value + "\" is no whole number from " + std::to_string(least) +
                        " to " + std::to_string(most) + ". Write " + example + ".";
  }
  return value;
}

/// The flag's word if it was given, else the variable's. CLI11 would let the variable of a command that was not asked
/// for win over the flag of the one that was.
std::optional<Given<std::string>> given(const std::string& raw, const char* flag, const char* variable) {
  if (!raw.empty()) return Given<std::string>{raw, flag};
  const char* set = std::getenv(variable);
  if (set == nullptr || *set == '\0') return std::nullopt;
  return Given<std::string>{set, variable};
}

std::string chosen(const std::optional<Given<std::string>>& word, const std::vector<std::string>& choices,
                   Request& request) {
  if (!word) return choices.front();
  if (std::find(choices.begin(), choices.end(), word->value) == choices.end()) {
    request.complaint = word->origin + ": \"" + word->value + "\" is not known. Write one of:";
    for (const std::string& choice : choices) request.complaint += " " + choice;
  }
  return word->value;
}

void finish(Line& line, Request& request) {
  Options& options = line.options;
  const Raw& raw = line.raw;
  constexpr std::uint64_t most_threads = 1024;
  options.horizon = given(raw.horizon, "--horizon", "DISBURSE_HORIZON");
  if (const auto seed = given(raw.seed, "--seed", "DISBURSE_SEED")) {
    options.seed = {whole_number(*seed, 0, std::numeric_limits<std::uint64_t>::max(), "--seed 7", request),
                    seed->origin};
  }
  if (const auto threads = given(raw.threads, "--threads", "DISBURSE_THREADS")) {
    options.threads = static_cast<int>(whole_number(*threads, 1, most_threads, "--threads 2", request));
  }
  if (const auto roster = given(raw.roster, "--roster", "DISBURSE_ROSTER")) options.roster = roster->value;
  if (const auto day = given(raw.as_known_on, "--as-known-on", "DISBURSE_AS_KNOWN_ON"))
    options.as_known_on = day->value;
  if (!raw.out.empty()) options.out = raw.out;
  options.stochastic = raw.mode == "stochastic";
  const std::string format = chosen(given(raw.format, "--format", "DISBURSE_FORMAT"), line.formats, request);
  options.format = format == "json"   ? Format::json
                   : format == "csv"  ? Format::csv
                   : format == "html" ? Format::html
                                      : Format::table;
  const std::string language = chosen(given(raw.language, "--lang", "DISBURSE_LANG"), {"zh", "en"}, request);
  options.language = language == "en" ? Language::en : Language::zh;
  const char* no_color = std::getenv("NO_COLOR");
  options.colour = !raw.no_color && (no_color == nullptr || *no_color == '\0') && isatty(STDOUT_FILENO) == 1;
}

std::vector<std::string> names_in(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// CLI11's sentence, and the nearest name for the first word that it did not know.
std::string complaint_of(const CLI::App& app, const CLI::Error& error) {
  std::string text = error.what();
  const CLI::App* asked = &app;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App* c) { return c->parsed(); })) asked = command;
  for (const std::string& word : app.remaining(true)) {
    const std::string near = nearest_name(word.substr(0, word.find('=')), names_in(*asked));
    if (!near.empty()) return text + ". Did you mean " + near + "?";
  }
  return text + ". See: " + (asked == &app ? "disburse --help" : "disburse " + asked->get_name() + " --help");
}

}  // namespace

Request parse_command_line(int argc, char** argv) {
  Line line;
  line.options.command_line.assign(argv, argv + argc);
  line.app.set_version_flag("--version", std::string("disburse ") + build::version + " (" + build::commit + ")");
  line.app.require_subcommand(1);
  add_running_commands(line);
  add_roster_commands(line);
  add_planning_commands(line);
  add_asking_commands(line);
  Request request;
  try {
    line.app.parse(argc, argv);
    finish(line, request);
    request.command = line.command;
  } catch (const CLI::CallForHelp&) {
    request.text = line.app.help();
  } catch (const CLI::CallForVersion& version) {
    request.text = std::string(version.what()) + "\n";
  } catch (const CLI::ParseError& error) {
    request.complaint = complaint_of(line.app, error);
  }
  request.options = line.options;
  return request;
}

}  // namespace disburse
