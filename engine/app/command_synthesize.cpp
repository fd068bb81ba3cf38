// disburse synthesize: the synthetic roster that a scenario's recipe describes, as an HDF5 file.
#include "build_info.hpp"
#include "engine/app/cities.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/progress.hpp"
#include "engine/app/reject.hpp"
#include "engine/app/session.hpp"
#include "engine/raking.hpp"
#include "engine/roster_writer.hpp"
#include "engine/support/files.hpp"
#include "engine/support/text_encoding.hpp"
#include "outputs/office/table_workbook.hpp"
#include "scenarios/margins_reader.hpp"
#include "scenarios/office/office_rows.hpp"

namespace disburse {
namespace {

constexpr unsigned owner_only = 0600;  // files that hold members

std::string csv_of(const OfficeText& table) {
  std::string text;
  const auto line = [&](const std::vector<std::string>& cells) {
    for (std::size_t c = 0; c < cells.size(); ++c) text += (c == 0 ? "" : ",") + cells[c];
    text += "\r\n";
  };
  line(table.headings);
  for (const std::vector<std::string>& row : table.rows) line(row);
  return text;
}

/// The roster, or as many of each member as published headcounts ask for.
Roster raked(const Roster& roster, const Options& options) {
  if (!options.margins) return roster;
  return weighted_roster(roster, rake(roster, read_margins(*options.margins).margins).weight);
}

std::string planted_csv(const std::vector<Planted>& planted) {
  std::string text =
      "\xEF\xBB\xBF"
      "文件[file],行[row],规则[rule]\r\n";
  for (const Planted& one : planted) text += one.file + "," + std::to_string(one.row) + "," + one.rule + "\r\n";
  return text;
}

/// The roster as an office's files: one workbook, one CSV in GB18030, one in UTF-8, and the list of planted faults.
void write_office(const Roster& roster, std::uint64_t seed, const Options& options) {
  const SyntheticOffice office = synthetic_office(roster, seed, options.fault_rate);
  StagedFolder folder(*options.as_office);
  constexpr std::size_t identity_column = 1;
  const OfficeText& book = office.tables[0];
  folder.add(book.file, table_workbook(book.title, book.headings, book.rows, identity_column, book.numeric_identity),
             owner_only);
  folder.add(office.tables[1].file, to_gb18030(csv_of(office.tables[1])), owner_only);
  folder.add(office.tables[2].file, "\xEF\xBB\xBF" + csv_of(office.tables[2]), owner_only);
  if (options.fault_rate > 0.0) folder.add("planted.csv", planted_csv(office.planted));
  folder.commit();
}

/// What `--members` cannot be had with.
void check_members(const Options& options) {
  if (options.members == 0) return;
  if (options.as_office)
    reject_option("--members", "cannot be had with --as-office", "an office's files are those of one city",
                  "Leave one of the two out");
  if (options.margins)
    reject_option("--members", "cannot be had with --margins", "raking weights one city's members",
                  "Leave one of the two out");
  if (options.roster)
    reject_option("--members", "cannot be had with --roster", "the members are made by the recipe",
                  "Leave one of the two out");
}

/// So many members: the recipe's city again and again, each with a seed of its own.
void write_cities(const LoadedData& data, const Scenario& scenario, const RosterOrigin& origin,
                  const Options& options) {
  check_space(*options.out, options.members);
  const Cities cities(data, scenario, options.members);
  StagedFile staged(*options.out, owner_only);
  Hdf5Writer writer(staged.path());
  RosterWriter rows(writer, origin, cities.head(), options.members);
  Progress progress(options, say(options.language, "合成人员", "members"), options.members);
  cities.each(options.threads, [&](const Roster& members) {
    rows.add(members);
    progress.add(members.size());
  });
  rows.finish();
  writer.close();
  staged.commit();
}

}  // namespace

int command_synthesize(const Options& options, std::string& out, std::string& talk) {
  check_members(options);
  if (options.as_office && !options.out) {
    const Session session = open_session(options);
    write_office(raked(session.roster, options), session.scenario.seed, options);
    if (!options.quiet)
      talk += say(options.language, "花名册文件已写入 ", "the files stand in ") + *options.as_office + "\n";
    return exit_done;
  }
  if (!options.out || options.as_office) {
    InputErrors errors;
    errors.add({"--out", 0, 0}, "", "no file is named, or two", "the roster stands in one place",
               "Write --out roster.h5, or --as-office FOLDER");
    throw InputRejected(Door::command_line, std::move(errors));
  }
  if (std::filesystem::exists(std::filesystem::symlink_status(*options.out))) throw FolderExists(*options.out);
  const Scenario scenario = scenario_of(options, find_data());
  const LoadedData data = load_data(options, scenario);
  const RosterOrigin origin{scenario.name, scenario.seed, build::version, build::commit};
  std::size_t members = options.members;
  if (members > 0) {
    write_cities(data, scenario, origin, options);
  } else {
    const Roster roster = raked(make_session(data, scenario).roster, options);
    members = roster.size();
    publish_file(*options.out, roster_image(roster, origin), owner_only);
  }
  if (!options.quiet) {
    talk += say(options.language, "花名册已写入 ", "the roster stands in ") + *options.out +
            say(options.language, "（", " (") + std::to_string(members) +
            say(options.language, " 人）\n", " members)\n");
  }
  out.clear();
  return exit_done;
}

}  // namespace disburse
