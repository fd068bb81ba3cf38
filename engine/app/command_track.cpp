// disburse track: how good past estimates were.
#include <algorithm>
#include <filesystem>

#include "engine/app/commands.hpp"
#include "engine/app/loading/agency_own.hpp"
#include "engine/app/loading/data_paths.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/base/reject.hpp"
#include "engine/planning/line_estimates.hpp"
#include "engine/storage/registry.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/studies/outturn_score.hpp"
#include "outputs/planning/published.hpp"
#include "outputs/planning/track.hpp"
#include "scenarios/actuals/outturn_reader.hpp"
#include "scenarios/actuals/published_reader.hpp"

namespace disburse {

namespace {

/// What the agency's own outturns say of the years of the run, beside what it projects of the same.
std::vector<PublishedAccount> accounts_held(const std::vector<Outturn>& outturns, const RunResult& run,
                                            const Session& session) {
  std::vector<PublishedAccount> accounts;
  for (const Outturn& outturn : outturns) {
    const auto year =
        std::find_if(run.years.begin(), run.years.end(), [&](const auto& one) { return one.year == outturn.year; });
    if (year == run.years.end()) continue;
    PublishedAccount account;
    account.agency = session.document.agency;
    account.year = outturn.year;
    account.what = outturn.programme.empty() ? "合计" : outturn.programme;
    account.outturn = outturn.amount;
    account.heads = outturn.persons;
    account.source = "outturns.csv";
    for (const LineFigure& line : year->lines) {
      if (line.code != outturn.programme) continue;
      account.what = line.code + " " + line.name;
      account.estimate = line.amount.projected;
      account.budget = line.amount.budget;
    }
    for (std::size_t p = 0; p < run.programmes.size(); ++p) {
      if (run.programmes[p].id != outturn.programme) continue;
      account.what = run.programmes[p].name;
      account.estimate = year->programmes[p].line;
      if (outturn.year == session.budget.fiscal_year) account.budget = run.programmes[p].amount.budget;
    }
    accounts.push_back(std::move(account));
  }
  return accounts;
}

Session session_of(const InputOptions& input, Scenario scenario, Horizon horizon) {
  scenario.horizon = horizon;
  scenario.digest = digest_of(scenario);
  return make_session(load_data(input, scenario), scenario);
}

/// The budget's year with the one before it; alone, where the rules say nothing of the year before.
Session session_with_year_before(const InputOptions& input) {
  constexpr int year = 12;
  const Scenario scenario = scenario_of(input, find_data(input.agency));
  const Month january(load_data(input, scenario).budget.fiscal_year, 1);
  try {
    return session_of(input, scenario, {january - year, 2 * year});
  } catch (const InputRejected&) {
    return session_of(input, scenario, {january, year});
  }
}

/// This agency's lines in the year before the budget's: what was spent, and what the same rules make of it.
std::vector<PublishedAccount> own_accounts(const Options& options) {
  const InputOptions& input = options.input;
  const Session session = session_with_year_before(input);
  const int year_before = session.budget.fiscal_year - 1;
  const RunResult result = run(session, options.threads);
  std::vector<PublishedAccount> accounts;
  const bool reaches = session.scenario.horizon.first.year() == year_before;
  for (const OutturnFigure& line : reaches ? outturn_score(result, session) : std::vector<OutturnFigure>{}) {
    PublishedAccount account;
    account.agency = session.document.agency;
    account.year = year_before;
    account.what = line.code + " " + line.name;
    account.outturn = line.published;
    account.estimate = line.projected;
    account.why_none = line.why;
    account.source = session.document.source;
    accounts.push_back(std::move(account));
  }
  const std::vector<Outturn> ended = outturns_of(find_data(input.agency), session.law.programmes);
  for (PublishedAccount& account : accounts_held(ended, result, session)) accounts.push_back(std::move(account));
  return accounts;
}

int track_published(const Options& options, std::string& out) {
  std::vector<PublishedAccount> accounts = own_accounts(options);
  std::vector<std::filesystem::path> named(options.track.published_files.begin(), options.track.published_files.end());
  if (named.empty()) {
    for (const auto& entry : std::filesystem::directory_iterator(find_data(options.input.agency).published())) {
      if (entry.path().extension() == ".toml") named.push_back(entry.path());
    }
    std::sort(named.begin(), named.end());
  }
  for (const std::filesystem::path& file : named) {
    for (PublishedAccount& account : read_published(file)) accounts.push_back(std::move(account));
  }
  const PublishedScores scores = score_published(accounts);
  out = options.output.format == Format::json ? published_json(accounts, scores, options.output.language)
                                              : published_table(accounts, scores, options.output.language);
  return exit_done;
}

/// The codes among the outturns. A line that pays the agency's own staff, too, cannot be told from its programmes.
std::set<std::string> lines_of_projects(const std::vector<Outturn>& outturns, const Options& options) {
  std::set<std::string> codes = codes_of(outturns);
  if (codes.empty()) return codes;
  const Budget budget = load_data(options.input, scenario_of(options.input, find_data(options.input.agency))).budget;
  InputErrors errors;
  for (const std::string& code : codes) {
    const BudgetLine* line = budget.find_line(code);
    if (line == nullptr || line->basic == Money{}) continue;
    errors.add({"--outturns", 0, 0}, "项目", "line {} pays basic expenditure, too"_m(code),
               "estimates are kept by programme, and that of basic expenditure is of all lines together"_m,
               "Name the programmes of the line instead"_m);
  }
  throw_if_any(Door::roster, std::move(errors));
  return codes;
}

/// The agency's own, but for lines that its programmes do not have to themselves: no estimate is made of those.
std::vector<Outturn> scorable_outturns(const Options& options) {
  const DataPaths paths = find_data(options.input.agency);
  std::vector<Outturn> own = outturns_of(paths, law_of(paths).programmes);
  if (codes_of(own).empty()) return own;
  const LoadedData data = load_data(options.input, scenario_of(options.input, paths));
  std::erase_if(own, [&](const Outturn& one) {
    if (!is_line_code(one.programme)) return false;
    const BudgetLine* line = data.budget.find_line(one.programme);
    const bool spent = std::any_of(data.law.programmes.begin(), data.law.programmes.end(),
                                   [&](const auto& programme) { return programme.line == one.programme; });
    return !spent || (line != nullptr && line->basic != Money{});
  });
  return own;
}

}  // namespace

int command_track(const Options& options, std::string& out, std::string& talk, Publication& files) {
  if (options.track.published) return track_published(options, out);
  if (!options.output.registry) {
    reject_option("--registry", "no record is named"_m, "past estimates stand in it"_m,
                  "Write --registry record.db, or --published"_m);
  }
  std::vector<Outturn> more;
  if (options.track.outturns)
    more = read_outturns(*options.track.outturns, law_of(find_data(options.input.agency)).programmes);
  auto registry = std::make_unique<Registry>(*options.output.registry);
  if (!more.empty()) {
    registry->add(more);
    if (!options.output.quiet)
      talk += say(options.output.language, "已登记实际支出 ", "outturns entered: ") + std::to_string(more.size()) +
              say(options.output.language, " 条\n", "\n");
  }
  std::vector<Outturn> outturns = registry->outturns();
  for (Outturn& own : scorable_outturns(options)) {
    const bool entered = std::any_of(outturns.begin(), outturns.end(), [&](const Outturn& one) {
      return one.year == own.year && one.programme == own.programme;
    });
    if (!entered) outturns.push_back(std::move(own));
  }
  const std::set<std::string> codes = lines_of_projects(outturns, options);
  const auto estimates =
      codes.empty() ? registry->estimates()
                    : with_lines(registry->estimates(), law_of(find_data(options.input.agency)).programmes, codes);
  const auto scores = track_scores(estimates, outturns);
  out = options.output.format == Format::json ? track_json(scores, estimates, outturns)
                                              : track_table(scores, estimates, outturns, options.output.language);
  if (!more.empty()) files.join(std::move(registry));
  return exit_done;
}

}  // namespace disburse
