#include "scenarios/budgets/form_mapping_reader.hpp"

#include <algorithm>
#include <set>

#include "engine/budget/draft_tables.hpp"
#include "engine/budget/functional_tables.hpp"
#include "engine/budget/layout.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/budgets/budget_forms.hpp"

namespace disburse {
namespace {

/// Whether `text` is `pattern` with something in place of each {name}.
bool is_made_from(std::string_view pattern, std::string_view text) {
  const std::size_t open = pattern.find('{');
  const std::size_t close = pattern.find('}', open);
  if (open == std::string_view::npos || close == std::string_view::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, open))) return false;
  const std::string_view rest = pattern.substr(close + 1);
  for (std::size_t from = open; from <= text.size(); ++from) {
    if (is_made_from(rest, text.substr(from))) return true;
  }
  return false;
}

/// A document that was drafted by this mapping has the new names already: then the text speaks of those, and what was
/// dropped is not missed. `drafted`: programmes of which that has been seen. True when the text is not needed.
bool take_new_name(IndicatorText& text, const BudgetDocument& document, std::set<std::string>& drafted) {
  const BudgetForm* form = find_form(document, text.programme);
  if (form == nullptr) return false;
  const auto named = [&](const std::string& name) {
    return std::any_of(form->indicators.begin(), form->indicators.end(),
                       [&](const BudgetIndicator& one) { return one.level3 == name; });
  };
  if (named(text.level3)) return false;
  if (text.drop) return drafted.contains(text.programme);
  for (const BudgetIndicator& one : form->indicators) {
    if (text.new_level3.empty() || !is_made_from(text.new_level3, one.level3)) continue;
    text.level3 = one.level3;
    drafted.insert(text.programme);
  }
  return false;
}

void check_indicator(TomlTable& table, const IndicatorText& text, const BudgetDocument& document) {
  const BudgetForm* form = find_form(document, text.programme);
  if (form == nullptr) {
    table.reject("programme", "the last budget has no form of {}"_m(text.programme),
                 "the indicator belongs to no form"_m, "Name a programme that has a form"_m);
    return;
  }
  std::vector<std::string> names;
  for (const BudgetIndicator& indicator : form->indicators) names.push_back(indicator.level3);
  if (std::find(names.begin(), names.end(), text.level3) != names.end()) return;
  const std::string near = nearest_name(text.level3, names);
  table.reject("level3", "the form has no indicator {}"_m(text.level3), "indicators are found by their printed name"_m,
               near.empty() ? "Copy the name from the budget file"_m : "Did you mean {}?"_m(near));
}

void check_code(TomlTable& table, const std::string& code, const BudgetTable& in) {
  if (find_row(in, code) != nullptr) return;
  std::vector<std::string> codes;
  for (const BudgetRow& row : in.rows) codes.push_back(row.code);
  const std::string near = nearest_name(code, codes);
  table.reject("code", "{} has no row {}"_m(in.id, code), "an amount without a row would be lost"_m,
               near.empty() ? "Name a code of the last budget"_m : "Did you mean {}?"_m(near));
}

NewFormText read_new_form(TomlTable table) {
  NewFormText form;
  form.attribute = table.text("attribute");
  form.rating = table.text("rating");
  form.goals = table.texts("goals");
  for (TomlTable& one : table.tables("indicator")) {
    NewFormText::Indicator indicator{one.text("level1"), one.text("level2"), one.text("level3"), one.text("value"), {}};
    const auto of = one.optional_word("of", code_words<IndicatorOf>());
    indicator.of = from_code<IndicatorOf>(of.value_or("")).value_or(IndicatorOf::any);
    one.finish();
    form.indicators.push_back(std::move(indicator));
  }
  table.finish();
  return form;
}

void read_line_name(TomlTable& table, FormMapping& mapping) {
  const std::string code = table.text("code");
  const std::string name = table.text("name");
  const bool digits = std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool right = code.size() == class_digits || code.size() == section_digits || code.size() == item_digits;
  if (!code.empty() && (!digits || !right)) {
    table.reject("code", "\"{}\" is no functional code"_m(code),
                 "a class has three digits, a section five, an item seven"_m, "Write it as \"2081107\""_m);
  }
  mapping.line_names[code] = name;
  table.finish();
}

}  // namespace

