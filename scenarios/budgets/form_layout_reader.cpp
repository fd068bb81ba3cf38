#include "scenarios/budgets/form_layout_reader.hpp"

#include <algorithm>
#include <set>

#include "engine/budget/layout.hpp"
#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr const char* official_name = "official";

std::vector<std::string> known_layouts(const fs::path& shared) {
  std::vector<std::string> names;
  std::error_code failure;
  for (fs::directory_iterator it(shared, failure), end; !failure && it != end; it.increment(failure)) {
    if (it->path().extension() == ".toml") names.push_back(it->path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// The layout that a file goes on from; empty where it names none.
std::string extended(TomlDocument& document) {
  if (!document.parsed()) return {};
  return document.root().optional_text("extends").value_or("");
}

/// The official tables that a sheet may name, each with all of its columns.
std::vector<std::string> columns_of(const std::string& table) {
  std::vector<std::string> columns;
  for (const TableLayout& layout : budget_layouts()) {
    if (layout.id != table && layout.id != table + "收入" && layout.id != table + "支出") continue;
    columns.insert(columns.end(), layout.columns.begin(), layout.columns.end());
  }
  return columns;
}

PrintedSheet read_sheet(TomlTable& table, std::set<std::string>& seen) {
  PrintedSheet sheet;
  sheet.table = table.optional_text("table").value_or("");
  sheet.title = table.optional_text("title").value_or("");
  sheet.columns = table.texts("columns");
  sheet.added = table.texts("added");
  sheet.statement = table.optional_text("statement").value_or("");
  const std::vector<std::string> columns = columns_of(sheet.table);
  if (sheet.table.empty() && (sheet.title.empty() || sheet.statement.empty())) {
    table.reject("statement", "the sheet has neither a table nor a title with a statement"_m,
                 "nothing would be printed on it"_m, "Write table = \"表2\", or title and statement"_m);
  } else if (!sheet.table.empty() && columns.empty()) {
    table.reject("table", "{} is no official table"_m(sheet.table), "sheets print the official tables"_m,
                 "Write 表1 to 表8"_m);
  } else if (!sheet.table.empty() && !seen.insert(sheet.table).second) {
    table.reject("table", "{} is printed twice"_m(sheet.table), "each table has one sheet"_m, "Remove one"_m);
  }
  for (const std::string& column : sheet.columns) {
    if (columns.empty() || std::find(columns.begin(), columns.end(), column) != columns.end()) continue;
    const std::string near = nearest_name(column, columns);
    table.reject("columns", "{} is no column of {}"_m(column, sheet.table), "columns are named as in the budget"_m,
                 near.empty() ? "Leave it out"_m : "Did you mean {}?"_m(near));
  }
  table.finish();
  return sheet;
}

FormLayout read_layout(TomlTable& root) {
  FormLayout layout;
  root.schema("disburse/form-layout/1");
  root.text("title");
  root.mention({"extends"});
  root.optional_text("extends");
  std::set<std::string> seen;
  for (TomlTable& sheet : root.tables("sheet")) layout.sheets.push_back(read_sheet(sheet, seen));
  if (!layout.sheets.empty() && !seen.contains("表2")) {
    root.reject("sheet", "表2 is printed on no sheet"_m, "a department budget is its functional lines"_m,
                "Add [[sheet]] with table = \"表2\""_m);
  }
  layout.forms = root.optional_flag("forms").value_or(true);
  TomlTable sentences = root.table("sentences");
  layout.no_funds = sentences.text("no_funds");
  layout.general_only = sentences.text("general_only");
  layout.no_carry_over = sentences.text("no_carry_over");
  layout.no_forms = sentences.text("no_forms");
  sentences.finish();
  root.finish();
  return layout;
}

}  // namespace

FormLayout read_form_layout(const fs::path& own, const fs::path& shared) {
  InputErrors errors;
  TomlDocument document(shared / (std::string(official_name) + ".toml"), errors);
  std::error_code unreadable;
  if (fs::is_regular_file(own, unreadable)) {
    TomlDocument upper(own, errors);
    const std::string name = extended(upper);
    if (!name.empty() && name != official_name) {
      const std::vector<std::string> known = known_layouts(shared);
      if (std::find(known.begin(), known.end(), name) == known.end()) {
        const std::string near = nearest_name(name, known);
        upper.root().reject("extends", "there is no layout {}"_m(name), "layouts stand in outputs/forms"_m,
                            near.empty() ? "Name one that is there"_m : "Did you mean {}?"_m(near));
      } else {
        document.lay(TomlDocument(shared / (name + ".toml"), errors), {});
      }
    }
    document.lay(std::move(upper), {});
  }
  FormLayout layout;
  if (document.parsed()) {
    TomlTable root = document.root();
    layout = read_layout(root);
  }
  throw_if_any(Door::data, std::move(errors));
  return layout;
}

}  // namespace disburse
