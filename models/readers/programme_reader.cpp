// Programme files: header, components, the budget's own reading, and the programme's parameters.
#include "models/readers/programme_reader.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/storage/parameter_reader.hpp"
#include "models/readers/file_limits.hpp"
#include "models/readers/member_shape_reader.hpp"
#include "models/readers/payer_reader.hpp"

namespace disburse {
namespace {

using file_limits::code_length;

/// A required code; a neutral value after an error.
template <Coded Enum>
Enum read_word(TomlTable& table, const std::string& key) {
  return from_code<Enum>(table.word(key, code_words<Enum>())).value_or(Enum{});
}

void read_identity(TomlTable& root, const std::string& stem, ProgrammeDefinition& programme) {
  programme.id = root.text("id");
  if (!programme.id.empty() && programme.id != stem) {
    root.reject("id", "the id {} differs from the file's name {}"_m(programme.id, stem),
                "a programme is found by its file"_m, "Write id = \"{}\", or rename the file"_m(stem));
  }
  programme.name = root.text("name");
  programme.name_en = root.text("name_en");
  programme.clause = root.text("clause");
  programme.project = root.optional_text("project").value_or(stem);
  programme.line = root.optional_text("line").value_or("");
  const bool digits =
      std::all_of(programme.line.begin(), programme.line.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!programme.line.empty() && (!digits || programme.line.size() != code_length)) {
    root.reject("line", "\"{}\" is no functional code"_m(programme.line), "a line has seven digits"_m,
                "Write it as \"2080507\", or leave it out where there is none"_m);
  }
}

void read_nature(TomlTable& root, ProgrammeDefinition& programme) {
  programme.basis = read_word<Basis>(root, "basis");
  programme.basis_reason = root.text("basis_reason");
  programme.basis_reason_en = root.optional_text("basis_reason_en").value_or("");
  programme.shape = read_word<Shape>(root, "shape");
  if (const auto scheme = root.optional_word("scheme", code_words<Scheme>())) {
    programme.scheme = from_code<Scheme>(*scheme);
  }
  const auto rounding = root.optional_word("rounding", code_words<Rounding>());
  if (rounding) programme.rounding = from_code<Rounding>(*rounding).value_or(Rounding::half_up);
  programme.rounding_reference = root.optional_text("rounding_reference").value_or("");
  if (rounding && programme.rounding_reference.empty()) {
    root.reject("rounding", "the rounding has no reference"_m, "every rule must cite its source or say it is assumed"_m,
                "Add rounding_reference = \"...\""_m);
  }
}

/// What every component has. Of shape "member", the rest tells when it is paid and by which parameters.
Component read_component(TomlTable& table, const PayerList& payers, Shape shape) {
  Component component;
  component.id = table.text("id");
  component.name = table.text("name");
  component.name_en = table.optional_text("name_en").value_or("");
  component.payer = read_payer(table, payers);
  component.kind = from_code<Kind>(table.word("kind", declared_kinds())).value_or(Kind::regular);
  component.monthly = table.optional_flag("monthly").value_or(false);
  component.counts_persons = table.optional_flag("counts_persons").value_or(false);
  component.formula = table.optional_text("formula").value_or("");
  component.document = table.optional_text("document").value_or("");
  if (shape == Shape::member) return component;
  component.on_death = table.optional_flag("on_death").value_or(false);
  component.parameters = table.texts("parameters");
  return component;
}

void check_id(TomlTable& table, const std::string& id, std::set<std::string>& seen) {
  if (id.empty()) return;  // reported already
  if (!is_plain_name(id)) {
    table.reject("id", "\"{}\" is no plain name"_m(id), "ids are small letters, digits and underscores"_m,
                 "Write it as \"base_pension\""_m);
  }
  if (!seen.insert(id).second) {
    table.reject("id", "the component {} is there already"_m(id), "an id names one component"_m,
                 "Give this one another id"_m);
  }
}

void read_components(TomlTable& root, const PayerList& payers, ProgrammeDefinition& programme) {
  std::set<std::string> seen;
  for (TomlTable& table : root.tables("component")) {
    const std::size_t first = programme.components.size();
    Component component = read_component(table, payers, programme.shape);
    if (programme.shape == Shape::member) {
      read_grant(table, std::move(component), payers, programme);
    } else {
      programme.components.push_back(std::move(component));
    }
    for (std::size_t c = first; c < programme.components.size(); ++c) check_id(table, programme.components[c].id, seen);
    table.finish();
  }
  if (programme.components.empty() && pays_members(programme.shape)) {
    root.reject("component", "the programme has no component"_m, "a component says who pays"_m,
                "Add [[component]] with id, name, payer and kind"_m);
  }
}

/// Flat amounts leave no part of a fen: a rounding beside them would say something that is never asked.
void check_rounding(TomlTable& root, const ProgrammeDefinition& programme) {
  if (programme.shape != Shape::member || programme.members.rounds() == root.has("rounding")) return;
  if (root.has("rounding")) {
    root.reject("rounding", "no payment of the programme leaves a part of a fen"_m, "the rounding would never act"_m,
                "Remove rounding and rounding_reference"_m);
  } else {
    root.reject("rounding", "the rounding is missing"_m, "shares and parts of payers leave parts of a fen"_m,
                "Add rounding = \"half_up\" and rounding_reference = \"...\""_m);
  }
}

void read_reading(TomlTable& root, ProgrammeDefinition& programme) {
  auto table = root.optional_table("reading");
  if (!table) return;
  BudgetReading reading;
  reading.unit_name = table->text("unit_name");
  reading.unit_name_en = table->optional_text("unit_name_en").value_or("");
  reading.units = table->integer("units");
  reading.units_per_person = table->optional_integer("units_per_person").value_or(1);
  if (reading.units_per_person < 1) {
    table->reject("units_per_person", "is less than one"_m, "a person is paid at least once"_m,
                  "Write 2 for two payments"_m);
  }
  if (table->has("units") && reading.units < 0) {
    table->reject("units", "the number of units is negative"_m, "the budget is divided by it"_m,
                  "Write how many units the budget counts, as 65148, or 0 when it names no number"_m);
  }
  reading.reference = table->text("reference");
  reading.standard = table->optional_text("standard").value_or("");
  reading.note = table->optional_text("note").value_or("");
  reading.note_en = table->optional_text("note_en").value_or("");
  table->finish();
  programme.reading = std::move(reading);
}

void check_path(const std::string& path, const std::string& who, const ProgrammeDefinition& programme,
                const ParameterTree& tree, InputErrors& errors) {
  if (tree.find(path) != nullptr) return;
  const std::string near = nearest_name(path, tree.paths());
  errors.add(programme.place, who, "there is no parameter {}"_m(path), "the programme says that it reads it"_m,
             near.empty() ? "Declare it, or take it off the list"_m : "Did you mean {}?"_m(near));
}

/// The components of a formula: what is misspelt by itself, what a whole region would declare in one sentence.
void check_formula_paths(const ProgrammeDefinition& programme, const ParameterTree& tree, InputErrors& errors) {
  std::map<std::string, std::string> missing;  // path to the first component that reads it
  for (const Component& component : programme.components) {
    for (const std::string& path : component.parameters) {
      if (tree.find(path) == nullptr) missing.emplace(path, "component " + component.id);
    }
  }
  std::string list;
  for (const auto& [path, who] : missing) list += (list.empty() ? "" : ", ") + path;
  if (missing.size() > file_limits::most_misspelt) {
    errors.add(
        programme.place, programme.id,
        "it reads {} parameters that no layer of the law declares: {}"_m(missing.size(), list),
        "its formula cannot be reckoned without them"_m,
        "Name in agency.toml the region whose law has them, declare them in the agency's folder, or write left_out = [\"{}\"]"_m(
            programme.id));
    return;
  }
  for (const auto& [path, who] : missing) check_path(path, who, programme, tree, errors);
}

}  // namespace

bool is_plain_name(std::string_view text) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

ProgrammeDefinition read_programme(TomlTable& root, const std::string& stem, const PayerList& payers,
                                   ParameterTree& tree, InputErrors& errors) {
  ProgrammeDefinition programme;
  programme.place = root.place();
  root.schema("disburse/programme/1");
  read_identity(root, stem, programme);
  read_nature(root, programme);
  if (programme.shape == Shape::member) read_member_shape(root, programme);
  read_components(root, payers, programme);
  check_rounding(root, programme);
  programme.own = payers.own();
  read_reading(root, programme);
  if (auto parameters = root.optional_table("parameter")) read_parameters(*parameters, stem, "law", tree, errors);
  root.finish();
  programme.id = stem;
  return programme;
}

void check_parameter_paths(const ProgrammeDefinition& programme, const ParameterTree& tree, InputErrors& errors) {
  if (programme.shape == Shape::member) {
    check_member_parameters(programme, tree, errors);
  } else {
    check_formula_paths(programme, tree, errors);
  }
  if (programme.reading && !programme.reading->standard.empty()) {
    check_path(programme.reading->standard, "reading.standard", programme, tree, errors);
  }
}

}  // namespace disburse
