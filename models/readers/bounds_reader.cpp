#include "models/readers/bounds_reader.hpp"

#include <set>
#include <string>

#include "models/readers/file_limits.hpp"

namespace disburse {
namespace {

std::optional<Value> read_bound(TomlTable& table, const std::string& key, Unit unit) {
  const auto text = table.optional_text(key);
  if (!text) return std::nullopt;
  auto value = parse_value(amount_unit(unit), *text);
  if (!value || unit == Unit::months_of_year) {
    table.reject(key, "\"{}\" does not fit"_m(*text), "the unit is {}"_m(to_string(unit)),
                 "Write it as {}"_m(example_of(amount_unit(unit))));
    return std::nullopt;
  }
  return value;
}

UnitBounds read_unit(TomlTable& table, Unit unit) {
  UnitBounds bounds;
  bounds.minimum = read_bound(table, "minimum", unit);
  bounds.maximum = read_bound(table, "maximum", unit);
  if (unit == Unit::month) {
    bounds.spread_months = table.integer("spread_months");
  } else {
    const auto spread = Rate::parse(table.text("spread"));
    if (!spread || *spread < Rate(1, 1)) {
      table.reject("spread", "is no number from 1 on"_m, "known values are plausible themselves"_m,
                   "Write spread = \"2\""_m);
    }
    bounds.spread = spread.value_or(Rate(1, 1));
  }
  table.text("reason");
  table.finish();
  return bounds;
}

void read_units(TomlTable& root, Bounds& bounds, InputErrors& errors) {
  TomlTable units = root.table("unit");
  for (const std::string& name : units.keys()) {
    auto table = units.optional_table(name);
    const auto unit = unit_from(name);
    if (!unit || *unit == Unit::choice) {
      const std::string near = nearest_name(name, unit_words());
      errors.add(units.place(name), name, "is no unit that has bounds"_m, "no parameter would take them"_m,
                 near.empty() ? "Remove it"_m : "Did you mean {}?"_m(near));
    } else if (table) {
      bounds.units.emplace(*unit, read_unit(*table, *unit));
    }
  }
  for (const std::string& word : unit_words()) {
    const Unit unit = *unit_from(word);
    if (unit == Unit::choice || bounds.units.contains(unit)) continue;
    errors.add(root.place(), "unit." + word, "the unit has no bounds"_m, "any value of it would pass"_m,
               "Add [unit.{}]"_m(word));
  }
}

void read_plausible(TomlTable& root, const ParameterTree& law, Bounds& bounds, InputErrors& errors) {
  TomlTable table = root.table("plausible");
  for (const std::string& path : table.keys()) {
    const std::vector<std::string> ends = table.texts(path);
    const Parameter* parameter = law.find(path);
    if (parameter == nullptr) {
      const std::string near = nearest_name(path, law.paths());
      errors.add(table.place(path), path, "there is no such parameter"_m, "no value would be held to it"_m,
                 near.empty() ? "Remove it"_m : "Did you mean {}?"_m(near));
      continue;
    }
    const Unit unit = amount_unit(parameter->unit);
    const bool ordered = ends.size() == file_limits::band_ends && unit != Unit::choice && unit != Unit::months_of_year;
    const auto low = ordered ? parse_value(unit, ends.front()) : std::nullopt;
    const auto high = ordered ? parse_value(unit, ends.back()) : std::nullopt;
    if (!low || !high) {
      table.reject(path, "is no pair of values"_m, "a band has two ends, of a unit that has an order"_m,
                   "Write [\"300\", \"1200\"]"_m);
      continue;
    }
    bounds.plausible.emplace(path, ValueBand{*low, *high});
  }
  table.finish();
}

/// The other may be one that a region adds, and is looked for when a change needs it.
void read_needs(TomlTable& root, const ParameterTree& law, Bounds& bounds, InputErrors& errors) {
  auto table = root.optional_table("needs");
  if (!table) return;
  for (const std::string& path : table->keys()) {
    auto one = table->optional_table(path);
    if (!one) continue;  // reported as a wrong type
    Need need{one->text("path"), one->optional_text("value").value_or("")};
    one->finish();
    if (law.find(path) == nullptr) {
      const std::string near = nearest_name(path, law.paths());
      errors.add(table->place(path), path, "there is no such parameter"_m, "no value would be held to it"_m,
                 near.empty() ? "Remove it"_m : "Did you mean {}?"_m(near));
      continue;
    }
    bounds.needs.emplace(path, std::move(need));
  }
}

/// Whether a parameter's own bounds take what those of its unit refuse.
bool reaches_beyond(const Parameter& parameter, const Bounds& bounds) {
  const auto unit = bounds.units.find(parameter.unit);
  if (unit == bounds.units.end()) return false;
  const std::optional<Value>& least = unit->second.minimum;
  const std::optional<Value>& most = unit->second.maximum;
  return (parameter.minimum && least && order_of(*parameter.minimum, *least) < 0) ||
         (parameter.maximum && most && order_of(*parameter.maximum, *most) > 0);
}

/// Why parameters reach beyond the bounds of their unit: each that does says so, and no other.
void read_beyond(TomlTable& root, const ParameterTree& law, const Bounds& bounds, InputErrors& errors) {
  auto table = root.optional_table("beyond");
  std::set<std::string, std::less<>> said;
  for (const std::string& path : table ? table->keys() : std::vector<std::string>{}) {
    table->text(path);
    const Parameter* parameter = law.find(path);
    if (parameter == nullptr || !reaches_beyond(*parameter, bounds)) {
      errors.add(table->place(path), path, "it does not reach beyond the bounds of its unit"_m,
                 "a reason for nothing hides what is meant"_m, "Remove it"_m);
    }
    said.insert(path);
  }
  if (table) table->finish();
  for (const auto& [path, parameter] : law.all()) {
    if (said.contains(path) || !reaches_beyond(parameter, bounds)) continue;
    errors.add(parameter.place, path, "its own bounds reach beyond those of its unit"_m,
               "slips of unit and digits would pass"_m, "Narrow them, or give the reason in bounds.toml: [beyond]"_m);
  }
}

}  // namespace

Bounds read_bounds(TomlTable& root, const ParameterTree& law, InputErrors& errors) {
  Bounds bounds;
  root.schema("disburse/bounds/1");
  root.text("title");
  read_units(root, bounds, errors);
  read_plausible(root, law, bounds, errors);
  read_needs(root, law, bounds, errors);
  read_beyond(root, law, bounds, errors);
  root.finish();
  return bounds;
}

}  // namespace disburse
