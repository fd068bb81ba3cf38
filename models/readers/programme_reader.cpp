// Programme files: header, components, the budget's own reading, and the programme's parameters.
#include "models/programme_reader.hpp"

#include <algorithm>
#include <set>

#include "engine/parameter_reader.hpp"
#include "models/file_limits.hpp"

namespace disburse {
namespace {

using file_limits::code_length;

/// A required word that `from` understands; a neutral value after an error.
template <class Enum>
Enum read_word(TomlTable& table, const std::string& key, const std::vector<std::string>& allowed,
               std::optional<Enum> (*from)(std::string_view)) {
  return from(table.word(key, allowed)).value_or(Enum{});
}

void read_identity(TomlTable& root, const std::string& stem, ProgrammeDefinition& programme) {
  programme.id = root.text("id");
  if (!programme.id.empty() && programme.id != stem) {
    root.reject("id", "the id " + programme.id + " differs from the file's name " + stem,
                "a programme is found by its file", "Write id = \"" + stem + "\", or rename the file");
  }
  programme.name = root.text("name");
  programme.name_en = root.text("name_en");
  programme.clause = root.text("clause");
  programme.project = root.optional_text("project").value_or(stem);
  programme.line = root.optional_text("line").value_or("");
  const bool digits =
      std::all_of(programme.line.begin(), programme.line.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!programme.line.empty() && (!digits || programme.line.size() != code_length)) {
    root.reject("line", "\"" + programme.line + "\" is no functional code", "a line has seven digits",
                "Write it as \"2080507\", or leave it out where there is none");
  }
}

void read_nature(TomlTable& root, ProgrammeDefinition& programme) {
  programme.basis = read_word<Basis>(root, "basis", {"projected", "calibrated", "planned"}, basis_from);
  programme.basis_reason = root.text("basis_reason");
  programme.shape = read_word<Shape>(root, "shape", {"formula", "driver_cost", "planned_lines"}, shape_from);
  if (const auto scheme = root.optional_word("scheme", {"civil_service", "enterprise", "resident"})) {
    programme.scheme = scheme_from(*scheme);
  }
  const auto rounding = root.optional_word("rounding", {"half_up", "down", "up", "half_even"});
  if (rounding) programme.rounding = rounding_from(*rounding).value_or(Rounding::half_up);
  programme.rounding_reference = root.optional_text("rounding_reference").value_or("");
  if (rounding && programme.rounding_reference.empty()) {
    root.reject("rounding", "the rounding has no reference", "every rule must cite its source or say it is assumed",
                "Add rounding_reference = \"...\"");
  }
}

Component read_component(TomlTable& table) {
  Component component;
  component.id = table.text("id");
  if (!component.id.empty() && !is_plain_name(component.id)) {
    table.reject("id", "\"" + component.id + "\" is no plain name", "ids are small letters, digits and underscores",
                 "Write it as \"base_pension\"");
  }
  component.name = table.text("name");
  component.payer = read_word<Payer>(table, "payer", {"city", "region", "central", "fund"}, payer_from);
  component.kind =
      read_word<Kind>(table, "kind", {"regular", "arrears", "recovery", "lump_sum", "contribution"}, kind_from);
  component.on_death = table.optional_flag("on_death").value_or(false);
  component.monthly = table.optional_flag("monthly").value_or(false);
  component.counts_persons = table.optional_flag("counts_persons").value_or(false);
  component.formula = table.optional_text("formula").value_or("");
  component.document = table.optional_text("document").value_or("");
  component.parameters = table.texts("parameters");
  table.finish();
  return component;
}

void read_components(TomlTable& root, ProgrammeDefinition& programme) {
  std::set<std::string> seen;
  for (TomlTable& table : root.tables("component")) {
    Component component = read_component(table);
    if (!component.id.empty() && !seen.insert(component.id).second) {
      table.reject("id", "the component " + component.id + " is there already", "an id names one component",
                   "Give this one another id");
    }
    programme.components.push_back(std::move(component));
  }
  if (programme.components.empty() && programme.shape == Shape::formula) {
    root.reject("component", "the programme has no component", "a component says who pays",
                "Add [[component]] with id, name, payer and kind");
  }
}

void read_reading(TomlTable& root, ProgrammeDefinition& programme) {
  auto table = root.optional_table("reading");
  if (!table) return;
  BudgetReading reading;
  reading.unit_name = table->text("unit_name");
  reading.units = table->integer("units");
  reading.units_per_person = table->optional_integer("units_per_person").value_or(1);
  if (reading.units_per_person < 1) {
    table->reject("units_per_person", "is less than one", "a person is paid at least once", "Write 2 for two payments");
  }
  if (table->has("units") && reading.units < 0) {
    table->reject("units", "the number of units is negative", "the budget is divided by it",
                  "Write how many units the budget counts, as 65148, or 0 when it names no number");
  }
  reading.reference = table->text("reference");
  reading.standard = table->optional_text("standard").value_or("");
  reading.note = table->optional_text("note").value_or("");
  table->finish();
  programme.reading = std::move(reading);
}

void check_path(const std::string& path, const std::string& who, const ProgrammeDefinition& programme,
                const ParameterTree& tree, InputErrors& errors) {
  if (tree.find(path) != nullptr) return;
  const std::string near = nearest_name(path, tree.paths());
  errors.add(programme.place, who, "there is no parameter " + path, "the programme says that it reads it",
             near.empty() ? "Declare it, or take it off the list" : "Did you mean " + near + "?");
}

}  // namespace

bool is_plain_name(std::string_view text) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

ProgrammeDefinition read_programme(TomlTable& root, const std::string& stem, ParameterTree& tree, InputErrors& errors) {
  ProgrammeDefinition programme;
  programme.place = root.place();
  root.schema("disburse/programme/1");
  read_identity(root, stem, programme);
  read_nature(root, programme);
  read_components(root, programme);
  read_reading(root, programme);
  if (auto parameters = root.optional_table("parameter")) read_parameters(*parameters, stem, "law", tree, errors);
  root.finish();
  programme.id = stem;
  return programme;
}

void check_parameter_paths(const ProgrammeDefinition& programme, const ParameterTree& tree, InputErrors& errors) {
  for (const Component& component : programme.components) {
    for (const std::string& path : component.parameters) {
      check_path(path, "component " + component.id, programme, tree, errors);
    }
  }
  if (programme.reading && !programme.reading->standard.empty()) {
    check_path(programme.reading->standard, "reading.standard", programme, tree, errors);
  }
}

}  // namespace disburse
