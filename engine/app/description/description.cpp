#include "engine/app/description/description.hpp"

#include <algorithm>
#include <regex>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

std::vector<std::string> parts_of(const std::string& text, const char* separator) {
  const std::regex at(separator);
  return {std::sregex_token_iterator(text.begin(), text.end(), at, -1), {}};
}

/// "TEXT:{shapley,waterfall}" is how the parser names the type of an option with a check.
std::vector<std::string> choices_of(const CLI::Option& option) {
  std::smatch found;
  const std::string type = option.get_type_name();
  if (std::regex_search(type, found, std::regex(R"(\{([^}]+)\})"))) return parts_of(found[1], ",");
  const std::string about = option.get_description();
  if (std::regex_search(about, found, std::regex(R"([a-z_]+(?: ?\| ?[a-z_]+)+)"))) return parts_of(found[0], " ?\\| ?");
  return {};
}

DescribedOption described(const CLI::Option& option) {
  DescribedOption result;
  for (const std::string& name : option.get_lnames()) result.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) result.names.push_back("-" + name);
  if (option.get_positional()) result.names = {option.get_name()};
  result.about = option.get_description();
  result.takes_value = option.get_items_expected_max() > 0;
  result.repeats = option.get_items_expected_max() > 1 || option.get_expected_max() > 1;
  if (result.takes_value) result.choices = choices_of(option);
  return result;
}

DescribedCommand described(const CLI::App& app) {
  DescribedCommand result;
  result.name = app.get_name();
  result.about = app.get_description();
  result.footer = app.get_footer();
  for (const CLI::Option* option : app.get_options([](const CLI::Option* o) { return !o->get_group().empty(); }))
    (option->get_positional() ? result.positionals : result.options).push_back(described(*option));
  return result;
}

}  // namespace

DescribedProgram description_of(const CLI::App& app) {
  DescribedProgram program;
  program.root = described(app);
  for (const CLI::App* command : app.get_subcommands([](const CLI::App* c) { return !c->get_group().empty(); }))
    program.commands.push_back(described(*command));
  return program;
}

std::string description(const CLI::App& app, std::string_view kind, std::string_view version) {
  EXPECT(std::find(description_kinds.begin(), description_kinds.end(), kind) != description_kinds.end());
  const DescribedProgram program = description_of(app);
  if (kind == "bash") return bash_completion(program);
  if (kind == "zsh") return zsh_completion(program);
  if (kind == "fish") return fish_completion(program);
  return man_page(program, version);
}

}  // namespace disburse
