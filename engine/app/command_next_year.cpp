// disburse next-year: the base of the year after, as a folder that other commands take as their scenario.
#include <filesystem>

#include "build_info.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/loading/agency_own.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/options/shell_words.hpp"
#include "engine/app/reporting.hpp"
#include "engine/base/reject.hpp"
#include "engine/storage/roster_file.hpp"
#include "engine/storage/roster_writer.hpp"
#include "engine/studies/year_budget.hpp"
#include "engine/support/files.hpp"
#include "engine/year_end/next_year.hpp"
#include "outputs/planning/next_year.hpp"
#include "outputs/run/base_toml.hpp"
#include "outputs/run/budget_toml.hpp"
#include "outputs/text/folder_manifest.hpp"
#include "scenarios/actuals/outturn_reader.hpp"
#include "scenarios/budgets/budget_reader.hpp"
#include "scenarios/budgets/form_mapping_reader.hpp"

namespace disburse {
namespace {

constexpr const char* budget_name = "budget.toml";
constexpr const char* roster_name = "roster.h5";
constexpr const char* before_name = "before.toml";
constexpr std::size_t largest_roster = std::size_t{1} << 30;

/// "city-2024" becomes "city-2025"; a name without its year gets one.
std::string name_of_year(const std::string& scenario, int year) {
  const std::string before = std::to_string(year - 1);
  const std::string stem = scenario.substr(0, scenario.find('+'));
  if (!stem.ends_with(before)) return stem + "-" + std::to_string(year);
  return stem.substr(0, stem.size() - before.size()) + std::to_string(year);
}

/// An office's own roster of the day from which the new base goes on.
void check_roster(const std::filesystem::path& file, int year) {
  const Month as_of = RosterFile(file).head().as_of;
  if (as_of == Month(year - 1, 12)) return;
  InputErrors errors;
  errors.add({file.string(), 0, 0}, "as_of", "it was taken in {}"_m(to_string(as_of)),
             "the year {} begins with the members of 31 December before"_m(year),
             "Name the roster of {}"_m(to_string(Month(year - 1, 12))));
  throw InputRejected(Door::roster, std::move(errors));
}

}  // namespace

int command_next_year(const Options& options, std::string& out, std::string& talk, Publication& files) {
  if (!options.output.out)
    reject_option("--out", "no folder is named"_m, "the new base is a folder"_m, "Write --out 2025"_m);
  files.claim(*options.output.out);
  const DataPaths paths = find_data(options.input.agency);
  const Scenario scenario = scenario_of(options.input, paths);
  const auto data = std::make_shared<const LoadedData>(load_data(options.input, scenario));
  const int year = data->budget.fiscal_year + 1;
  NextYearRequest request{
      {year, {}, {}, options.threads}, {}, {}, name_of_year(scenario.name, year), budget_name, roster_name, before_name,
      !options.budget.new_roster};
  if (std::filesystem::exists(paths.forms())) request.draft.forms = read_form_mapping(paths.forms(), data->document);
  if (options.budget.entries) request.draft.entries = read_entries(*options.budget.entries, data->document);
  if (options.budget.adopted) request.adopted = read_budget(*options.budget.adopted);
  request.outturns = options.track.outturns
                         ? read_outturns(*options.track.outturns, data->law.programmes, LinesTaken::all)
                         : outturns_of(paths, data->law.programmes);
  if (options.budget.new_roster) check_roster(*options.budget.new_roster, year);
  NextYear next = next_year(data, scenario, request);
  next.manifest.doubts = doubts_of(*data, through_year(scenario, year - 1));  // the months that are carried

  Staged& folder = files.at(*options.output.out);
  folder.add(next.base.name + ".toml", base_toml(next, scenario.name));
  if (next.before) folder.add(before_name, before_toml(next, before_name));
  folder.add(budget_name, budget_toml(next.budget));
  folder.add(roster_name,
             next.roster ? roster_image(*next.roster, {next.base.name, scenario.seed, build::version, build::commit})
                         : read_file(*options.budget.new_roster, largest_roster));
  const std::string document = next_year_json(next, options.command);
  folder.add("next-year.json", document);
  folder.add("manifest.json", folder_manifest(next.base.name, next.manifest, folder.files()));
  out = options.output.format == Format::json ? document
                                              : next_year_table(next, data->law.parameters, options.output.language);
  if (!options.output.quiet) {
    const std::string base = (std::filesystem::path(*options.output.out) / (next.base.name + ".toml")).string();
    talk += say(options.output.language, "新的基准情景已写入 ", "the new base stands in ") + base +
            say(options.output.language, "；例：", "; for example: ") +
            next_command(options.input.agency, {"run", base}) + "\n";
  }
  return exit_done;
}

}  // namespace disburse
