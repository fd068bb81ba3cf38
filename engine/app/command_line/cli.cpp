#include "engine/app/command_line/cli.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>

#include "build_info.hpp"
#include "engine/app/command_line/cli_complaint.hpp"
#include "engine/app/command_line/cli_line.hpp"
#include "engine/app/description/description.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/base/error.hpp"
#include "scenarios/library/spoken_change.hpp"

namespace disburse {
namespace {

/// A whole number within [least, most]; a complaint in the option's name otherwise.
std::uint64_t whole_number(const Given<std::string>& given, std::uint64_t least, std::uint64_t most,
                           const char* example, Request& request) {
  std::uint64_t value = 0;
  const std::string written = spoken_number(given.value);
  const char* end = written.data() + written.size();
  const auto [stopped, error] = std::from_chars(written.data(), end, value);
  if (error != std::errc{} || stopped != end || value < least || value > most) {
    request.complaint =
        "{}: \"{}\" is no whole number from {} to {}. Write {}."_m(given.origin, given.value, least, most, example);
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
    request.complaint =
        "{}: \"{}\" is not known. Write one of: {}"_m(word->origin, word->value, CLI::detail::join(choices, ", "));
  }
  return word->value;
}

void finish(Line& line, Request& request) {
  Options& options = line.options;
  const Raw& raw = line.raw;
  constexpr std::uint64_t most_threads = 1024;
  options.input.horizon = given(raw.horizon, "--horizon", "DISBURSE_HORIZON");
  if (const auto seed = given(raw.seed, "--seed", "DISBURSE_SEED")) {
    options.input.seed = {whole_number(*seed, 0, std::numeric_limits<std::uint64_t>::max(), "--seed 7", request),
                          seed->origin};
  }
  if (const auto threads = given(raw.threads, "--threads", "DISBURSE_THREADS")) {
    options.threads = static_cast<int>(whole_number(*threads, 1, most_threads, "--threads 2", request));
  }
  if (const auto roster = given(raw.roster, "--roster", "DISBURSE_ROSTER")) options.input.roster = roster->value;
  if (const auto day = given(raw.as_known_on, "--as-known-on", "DISBURSE_AS_KNOWN_ON"))
    options.input.as_known_on = day->value;
  if (raw.agencies.size() > 1) options.input.agencies = raw.agencies;
  const std::string one = raw.agencies.size() == 1 ? raw.agencies.front() : raw.agency;
  if (!options.input.agencies.empty())
    options.input.agency.clear();
  else if (const auto agency = given(one, "--agency", "DISBURSE_AGENCY"))
    options.input.agency = agency->value;
  if (!raw.out.empty()) options.output.out = raw.out;
  options.replicates.stochastic = raw.mode == "stochastic";
  const std::string format = chosen(given(raw.format, "--format", "DISBURSE_FORMAT"), line.formats, request);
  options.output.format = format == "json"   ? Format::json
                          : format == "csv"  ? Format::csv
                          : format == "html" ? Format::html
                                             : Format::table;
  const std::string language = chosen(given(raw.language, "--lang", "DISBURSE_LANG"), {"zh", "en"}, request);
  options.output.language = language == "en" ? Language::en : Language::zh;
  const char* no_color = std::getenv("NO_COLOR");
  options.output.colour = !raw.no_color && (no_color == nullptr || *no_color == '\0') && isatty(STDOUT_FILENO) == 1;
}

/// The agency's own, where the command works on a scenario and none is named.
void take_default_scenario(const CLI::App& command, InputOptions& input) {
  const bool asks =
      command.get_option_no_throw("scenario") != nullptr || command.get_option_no_throw("--scenario") != nullptr;
  if (asks && input.scenario.empty() && input.agencies.empty()) input.scenario = default_scenario(input.agency);
}

/// An option that is given and says nothing, as a shell's variable that is not set makes it.
void refuse_empty_values(const CLI::App& command, Request& request) {
  for (const CLI::Option* option : command.get_options()) {
    if (option->count() == 0 || option->get_expected_max() == 0) continue;
    for (const std::string& value : option->results()) {
      if (value.empty()) request.complaint = "{} is empty. Write a value, or leave it out"_m(option->get_name());
    }
  }
}

/// The same as "--out=", which the parser would fill with the next word.
void refuse_empty_assignments(int argc, char** argv, Request& request) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (!word.starts_with("--") || word.find('=') + 1 != word.size()) continue;
    request.complaint = "{} is empty. Write a value, or leave it out"_m(word.substr(0, word.size() - 1));
  }
}

/// The language of the answer is needed before the line is read: for its help and for what is wrong with it.
Language language_asked(int argc, char** argv) {
  std::string word;
  if (const char* set = std::getenv("DISBURSE_LANG"); set != nullptr) word = set;
  constexpr std::string_view flag = "--lang";
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == flag && i + 1 < argc) word = argv[i + 1];
    if (argument.starts_with(flag) && argument.substr(flag.size()).starts_with('=')) {
      word = argument.substr(flag.size() + 1);
    }
  }
  return word == "en" ? Language::en : Language::zh;
}

/// Asked by the build and by who packages, so no help lists it.
void add_describe(Line& line) {
  CLI::App* command = line.app.add_subcommand("describe", "completions for a shell, or the manual page");
  command->group("");
  command->add_option("kind", line.raw.description, "bash | zsh | fish | man")
      ->required()
      ->check(CLI::IsMember(description_kinds));
}

}  // namespace

Request parse_command_line(int argc, char** argv) {
  Line line(language_asked(argc, argv));
  line.options.command_line.assign(argv, argv + argc);
  line.options.output.language = line.language;
  line.app.set_version_flag("--version", std::string("disburse ") + build::version + " (" + build::commit + ")",
                            line.say("显示版本", "show the version"));
  line.app.require_subcommand(1);
  add_running_commands(line);
  add_roster_commands(line);
  add_planning_commands(line);
  add_asking_commands(line);
  add_serving_commands(line);
  add_describe(line);
  for (CLI::App* command : line.app.get_subcommands([](const CLI::App*) { return true; })) {
    if (!command->get_group().empty()) command->group(line.say("命令", "Commands"));  // hidden ones have no group
    command->get_help_ptr()->group(line.say("选项", "Options"));
    // Parts say themselves of which agency they are.
    if (command->get_group().empty() || command->get_name() == "merge") continue;
    (command->get_name() == "run" ? add_agencies : add_agency)(*command, line);
  }
  Request request;
  refuse_empty_assignments(argc, argv, request);
  if (!request.complaint.empty()) {
    request.options = line.options;
    return request;
  }
  try {
    line.app.parse(argc, argv);
    finish(line, request);
    for (const CLI::App* command : line.app.get_subcommands()) {
      take_default_scenario(*command, line.options.input);
      refuse_empty_values(*command, request);
      line.options.command = command_again(*command, line.options);
    }
    request.command = line.command;
    if (!line.raw.description.empty()) request.text = description(line.app, line.raw.description, build::version);
  } catch (const CLI::CallForHelp&) {
    request.text = line.app.help();
  } catch (const CLI::CallForVersion& version) {
    request.text = std::string(version.what()) + "\n";
  } catch (const CLI::ParseError& error) {
    request.complaint = complaint_of(line.app, error);
  }
  request.options = line.options;
  request.share = line.raw.share;
  request.sign = line.raw.sign;
  return request;
}

}  // namespace disburse
