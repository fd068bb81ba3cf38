// disburse synthesize: the synthetic roster that a scenario's recipe describes, as an HDF5 file.
#include <fmt/format.h>

#include <algorithm>

#include "build_info.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/terminal_progress.hpp"
#include "engine/base/reject.hpp"
#include "engine/members/raking.hpp"
#include "engine/session/synthetic_country.hpp"
#include "engine/storage/roster_file.hpp"
#include "engine/storage/roster_writer.hpp"
#include "engine/support/text_encoding.hpp"
#include "outputs/office/table_workbook.hpp"
#include "outputs/text/doubts.hpp"
#include "scenarios/office/office_rows.hpp"
#include "scenarios/rosters/readers/margins_reader.hpp"

namespace disburse {
namespace {

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
  if (!options.synthesize.margins) return roster;
  return weighted_roster(roster, rake(roster, read_margins(*options.synthesize.margins).margins).weight);
}

std::string planted_csv(const std::vector<Planted>& planted) {
  std::string text =
      "\xEF\xBB\xBF"
      "文件[file],行[row],规则[rule]\r\n";
  for (const Planted& one : planted) text += one.file + "," + std::to_string(one.row) + "," + one.rule + "\r\n";
  return text;
}

/// The roster as an office's files: one workbook, one CSV in GB18030, one in UTF-8, and the list of planted faults.
void write_office(const Roster& roster, std::uint64_t seed, const Options& options, Staged& folder) {
  const SyntheticOffice office = synthetic_office(roster, seed, options.synthesize.fault_rate);
  constexpr std::size_t identity_column = 1;
  const OfficeText& book = office.tables[0];
  folder.add(book.file, table_workbook(folder.folder(), book.title, book.headings, book.rows, identity_column,
                                       book.numeric_identity));
  folder.add(office.tables[1].file, to_gb18030(csv_of(office.tables[1])));
  folder.add(office.tables[2].file, "\xEF\xBB\xBF" + csv_of(office.tables[2]));
  if (options.synthesize.fault_rate > 0.0) folder.add("planted.csv", planted_csv(office.planted));
}

/// What `--members` cannot be had with.
void check_members(const Options& options) {
  if (options.synthesize.members == 0) return;
  if (options.synthesize.as_office)
    reject_option("--members", "cannot be had with --as-office"_m, "an office's files are those of one city"_m,
                  "Leave one of the two out"_m);
  if (options.synthesize.margins)
    reject_option("--members", "cannot be had with --margins"_m, "raking weights one city's members"_m,
                  "Leave one of the two out"_m);
  if (options.input.roster)
    reject_option("--members", "cannot be had with --roster"_m, "the members are made by the recipe"_m,
                  "Leave one of the two out"_m);
}

/// Refuses a file that the disk cannot hold.
void check_space(const std::string& file, std::size_t members) {
  constexpr std::size_t bytes_a_member = 90;  // of all columns
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  std::error_code unknown;
  const auto space = std::filesystem::space(folder.empty() ? "." : folder, unknown);
  const std::size_t needed = members * bytes_a_member;
  if (unknown || needed <= space.available) return;
  reject_option("--members", "{} members need {} MiB"_m(members, needed >> 20),
                "the disk has {} MiB left"_m(space.available >> 20), "Take fewer, or another disk"_m);
}

/// Reads every row as `run` does, which compares their digest with the one that was made of them in memory.
void read_all(const std::filesystem::path& path) {
  RosterFile roster(path);
  for (std::size_t begin = 0; begin < roster.size(); begin += members_a_piece)
    roster.rows(begin, std::min(begin + members_a_piece, roster.size()));
}

/// So many members: the recipe's city again and again, each with a seed of its own.
void write_country(const LoadedData& data, const Scenario& scenario, const RosterOrigin& origin, const Options& options,
                   Publication& files) {
  const std::string& file = *options.output.out;
  const std::size_t members = options.synthesize.members;
  check_space(file, members);
  const SyntheticCountry country(data, scenario, members);
  Hdf5Writer writer(files.open(file, read_all));
  RosterWriter rows(writer, origin, country.head(), members);
  TerminalProgress progress(options.output);
  progress.begin(Work::members, members);
  country.each(options.threads, [&](const Roster& some) {
    rows.add(some);
    progress.add(some.size());
  });
  rows.finish();
  writer.close();
}

}  // namespace

int command_synthesize(const Options& options, std::string& out, std::string& talk, Publication& files) {
  check_members(options);
  if (options.synthesize.as_office && !options.output.out) {
    files.claim(*options.synthesize.as_office);
    const Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
    const LoadedData data = load_data(options.input, scenario);
    const Session session = make_session(data, scenario);
    talk += doubts_text(doubts_of(data, scenario), options.output.language);
    write_office(raked(session.roster, options), session.scenario.seed, options,
                 files.at(*options.synthesize.as_office));
    if (!options.output.quiet)
      talk += say(options.output.language, "花名册文件已写入 ", "the files stand in ") + *options.synthesize.as_office +
              "\n";
    return exit_done;
  }
  if (!options.output.out || options.synthesize.as_office) {
    InputErrors errors;
    errors.add({"--out", 0, 0}, "", "no file is named, or two"_m, "the roster stands in one place"_m,
               "Write --out roster.h5, or --as-office FOLDER"_m);
    throw InputRejected(Door::command_line, std::move(errors));
  }
  files.claim(*options.output.out);
  const Scenario scenario = scenario_of(options.input, find_data(options.input.agency));
  const LoadedData data = load_data(options.input, scenario);
  talk += doubts_text(doubts_of(data, scenario), options.output.language);
  const RosterOrigin origin{scenario.name, scenario.seed, build::version, build::commit};
  std::size_t members = options.synthesize.members;
  if (members > 0) {
    write_country(data, scenario, origin, options, files);
  } else {
    const Roster roster = raked(make_session(data, scenario).roster, options);
    members = roster.size();
    files.private_file(*options.output.out, roster_image(roster, origin));
  }
  if (!options.output.quiet) {
    talk += say(options.output.language, "花名册已写入 ", "the roster stands in ") + *options.output.out +
            say(options.output.language, "（", " (") + std::to_string(members) +
            say(options.output.language, " 人）\n", " members)\n");
  }
  out.clear();
  return exit_done;
}

}  // namespace disburse
