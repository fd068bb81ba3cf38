#include "engine/app/command_line/cli_complaint.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

std::vector<std::string> names_in(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// What stands before and after `mark`; empty where it does not occur.
std::optional<std::pair<std::string, std::string>> parted(const std::string& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return std::nullopt;
  return std::pair(text.substr(0, at), text.substr(at + mark.size()));
}

/// CLI11 says what is wrong in English alone: its few sentences are told apart by their fixed words.
Message finding_of(const CLI::App& app, const CLI::Error& error) {
  const std::string text = error.what();
  const auto is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
  if (is(CLI::ExitCodes::ExtrasError)) {
    return "{} was not expected here"_m(CLI::detail::join(app.remaining(true), " "));
  }
  if (is(CLI::ExitCodes::RequiredError)) {
    if (text.starts_with("A subcommand")) return "a command is wanted"_m;
    return "{} is missing"_m(parted(text, " is required").value_or(std::pair(text, std::string())).first);
  }
  const auto option = parted(text, ": ");
  if (!option) return Message::verbatim(text);
  if (option->first == "Could not convert") return "{} is of another kind than this option takes"_m(option->second);
  if (const auto word = parted(option->second, " not in {")) {
    return "{}: \"{}\" is none of {}"_m(option->first, word->first, word->second.substr(0, word->second.find('}')));
  }
  if (const auto number = parted(option->second, " not in range ")) {
    const std::string value = number->first.starts_with("Value ") ? number->first.substr(6) : number->first;
    return "{}: {} lies outside of {}"_m(option->first, value, number->second);
  }
  if (is(CLI::ExitCodes::ArgumentMismatch)) return "{}: a value is missing or too many are given"_m(option->first);
  return "{}: the value does not fit ({})"_m(option->first, option->second);
}

}  // namespace

Message complaint_of(const CLI::App& app, const CLI::Error& error) {
  const Message finding = finding_of(app, error);
  const CLI::App* asked = &app;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App* c) { return c->parsed(); })) asked = command;
  for (const std::string& word : app.remaining(true)) {
    const std::string near = nearest_name(word.substr(0, word.find('=')), names_in(*asked));
    if (!near.empty()) return "{}. Did you mean {}?"_m(finding, near);
  }
  return "{}. See: {}"_m(finding, asked == &app ? "disburse --help" : "disburse " + asked->get_name() + " --help");
}

}  // namespace disburse
