// disburse import: an office's rosters, mapped, checked and de-identified into one roster file.
#include <sys/stat.h>

#include <algorithm>
#include <map>

#include "build_info.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/base/reject.hpp"
#include "engine/storage/roster_file.hpp"
#include "engine/storage/roster_writer.hpp"
#include "engine/support/files.hpp"
#include "engine/support/sm3.hpp"
#include "outputs/checks/import_report.hpp"
#include "outputs/checks/quarantine_workbook.hpp"
#include "outputs/text/csv_table.hpp"
#include "outputs/text/messages.hpp"
#include "scenarios/library/spoken_change.hpp"
#include "scenarios/office/import.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

bool lies_in(const fs::path& file, const fs::path& folder) {
  const fs::path inner = fs::weakly_canonical(file);
  const fs::path outer = fs::weakly_canonical(folder);
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

/// The key of the pseudonyms; made when the file is not there.
std::string pseudonym_key(const std::string& file, const DataPaths& paths, std::string& talk, Language language,
                          Publication& files) {
  if (lies_in(file, paths.root)) {
    reject_option("--key", "{} lies in the project's folder"_m(file), "who has the project would have the key"_m,
                  "Keep it in a folder of your own, as ~/.config/disburse/key"_m);
  }
  if (!fs::exists(fs::symlink_status(file))) {
    constexpr std::size_t key_bytes = 32;
    std::string fresh = random_hex(key_bytes);
    files.private_file(file, fresh + "\n");
    talk += say(language, "新密钥已写入 ", "a new key stands in ") + file +
            say(language, "，请另行妥善备份\n", "; keep a copy apart\n");
    return fresh;
  }
  struct stat status {};
  if (stat(file.c_str(), &status) != 0 || (status.st_mode & 077U) != 0) {
    reject_option("--key", "{} can be read by others"_m(file), "a pseudonym is as secret as its key"_m,
                  "Allow its owner alone: chmod 600 {}"_m(file));
  }
  constexpr std::size_t most = 4096;
  std::string key = read_input(file, most, Door::command_line);
  while (!key.empty() && (key.back() == '\n' || key.back() == '\r')) key.pop_back();
  constexpr std::size_t fewest = 32;
  if (key.size() < fewest) {
    reject_option("--key", "{} holds fewer than 32 characters"_m(file), "a short key can be guessed"_m,
                  "Name a file that is not there: a key is made"_m);
  }
  return key;
}

Month as_of(const Options& options, const Scenario& scenario) {
  if (options.imports.as_of.empty()) return scenario.horizon.first - 1;
  const auto month = spoken_month(options.imports.as_of);
  if (!month)
    reject_option("--as-of", "\"{}\" is no month"_m(options.imports.as_of), "rosters are of a month's end"_m,
                  "Write --as-of 2023-12"_m);
  return *month;
}

ImportReport report_of(const Imported& imported, bool preview, Language language) {
  ImportReport report;
  report.preview = preview;
  for (const ImportedTable& table : imported.tables) {
    ReportedTable one{table.name, table.encoding, table.heading_row, table.rows, table.accepted, {}, {}};
    for (const MappedColumn& column : table.mapping.columns) {
      one.columns.push_back({column_letter(column.column), column.field ? bare_heading(column.heading) : "",
                             column.field ? to_string(*column.field) : "", column.nearest,
                             column.unit ? to_string(*column.unit) : "",
                             column.field && (is_personal(*column.field) || *column.field == Field::identity)});
    }
    for (const std::vector<Message>& row : table.first_rows) {
      one.first_rows.emplace_back();
      for (const Message& cell : row) one.first_rows.back().push_back(say(language, cell));
    }
    report.tables.push_back(std::move(one));
  }
  for (const LeftOut& left : imported.left_out)
    report.left_out.push_back({left.table, say(language, left.what), left.count});
  for (const FindingGroup& group : grouped(imported.findings)) {
    ReportedGroup one{group.rule, group.severity, group.stake, {}};
    for (const OfficeFinding* finding : group.findings) {
      one.findings.push_back({finding->rule, finding->severity, finding->certain, finding->file, finding->row,
                              finding->column, say(language, finding->message), finding->stake});
    }
    report.groups.push_back(std::move(one));
  }
  for (const auto& [kind, stock] : imported.counts) {
    report.totals.push_back({to_string(kind.first), to_string(kind.second), stock.first, stock.second});
  }
  return report;
}

std::string quarantine_csv(const Imported& imported) {
  const std::vector<SetAside>& rows = imported.set_aside;
  std::size_t widest = 0;
  for (const SetAside& row : rows) widest = std::max(widest, row.cells.size());
  std::vector<CsvColumn> columns{{"文件", "file"}, {"行", "row"}, {"规则", "rules"}};
  for (std::size_t c = 0; c < widest; ++c) columns.push_back({"原文", "cell_" + std::to_string(c + 1)});
  CsvTable table(columns);
  for (const SetAside& row : rows) {
    std::string rules;
    for (const std::string& rule : row.rules) rules += (rules.empty() ? "" : " ") + rule;
    table.text(imported.tables[row.table].name).integer(static_cast<std::int64_t>(row.row)).text(rules);
    for (std::size_t c = 0; c < widest; ++c) table.text(c < row.cells.size() ? row.cells[c] : "");
    table.end_row();
  }
  return table.bytes();
}

/// The headings of a table with the units by which it was read, so that they stand without its titles.
std::vector<std::string> headings_with_units(const Mapping& mapping) {
  std::vector<std::string> headings;
  for (const MappedColumn& column : mapping.columns) {
    const bool told = !column.unit || !is_of_money(*column.unit) || unit_in_heading(column.heading) == column.unit;
    headings.push_back(told ? column.heading : bare_heading(column.heading) + "（" + written(*column.unit) + "）");
  }
  return headings;
}

std::string quarantine_xlsx(const Imported& imported, Language language) {
  std::map<std::pair<std::string, std::size_t>, std::string> reasons;
  for (const OfficeFinding& finding : imported.findings) {
    if (finding.severity != Severity::error || finding.row == 0) continue;
    std::string& reason = reasons[{finding.file, finding.row}];
    reason += (reason.empty() ? "" : "\n") + (finding.column.empty() ? "" : finding.column + "：") +
              say(language, finding.message);
  }
  std::vector<QuarantineSheet> sheets;
  std::size_t last = static_cast<std::size_t>(-1);
  for (const SetAside& row : imported.set_aside) {
    const ImportedTable& table = imported.tables[row.table];
    if (row.table != last) sheets.push_back({table.name, headings_with_units(table.mapping), {}});
    last = row.table;
    sheets.back().rows.push_back(
        {reasons[{table.name, row.row}], table.name + " " + std::to_string(row.row), row.cells});
  }
  if (sheets.empty()) sheets.push_back({"", {}, {}});
  return quarantine_workbook(sheets);
}

std::string quarantine_bytes(const Imported& imported, const Options& options) {
  return fs::path(*options.imports.quarantine).extension() == ".xlsx"
             ? quarantine_xlsx(imported, options.output.language)
             : quarantine_csv(imported);
}

std::string answer(const ImportReport& report, const Options& options) {
  switch (options.output.format) {
    case Format::json: return import_json(report);
    case Format::csv: return import_csv(report);
    case Format::html: return import_html(report);
    case Format::table: break;
  }
  return import_table(report, options.output.language);
}

void check_targets(const Options& options, Publication& files) {
  if (options.imports.dry_run == options.output.out.has_value()) {
    reject_option("--out", "one of --out and --dry-run is wanted"_m, "an import ends in a roster or in a preview"_m,
                  "Write --out roster.h5, or --dry-run"_m);
  }
  for (const std::optional<std::string>& file : {options.output.out, options.imports.quarantine}) {
    if (file) files.claim(*file);
  }
}

/// What the rules need holds for every member, or there is no file.
void check_roster(const fs::path& staged, const std::string& name) {
  try {
    read_roster(staged);
  } catch (const InputRejected& rejected) {
    InputErrors named;
    for (InputError error : rejected.errors()) {
      error.place.file = name;  // not the hidden one
      named.add(std::move(error));
    }
    throw InputRejected(rejected.door(), std::move(named));
  }
}

void write_roster(Imported& imported, const Options& options, const Scenario& scenario, Publication& files) {
  imported.roster.source = "imported";
  for (const ImportedTable& table : imported.tables) imported.roster.source += " " + table.name;
  imported.roster.digest = digest_of(imported.roster);
  const std::string image =
      roster_image(imported.roster, {scenario.name, scenario.seed, build::version, build::commit});
  files.private_file(*options.output.out, image);
  check_roster(files.at(*options.output.out).folder() / fs::path(*options.output.out).filename(), *options.output.out);
}

}  // namespace

