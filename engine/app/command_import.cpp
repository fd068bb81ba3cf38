// disburse import: an office's rosters, mapped, checked and de-identified into one roster file.
#include <sys/stat.h>

#include <algorithm>

#include "build_info.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/reject.hpp"
#include "engine/app/session.hpp"
#include "engine/roster_file.hpp"
#include "engine/roster_writer.hpp"
#include "engine/support/files.hpp"
#include "engine/support/sm3.hpp"
#include "outputs/writers/csv_table.hpp"
#include "outputs/writers/import_report.hpp"
#include "scenarios/office/import.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
constexpr unsigned owner_only = 0600;  // files that hold members

bool lies_in(const fs::path& file, const fs::path& folder) {
  const fs::path inner = fs::weakly_canonical(file);
  const fs::path outer = fs::weakly_canonical(folder);
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

/// The key of the pseudonyms; made when the file is not there.
std::string pseudonym_key(const std::string& file, const DataPaths& paths, std::string& talk, Language language) {
  if (lies_in(file, paths.models().parent_path())) {
    reject_option("--key", file + " lies in the project's folder", "who has the project would have the key",
                  "Keep it in a folder of your own, as ~/.config/disburse/key");
  }
  if (!fs::exists(fs::symlink_status(file))) {
    constexpr std::size_t key_bytes = 32;
    publish_file(file, random_hex(key_bytes) + "\n", owner_only);
    talk += say(language, "新密钥已写入 ", "a new key stands in ") + file +
            say(language, "，请另行妥善备份\n", "; keep a copy apart\n");
  }
  struct stat status {};
  if (stat(file.c_str(), &status) != 0 || (status.st_mode & 077U) != 0) {
    reject_option("--key", file + " can be read by others", "a pseudonym is as secret as its key",
                  "Allow its owner alone: chmod 600 " + file);
  }
  constexpr std::size_t most = 4096;
  std::string key = read_file(file, most);
  while (!key.empty() && (key.back() == '\n' || key.back() == '\r')) key.pop_back();
  constexpr std::size_t fewest = 32;
  if (key.size() < fewest) {
    reject_option("--key", file + " holds fewer than 32 characters", "a short key can be guessed",
                  "Name a file that is not there: a key is made");
  }
  return key;
}

Month as_of(const Options& options, const Scenario& scenario) {
  if (options.as_of.empty()) return scenario.horizon.first - 1;
  const auto month = Month::parse(options.as_of);
  if (!month)
    reject_option("--as-of", "\"" + options.as_of + "\" is no month", "rosters are of a month's end",
                  "Write --as-of 2023-12");
  return *month;
}

ImportReport report_of(const Imported& imported, bool preview) {
  ImportReport report;
  report.preview = preview;
  for (const ImportedTable& table : imported.tables) {
    ReportedTable one{table.name, table.encoding, table.heading_row, table.rows, table.accepted, {}, table.first_rows};
    for (const MappedColumn& column : table.mapping.columns) {
      one.columns.push_back({column.heading, column.field ? to_string(*column.field) : "",
                             column.field && (is_personal(*column.field) || *column.field == Field::identity)});
    }
    report.tables.push_back(std::move(one));
  }
  for (const FindingGroup& group : grouped(imported.findings)) {
    ReportedGroup one{group.rule, group.severity, group.stake, {}};
    for (const OfficeFinding* finding : group.findings) {
      one.findings.push_back({finding->rule, finding->severity, finding->certain, finding->file, finding->row,
                              finding->column, finding->message, finding->stake});
    }
    report.groups.push_back(std::move(one));
  }
  return report;
}

std::string quarantine_csv(const std::vector<SetAside>& rows) {
  std::size_t widest = 0;
  for (const SetAside& row : rows) widest = std::max(widest, row.cells.size());
  std::vector<CsvColumn> columns{{"文件", "file"}, {"行", "row"}, {"规则", "rules"}};
  for (std::size_t c = 0; c < widest; ++c) columns.push_back({"原文", "cell_" + std::to_string(c + 1)});
  CsvTable table(columns);
  for (const SetAside& row : rows) {
    table.text(row.file).integer(static_cast<std::int64_t>(row.row)).text(row.rules);
    for (std::size_t c = 0; c < widest; ++c) table.text(c < row.cells.size() ? row.cells[c] : "");
    table.end_row();
  }
  return table.bytes();
}

std::string answer(const ImportReport& report, const Options& options) {
  switch (options.format) {
    case Format::json: return import_json(report);
    case Format::csv: return import_csv(report);
    case Format::html: return import_html(report);
    case Format::table: break;
  }
  return import_table(report, options.language);
}

void check_targets(const Options& options) {
  if (options.dry_run == options.out.has_value()) {
    reject_option("--out", "one of --out and --dry-run is wanted", "an import ends in a roster or in a preview",
                  "Write --out roster.h5, or --dry-run");
  }
  for (const std::optional<std::string>& file : {options.out, options.quarantine}) {
    if (file && fs::exists(fs::symlink_status(*file))) throw FolderExists(*file);
  }
}

void write_roster(Imported& imported, const Options& options, const Scenario& scenario) {
  imported.roster.source = "imported";
  for (const ImportedTable& table : imported.tables) imported.roster.source += " " + table.name;
  imported.roster.digest = digest_of(imported.roster);
  const std::string image =
      roster_image(imported.roster, {scenario.name, scenario.seed, build::version, build::commit});
  publish_file(*options.out, image, owner_only);
  try {
    read_roster(*options.out);  // what the rules need holds for every member, or there is no file
  } catch (...) {
    fs::remove(*options.out);
    throw;
  }
}

}  // namespace

int command_import(const Options& options, std::string& out, std::string& talk) {
  check_targets(options);
  const DataPaths paths = find_data();
  const Scenario scenario = scenario_of(options, paths);
  ImportRequest request;
  for (const std::string& file : options.files) request.files.emplace_back(file);
  request.columns = paths.office() / "columns.toml";
  request.limits = paths.office() / "checks.toml";
  if (options.mapping) request.mapping = *options.mapping;
  if (options.control) request.control = *options.control;
  if (options.key) request.key = pseudonym_key(*options.key, paths, talk, options.language);
  request.as_of = as_of(options, scenario);
  request.scheme = scheme_from(options.scheme);
  request.set_aside = options.quarantine.has_value();
  Imported imported = import_rosters(request);
  out = answer(report_of(imported, options.dry_run), options);
  const bool stops = imported.has_errors() && !options.quarantine;
  if (options.dry_run || stops) {
    if (stops && !options.quiet) {
      talk +=
          say(options.language, "有错误，没有写出花名册；改正后再导入，或用 --quarantine 文件 把有错的行另存。\n",
              "There are errors and no roster was written; mend them, or set the rows aside with --quarantine FILE.\n");
    }
    return stops ? exit_roster : exit_done;
  }
  write_roster(imported, options, scenario);
  if (options.quarantine) publish_file(*options.quarantine, quarantine_csv(imported.set_aside), owner_only);
  if (!options.quiet) {
    talk += say(options.language, "花名册已写入 ", "the roster stands in ") + *options.out +
            say(options.language, "（", " (") + std::to_string(imported.roster.size()) +
            say(options.language, " 人）\n", " members)\n");
  }
  return exit_done;
}

}  // namespace disburse
