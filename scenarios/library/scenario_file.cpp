#include "scenarios/library/scenario_file.hpp"

#include <set>

#include "engine/support/toml_reader.hpp"
#include "scenarios/library/scenario_window.hpp"
#include "scenarios/library/spoken_change.hpp"

namespace disburse {
namespace {

/// A month as planners write it; empty when absent or, with an error, when it is none.
std::optional<Month> read_month(TomlTable& table, const std::string& key) {
  const auto text = table.optional_text(key);
  if (!text) return std::nullopt;
  const auto month = spoken_month(*text);
  if (!month) {
    table.reject(key, "\"{}\" is no month"_m(*text), "a change holds from month to month"_m, "Write it as 2025-01"_m);
  }
  return month;
}

Override read_override(TomlTable& table, const std::string& origin, const std::optional<Window>& window) {
  Override change;
  change.path = table.text("path");
  change.value = table.text("value");
  change.reason = table.text("reason");
  change.origin = origin;
  change.place = table.place();
  change.from = read_month(table, "from");
  change.until = read_month(table, "until");
  understand(change, table.errors());
  if (change.until && !change.from) {
    table.reject("until", "until has no earlier from"_m, "a change that ends begins in a month"_m,
                 "Add from = \"2025-01\", no later than until"_m);
  } else if (change.until && *change.until < *change.from) {
    table.reject("until",
                 "the window ends in {}, before it begins in {}"_m(to_string(*change.until), to_string(*change.from)),
                 "the change would never be in force"_m,
                 "Give a last month of {} or later, or exchange the two"_m(to_string(*change.from)));
  } else if (window) {
    apply_window(*window, change, table);
  }
  table.finish();
  return change;
}

std::optional<Horizon> read_horizon(TomlTable& root) {
  const auto text = root.optional_text("horizon");
  if (!text) return std::nullopt;
  Month first;
  std::optional<Month> last;
  const bool read = read_window_text(*text, first, last) && last;
  const std::optional<Horizon> horizon = read ? std::optional(Horizon{first, *last - first + 1}) : std::nullopt;
  if (const auto turned = turned_months(*text)) {
    root.reject("horizon", "\"{}\" ends before it begins"_m(*text), "no month would be projected"_m,
                "Write \"{}\", or a later end"_m(*turned));
  } else if (!horizon) {
    root.reject("horizon", "\"{}\" is no range of months"_m(*text), "the first and the last month are named"_m,
                "Write it as \"2024-01..2024-12\""_m);
  }
  return horizon;
}

void read_overrides(TomlTable& root, const std::optional<Window>& window, ScenarioFile& file) {
  std::set<std::string> seen;
  for (TomlTable& table : root.tables("override")) {
    const Override change = read_override(table, file.name, window);
    const std::string what = change.path + (change.from ? "@" + to_string(*change.from) : "");
    if (!change.path.empty() && !seen.insert(what).second) {
      table.reject("path", "{} is set twice"_m(change.path), "the second would silently win"_m, "Keep one of them"_m);
    }
    file.overrides.push_back(change);
  }
}

void read_switches(TomlTable& root, ScenarioFile& file) {
  for (TomlTable& table : root.tables("switch")) {
    const std::optional<bool> on = table.optional_flag("on");
    if (on.value_or(true)) {
      table.reject("on", "the switch turns nothing off"_m, "programmes are on unless a scenario says otherwise"_m,
                   "Write on = false, or drop the switch"_m);
    }
    file.switched_off.push_back({table.text("programme"), table.text("reason"), file.name, table.place()});
    table.finish();
  }
}

/// A file that stands beside this one or below its folder, so that a scenario cannot make the program read what it
/// likes.
std::string file_beside(TomlTable& root, const char* key) {
  const std::string name = root.optional_text(key).value_or("");
  const std::filesystem::path path = std::filesystem::path(name).lexically_normal();
  if (path.is_absolute() || (!path.empty() && *path.begin() == "..")) {
    root.reject(key, "{} lies outside the folder of this scenario"_m(name), "a scenario reads files beside it"_m,
                "Copy the file beside this one, and name it"_m);
  }
  return name;
}

/// A window bounds changes. What a file cannot date holds in every month, and a window over it would be a promise
/// unkept.
void check_window(TomlTable& root, const ScenarioFile& file) {
  const auto refuse = [&](const char* key, const Message& what) {
    root.reject(key, "{} stands in a file with a window"_m(what),
                "the window bounds changes of parameters alone, and this would hold outside it"_m,
                "Put it into a scenario of its own, without a window, and join the two with +"_m);
  };
  if (!file.switched_off.empty()) refuse("switch", "a switch"_m);
  if (!file.sweeps.empty()) refuse("sweep", "a sweep"_m);
  if (file.overrides.empty()) {
    root.reject("window", "the file changes no parameter"_m, "the window bounds nothing"_m,
                "Add [[override]], or leave the window out"_m);
  }
}

void read_uncertain(TomlTable& root, ScenarioFile& file) {
  for (TomlTable& table : root.tables("uncertain")) {
    UncertainValue value;
    value.path = table.text("path");
    value.low = spoken_value(table.text("low"));
    value.high = spoken_value(table.text("high"));
    value.distribution = table.word("distribution", {"triangular", "uniform", "normal"});
    value.source = table.text("source");
    value.origin = file.name;
    value.place = table.place();
    table.finish();
    file.uncertain.push_back(std::move(value));
  }
}

void read_correlations(TomlTable& root, ScenarioFile& file) {
  for (TomlTable& table : root.tables("correlation")) {
    Correlation one{table.text("first"), table.text("second"), 0.0, table.place()};
    const std::string value = table.text("value");
    const auto parsed = parse_value(Unit::rate, value.starts_with('-') ? value.substr(1) : value);
    if (!value.empty() && !parsed) {
      table.reject("value", "\"{}\" is no number"_m(value), "a correlation lies between -1 and 1"_m,
                   "Write value = \"0.5\""_m);
    } else if (parsed) {
      const Rate& rate = std::get<Rate>(*parsed);
      one.value = static_cast<double>(rate.numerator()) / static_cast<double>(rate.denominator());
      if (value.starts_with('-')) one.value = -one.value;
    }
    table.text("source");
    table.finish();
    file.correlations.push_back(std::move(one));
  }
}

void read_sweeps(TomlTable& root, ScenarioFile& file) {
  for (TomlTable& table : root.tables("sweep")) {
    Sweep sweep{table.text("path"), table.texts("values"), file.name, table.place()};
    for (std::string& value : sweep.values) value = spoken_value(value);
    if (sweep.values.size() < 2) {
      table.reject("values", "a sweep has at least two values"_m, "one value is an override"_m,
                   "Write values = [\"600\", \"660\", \"1000\"]"_m);
    }
    table.finish();
    file.sweeps.push_back(std::move(sweep));
  }
}

}  // namespace

std::optional<ScenarioFile> read_scenario_file(const std::filesystem::path& path, InputErrors& errors) {
  TomlDocument document(path, errors);
  if (!document.parsed()) return std::nullopt;
  TomlTable root = document.root();
  ScenarioFile file;
  file.place = root.place();
  if (root.text("schema") != "disburse/scenario/1") {
    root.reject("schema", "this is no scenario file of version 1"_m, "another kind of file has other keys"_m,
                "Write schema = \"disburse/scenario/1\""_m);
  }
  file.name = root.text("name");
  if (!file.name.empty() && file.name != path.stem().string()) {
    root.reject("name", "the name differs from the file's name {}"_m(path.stem().string()),
                "scenarios are found by file name"_m, "Make them equal"_m);
  }
  file.title = root.text("title");
  file.author = root.text("author");
  file.reference = root.text("reference");
  file.extends = root.optional_text("extends").value_or("");
  file.follows = root.texts("follows");
  file.horizon = read_horizon(root);
  file.seed = root.optional_integer("seed");
  if (file.seed && *file.seed < 0) {
    root.reject("seed", "the seed is negative"_m, "seeds are whole numbers from 0"_m, "Choose another"_m);
  }
  file.budget = file_beside(root, "budget");
  file.roster = file_beside(root, "roster");
  file.made_from = file_beside(root, "made_from");
  file.forms = root.optional_text("forms").value_or("");
  file.recipe = root.optional_text("recipe").value_or("");
  const std::optional<Window> window = read_window(root);
  read_overrides(root, window, file);
  read_switches(root, file);
  read_uncertain(root, file);
  read_correlations(root, file);
  read_sweeps(root, file);
  if (window) check_window(root, file);
  root.finish();
  return file;
}

}  // namespace disburse