FormMapping read_form_mapping(const std::filesystem::path& file, const BudgetDocument& document) {
  InputErrors errors;
  TomlDocument parsed(file, errors);
  throw_if_any(Door::data, InputErrors(errors));
  TomlTable root = parsed.root();
  root.schema("disburse/form-mapping/1");
  FormMapping mapping;
  mapping.file = file.string();
  std::set<std::string> drafted;
  for (TomlTable& table : root.tables("indicator")) {
    IndicatorText text;
    text.programme = table.text("programme");
    text.level3 = table.text("level3");
    text.drop = table.optional_flag("drop").value_or(false);
    text.new_level3 = table.optional_text("name").value_or("");
    text.value = table.optional_text("value").value_or("");
    if (text.drop == !text.value.empty()) {
      table.reject("value", "an indicator has a value or is dropped"_m, "one of them is wanted"_m,
                   "Give value, or drop = true"_m);
    }
    const bool gone = take_new_name(text, document, drafted);
    if (!gone) check_indicator(table, text, document);
    table.finish();
    if (gone) continue;
    mapping.indicators.push_back(std::move(text));
  }
  for (TomlTable& table : root.tables("term")) {
    mapping.terms.push_back({table.text("name"), table.text("meaning")});
    table.finish();
  }
  for (TomlTable& table : root.tables("line")) read_line_name(table, mapping);
  if (auto table = root.optional_table("new_form")) mapping.new_form = read_new_form(std::move(*table));
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  return mapping;
}

BudgetEntries read_entries(const std::filesystem::path& file, const BudgetDocument& document) {
  InputErrors errors;
  FormDocument parsed(file, entries_form(), errors);
  throw_if_any(Door::data, parsed.in_cells(errors));
  TomlTable root = parsed.root();
  root.schema("disburse/budget-entries/1");
  BudgetEntries entries;
  entries.file = file.filename().string();
  for (TomlTable& table : root.tables("line")) {
    const std::string code = table.text("code");
    check_code(table, code, *find_table(document, "表2"));
    if (const auto basic = table.optional_wan("basic")) entries.basic[code] = *basic;
    if (const auto executed = table.optional_wan("executed")) entries.executed[code] = *executed;
    if (const auto envelope = table.optional_wan("envelope")) entries.envelopes[code] = *envelope;
    table.finish();
  }
  for (TomlTable& table : root.tables("economic")) {
    const std::string code = table.text("code");
    check_code(table, code, *find_table(document, "表3"));
    entries.economic[code] = table.wan("amount");
    table.finish();
  }
  for (TomlTable& table : root.tables("public_expense")) {
    const std::string name = table.text("column");
    const std::string column = "上年执行·" + name;
    if (!column_index("表4", column)) {
      table.reject("column", "table 4 has no column {}"_m(column), "its amounts stand by their printed names"_m,
                   "Write 公务接待费 or 公务用车运行维护费"_m);
    }
    if (const auto executed = table.optional_wan("executed")) entries.last_year_public[column] = *executed;
    if (const auto budget = table.optional_wan("budget")) entries.public_budget["本年预算·" + name] = *budget;
    table.finish();
  }
  for (TomlTable& table : root.tables("statement")) {
    const std::string section = table.text("section");
    const std::vector<std::string>& known = text_sections();
    const bool of_line = section.size() == item_digits && find_item_row(document, section) != nullptr;
    if (!of_line && std::find(known.begin(), known.end(), section) == known.end()) {
      const std::vector<std::string>& stated = stated_sections();
      table.reject("section", "the text has no section {}"_m(section), "a statement stands under its heading"_m,
                   "Write one of: {}, {}, {}"_m(stated[0], stated[1], stated[2]));
    }
    entries.statements[section] = table.text("text");
    table.finish();
  }
  for (TomlTable& table : root.tables("indicator")) {
    IndicatorText text;
    text.programme = table.text("programme");
    text.level3 = table.text("level3");
    text.value = table.text("value");
    table.finish();
    entries.indicators.push_back(std::move(text));
  }
  root.finish();
  throw_if_any(Door::data, parsed.in_cells(errors));
  return entries;
}

}  // namespace disburse
