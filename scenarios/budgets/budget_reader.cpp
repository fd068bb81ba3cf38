#include "scenarios/budgets/budget_reader.hpp"

#include <set>

#include "engine/base/error.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/printed.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/budgets/budget_tables_reader.hpp"

namespace disburse {
namespace {

const std::string schema = "disburse/budget/1";
constexpr Money largest_standard = Money::yuan(100'000);

/// An amount in 万元 as printed; may be blank.
std::string amount_text(TomlTable& table, const std::string& key, bool may_be_negative = false) {
  std::string text = table.optional_text(key).value_or("");
  require_amount(table, key, "the amount", text, may_be_negative);
  return text;
}

std::string item_code(TomlTable& table, const std::string& key, const std::string& code) {
  if (!all_digits(code) || code.size() != 7) {
    table.reject(key, "\"{}\" is no functional code of seven digits"_m(code),
                 "money is mapped to the lowest level, which has 7 digits"_m, "Write it as \"2080507\""_m);
  }
  return code;
}

void require_unique(TomlTable& table, const std::string& key, const std::string& value, std::set<std::string>& seen) {
  if (value.empty() || seen.insert(value).second) return;
  table.reject(key, "\"{}\" stands here twice"_m(value), "others refer to it by this name"_m, "Rename or remove one"_m);
}

// ---- forms ------------------------------------------------------------------------------------------

BudgetIndicator read_indicator(TomlTable table) {
  BudgetIndicator read{table.place().line, table.text("level1"), table.text("level2"), table.text("level3"),
                       table.text("value")};
  table.finish();
  return read;
}

BudgetStandard read_standard(TomlTable table) {
  BudgetStandard read;
  read.line = table.place().line;
  read.unit = table.text("unit");
  read.yuan = table.text("yuan");
  read.payments = table.integer("payments");
  read.persons = table.optional_text("persons").value_or("");
  const auto amount = parse_yuan(read.yuan);
  if (!amount || *amount <= Money{} || *amount > largest_standard) {
    table.reject("yuan", "\"{}\" is no standard in yuan"_m(read.yuan),
                 "it is above 0, exact to the fen, below 100,000"_m, "Write it as \"600\""_m);
  }
  if (read.payments < 1 || read.payments > 366) {
    table.reject("payments", "is out of range"_m, "a standard is paid 1 to 366 times a year"_m, "Correct the number"_m);
  }
  table.finish();
  return read;
}

bool has_indicator(const BudgetForm& form, const std::string& level3) {
  for (const BudgetIndicator& indicator : form.indicators) {
    if (indicator.level3 == level3) return true;
  }
  return false;
}

void read_form_rows(TomlTable& table, BudgetForm& form) {
  form.goals = table.texts("goals");
  for (TomlTable& row : table.tables("indicators")) form.indicators.push_back(read_indicator(row));
  if (form.indicators.empty()) {
    table.reject("indicators", "there are none"_m, "a form without indicators cannot be checked or reproduced"_m,
                 "Add indicators = [ { level1 = ..., level2 = ..., level3 = ..., value = ... } ]"_m);
  }
  for (TomlTable& row : table.tables("standards")) {
    form.standards.push_back(read_standard(row));
    const std::string& persons = form.standards.back().persons;
    if (persons.empty() || has_indicator(form, persons)) continue;
    row.reject("persons", "\"{}\" is no indicator of this form"_m(persons), "the standard is multiplied by its count"_m,
               "Write the level-3 name of an indicator"_m);
  }
}

BudgetForm read_form(TomlTable table) {
  BudgetForm form;
  form.line = table.place().line;
  form.programme = table.text("programme");
  form.function = item_code(table, "line", table.text("line"));
  form.name = table.text("name");
  form.department = table.text("department");
  form.department_code = table.text("department_code");
  form.agency = table.text("agency");
  form.attribute = table.text("attribute");
  form.period = table.text("period");
  form.total = table.text("total");
  require_amount(table, "total", "the amount", form.total, false);
  form.fiscal = amount_text(table, "fiscal");
  form.other = amount_text(table, "other");
  read_form_rows(table, form);
  form.rating = table.text("rating");
  table.finish();
  return form;
}

// ---- text, ties, remarks ----------------------------------------------------------------------------

TextScope read_scope(TomlTable& table) {
  const auto text = table.optional_text("scope");
  if (!text) return TextScope::whole;
  if (*text == "basic") return TextScope::basic;
  if (*text == "project") return TextScope::project;
  table.reject("scope", "\"{}\" is no scope"_m(*text), "a sentence speaks of basic or of project money"_m,
               "Write \"basic\" or \"project\""_m);
  return TextScope::whole;
}

void check_figure(TomlTable& table, const TextFigure& figure) {
  require_percent(table, "percent", "the growth", figure.percent);
  require_percent(table, "share", "the share", figure.share);
  if (!figure.count.empty() && quantities_in(figure.count).empty()) {
    table.reject("count", "\"{}\" has no number"_m(figure.count), "a count is a number with its unit"_m,
                 "Write it as \"5429人\""_m);
  }
  if (!figure.period.empty() && periods_in(figure.period).size() != 1) {
    table.reject("period", "\"{}\" is no period"_m(figure.period), "a period has two months"_m,
                 "Write it as \"2016年1月至2022年12月\""_m);
  }
  if (!figure.share.empty() && figure.whole.empty()) {
    table.reject("share", "has no whole"_m, "a share is of something"_m, "Add whole = \"文/KEY\""_m);
  }
}

TextFigure read_figure(TomlTable table) {
  TextFigure figure;
  figure.line = table.place().line;
  figure.key = table.text("key");
  figure.section = table.text("section");
  figure.what = table.text("what");
  figure.amount = amount_text(table, "amount");
  figure.change = amount_text(table, "change", true);
  figure.percent = table.optional_text("percent").value_or("");
  figure.share = table.optional_text("share").value_or("");
  figure.whole = table.optional_text("whole").value_or("");
  figure.count = table.optional_text("count").value_or("");
  figure.period = table.optional_text("period").value_or("");
  figure.programme = table.optional_text("programme").value_or("");
  if (table.has("line")) figure.function = item_code(table, "line", table.text("line"));
  figure.scope = read_scope(table);
  figure.equals = table.texts("equals");
  figure.change_equals = table.texts("change_equals");
  figure.count_equals = table.optional_text("count_equals").value_or("");
  check_figure(table, figure);
  table.finish();
  return figure;
}

Severity read_severity(TomlTable& table) {
  const std::string text = table.optional_text("severity").value_or("error");
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    if (text == to_string(severity)) return severity;
  }
  table.reject("severity", "\"{}\" is no severity"_m(text), "it tells whether a difference is a fault"_m,
               "Write error, warning or note"_m);
  return Severity::error;
}

BudgetTie read_tie(TomlTable table) {
  BudgetTie tie;
  tie.line = table.place().line;
  tie.code = table.text("code");
  tie.severity = read_severity(table);
  tie.left = table.texts("left");
  tie.right = table.texts("right");
  tie.explain =
      Message::named(table.optional_text("explain").value_or(""), table.optional_text("explain_en").value_or(""));
  for (const auto* side : {&tie.left, &tie.right}) {
    if (!side->empty()) continue;
    table.reject(side == &tie.left ? "left" : "right", "names no cell"_m, "a tie has two sides"_m, "Add an address"_m);
  }
  table.finish();
  return tie;
}

BudgetRemark read_remark(TomlTable table) {
  BudgetRemark read{table.place().line, table.text("code"), table.text("place"),
                    Message::named(table.text("text"), table.optional_text("text_en").value_or(""))};
  table.finish();
  return read;
}

// ---- the document -----------------------------------------------------------------------------------

void read_head(TomlTable& root, BudgetDocument& document) {
  if (root.text("schema") != schema) {
    root.reject("schema", "is not {}"_m(schema), "this program reads that version alone"_m,
                "Write schema = \"{}\""_m(schema));
  }
  document.title = root.text("title");
  document.agency = root.text("agency");
  document.unit_code = root.text("unit_code");
  const std::int64_t year = root.integer("fiscal_year");
  if (year < 1990 || year > 2200) {
    root.reject("fiscal_year", "is out of range"_m, "a budget is for one year"_m, "Write it as 2024"_m);
  }
  document.fiscal_year = static_cast<int>(year);
  document.version = root.text("version");
  document.source = root.text("source");
}

void read_forms(TomlTable& root, BudgetDocument& document) {
  std::set<std::string> programmes;
  for (TomlTable& table : root.tables("form")) {
    document.forms.push_back(read_form(table));
    require_unique(table, "programme", document.forms.back().programme, programmes);
  }
  if (!document.forms.empty()) return;
  root.errors().add(root.place(), "form", "there is no form"_m, "table 9 has one for each project"_m, "Add [[form]]"_m);
}

void read_text(TomlTable& root, BudgetDocument& document) {
  auto narrative = root.optional_table("narrative");
  if (!narrative) return;
  std::set<std::string> keys;
  for (TomlTable& table : narrative->tables("figures")) {
    document.figures.push_back(read_figure(table));
    require_unique(table, "key", document.figures.back().key, keys);
  }
  narrative->finish();
}

void check_addresses(const BudgetDocument& document, const std::vector<std::string>& addresses, const std::string& key,
                     const Place& place, InputErrors& errors) {
  for (const std::string& address : addresses) {
    if (locate(document, address)) continue;
    errors.add(place, key, "\"{}\" names no cell"_m(address), "the figure cannot be compared with it"_m,
               "Write table, row key and column key, as 表2/2080506/合计"_m);
  }
}

/// References can only be followed when everything else stands.
void check_references(const BudgetDocument& document, const std::string& file, InputErrors& errors) {
  for (const TextFigure& figure : document.figures) {
    const Place place{file, figure.line, 0};
    check_addresses(document, figure.equals, "narrative.figures.equals", place, errors);
    check_addresses(document, figure.change_equals, "narrative.figures.change_equals", place, errors);
    if (!figure.whole.empty()) check_addresses(document, {figure.whole}, "narrative.figures.whole", place, errors);
    if (figure.programme.empty() || find_form(document, figure.programme) != nullptr) continue;
    errors.add(place, "narrative.figures.programme", "\"{}\" has no form"_m(figure.programme),
               "its period is compared with the form's"_m, "Write the programme of a [[form]]"_m);
  }
  for (const BudgetTie& tie : document.ties) {
    check_addresses(document, tie.left, "tie.left", {file, tie.line, 0}, errors);
    check_addresses(document, tie.right, "tie.right", {file, tie.line, 0}, errors);
  }
}

BudgetDocument read_document(TomlDocument toml, const std::string& name, InputErrors& errors) {
  BudgetDocument document;
  document.file = std::filesystem::path(name).filename().string();
  if (!toml.parsed()) {
    throw_if_any(Door::data, std::move(errors));
    return document;
  }
  TomlTable root = toml.root();
  read_head(root, document);
  document.tables = read_budget_tables(root, document.unit_code);
  read_forms(root, document);
  read_text(root, document);
  for (const TomlTable& table : root.tables("tie")) document.ties.push_back(read_tie(table));
  for (const TomlTable& table : root.tables("remark")) document.remarks.push_back(read_remark(table));
  root.finish();
  if (errors.empty()) check_references(document, name, errors);
  throw_if_any(Door::data, std::move(errors));
  return document;
}

}  // namespace

BudgetDocument read_budget(const std::filesystem::path& path) {
  InputErrors errors;
  return read_document(TomlDocument(path, errors), path.string(), errors);
}

BudgetDocument parse_budget(std::string_view bytes, const std::string& name) {
  InputErrors errors;
  return read_document(TomlDocument(bytes, name, errors), name, errors);
}

}  // namespace disburse
