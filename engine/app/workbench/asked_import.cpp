// Rosters that a page hands in: what `disburse import` does, with the columns that the page names.
#include "engine/app/loading/data_paths.hpp"
#include "engine/app/workbench/asked_command.hpp"
#include "engine/app/workbench/work_folder.hpp"
#include "engine/base/reject.hpp"
#include "engine/support/publication.hpp"
#include "outputs/run/toml_text.hpp"
#include "scenarios/office/table.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

/// A column of a table, as a preview names it, and what it is to be taken for.
struct NamedColumn {
  std::string table, column, field, unit;
};

std::vector<NamedColumn> columns_of(AskedBody& body) {
  std::vector<NamedColumn> columns;
  for (AskedBody& one : body.objects("columns")) {
    columns.push_back({one.text("table"), one.text("column"), one.text("field"), one.text("unit")});
    one.done();
  }
  return columns;
}

/// The heading under which a column stands; the page never sees it where it is not known.
std::string heading_of(const NamedColumn& wanted, const std::vector<fs::path>& files, const ColumnNames& names) {
  for (const fs::path& file : files) {
    for (const auto& table : open_tables(file, names).tables) {
      if (table->name != wanted.table) continue;
      for (std::size_t i = 0; i < table->headings.size(); ++i) {
        if (column_letter(i) == wanted.column && !bare_heading(table->headings[i]).empty()) return table->headings[i];
      }
    }
  }
  reject_option("columns", "column {} of {} has no heading"_m(wanted.column, wanted.table),
                "a column is known by its heading"_m, "Write a heading above it, and choose the file anew"_m);
}

/// The page's choices as an office's own file of headings (disburse/office-columns/1).
std::string mapping_toml(const std::vector<NamedColumn>& columns, const std::vector<fs::path>& files,
                         const fs::path& known) {
  const ColumnNames names(known, std::nullopt);
  std::string text = toml_line("schema", "disburse/office-columns/1");
  for (const NamedColumn& column : columns) {
    text += "\n[[column]]\n" + toml_line("field", column.field) +
            "headings = " + toml_list({bare_heading(heading_of(column, files, names))}) + "\n" +
            toml_line_unless_empty("unit", column.unit);
  }
  return text;
}

/// Headcounts and sums that the office knows (disburse/office-control/1).
std::string control_toml(AskedBody& body) {
  std::string text;
  constexpr int most = 2'000'000'000;
  for (AskedBody& one : body.objects("control")) {
    text += "\n[[control]]\n" + toml_line("scheme", one.text("scheme")) + toml_line("role", one.text("role"));
    const int persons = one.whole("persons", 0, most, -1);
    if (persons >= 0) text += "persons = " + std::to_string(persons) + "\n";
    text += toml_line_unless_empty("monthly", one.text("monthly"));
    one.done();
  }
  return text.empty() ? text : toml_line("schema", "disburse/office-control/1") + text;
}

}  // namespace

AskedCommand asked_import(AskedBody& body, const Asking& asking) {
  AskedCommand asked = asked_of_scenario(body, asking.locate);
  const std::vector<std::string> keys = body.texts("uploads");
  ImportOptions& imports = asked.options.imports;
  std::vector<fs::path> files;
  for (const std::string& key : keys) files.push_back(asking.uploaded(key));
  for (const fs::path& file : files) imports.files.push_back(file.string());
  if (files.empty())
    reject_option("uploads", "no file is named"_m, "an import begins with a roster"_m, "Choose a file"_m);
  const std::vector<NamedColumn> columns = columns_of(body);
  const std::string control = control_toml(body);
  imports.dry_run = !body.flag("save");
  imports.scheme = body.text("scheme");
  imports.as_of = body.text("as_of");
  imports.key = asking.key;
  const bool aside = body.flag("quarantine");
  if (!control.empty()) {
    imports.control = (asking.folder / "control.toml").string();
    publish_file(*imports.control, control);
  }
  const fs::path made = made_in(asking.folder);
  fs::create_directory(made);
  if (!imports.dry_run) asked.options.output.out = (made / "花名册.h5").string();
  if (aside) imports.quarantine = (made / "待核.xlsx").string();
  if (imports.dry_run) imports.quarantine.reset();
  asked.function = [=, forget = asking.forget](const Options& options, std::string& out, std::string& talk,
                                               Publication& publication) {
    Options own = options;
    if (!columns.empty()) {
      const fs::path mapping = made / "表头对应.toml";
      publish_file(mapping, mapping_toml(columns, files, find_data(own.input.agency).office() / "columns.toml"));
      own.imports.mapping = mapping.string();
    }
    const int code = command_import(own, out, talk, publication);
    const bool stands = code == exit_done && !own.imports.dry_run;
    for (const std::string& key : keys) {
      if (stands) forget(key);
    }
    return code;
  };
  return asked;
}

}  // namespace disburse
