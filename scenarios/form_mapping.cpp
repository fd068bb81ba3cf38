#include "scenarios/form_mapping.hpp"

#include <algorithm>

#include "engine/budget_layout.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

void check_indicator(TomlTable& table, const IndicatorText& text, const BudgetDocument& document) {
  const BudgetForm* form = find_form(document, text.programme);
  if (form == nullptr) {
    table.reject("programme", "the last budget has no form of " + text.programme, "the indicator belongs to no form",
                 "Name a programme that has a form");
    return;
  }
  std::vector<std::string> names;
  for (const BudgetIndicator& indicator : form->indicators) names.push_back(indicator.level3);
  if (std::find(names.begin(), names.end(), text.level3) != names.end()) return;
  const std::string near = nearest_name(text.level3, names);
  table.reject("level3", "the form has no indicator " + text.level3, "indicators are found by their printed name",
               near.empty() ? "Copy the name from the budget file" : "Did you mean " + near + "?");
}

void check_code(TomlTable& table, const std::string& code, const BudgetTable& in) {
  if (find_row(in, code) != nullptr) return;
  std::vector<std::string> codes;
  for (const BudgetRow& row : in.rows) codes.push_back(row.code);
  const std::string near = nearest_name(code, codes);
  table.reject("code", in.id + " has no row " + code, "an amount without a row would be lost",
               near.empty() ? "Name a code of the last budget" : "Did you mean " + near + "?");
}

}  // namespace

FormMapping read_form_mapping(const std::filesystem::path& file, const BudgetDocument& document) {
  InputErrors errors;
  TomlDocument parsed(file, errors);
  throw_if_any(Door::data, InputErrors(errors));
  TomlTable root = parsed.root();
  root.schema("disburse/form-mapping/1");
  FormMapping mapping;
  for (TomlTable& table : root.tables("indicator")) {
    IndicatorText text;
    text.programme = table.text("programme");
    text.level3 = table.text("level3");
    text.drop = table.optional_flag("drop").value_or(false);
    text.new_level3 = table.optional_text("name").value_or("");
    text.value = table.optional_text("value").value_or("");
    if (text.drop == !text.value.empty()) {
      table.reject("value", "an indicator has a value or is dropped", "one of them is wanted",
                   "Give value, or drop = true");
    }
    check_indicator(table, text, document);
    table.finish();
    mapping.indicators.push_back(std::move(text));
  }
  for (TomlTable& table : root.tables("term")) {
    mapping.terms.push_back({table.text("name"), table.text("meaning")});
    table.finish();
  }
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  return mapping;
}

std::string filled(const std::string& text, const std::map<std::string, std::string>& values,
                   const std::string& where) {
  std::string result;
  InputErrors errors;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string::npos ? open : text.find('}', open);
    if (close == std::string::npos) {
      result += text.substr(at);
      break;
    }
    const std::string name = text.substr(open + 1, close - open - 1);
    result += text.substr(at, open - at);
    const auto found = values.find(name);
    if (found == values.end()) {
      errors.add({where, 0, 0}, "value", "{" + name + "} is not known here", "the form layout names no such figure",
                 "Use {headcount}, {headcount_wan}, {deaths}, {paying_wan}, {amount}, {year}, {last_year} or "
                 "{parameter:PATH}");
    } else {
      result += found->second;
    }
    at = close + 1;
  }
  throw_if_any(Door::data, std::move(errors));
  return result;
}

const std::vector<std::string>& stated_sections() {
  static const std::vector<std::string> sections{"政府采购情况", "国有资产占用情况", "其他需要说明的情况"};
  return sections;
}

std::map<std::string, std::string> read_entries(const std::filesystem::path& file, const BudgetDocument& document,
                                                DraftFigures& figures) {
  InputErrors errors;
  TomlDocument parsed(file, errors);
  throw_if_any(Door::data, InputErrors(errors));
  TomlTable root = parsed.root();
  root.schema("disburse/budget-entries/1");
  for (TomlTable& table : root.tables("line")) {
    const std::string code = table.text("code");
    check_code(table, code, *find_table(document, "表2"));
    if (const auto basic = table.optional_wan("basic")) figures.basic[code] = *basic;
    if (const auto executed = table.optional_wan("executed")) figures.executed[code] = *executed;
    table.finish();
  }
  for (TomlTable& table : root.tables("economic")) {
    const std::string code = table.text("code");
    check_code(table, code, *find_table(document, "表3"));
    figures.economic[code] = table.wan("amount");
    table.finish();
  }
  for (TomlTable& table : root.tables("public_expense")) {
    const std::string column = "上年执行·" + table.text("column");
    if (!column_index("表4", column)) {
      table.reject("column", "table 4 has no column " + column, "its amounts stand by their printed names",
                   "Write 公务接待费 or 公务用车运行维护费");
    }
    figures.last_year_public[column] = table.wan("executed");
    table.finish();
  }
  std::map<std::string, std::string> statements;
  for (TomlTable& table : root.tables("statement")) {
    const std::string section = table.text("section");
    const std::vector<std::string>& known = stated_sections();
    if (std::find(known.begin(), known.end(), section) == known.end()) {
      table.reject("section", "the text has no section " + section, "a statement stands under its heading",
                   "Write one of: " + known[0] + ", " + known[1] + ", " + known[2]);
    }
    statements[section] = table.text("text");
    table.finish();
  }
  root.finish();
  throw_if_any(Door::data, std::move(errors));
  return statements;
}

}  // namespace disburse
