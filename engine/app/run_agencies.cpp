#include "engine/app/run_agencies.hpp"

#include <chrono>
#include <set>
#include <utility>

#include "engine/app/commands.hpp"
#include "engine/app/made_run.hpp"
#include "engine/base/reject.hpp"
#include "engine/comparison/agency_group.hpp"
#include "engine/comparison/small_cells.hpp"
#include "outputs/run/group_table.hpp"
#include "outputs/text/doubts.hpp"

namespace disburse {
namespace {

void refuse_what_is_of_one(const Options& options) {
  const std::pair<bool, const char*> of_one[] = {{options.input.roster.has_value(), "--roster"},
                                                 {options.input.stream, "--stream"},
                                                 {options.input.versions.has_value(), "--versions"},
                                                 {options.replicates.journal.has_value(), "--journal"},
                                                 {options.replicates.stochastic, "--mode"},
                                                 {options.output.report.has_value(), "--report"},
                                                 {options.output.registry.has_value(), "--registry"},
                                                 {!options.run.limits.empty(), "--fail-if"},
                                                 {!options.run.part.empty(), "--part"}};
  for (const auto& [given, name] : of_one) {
    if (given)
      reject_option(name, "cannot be had of several agencies at once"_m, "it is of one agency's members or result"_m,
                    "Leave it out, or run each agency by itself"_m);
  }
}

/// The options of a run of one of them alone.
Options of_agency(const Options& options, const std::string& agency) {
  Options own = options;
  own.input.agencies.clear();
  own.input.agency = agency;
  if (own.input.scenario.empty()) own.input.scenario = default_scenario(agency);
  return own;
}

void refuse_different_years(const std::vector<AgencyRun>& runs) {
  std::string years;
  bool differ = false;
  for (const AgencyRun& one : runs) {
    years += (years.empty() ? "" : ", ") + one.id + " " + std::to_string(one.run.fiscal_year);
    differ = differ || one.run.fiscal_year != runs.front().run.fiscal_year;
  }
  if (differ)
    reject_option("--agency", "budgets are of different years: {}"_m(years),
                  "what is budgeted for one year cannot be added to what is for another"_m,
                  "Name a scenario that each of them has for the same year"_m);
}

std::string beside(const std::string& out, const std::string& agency) {
  return out.substr(0, out.find_last_not_of('/') + 1) + "-" + agency;
}

std::string answer(const AgencyGroup& group, const Options& options) {
  if (options.output.format == Format::json) return group_json(group);
  return options.output.format == Format::csv ? group_csv(group) : group_table(group, options.output.language);
}

/// The agencies in the order of the command, each once; the names of their folders are taken.
std::vector<Agency> claimed(const Options& options, Publication& files) {
  std::vector<Agency> agencies;
  std::set<std::string> seen;
  if (options.output.out) files.claim(*options.output.out);
  for (const std::string& word : options.input.agencies) {
    agencies.push_back(find_data(word).agency);
    const std::string& name = agencies.back().name;
    if (!seen.insert(name).second)
      reject_option("--agency", "{} is named twice"_m(name), "its money would be counted twice"_m,
                    "Name each agency once"_m);
    if (options.output.out) files.claim(beside(*options.output.out, name));
  }
  return agencies;
}

/// One of them as alone, written beside the sums.
AgencyRun run_of(const Agency& agency, const Options& own, Publication& files) {
  const auto begun = std::chrono::steady_clock::now();
  RunLog log = begun_log(own);
  MadeRun made = make_run(own);
  if (own.output.publish) hide_small_cells(made.result);
  log.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  if (own.output.out) write_run_folder(made.result, log, files.at(beside(*own.output.out, agency.name)), made.beside);
  return {agency.name, name_in(agency.title, agency.title_en, own.output.language), std::move(made.result)};
}

void write_sums(const AgencyGroup& group, Language language, Staged& folder) {
  folder.add("group.json", group_json(group));
  folder.add("group.csv", group_csv(group));
  folder.add("group.txt", group_table(group, language));
}

}  // namespace

int run_agencies(const Options& options, std::string& out, std::string& talk, Publication& files) {
  refuse_what_is_of_one(options);
  const std::vector<Agency> agencies = claimed(options, files);
  const Language language = options.output.language;
  std::vector<AgencyRun> runs;
  for (std::size_t a = 0; a < agencies.size(); ++a)
    runs.push_back(run_of(agencies[a], of_agency(options, options.input.agencies[a]), files));
  refuse_different_years(runs);
  const AgencyGroup group = group_of(options.run.group, std::move(runs));
  out = answer(group, options);
  if (options.output.format == Format::csv) {  // the table and the document tell them themselves
    for (const AgencyRun& one : group.agencies) talk += doubts_text(one.run.findings, language);
  }
  if (options.output.out) {
    write_sums(group, language, files.at(*options.output.out));
    if (!options.output.quiet) talk += say(language, "结果已写入 ", "the sums stand in ") + *options.output.out + "\n";
  }
  return exit_done;
}

}  // namespace disburse
