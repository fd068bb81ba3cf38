#include "engine/app/workbench/asked_command.hpp"

#include <array>

#include "engine/app/options/shell_words.hpp"
#include "engine/app/workbench/work_folder.hpp"
#include "engine/base/reject.hpp"
#include "engine/comparison/attribution.hpp"
#include "engine/support/publication.hpp"

namespace disburse {
namespace {

using Words = std::vector<std::string>;

/// The same for what replicates say alone: without the bands, which take longer.
AskedCommand risk_of(AskedBody& body, const Asking& asking) {
  AskedCommand asked = asked_run(body, asking.locate);
  asked.options.run.bands = false;
  asked.options.command += " --no-bands";
  return asked;
}

/// The scenario with the changes beside it without them: causes, shares, who gains; small cells are hidden.
AskedCommand causes_of(AskedBody& body, const Asking& asking) {
  AskedCommand asked = asked_of_scenario(body, asking.locate);
  asked.function = command_compare;
  const bool few = asked.options.input.sets.size() <= static_cast<std::size_t>(most_players);
  asked.options.compare.attribute = few ? "shapley" : "waterfall";
  asked.options.compare.who = 0;
  asked.options.output.publish = true;
  Words words = words_of("compare", asked.options.input);
  words.insert(words.end(), {"--attribute", asked.options.compare.attribute, "--who", "0", "--publish"});
  asked.options.command = shell_line(words);
  return asked;
}

AskedCommand sensitivity_of(AskedBody& body, const Asking& asking) {
  AskedCommand asked = asked_of_scenario(body, asking.locate);
  asked.function = command_sensitivity;
  constexpr std::array<std::string_view, 5> methods{"tornado", "heatmap", "morris", "sobol", "shapley"};
  const std::string method = body.text("method");
  if (!method.empty()) asked.options.sensitivity.method = method;
  if (std::find(methods.begin(), methods.end(), asked.options.sensitivity.method) == methods.end())
    reject_option("method", "\"{}\" is no method"_m(method), "each has an answer of its own"_m,
                  "Write tornado, heatmap, morris, sobol or shapley"_m);
  asked.options.sensitivity.line = body.text("line");
  asked.options.sensitivity.inputs = body.texts("inputs");
  Words words = words_of("sensitivity", asked.options.input);
  words.insert(words.end(), {"--method", asked.options.sensitivity.method});
  if (!asked.options.sensitivity.line.empty()) words.insert(words.end(), {"--line", asked.options.sensitivity.line});
  for (const std::string& input : asked.options.sensitivity.inputs) words.insert(words.end(), {"--inputs", input});
  asked.options.command = shell_line(words);
  return asked;
}

AskedCommand cash_of(AskedBody& body, const Asking& asking) {
  AskedCommand asked = asked_of_scenario(body, asking.locate);
  asked.function = command_cash;
  asked.options.cash.balance = body.text("balance");
  Words words = words_of("cash", asked.options.input);
  if (!asked.options.cash.balance.empty()) words.insert(words.end(), {"--balance", asked.options.cash.balance});
  asked.options.command = shell_line(words);
  return asked;
}

AskedCommand solve_of(AskedBody& body, const Asking& asking) {
  AskedCommand asked = asked_of_scenario(body, asking.locate);
  asked.function = command_solve;
  asked.options.solve.vary = {body.text("vary")};
  const std::string between = body.text("between");
  if (!between.empty()) asked.options.solve.between = {between};
  asked.options.solve.line = body.text("line");
  asked.options.solve.target = body.text("target");
  asked.options.solve.confidence = body.number("confidence", 0.0);
  Words words = words_of("solve", asked.options.input);
  words.insert(words.end(), {"--vary", asked.options.solve.vary.front()});
  if (!between.empty()) words.insert(words.end(), {"--between", between});
  if (!asked.options.solve.line.empty()) words.insert(words.end(), {"--line", asked.options.solve.line});
  if (!asked.options.solve.target.empty()) words.insert(words.end(), {"--target", asked.options.solve.target});
  asked.options.command = shell_line(words);
  return asked;
}

AskedCommand explain_of(AskedBody& body, const Asking& asking) {
  AskedCommand asked = asked_of_scenario(body, asking.locate);
  asked.function = command_explain;
  asked.options.explain.member = body.text("member");
  asked.options.explain.programme = body.text("programme");
  asked.options.explain.month = body.text("month");
  return asked;
}

/// The main job as a report to hand on: page, workbook and papers in `folder`.
AskedCommand report_of_run(AskedBody& body, const Asking& asking) {
  AskedCommand asked = asked_run(body, asking.locate);
  asked.options.output.report = made_in(asking.folder).string();
  return asked;
}

/// Payments as the office's table has them, pasted or dropped: a file of its own while the study reads it.
AskedCommand reforecast_of(AskedBody& body, const Asking& asking) {
  AskedCommand asked = asked_of_scenario(body, asking.locate);
  asked.function = command_reforecast;
  asked.options.reforecast.absent = body.texts("absent");
  const std::string table = body.text("actuals");
  if (table.empty())
    reject_option("actuals", "no payments are given"_m, "the year is estimated from those already made"_m,
                  "Paste the table of payments, or drop its file"_m);
  const std::filesystem::path file = asking.folder / "actuals.csv";
  publish_file(file, table);
  asked.options.reforecast.actuals = file.string();
  return asked;
}

/// The user knows a file by its name; where the server keeps it is nobody's.
InputRejected by_file_name(const InputRejected& rejected, const std::filesystem::path& folder) {
  const std::string server = folder.empty() ? "" : folder.parent_path().string() + "/";
  InputErrors named;
  for (InputError error : rejected.errors()) {
    if (!server.empty() && error.place.file.starts_with(server))
      error.place.file = std::filesystem::path(error.place.file).filename().string();
    named.add(std::move(error));
  }
  return InputRejected(rejected.door(), std::move(named));
}

}  // namespace

Words words_of(const char* command, const InputOptions& input) {
  Words words{"disburse", command, input.scenario};
  if (!input.agency.empty()) words.insert(words.end(), {"--agency", input.agency});
  for (const std::string& set : input.sets) words.insert(words.end(), {"--set", set});
  if (input.horizon) words.insert(words.end(), {"--horizon", input.horizon->value});
  return words;
}

AskedCommand asked_of_scenario(AskedBody& body, const Locate& locate) {
  AskedCommand asked;
  asked.options.input = locate(body.input());
  asked.options.output.format = Format::json;
  asked.options.output.quiet = true;
  asked.options.output.language = body.language();
  return asked;
}

AskedCommand asked_run(AskedBody& body, const Locate& locate) {
  AskedCommand asked = asked_of_scenario(body, locate);
  asked.function = command_run;
  Words words = words_of("run", asked.options.input);
  constexpr int most_replicates = 100'000, most_assumptions = 10'000;
  const int replicates = body.whole("replicates", 0, most_replicates, 0);
  const int assumptions = body.whole("assumptions", 0, most_assumptions, 0);
  if (replicates > 0) {
    asked.options.replicates.stochastic = true;
    asked.options.replicates.replicates = static_cast<std::uint32_t>(replicates);
    asked.options.replicates.assumptions = static_cast<std::uint32_t>(assumptions);
    words.insert(words.end(), {"--mode", "stochastic", "--replicates", std::to_string(replicates)});
    if (assumptions > 0) words.insert(words.end(), {"--assumptions", std::to_string(assumptions)});
  }
  asked.options.command = shell_line(words);
  return asked;
}

const std::vector<StudyKind>& study_kinds() {
  static const std::vector<StudyKind> kinds{
      {"run", "scenario sets[] horizon lang replicates# assumptions#", "disburse/run/1",
       [](AskedBody& body, const Asking& asking) { return asked_run(body, asking.locate); }},
      {"risk", "scenario sets[] horizon lang replicates# assumptions#", "disburse/run/1", risk_of},
      {"causes", "scenario sets[] horizon lang", "disburse/compare/1", causes_of},
      {"sensitivity", "scenario sets[] horizon lang method line inputs[]", "disburse/sensitivity/1", sensitivity_of},
      {"cash", "scenario sets[] horizon lang balance", "disburse/cash/1", cash_of},
      {"solve", "scenario sets[] horizon lang vary between line target confidence%", "disburse/solve/1", solve_of},
      {"explain", "scenario sets[] horizon lang member programme month", "disburse/explain/1", explain_of},
      {"budget", budget_asks, "disburse/budget-draft/1", asked_budget},
      {"report", "scenario sets[] horizon lang replicates# assumptions#", "disburse/run/1", report_of_run},
      {"reforecast", "scenario sets[] horizon lang actuals absent[]", "disburse/reforecast/1", reforecast_of},
      {"import",
       "scenario sets[] horizon lang uploads[] columns{table column field unit} "
       "control{scheme role persons# monthly} scheme as_of quarantine? save?",
       "disburse/import/1", asked_import},
      {"init", "lang name region counts[] uploads[] save?", "disburse/agency-start/1", asked_init},
      {"check", "lang work name", "disburse/check/1", asked_check},
      {"issue", "scenario sets[] horizon lang replicates# assumptions# name", "disburse/run/1", asked_issue},
      {"verify", "lang run", "disburse/check/1", asked_verify},
      {"reproduce", "lang run", "disburse/run-difference/1", asked_reproduce},
      {"difference", "lang run other", "disburse/run-difference/1", asked_difference}};
  return kinds;
}

AskedCommand asked_command(const std::string& kind, AskedBody& body, const Asking& asking) {
  std::vector<std::string> names;
  for (const StudyKind& one : study_kinds()) {
    if (kind == one.kind) return one.asked(body, asking);
    names.emplace_back(one.kind);
  }
  const std::string near = nearest_name(kind, names);
  reject_option("kind", "\"{}\" is no study"_m(kind), "each has keys of its own"_m,
                near.empty() ? "See /api/openapi.json"_m : "Did you mean {}?"_m(near));
}

std::string document_of(const AskedCommand& asked, const std::filesystem::path& folder) {
  std::string out, talk;
  Publication files(Access::owner);
  try {
    const int code = asked.function(asked.options, out, talk, files);
    if (code == exit_done || code == exit_limit) files.commit();  // a command that refused has no files
  } catch (const InputRejected& rejected) {
    throw by_file_name(rejected, folder);
  }
  return out;
}

}  // namespace disburse
