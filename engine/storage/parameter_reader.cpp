// [parameter.NAME]: label, unit, range, and dated values that each cite their source.
#include "engine/storage/parameter_reader.hpp"

#include <utility>

#include "engine/law/value_bounds.hpp"

namespace disburse {
namespace {

std::optional<Unit> read_unit(TomlTable& table) { return unit_from(table.word("unit", unit_words())); }

/// The text of `key` as a value of `unit`; empty when absent or, with an error, when it does not fit.
std::optional<Value> value_of(TomlTable& table, const std::string& key, Unit unit,
                              const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  auto value = parse_value(unit, *text);
  if (!value) {
    table.reject(key, "\"{}\" does not fit"_m(*text), "the parameter's unit is {}"_m(to_string(unit)),
                 "Write it as {}"_m(example_of(unit)));
  }
  return value;
}

/// The text of `value`; only a set of months may be empty.
std::optional<std::string> read_value_text(TomlTable& table, Unit unit) {
  if (unit == Unit::months_of_year && table.has("value")) return table.optional_text("value");
  std::string text = table.text("value");
  if (text.empty()) return std::nullopt;  // reported already
  return text;
}

/// One entry of `values`; empty when something in it is wrong, after all of it has been looked at.
std::optional<DatedValue> read_value(TomlTable& table, Unit unit, InputErrors& errors) {
  const std::size_t before = errors.size();
  DatedValue value;
  value.place = table.place();
  value.from = table.month("from");
  value.until = table.optional_month("until");
  value.known = table.date("known");
  const auto parsed = value_of(table, "value", unit, read_value_text(table, unit));
  const auto status = status_from(table.word("status", {"enacted", "announced", "derived", "assumed"}));
  value.reference = table.text("reference");
  table.finish();
  if (errors.size() != before || !parsed || !status) return std::nullopt;
  value.value = *parsed;
  value.status = *status;
  return value;
}

void check_choices(TomlTable& table, const Parameter& parameter) {
  const bool is_choice = parameter.unit == Unit::choice;
  if (is_choice && parameter.choices.empty()) {
    table.reject("choices", "the parameter has no choices"_m, "its unit is choice"_m,
                 "Add choices = [\"...\", \"...\"]"_m);
  } else if (!is_choice && !parameter.choices.empty()) {
    table.reject("choices", "choices have no meaning here"_m, "the parameter's unit is {}"_m(to_string(parameter.unit)),
                 "Remove choices"_m);
  }
}

/// `minimum` or `maximum`; refused for units without order.
std::optional<Value> read_bound(TomlTable& table, const std::string& key, Unit unit) {
  const auto text = table.optional_text(key);
  if (text && (unit == Unit::choice || unit == Unit::months_of_year)) {
    table.reject(key, "the unit has no range"_m, "{} has no order"_m(to_string(unit)), "Remove {}"_m(key));
    return std::nullopt;
  }
  return value_of(table, key, amount_unit(unit), text);
}

/// A name with a dot that lost its quotes reads as a table within a table.
bool is_unquoted(TomlTable& table) {
  return !table.has("name") && !table.has("unit") && !table.has("values") && !table.keys().empty();
}

void read_values(TomlTable& table, Parameter& parameter, InputErrors& errors) {
  if (!table.has("values")) {
    table.reject("values", "the parameter has no values"_m, "a parameter is its dated values"_m,
                 "Add values = [ { from = ..., known = ..., value = ..., status = ..., reference = ... } ]"_m);
  }
  std::vector<TomlTable> entries = table.tables("values");
  // A number that nobody states may follow from others; the note says which.
  if (entries.empty() && table.has("values") && parameter.note.empty()) {
    table.reject("values", "the list is empty"_m, "a parameter is its dated values"_m,
                 "Add a value, or say in note what it follows from"_m);
  }
  for (TomlTable& entry : entries) {
    if (auto value = read_value(entry, parameter.unit, errors)) parameter.values.push_back(std::move(*value));
  }
}

void reject_extension(TomlTable& table, const char* key, Message problem) {
  table.reject(key, problem, "grow wants one rate, add one amount, sum at least one parameter, every_year none"_m,
               "Write extend = { rule = \"grow\", by = [\"outlook.wage_growth\"], first = \"2027-01\" }"_m);
}

std::optional<Extension> read_extension(TomlTable& parameter) {
  auto table = parameter.optional_table("extend");
  if (!table) return std::nullopt;
  Extension extension;
  extension.place = table->place();
  const auto rule = extension_rule_from(table->word("rule", {"grow", "add", "sum", "every_year"}));
  extension.rule = rule.value_or(ExtensionRule::grow);
  extension.by = table->texts("by");
  extension.first = table->month("first");
  if (const auto step = table->optional_text("step")) {
    const auto money = parse_yuan(*step);
    if (!money || *money <= Money{}) reject_extension(*table, "step", "\"{}\" is no positive amount in yuan"_m(*step));
    extension.step = money.value_or(Money{});
  }
  const std::size_t wanted = extension.rule == ExtensionRule::every_year ? 0 : 1;
  if (extension.by.size() != wanted && !(extension.rule == ExtensionRule::sum && extension.by.size() > 1)) {
    reject_extension(*table, "by", "the rule has {} parameters"_m(extension.by.size()));
  }
  table->finish();
  return extension;
}

std::optional<Uncertainty> read_uncertainty(TomlTable& parameter, Unit unit) {
  auto table = parameter.optional_table("uncertain");
  if (!table) return std::nullopt;
  Uncertainty uncertainty;
  const auto low = value_of(*table, "low", unit, table->text("low"));
  const auto high = value_of(*table, "high", unit, table->text("high"));
  uncertainty.distribution = table->word("distribution", {"triangular", "uniform", "normal"});
  uncertainty.source = table->text("source");
  table->finish();
  if (!low || !high) return std::nullopt;
  uncertainty.low = *low;
  uncertainty.high = *high;
  return uncertainty;
}

/// Reads one table whose unit is known.
void read_body(TomlTable& table, Parameter& parameter, InputErrors& errors) {
  parameter.choices = table.texts("choices");
  check_choices(table, parameter);
  parameter.minimum = read_bound(table, "minimum", parameter.unit);
  parameter.maximum = read_bound(table, "maximum", parameter.unit);
  parameter.extension = read_extension(table);
  parameter.uncertainty = read_uncertainty(table, parameter.unit);
  parameter.note = table.optional_text("note").value_or("");
  read_values(table, parameter, errors);
  table.finish();
}

void read_parameter(TomlTable& table, Parameter parameter, ParameterTree& tree, InputErrors& errors) {
  parameter.place = table.place();
  parameter.name = table.text("name");
  parameter.name_en = table.optional_text("name_en").value_or("");
  // Without the unit nothing else can be judged; the path is kept, so that it is not reported as unknown elsewhere.
  if (const auto unit = read_unit(table)) {
    parameter.unit = *unit;
    read_body(table, parameter, errors);
    check_values(parameter, errors);
  }
  if (const Parameter* other = tree.find(parameter.path)) {
    table.reject("name", "the parameter {} is there already, at {}"_m(parameter.path, to_string(other->place)),
                 "a path names one parameter"_m, "Rename one of them"_m);
    return;
  }
  tree.add(std::move(parameter));
}

}  // namespace

void read_parameters(TomlTable& parameters, const std::string& prefix, const std::string& origin, ParameterTree& tree,
                     InputErrors& errors) {
  for (const std::string& name : parameters.keys()) {
    auto table = parameters.optional_table(name);
    if (!table) continue;  // reported as a wrong type
    if (is_unquoted(*table)) {
      parameters.reject(name, "the table has neither name, unit nor values"_m,
                        "a dot outside quotes makes a table within a table"_m,
                        "Quote the whole name: [parameter.\"{}.{}\"]"_m(name, table->keys().front()));
      continue;
    }
    Parameter parameter;
    parameter.path = prefix + "." + name;
    parameter.origin = origin;
    read_parameter(*table, std::move(parameter), tree, errors);
  }
}

}  // namespace disburse
