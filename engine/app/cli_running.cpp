// The commands that project: run, compare, sweep, budget; and the options that others share with them.
#include "engine/app/cli_line.hpp"
#include "engine/app/commands.hpp"

namespace disburse {
namespace {

void add_run(Line& line) {
  CLI::App* run = line.app.add_subcommand("run", "测算全年支出并与预算对比（主要功能）");
  add_scenario(*run, line);
  add_roster(*run, line);
  run->add_flag("--stream", line.options.stream, "花名册逐块读取，不全放进内存（超过 100 万人时自动如此）");
  add_output(*run, line, {"table", "json", "csv"});
  add_threads(*run, line);
  add_replicates(*run, line);
  add_versions(*run, line);
  add_registry(*run, line);
  run->add_option("--until-half-width", line.options.until_half_width,
                  "加做到均值的 95% 区间半宽不大于此数，如 10000yuan 或 2089999:10000yuan");
  run->add_option("--assumptions", line.options.assumptions, "不确定假定抽取的组数（默认 0：只有个体死亡的随机）");
  run->add_option("--journal", line.options.journal,
                  "日志文件：做完的模拟随时记下，中断后用同一命令接着做；以后加次数也不重做");
  add_report_folder(*run, line, "再做成报告（HTML、xlsx、docx、md，连同敏感性和用款），放进这个新文件夹");
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
  add_report_folder(*command, line);
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
  command->add_option("--journal", line.options.journal, "日志文件：做完的点随时记下，中断后用同一命令接着做");
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
  add_registry(*command, line);
  add_report_folder(*command, line);
  command->add_option("--entries", line.options.entries, "手工录入的数（TOML）：基本支出、执行数、“三公”经费");
  command->add_option("--out", line.raw.out, "结果文件夹（不得已存在）：xlsx、docx、json");
  command->footer(
      "例：disburse budget --year 2025 --out 2025年预算\n    disburse budget --year 2024\n    disburse budget --year "
      "2026 --entries 录入.toml");
  command->callback([&line] { line.command = command_budget; });
}

}  // namespace

void add_running_commands(Line& line) {
  add_run(line);
  add_compare(line);
  add_sweep(line);
  add_budget(line);
}

}  // namespace disburse
