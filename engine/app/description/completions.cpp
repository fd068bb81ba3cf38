// Completion scripts for bash, zsh and fish.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/app/description/description.hpp"

namespace disburse {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

/// One line, as a word between single quotes.
std::string quoted(std::string text) {
  return "'" + replaced(replaced(std::move(text), "\n", " "), "'", R"('\'')") + "'";
}

std::vector<std::string> names_of(const std::vector<DescribedOption>& options) {
  std::vector<std::string> names;
  for (const DescribedOption& option : options) names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

std::vector<std::string> names_of(const std::vector<DescribedCommand>& commands) {
  std::vector<std::string> names;
  for (const DescribedCommand& command : commands) names.push_back(command.name);
  return names;
}

/// What follows an option that takes a value.
std::string bash_values(const DescribedCommand& command) {
  std::string text;
  for (const DescribedOption& option : command.options) {
    if (!option.takes_value) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : option.names) patterns.push_back(fmt::format("'{} {}'", command.name, name));
    const std::string reply = option.choices.empty()
                                  ? "_disburse_files"
                                  : fmt::format("_disburse_words '{}'", fmt::join(option.choices, " "));
    text += fmt::format("    {}) {}; return ;;\n", fmt::join(patterns, "|"), reply);
  }
  return text;
}

std::string bash_words(const DescribedCommand& command) {
  std::vector<std::string> choices;
  for (const DescribedOption& word : command.positionals)
    choices.insert(choices.end(), word.choices.begin(), word.choices.end());
  return fmt::format("    {}) options='{}' positionals='{}' ;;\n", command.name,
                     fmt::join(names_of(command.options), " "), fmt::join(choices, " "));
}

/// What zsh's _arguments takes in brackets: no bracket and no colon unescaped.
std::string zsh_about(const std::string& about) {
  std::string text = replaced(about, "\\", "\\\\");
  for (const char* special : {"[", "]", ":"}) text = replaced(std::move(text), special, std::string("\\") + special);
  return text;
}

std::string zsh_value(const DescribedOption& option) {
  if (!option.takes_value) return "";
  return option.choices.empty() ? ":value:_files" : fmt::format(":value:({})", fmt::join(option.choices, " "));
}

std::string zsh_arguments(const DescribedCommand& command) {
  std::string text;
  for (const DescribedOption& option : command.options) {
    for (const std::string& name : option.names) {
      const std::string spec =
          (option.repeats ? "*" : "") + name + "[" + zsh_about(option.about) + "]" + zsh_value(option);
      text += " \\\n          " + quoted(spec);
    }
  }
  std::size_t place = 0;
  for (const DescribedOption& word : command.positionals) {
    if (word.choices.empty()) break;
    text += " \\\n          " +
            quoted(fmt::format("{}:{}:({})", ++place, word.names.front(), fmt::join(word.choices, " ")));
  }
  return text + " \\\n          '*:file:_files'";
}

std::string fish_option(const std::string& condition, const DescribedOption& option) {
  std::string text = "complete -c disburse -n " + quoted(condition);
  for (const std::string& name : option.names)
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (option.takes_value)
    text += option.choices.empty() ? " -r" : fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
  return text + " -d " + quoted(option.about) + "\n";
}

}  // namespace

std::string bash_completion(const DescribedProgram& program) {
  std::string values, words;
  for (const DescribedCommand& command : program.commands) {
    values += bash_values(command);
    words += bash_words(command);
  }
  const auto commands = names_of(program.commands);
  return fmt::format(R"(# bash completion for disburse; made by `disburse describe bash`.
_disburse_files() {{ compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); }}
_disburse_words() {{ mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word"); }}
_disburse() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command='' options='' positionals='' i
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${{COMP_WORDS[i]}} in
      {}) command=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  case "$command $before" in
{}  esac
  case $command in
    '') _disburse_words '{} {}'; return ;;
{}  esac
  if [[ $word == -* ]]; then
    _disburse_words "$options"
  elif [[ -n $positionals ]]; then
    _disburse_words "$positionals"
  else
    _disburse_files
  fi
}}
complete -F _disburse disburse
)",
                     fmt::join(commands, "|"), values, fmt::join(commands, " "),
                     fmt::join(names_of(program.root.options), " "), words);
}

std::string zsh_completion(const DescribedProgram& program) {
  std::string commands, cases;
  for (const DescribedCommand& command : program.commands) {
    commands += "    " + quoted(command.name + ":" + zsh_about(command.about)) + "\n";
    cases += "      " + command.name + ")\n        _arguments" + zsh_arguments(command) + " ;;\n";
  }
  std::string root;
  for (const DescribedOption& option : program.root.options) {
    for (const std::string& name : option.names)
      root += " " + quoted("(- *)" + name + "[" + zsh_about(option.about) + "]" + zsh_value(option));
  }
  return fmt::format(R"(#compdef disburse
# zsh completion for disburse; made by `disburse describe zsh`.
_disburse() {{
  local state line
  local -a commands
  commands=(
{})
  _arguments -C{} '1: :->command' '*:: :->arguments'
  case $state in
    command) _describe command commands ;;
    arguments)
      case $words[1] in
{}      esac ;;
  esac
}}
_disburse "$@"
)",
                     commands, root, cases);
}

std::string fish_completion(const DescribedProgram& program) {
  std::string text = "# fish completion for disburse; made by `disburse describe fish`.\n";
  for (const DescribedOption& option : program.root.options) text += fish_option("__fish_use_subcommand", option);
  for (const DescribedCommand& command : program.commands) {
    text += fmt::format("complete -c disburse -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                        quoted(command.about));
    const std::string condition = "__fish_seen_subcommand_from " + command.name;
    for (const DescribedOption& option : command.options) text += fish_option(condition, option);
    for (const DescribedOption& word : command.positionals) {
      if (!word.choices.empty())
        text += fmt::format("complete -c disburse -n {} -f -a '{}'\n", quoted(condition), fmt::join(word.choices, " "));
    }
  }
  return text;
}

}  // namespace disburse
