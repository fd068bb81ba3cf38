#include "engine/app/cli.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdlib>
#include <memory>

#include "build_info.hpp"
#include "engine/app/commands.hpp"
#include "engine/error.hpp"

namespace disburse {
namespace {

/// Texts that are turned into options once everything is parsed.
struct Raw {
  std::string horizon, seed, roster, as_known_on, out, format = "table", language = "zh";
  bool no_color = false;
};

struct Line {
  CLI::App app{"disburse: 社会保险待遇发放测算与预算对比", "disburse"};
  Options options;
  Raw raw;
  Command command = nullptr;
};

void add_scenario(CLI::App& command, Line& line) {
  command.add_option("scenario", line.options.scenario, "情景名称或文件（默认 zhongwei-2024）");
  command.add_option("--set", line.options.sets, "覆盖一个参数：路径=值（可重复）")->allow_extra_args(false);
  command.add_option("--seed", line.raw.seed, "随机种子")->envname("DISBURSE_SEED");
  command.add_option("--as-known-on", line.raw.as_known_on, "只用该日已知的政策，如 2023-12-31")
      ->envname("DISBURSE_AS_KNOWN_ON");
  command.add_option("--horizon", line.raw.horizon, "测算月份，如 2024-01..2024-12")->envname("DISBURSE_HORIZON");
}

void add_roster(CLI::App& command, Line& line) {
  command.add_option("--roster", line.raw.roster, "花名册（HDF5）；不给则按情景的配方合成")->envname("DISBURSE_ROSTER");
}

void add_output(CLI::App& command, Line& line, const std::vector<std::string>& formats) {
  command.add_option("--format", line.raw.format, "输出格式")->envname("DISBURSE_FORMAT")->check(CLI::IsMember(formats));
  command.add_option("--lang", line.raw.language, "语言 zh|en")->envname("DISBURSE_LANG")->check(CLI::IsMember({"zh", "en"}));
  command.add_flag("--quiet,-q", line.options.quiet, "不输出说明信息");
  command.add_flag("--no-color", line.raw.no_color, "不用颜色");
}

void add_run(Line& line) {
  CLI::App* run = line.app.add_subcommand("run", "测算全年支出并与预算对比（主要功能）");
  add_scenario(*run, line);
  add_roster(*run, line);
  add_output(*run, line, {"table", "json", "csv"});
  run->add_option("--threads", line.options.threads, "线程数（默认每核一个）")
      ->envname("DISBURSE_THREADS")
      ->check(CLI::Range(1, 1024));
  run->add_option("--out", line.raw.out, "结果文件夹（不得已存在）");
  run->add_option("--fail-if", line.options.limits, "越过限值则退出码为 5，如 line.2089999.execution_rate>1.02")
      ->allow_extra_args(false);
  run->footer("例：disburse run\n    disburse run award-660 --format json\n    disburse run --set unity_award.ordinary_per_payment=660元 --out 结果");
  run->callback([&line] { line.command = command_run; });
}

void add_synthesize(Line& line) {
  CLI::App* command = line.app.add_subcommand("synthesize", "按情景的配方合成花名册");
  add_scenario(*command, line);
  add_output(*command, line, {"table"});
  command->add_option("--out", line.raw.out, "花名册文件，如 roster.h5");
  command->footer("例：disburse synthesize --out roster.h5\n    disburse run --roster roster.h5\n    disburse synthesize --seed 7 --out other.h5");
  command->callback([&line] { line.command = command_synthesize; });
}

void add_explain(Line& line) {
  CLI::App* command = line.app.add_subcommand("explain", "说明一名人员全年的待遇：规则、数值、依据，或为何没有");
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json"});
  command->add_option("--member", line.options.member, "人员编号，如 C000001")->required();
  command->add_option("--programme", line.options.programme, "只看一个项目");
  command->add_option("--month", line.options.month, "只看一个月，如 2024-07");
  command->footer("例：disburse explain --member C000001\n    disburse explain --member E000001 --programme unity_award\n    disburse explain --member R000001 --format json");
  command->callback([&line] { line.command = command_explain; });
}

void add_check(Line& line) {
  CLI::App* command = line.app.add_subcommand("check", "检查情景、预算、政策或花名册文件，报告全部问题");
  add_output(*command, line, {"table", "json"});
  command->add_option("files", line.options.files, "文件")->required();
  command->footer("例：disburse check scenarios/budgets/zhongwei-2024.toml\n    disburse check scenarios/library/award-660.toml\n    disburse check roster.h5");
  command->callback([&line] { line.command = command_check; });
}

void add_list(Line& line) {
  CLI::App* command = line.app.add_subcommand("list", "列出情景、项目或参数");
  add_output(*command, line, {"table", "json"});
  command->add_option("--set", line.options.sets, "覆盖一个参数：路径=值（可重复）")->allow_extra_args(false);
  command->add_option("--scenario", line.options.scenario, "情景名称或文件（默认 zhongwei-2024）");
  command->add_option("topic", line.options.topic, "scenarios | programmes | parameters")
      ->required()
      ->check(CLI::IsMember({"scenarios", "programmes", "parameters"}));
  command->add_option("prefix", line.options.prefix, "参数路径的开头，如 mortality");
  command->footer("例：disburse list scenarios\n    disburse list programmes\n    disburse list parameters mortality");
  command->callback([&line] { line.command = command_list; });
}

/// The name that set an option: the flag where it stands on the line, else the variable.
std::string origin(const Options& options, const std::string& flag, const std::string& variable) {
  for (const std::string& word : options.command_line) {
    if (word == flag || word.starts_with(flag + "=")) return flag;
  }
  return variable;
}

void finish(Line& line, Request& request) {
  Options& options = line.options;
  const Raw& raw = line.raw;
  if (!raw.horizon.empty()) options.horizon = {raw.horizon, origin(options, "--horizon", "DISBURSE_HORIZON")};
  if (!raw.seed.empty()) {
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(raw.seed.data(), raw.seed.data() + raw.seed.size(), seed);
    const std::string from = origin(options, "--seed", "DISBURSE_SEED");
    if (error != std::errc{} || end != raw.seed.data() + raw.seed.size()) {
      request.complaint = from + ": \"" + raw.seed + "\" is no seed (whole numbers from 0 to 2^64 - 1). Write --seed 7.";
    }
    options.seed = {seed, from};
  }
  if (!raw.roster.empty()) options.roster = raw.roster;
  if (!raw.as_known_on.empty()) options.as_known_on = raw.as_known_on;
  if (!raw.out.empty()) options.out = raw.out;
  options.format = raw.format == "json" ? Format::json : raw.format == "csv" ? Format::csv : Format::table;
  options.language = raw.language == "en" ? Language::en : Language::zh;
  const char* no_color = std::getenv("NO_COLOR");
  options.colour = !raw.no_color && (no_color == nullptr || *no_color == '\0') && isatty(STDOUT_FILENO) == 1;
}

std::vector<std::string> names_in(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// CLI11's sentence, and the nearest name for the first word that it did not know.
std::string complaint_of(const CLI::App& app, const CLI::Error& error) {
  std::string text = error.what();
  const CLI::App* asked = &app;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App* c) { return c->parsed(); })) asked = command;
  for (const std::string& word : app.remaining(true)) {
    const std::string near = nearest_name(word.substr(0, word.find('=')), names_in(*asked));
    if (!near.empty()) return text + ". Did you mean " + near + "?";
  }
  return text + ". See: " + (asked == &app ? "disburse --help" : "disburse " + asked->get_name() + " --help");
}

}  // namespace

Request parse_command_line(int argc, char** argv) {
  Line line;
  line.options.command_line.assign(argv, argv + argc);
  line.app.set_version_flag("--version", std::string("disburse ") + build::version + " (" + build::commit + ")");
  line.app.require_subcommand(1);
  add_run(line);
  add_synthesize(line);
  add_explain(line);
  add_check(line);
  add_list(line);
  Request request;
  try {
    line.app.parse(argc, argv);
    finish(line, request);
    request.command = line.command;
  } catch (const CLI::CallForHelp&) {
    request.text = line.app.help();
  } catch (const CLI::CallForVersion& version) {
    request.text = std::string(version.what()) + "\n";
  } catch (const CLI::ParseError& error) {
    request.complaint = complaint_of(line.app, error);
  }
  request.options = line.options;
  return request;
}

}  // namespace disburse
