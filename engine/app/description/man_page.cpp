// The manual page.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/app/description/description.hpp"

namespace disburse {
namespace {

/// What the program says of itself without its name before it, which the page writes anyway.
std::string summary_of(const DescribedCommand& root) {
  const std::string name = root.name + ": ";
  return root.about.starts_with(name) ? root.about.substr(name.size()) : root.about;
}

/// Text as roff shows it unchanged: hyphens that can be copied, backslashes, and no line that begins with a request.
std::string roff(std::string_view text) {
  std::string result;
  bool line_begins = true;
  for (const char letter : text) {
    if (line_begins && (letter == '.' || letter == '\'')) result += "\\&";
    if (letter == '-')
      result += "\\-";
    else if (letter == '\\')
      result += "\\e";
    else
      result += letter;
    line_begins = letter == '\n';
  }
  return result;
}

std::string option_entry(const DescribedOption& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names) names.push_back("\\fB" + roff(name) + "\\fR");
  std::string heading = fmt::format("{}", fmt::join(names, ", "));
  if (option.takes_value && option.names.front().starts_with("-"))
    heading += option.choices.empty() ? " \\fI...\\fR" : roff(fmt::format(" {}", fmt::join(option.choices, "|")));
  return ".TP\n" + heading + "\n" + roff(option.about) + "\n";
}

std::string command_section(const DescribedProgram& program, const DescribedCommand& command) {
  std::string words;
  for (const DescribedOption& word : command.positionals)
    words += " [\\fI" + roff(word.names.front()) + "\\fR" + (word.repeats ? "...]" : "]");
  std::string text = fmt::format(".SS {}\n\\fB{} {}\\fR [\\fI--...\\fR]{}\n.PP\n{}\n", roff(command.name),
                                 roff(program.root.name), roff(command.name), words, roff(command.about));
  for (const DescribedOption& word : command.positionals) text += option_entry(word);
  for (const DescribedOption& option : command.options) text += option_entry(option);
  if (!command.footer.empty()) text += ".PP\n.nf\n" + roff(command.footer) + "\n.fi\n";
  return text;
}

}  // namespace

std::string man_page(const DescribedProgram& program, std::string_view version) {
  std::string text = fmt::format(
      ".\\\" Made by `disburse describe man`.\n.TH DISBURSE 1 \"\" \"{0} {1}\"\n.ad l\n.SH NAME\n{0} \\- {2}\n"
      ".SH SYNOPSIS\n\\fB{0}\\fR \\fICOMMAND\\fR ...\n.SH OPTIONS\n",
      roff(program.root.name), roff(version), roff(summary_of(program.root)));
  for (const DescribedOption& option : program.root.options) text += option_entry(option);
  text += ".SH COMMANDS\n";
  for (const DescribedCommand& command : program.commands) text += command_section(program, command);
  if (!program.root.footer.empty()) text += ".SH NOTES\n.nf\n" + roff(program.root.footer) + "\n.fi\n";
  return text;
}

}  // namespace disburse
