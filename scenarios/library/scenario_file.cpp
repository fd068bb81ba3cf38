#include "scenarios/scenario_file.hpp"

#include <set>

#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

Override read_override(TomlTable& table, const std::string& origin) {
  Override change;
  change.path = table.text("path");
  change.value = table.text("value");
  change.reason = table.text("reason");
  change.origin = origin;
  change.place = table.place();
  change.from = table.optional_month("from");
  change.until = table.optional_month("until");
  if (change.until && (!change.from || *change.until < *change.from)) {
    table.reject("until", "until has no earlier from", "a change that ends begins in a month",
                 "Add from = \"2025-01\", no later than until");
  }
  table.finish();
  return change;
}

std::optional<Horizon> read_horizon(TomlTable& root) {
  const auto text = root.optional_text("horizon");
  if (!text) return std::nullopt;
  const auto horizon = Horizon::parse(*text);
  if (!horizon) {
    root.reject("horizon", "\"" + *text + "\" is no range of months", "the first and the last month are named",
                "Write it as \"2024-01..2024-12\"");
  }
  return horizon;
}

void read_overrides(TomlTable& root, ScenarioFile& file) {
  std::set<std::string> seen;
  for (TomlTable& table : root.tables("override")) {
    const Override change = read_override(table, file.name);
    const std::string what = change.path + (change.from ? "@" + to_string(*change.from) : "");
    if (!change.path.empty() && !seen.insert(what).second) {
      table.reject("path", change.path + " is set twice", "the second would silently win", "Keep one of them");
    }
    file.overrides.push_back(change);
  }
}

void read_switches(TomlTable& root, ScenarioFile& file) {
  for (TomlTable& table : root.tables("switch")) {
    const std::optional<bool> on = table.optional_flag("on");
    if (on.value_or(true)) {
      table.reject("on", "the switch turns nothing off", "programmes are on unless a scenario says otherwise",
                   "Write on = false, or drop the switch");
    }
    file.switched_off.push_back({table.text("programme"), table.text("reason"), file.name, table.place()});
    table.finish();
  }
}

void read_uncertain(TomlTable& root, ScenarioFile& file) {
  for (TomlTable& table : root.tables("uncertain")) {
    UncertainValue value;
    value.path = table.text("path");
    value.low = table.text("low");
    value.high = table.text("high");
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
      table.reject("value", "\"" + value + "\" is no number", "a correlation lies between -1 and 1",
                   "Write value = \"0.5\"");
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
    if (sweep.values.size() < 2) {
      table.reject("values", "a sweep has at least two values", "one value is an override",
                   "Write values = [\"600\", \"660\", \"1000\"]");
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
    root.reject("schema", "this is no scenario file of version 1", "another kind of file has other keys",
                "Write schema = \"disburse/scenario/1\"");
  }
  file.name = root.text("name");
  if (!file.name.empty() && file.name != path.stem().string()) {
    root.reject("name", "the name differs from the file's name " + path.stem().string(),
                "scenarios are found by file name", "Make them equal");
  }
  file.title = root.text("title");
  file.author = root.text("author");
  file.reference = root.text("reference");
  file.extends = root.optional_text("extends").value_or("");
  file.horizon = read_horizon(root);
  file.seed = root.optional_integer("seed");
  if (file.seed && *file.seed < 0) {
    root.reject("seed", "the seed is negative", "seeds are whole numbers from 0", "Choose another");
  }
  file.budget = root.optional_text("budget").value_or("");
  file.forms = root.optional_text("forms").value_or("");
  file.recipe = root.optional_text("recipe").value_or("");
  read_overrides(root, file);
  read_switches(root, file);
  read_uncertain(root, file);
  read_correlations(root, file);
  read_sweeps(root, file);
  root.finish();
  return file;
}

}  // namespace disburse
