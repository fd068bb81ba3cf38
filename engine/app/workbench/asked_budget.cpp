// A year's budget as the page asks for it: with the figures and sentences that were entered (budget --entries).
#include <initializer_list>

#include "engine/app/options/shell_words.hpp"
#include "engine/app/workbench/asked_command.hpp"
#include "engine/app/workbench/work_folder.hpp"
#include "engine/support/publication.hpp"
#include "outputs/run/toml_text.hpp"

namespace disburse {
namespace {

/// The objects of one list as TOML; a key that is empty says nothing.
std::string list_toml(AskedBody& entries, const char* list, std::initializer_list<const char*> keys) {
  std::string text;
  for (AskedBody& one : entries.objects(list)) {
    text += std::string("\n[[") + list + "]]\n";
    for (const char* key : keys) text += toml_line_unless_empty(key, one.text(key));
    one.done();
  }
  return text;
}

/// What was entered as disburse/budget-entries/1; empty where nothing was.
std::string entries_toml(AskedBody& entries) {
  std::string text = list_toml(entries, "line", {"code", "basic", "executed"});
  text += list_toml(entries, "economic", {"code", "amount"});
  text += list_toml(entries, "public_expense", {"column", "executed"});
  text += list_toml(entries, "statement", {"section", "text"});
  text += list_toml(entries, "indicator", {"programme", "level3", "value"});
  entries.done();
  return text.empty() ? text : toml_line("schema", "disburse/budget-entries/1") + text;
}

}  // namespace

AskedCommand asked_budget(AskedBody& body, const Asking& asking) {
  AskedCommand asked = asked_of_scenario(body, asking.locate);
  asked.function = command_budget;
  constexpr int first = 2000, last = 2100;
  asked.options.budget.year = body.whole("year", first, last, 0);
  asked.options.output.out = made_in(asking.folder).string();
  std::vector<std::string> words = words_of("budget", asked.options.input);
  words.insert(words.end(), {"--year", std::to_string(asked.options.budget.year)});
  if (auto entries = body.object("entries")) {
    if (const std::string text = entries_toml(*entries); !text.empty()) {
      const std::filesystem::path file = asking.folder / "entries.toml";
      publish_file(file, text);
      asked.options.budget.entries = file.string();
      words.insert(words.end(), {"--entries", "entries.toml"});
    }
  }
  asked.options.command = shell_line(words);
  return asked;
}

}  // namespace disburse
