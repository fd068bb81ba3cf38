#pragma once
// The command line described for shells and manuals, taken from the parser itself: what it accepts is what is offered.
#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace disburse {

/// An option, or a word that is told by its position.
struct DescribedOption {
  std::vector<std::string> names;  ///< as typed, "--format" or "-q"; of a positional word its one name without dashes
  std::string about;
  bool takes_value = false;
  bool repeats = false;
  std::vector<std::string> choices;  ///< the values that it may have; empty: any
};

struct DescribedCommand {
  std::string name, about;
  std::string footer;  ///< examples
  std::vector<DescribedOption> options, positionals;
};

struct DescribedProgram {
  DescribedCommand root;  ///< the program itself: its name and the options before a command
  std::vector<DescribedCommand> commands;
};

/// Everything that `app` shows in its help; what it hides (an empty group) stays hidden. The values of an option are
/// those of its check, or else those that its description lists as "one | two".
DescribedProgram description_of(const CLI::App& app);

/// Scripts that complete the program's words in a shell.
std::string bash_completion(const DescribedProgram& program);
std::string zsh_completion(const DescribedProgram& program);
std::string fish_completion(const DescribedProgram& program);
/// The manual page (section 1) as roff in UTF-8; `version` goes into its foot.
std::string man_page(const DescribedProgram& program, std::string_view version);

/// Which of them `describe` can be asked for.
inline const std::vector<std::string> description_kinds{"bash", "zsh", "fish", "man"};
/// The description of that kind. `kind` is one of description_kinds (else ProgramFault).
std::string description(const CLI::App& app, std::string_view kind, std::string_view version);

}  // namespace disburse