int command_import(const Options& options, std::string& out, std::string& talk, Publication& files) {
  check_targets(options, files);
  const DataPaths paths = find_data(options.input.agency);
  const Scenario scenario = scenario_of(options.input, paths);
  ImportRequest request;
  for (const std::string& file : options.imports.files) request.files.emplace_back(file);
  request.columns = paths.office() / "columns.toml";
  request.limits = paths.office() / "checks.toml";
  if (options.imports.mapping) request.mapping = *options.imports.mapping;
  if (options.imports.control) request.control = *options.imports.control;
  if (options.imports.key)
    request.key = pseudonym_key(*options.imports.key, paths, talk, options.output.language, files);
  request.as_of = as_of(options, scenario);
  request.scheme = from_code<Scheme>(options.imports.scheme);
  request.set_aside = options.imports.quarantine.has_value();
  Imported imported = import_rosters(request);
  out = answer(report_of(imported, options.imports.dry_run, options.output.language), options);
  const bool stops = imported.has_errors() && (imported.undecided || !options.imports.quarantine);
  if (options.imports.dry_run || stops) {
    if (stops && !options.output.quiet) {
      talk += say(
          options.output.language, "有错误，没有写出花名册；改正后再导入，或用 --quarantine 文件 把有错的行另存。\n",
          "There are errors and no roster was written; mend them, or set the rows aside with --quarantine FILE.\n");
    }
    return stops ? exit_roster : exit_done;
  }
  write_roster(imported, options, scenario, files);
  if (options.imports.quarantine) files.private_file(*options.imports.quarantine, quarantine_bytes(imported, options));
  if (!options.output.quiet) {
    talk += say(options.output.language, "花名册已写入 ", "the roster stands in ") + *options.output.out +
            say(options.output.language, "（", " (") + std::to_string(imported.roster.size()) +
            say(options.output.language, " 人）\n", " members)\n");
  }
  return exit_done;
}

}  // namespace disburse
