// disburse reforecast: where the year will end, from what was paid so far; and how good such estimates are.
#include <optional>

#include "engine/app/commands.hpp"
#include "engine/app/issuing.hpp"
#include "engine/app/loading/doubts_of.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/reporting.hpp"
#include "engine/app/terminal_progress.hpp"
#include "engine/base/reject.hpp"
#include "engine/law/programme_names.hpp"
#include "engine/studies/in_year_estimate.hpp"
#include "outputs/planning/reforecast.hpp"
#include "outputs/text/doubts.hpp"
#include "scenarios/actuals/actuals_reader.hpp"
#include "scenarios/library/spoken_change.hpp"

namespace disburse {

namespace {

std::optional<Absent> absent_word(const std::string& word) {
  for (const char* nothing : {"nothing", "未支付", "未付", "没有", "无", "0"}) {
    if (word == nothing) return Absent::nothing;
  }
  for (const char* unknown : {"unknown", "未知", "不知道"}) {
    if (word == unknown) return Absent::unknown;
  }
  return std::nullopt;
}

/// "annuity_funding=nothing", "职业年金=未付", "unknown": what the office says of programmes that its table leaves out.
AbsentAnswers absent_answers(const Options& options, const std::vector<ProgrammeDefinition>& programmes) {
  AbsentAnswers answers;
  for (const std::string& written : options.reforecast.absent) {
    const std::string text = plain_text(written);
    const auto equals = text.find('=');
    const std::string name = equals == std::string::npos ? "" : text.substr(0, equals);
    const auto answer = absent_word(equals == std::string::npos ? text : text.substr(equals + 1));
    if (!answer) {
      reject_option("--absent", "\"{}\" is no answer"_m(text), "nothing was paid, or it is not known"_m,
                    "Write --absent annuity_funding=nothing, or =unknown"_m);
    }
    const MeantProgramme meant = name.empty() ? MeantProgramme{} : meant_programme(name, programmes);
    if (!name.empty() && meant.id.empty())
      reject_option("--absent", "there is no programme {}"_m(name), "its payments belong to none"_m, meant.remedy);
    answers[meant.id] = *answer;
  }
  return answers;
}

}  // namespace

int command_reforecast(const Options& options, std::string& out, std::string& talk, Publication& files) {
  if (options.reforecast.actuals.has_value() == options.reforecast.backtest ||
      (options.reforecast.backtest && options.output.report)) {
    InputErrors errors;
    errors.add({"--actuals", 0, 0}, "", "one of --actuals and --backtest is wanted"_m,
               "payments are locked, or known years are scored"_m,
               "Write --actuals FILE (with --report DIR), or --backtest"_m);
    throw InputRejected(Door::command_line, std::move(errors));
  }
  if (options.output.report) files.claim(*options.output.report);
  const Scenario asked = scenario_of(options.input, find_data(options.input.agency));
  const auto data = std::make_shared<const LoadedData>(load_data(options.input, asked));
  const Scenario scenario = over_whole_year(asked, data->budget.fiscal_year);
  const DoubtedManifest manifest = doubted(manifest_of(make_session(*data, scenario)), *data, scenario);
  if (options.reforecast.backtest) {
    TerminalProgress terminal(options.output);
    const BacktestResult result = backtest(data, scenario, {options.reforecast.paths}, Listening::listener(terminal));
    out = options.output.format == Format::json
              ? backtest_json(result, manifest)
              : doubts_text(manifest.doubts, options.output.language) + backtest_table(result, options.output.language);
    return exit_done;
  }
  InYearStudy study(data, scenario);
  const ReforecastResult result =
      study.reforecast({read_actuals(*options.reforecast.actuals, data->law.programmes, study.projected(),
                                     absent_answers(options, data->law.programmes)),
                        pay_calendar_of(options.input, data->law), !options.reforecast.no_band, options.threads});
  if (options.output.registry) enter(*options.output.registry, issued_by(result, issued_on(options)), files);
  if (options.output.report) {
    const ReportTerms terms{options.output.language, {report_command(options.command, options.output.language)}};
    write_report(reforecast_content(result, manifest, terms), {}, files.at(*options.output.report),
                 options.output.language);
    if (!options.output.quiet) talk += report_stands(*options.output.report, options.output.language);
  }
  switch (options.output.format) {
    case Format::json: out = reforecast_json(result, manifest, options.command, options.output.language); break;
    case Format::csv:
      out = reforecast_csv(result);
      talk += doubts_text(manifest.doubts, options.output.language);
      break;
    case Format::html:
    case Format::table:
      out = doubts_text(manifest.doubts, options.output.language) + reforecast_table(result, options.output.language);
      break;
  }
  return exit_done;
}

}  // namespace disburse
