#include "engine/app/cli.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <memory>

#include "build_info.hpp"
#include "engine/app/commands.hpp"
#include "engine/error.hpp"

namespace disburse {
namespace {

/// Texts that are turned into options once everything is parsed.
struct Raw {
  std::string horizon, seed, roster, as_known_on, out, threads, format, language, mode;
  bool no_color = false;
};

struct Line {
  CLI::App app{"disburse: 社会保险待遇发放测算与预算对比", "disburse"};
  Options options;
  Raw raw;
  Command command = nullptr;
  std::vector<std::string> formats{"table"};
};

void add_scenario(CLI::App& command, Line& line) {
  command.add_option("scenario", line.options.scenario, "情景名称或文件（默认 zhongwei-2024）");
  command.add_option("--set", line.options.sets, "覆盖一个参数：路径=值（可重复）")->allow_extra_args(false);
  command.add_option("--seed", line.raw.seed, "随机种子");
  command.add_option("--as-known-on", line.raw.as_known_on, "只用该日已知的政策，如 2023-12-31");
  command.add_option("--horizon", line.raw.horizon, "测算月份，如 2024-01..2024-12");
}

void add_roster(CLI::App& command, Line& line) {
  command.add_option("--roster", line.raw.roster, "花名册（HDF5）；不给则按情景的配方合成");
}

/// `formats` are those that the command has, the default first.
void add_output(CLI::App& command, Line& line, const std::vector<std::string>& formats) {
  command.preparse_callback([&line, formats](std::size_t) { line.formats = formats; });
  command.add_option("--format", line.raw.format, "输出格式，其一：" + CLI::detail::join(formats, " | "));
  command.add_option("--lang", line.raw.language, "语言 zh|en");
  command.add_flag("--quiet,-q", line.options.quiet, "不输出说明信息");
  command.add_flag("--no-color", line.raw.no_color, "不用颜色");
}

void add_threads(CLI::App& command, Line& line) {
  command.add_option("--threads", line.raw.threads, "线程数（默认每核一个）");
}

void add_replicates(CLI::App& command, Line& line) {
  command.add_option("--mode", line.raw.mode, "expected（期望值）| stochastic（随机模拟，给出风险）")
      ->check(CLI::IsMember({"expected", "stochastic"}));
  command.add_option("--replicates", line.options.replicates, "随机模拟的次数（默认 1000）");
}

void add_run(Line& line) {
  CLI::App* run = line.app.add_subcommand("run", "测算全年支出并与预算对比（主要功能）");
  add_scenario(*run, line);
  add_roster(*run, line);
  add_output(*run, line, {"table", "json", "csv"});
  add_threads(*run, line);
  add_replicates(*run, line);
  run->add_option("--until-half-width", line.options.until_half_width,
                  "加做到均值的 95% 区间半宽不大于此数，如 10000yuan 或 2089999:10000yuan");
  run->add_option("--assumptions", line.options.assumptions, "不确定假定抽取的组数（默认 0：只有个体死亡的随机）");
  run->add_option("--journal", line.options.journal,
                  "日志文件：做完的模拟随时记下，中断后用同一命令接着做；以后加次数也不重做");
  run->add_flag("--publish", line.options.publish, "对外公布：1 至 9 人的人数不列，能推出它的也不列");
  run->add_option("--out", line.raw.out, "结果文件夹（不得已存在）");
  run->add_option("--fail-if", line.options.limits, "越过限值则退出码为 5，如 line.2089999.execution_rate>1.02")
      ->allow_extra_args(false);
  run->footer(
      "例：disburse run\n    disburse run award-660 --format json\n    disburse run --set "
      "unity_award.ordinary_per_payment=660元 --out 结果\n    disburse run --mode stochastic --replicates 10000 "
      "--assumptions 200");
  run->callback([&line] { line.command = command_run; });
}

void add_compare(Line& line) {
  CLI::App* command = line.app.add_subcommand("compare", "假设情景与基准对比：改了什么、变了多少、什么没有变");
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json"});
  command->add_option("variants", line.options.variants,
                      "要对比的情景（最多 4 个；用 + 叠加，如 award-660+adjustment-4）");
  add_replicates(*command, line);
  command->add_option("--attribute", line.options.attribute, "把差异分摊到每项改动：shapley | waterfall")
      ->check(CLI::IsMember({"shapley", "waterfall"}));
  command->add_option("--who", line.options.who, "统计待遇有变化的人员，并列出每个项目前 N 个人员编号（可为 0）")
      ->check(CLI::Range(0, 1000));
  command->add_flag("--publish", line.options.publish,
                    "对外公布：--who 中不列 1 至 9 人的格子和能推出它的格子，不列编号");
  command->footer(
      "例：disburse compare zhongwei-2024 award-660\n    disburse compare zhongwei-2024 adjustment-2 adjustment-4 "
      "--format "
      "json\n    disburse compare zhongwei-2024 --set unity_award.ordinary_per_payment=1000元");
  command->callback([&line] { line.command = command_compare; });
}

void add_sweep(Line& line) {
  CLI::App* command = line.app.add_subcommand("sweep", "让一个或几个参数逐一取值，列出每个组合的支出");
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json", "csv"});
  add_threads(*command, line);
  command
      ->add_option("--sweep", line.options.sweeps,
                   "一个参数的各个取值：路径=值1,值2（可重复；也可写在情景文件的 [[sweep]]）")
      ->allow_extra_args(false);
  command->add_option("--out", line.raw.out, "结果文件夹（不得已存在）");
  command->footer(
      "例：disburse sweep --sweep unity_award.ordinary_per_payment=600,660,720\n    disburse sweep --sweep "
      "unity_award.ordinary_per_payment=600,1000 --sweep heating_allowance.standard=4500,5000 --format csv\n    "
      "disburse "
      "sweep 我的情景.toml --out 结果");
  command->callback([&line] { line.command = command_sweep; });
}

void add_budget(Line& line) {
  CLI::App* command =
      line.app.add_subcommand("budget", "编制一个年度的部门预算：九张表、绩效目标表、测算依据和情况说明");
  command->add_option("scenario", line.options.scenario, "情景名称或文件（默认 zhongwei-2024）");
  command->add_option("--set", line.options.sets, "覆盖一个参数：路径=值（可重复）")->allow_extra_args(false);
  command->add_option("--seed", line.raw.seed, "随机种子");
  command->add_option("--as-known-on", line.raw.as_known_on, "只用该日已知的政策，如 2024-10-31");
  add_roster(*command, line);
  add_output(*command, line, {"table", "json"});
  add_threads(*command, line);
  command->add_option("--year", line.options.year, "预算年度，如 2025")->check(CLI::Range(2000, 2100));
  command->add_option("--entries", line.options.entries, "手工录入的数（TOML）：基本支出、执行数、“三公”经费");
  command->add_option("--out", line.raw.out, "结果文件夹（不得已存在）：xlsx、docx、json");
  command->footer(
      "例：disburse budget --year 2025 --out 2025年预算\n    disburse budget --year 2024\n    disburse budget --year "
      "2026 --entries 录入.toml");
  command->callback([&line] { line.command = command_budget; });
}

void add_synthesize(Line& line) {
  CLI::App* command = line.app.add_subcommand("synthesize", "按情景的配方合成花名册");
  add_scenario(*command, line);
  add_output(*command, line, {"table"});
  command->add_option("--out", line.raw.out, "花名册文件，如 roster.h5");
  command->add_option("--as-office", line.options.as_office,
                      "写成经办机构手头的样子（xlsx、GB18030 的 csv），放进这个新文件夹");
  command->add_option("--margins", line.options.margins,
                      "已公布的分组人数（TOML，disburse/margins/1），花名册按此调整");
  command->add_option("--fault-rate", line.options.fault_rate, "与 --as-office 同用：故意弄错的行所占比例，另附清单")
      ->check(CLI::Range(0.0, 1.0));
  command->footer(
      "例：disburse synthesize --out roster.h5\n    disburse synthesize --as-office 花名册 --fault-rate 0.01\n    "
      "disburse run --roster roster.h5\n    disburse synthesize --seed 7 "
      "--out other.h5");
  command->callback([&line] { line.command = command_synthesize; });
}

void add_import(Line& line) {
  CLI::App* command = line.app.add_subcommand("import", "导入花名册（xlsx、csv）：认列、检查、去标识，写成 HDF5");
  add_output(*command, line, {"table", "json", "csv", "html"});
  command->add_option("files", line.options.files, "花名册文件")->required();
  command->add_option("--out", line.raw.out, "花名册文件（不得已存在），如 roster.h5");
  command->add_flag("--dry-run", line.options.dry_run, "只看：每列当作什么、前十行（已遮盖）、检查结果");
  command->add_option("--scenario", line.options.scenario, "情景名称或文件（默认 zhongwei-2024）");
  command->add_option("--as-of", line.options.as_of, "名册月份，如 2023-12（默认情景首月的上月）");
  command->add_option("--scheme", line.options.scheme, "没有险种一列时的险种：civil_service | enterprise | resident")
      ->check(CLI::IsMember({"civil_service", "enterprise", "resident"}));
  command->add_option("--mapping", line.options.mapping, "本单位的表头（TOML，格式同 scenarios/office/columns.toml）");
  command->add_option("--control", line.options.control, "控制数（TOML）：人数、月待遇合计");
  command->add_option("--key", line.options.key, "假名密钥文件（0600，不在项目内；没有则新建）");
  command->add_option("--quarantine", line.options.quarantine, "把有错的行另存到此文件，其余照常导入");
  command->footer(
      "例：disburse import 机关事业.xlsx 企业职工.csv --dry-run\n    disburse import *.xlsx --out roster.h5 --key "
      "~/.config/disburse/key\n    disburse import *.csv --out roster.h5 --quarantine 待核.csv --format html > "
      "检查.html");
  command->callback([&line] { line.command = command_import; });
}

void add_reconcile(Line& line) {
  CLI::App* command = line.app.add_subcommand("reconcile", "两期花名册对账：谁新增、谁离开、谁变动，涉及多少钱");
  add_output(*command, line, {"table", "json"});
  command->add_option("files", line.options.files, "上期、本期花名册（HDF5，同一密钥导入）")->required();
  command->add_option("--who", line.options.who, "每种变动列出前 N 个人员编号")->check(CLI::Range(0, 1000));
  command->add_flag("--publish", line.options.publish, "对外公布：不列 1 至 9 人的格子和能推出它的格子，不列编号");
  command->footer(
      "例：disburse reconcile 2023-12.h5 2024-01.h5\n    disburse reconcile 2023-12.h5 2024-01.h5 --who 20");
  command->callback([&line] { line.command = command_reconcile; });
}

void add_calibrate(Line& line) {
  CLI::App* command =
      line.app.add_subcommand("calibrate", "由花名册估计假定（死亡系数、新增、平均待遇、占比），写成情景");
  add_output(*command, line, {"table"});
  command->add_option("files", line.options.files, "花名册（HDF5）；给两期时再估计死亡系数和新增")->required();
  command->add_option("--scenario", line.options.scenario, "情景名称或文件（默认 zhongwei-2024）");
  command->add_option("--margins", line.options.margins,
                      "已公布的分组人数和实际发放人数（TOML，disburse/margins/1），先核对一致，再按此加权");
  command->add_option("--out", line.raw.out, "写成情景文件，如 校准.toml");
  command->footer("例：disburse calibrate roster.h5\n    disburse calibrate 2023-12.h5 2024-12.h5 --out 校准.toml");
  command->callback([&line] { line.command = command_calibrate; });
}

void add_explain(Line& line) {
  CLI::App* command = line.app.add_subcommand("explain", "说明一名人员全年的待遇：规则、数值、依据，或为何没有");
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json"});
  command->add_option("--member", line.options.member, "人员编号，如 C000001");
  command->add_option("--person", line.options.person, "假设人员的 TOML 文件（待遇核定计算器）");
  command->add_option("--against", line.options.against, "另一个情景：只列两个情景下不同的待遇及其原因");
  command->add_option("--programme", line.options.programme, "只看一个项目");
  command->add_option("--month", line.options.month, "只看一个月，如 2024-07");
  command->footer(
      "例：disburse explain --member C000001\n    disburse explain --member E000001 --programme unity_award\n    "
      "disburse explain --person 张三.toml\n    disburse explain --member E000001 --against award-660");
  command->callback([&line] { line.command = command_explain; });
}

void add_check(Line& line) {
  CLI::App* command = line.app.add_subcommand("check", "检查情景、预算、政策或花名册文件，报告全部问题");
  add_output(*command, line, {"table", "json"});
  command->add_option("files", line.options.files, "文件");
  command->add_option("--privacy", line.options.privacy, "查这个文件夹里有没有有效的身份号码");
  command->footer(
      "例：disburse check scenarios/budgets/zhongwei-2024.toml\n    disburse check scenarios/library/award-660.toml\n  "
      "  disburse check roster.h5");
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
  command->add_option("--out", line.raw.out, "参数表写成工作簿（.xlsx）；改好后可当情景用");
  command->footer(
      "例：disburse list scenarios\n    disburse list programmes\n    disburse list parameters mortality\n    disburse "
      "list "
      "parameters --out 参数.xlsx");
  command->callback([&line] { line.command = command_list; });
}

/// A whole number within [least, most]; a complaint in the option's name otherwise.
std::uint64_t whole_number(const Given<std::string>& given, std::uint64_t least, std::uint64_t most,
                           const char* example, Request& request) {
  std::uint64_t value = 0;
  const char* end = given.value.data() + given.value.size();
  const auto [stopped, error] = std::from_chars(given.value.data(), end, value);
  if (error != std::errc{} || stopped != end || value < least || value > most) {
    request.complaint = given.origin + ": \"" + given.value + "\" is no whole number from " + std::to_string(least) +
                        " to " + std::to_string(most) + ". Write " + example + ".";
  }
  return value;
}

/// The flag's word if it was given, else the variable's. CLI11 would let the variable of a command that was not asked
/// for win over the flag of the one that was.
std::optional<Given<std::string>> given(const std::string& raw, const char* flag, const char* variable) {
  if (!raw.empty()) return Given<std::string>{raw, flag};
  const char* set = std::getenv(variable);
  if (set == nullptr || *set == '\0') return std::nullopt;
  return Given<std::string>{set, variable};
}

std::string chosen(const std::optional<Given<std::string>>& word, const std::vector<std::string>& choices,
                   Request& request) {
  if (!word) return choices.front();
  if (std::find(choices.begin(), choices.end(), word->value) == choices.end()) {
    request.complaint = word->origin + ": \"" + word->value + "\" is not known. Write one of:";
    for (const std::string& choice : choices) request.complaint += " " + choice;
  }
  return word->value;
}

void finish(Line& line, Request& request) {
  Options& options = line.options;
  const Raw& raw = line.raw;
  constexpr std::uint64_t most_threads = 1024;
  options.horizon = given(raw.horizon, "--horizon", "DISBURSE_HORIZON");
  if (const auto seed = given(raw.seed, "--seed", "DISBURSE_SEED")) {
    options.seed = {whole_number(*seed, 0, std::numeric_limits<std::uint64_t>::max(), "--seed 7", request),
                    seed->origin};
  }
  if (const auto threads = given(raw.threads, "--threads", "DISBURSE_THREADS")) {
    options.threads = static_cast<int>(whole_number(*threads, 1, most_threads, "--threads 2", request));
  }
  if (const auto roster = given(raw.roster, "--roster", "DISBURSE_ROSTER")) options.roster = roster->value;
  if (const auto day = given(raw.as_known_on, "--as-known-on", "DISBURSE_AS_KNOWN_ON"))
    options.as_known_on = day->value;
  if (!raw.out.empty()) options.out = raw.out;
  options.stochastic = raw.mode == "stochastic";
  const std::string format = chosen(given(raw.format, "--format", "DISBURSE_FORMAT"), line.formats, request);
  options.format = format == "json"   ? Format::json
                   : format == "csv"  ? Format::csv
                   : format == "html" ? Format::html
                                      : Format::table;
  const std::string language = chosen(given(raw.language, "--lang", "DISBURSE_LANG"), {"zh", "en"}, request);
  options.language = language == "en" ? Language::en : Language::zh;
  const char* no_color = std::getenv("NO_COLOR");
  options.colour = !raw.no_color && (no_color == nullptr || *no_color == '\0') && isatty(STDOUT_FILENO) == 1;
}

std::vector<std::string> names_in(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
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
  add_compare(line);
  add_sweep(line);
  add_budget(line);
  add_import(line);
  add_reconcile(line);
  add_calibrate(line);
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
