// The commands that ask: explain, check, list.
#include "engine/app/cli_line.hpp"
#include "engine/app/commands.hpp"

namespace disburse {
namespace {

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

void add_report(Line& line) {
  CLI::App* command =
      line.app.add_subcommand("report", "把做完的测算做成报告：离线可看的 HTML、带图的 xlsx、测算说明、敏感性分析报告");
  add_output(*command, line, {"table"});
  command
      ->add_option("runs", line.options.files,
                   "run --out 的结果文件夹（对比时给两个），或 sensitivity、compare、reforecast、budget 的 JSON")
      ->required();
  command->add_flag("--compare", line.options.pair, "两次测算并列，不同的格子加底色");
  command->add_option("--with", line.options.with, "再放进去的 JSON：sensitivity、cash 的结果");
  command->add_option("--out", line.raw.out, "报告文件夹（不得已存在）");
  command->footer(
      "例：disburse run --mode stochastic --assumptions 100 --out 结果\n    disburse sensitivity --format json > "
      "敏感性.json\n    "
      "disburse report 结果 --with 敏感性.json --out 报告\n    disburse report --compare 结果 另一结果 --out 对比");
  command->callback([&line] { line.command = command_report; });
}

}  // namespace

void add_asking_commands(Line& line) {
  add_explain(line);
  add_report(line);
  add_check(line);
  add_list(line);
}

}  // namespace disburse
