// The commands that project: run, compare, sweep, budget; and the options that others share with them.
#include "engine/app/command_line/cli_line.hpp"
#include "engine/app/commands.hpp"

namespace disburse {
namespace {

void add_run(Line& line) {
  CLI::App* run = line.app.add_subcommand(
      "run", line.say("测算全年支出并与预算对比（主要功能）",
                      "Project the year's spending and compare it with the budget (the main command)"));
  add_scenario(*run, line);
  add_roster(*run, line);
  run->add_flag("--stream", line.options.input.stream,
                line.say("花名册逐块读取，不全放进内存（超过 100 万人时自动如此）",
                         "read the roster piece by piece (so in any case with more than a million members)"));
  add_output(*run, line, {"table", "json", "csv"});
  add_share(*run, line);
  add_threads(*run, line);
  add_replicates(*run, line);
  add_versions(*run, line);
  add_registry(*run, line);
  run->add_option("--until-half-width", line.options.replicates.until_half_width,
                  line.say("加做到均值的 95% 区间半宽不大于此数，如 10000yuan 或 2089999:10000yuan",
                           "add replicates until the 95 % interval of the mean is no wider than this on either side, "
                           "as 10000yuan or 2089999:10000yuan"));
  run->add_option("--assumptions", line.options.replicates.assumptions,
                  line.say("不确定假定抽取的组数（默认 0：只有个体死亡的随机）",
                           "sets of uncertain assumptions to draw (default 0: individual deaths alone)"))
      ->transform(spoken_count())
      ->check(within(line, 0, 1e6, "每组都要另做模拟", "each set has replicates of its own"));
  run->add_option("--journal", line.options.replicates.journal,
                  line.say("日志文件：做完的模拟随时记下，中断后用同一命令接着做；以后加次数也不重做",
                           "journal: keeps finished replicates, so that the same command goes on after an interruption "
                           "and more replicates do not begin anew"));
  add_report_folder(
      *run, line,
      line.say("再做成报告（HTML、xlsx、docx、md，连同敏感性和用款），放进这个新文件夹",
               "make a report too (HTML, xlsx, docx, md, with sensitivity and cash), in this new folder"));
  run->add_flag("--publish", line.options.output.publish,
                line.say("对外公布：不列 1 至 9 人的人数、付给这样的群体的钱，以及能推出它们的数",
                         "for publication: no headcounts of 1 to 9, no payments to so few, nothing that tells them"));
  run->add_option("--out", line.raw.out,
                  line.say("结果文件夹（不得已存在）", "folder of the results (must not exist)"));
  run->add_option(
      "--part", line.options.run.part,
      line.say("只算第几块，如 2/7（七块中的第二块）：它的和写入 --out 的文件，全部算完后用 merge 合并",
               "work on one part alone, as 2/7 (the second of seven): its sums go to the file of --out, and "
               "merge joins them all"));
  run->add_flag("--no-bands{false}", line.options.run.bands,
                line.say("不算区间，只算各假定取基准值的一次（快）",
                         "leave the band out and project every assumption at its base alone (quick)"));
  run->add_option("--fail-if", line.options.run.limits,
                  line.say("越过限值则退出码为 5，如 line.2089999.execution_rate>1.02",
                           "exit code 5 where a limit is crossed, as line.2089999.execution_rate>1.02"))
      ->allow_extra_args(false);
  run->footer(
      line.say("例：disburse run\n    disburse run award-660 --format json\n    disburse run --set "
               "unity_award.ordinary_per_payment=660元 --out 结果\n    disburse run --mode stochastic --replicates "
               "10000 --assumptions 200",
               "Examples: disburse run\n    disburse run award-660 --format json\n    disburse run --set "
               "unity_award.ordinary_per_payment=660yuan --out result\n    disburse run --mode stochastic --replicates "
               "10000 --assumptions 200"));
  run->callback([&line] { line.command = command_run; });
}

void add_merge(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "merge", line.say("把分块测算（run --part）的各块合并成一次测算，结果逐字节相同",
                        "Join the parts of a run (run --part) to the run, byte for byte as in one piece"));
  command
      ->add_option("parts", line.options.run.parts,
                   line.say("全部各块的文件，次序不限", "files of all parts, in any order"))
      ->required();
  add_output(*command, line, {"table", "json", "csv"});
  add_share(*command, line);
  add_threads(*command, line);
  add_registry(*command, line);
  add_report_folder(*command, line);
  command->add_option("--out", line.raw.out,
                      line.say("结果文件夹（不得已存在）", "folder of the results (must not exist)"));
  command
      ->add_option("--fail-if", line.options.run.limits,
                   line.say("越过限值则退出码为 5，如 line.2089999.execution_rate>1.02",
                            "exit code 5 where a limit is crossed, as line.2089999.execution_rate>1.02"))
      ->allow_extra_args(false);
  command->footer(line.say(
      "例：disburse run --part 1/2 --out 一.part\n    disburse run --part 2/2 --out 二.part\n    disburse merge "
      "一.part 二.part --out 结果",
      "Examples: disburse run --part 1/2 --out one.part\n    disburse run --part 2/2 --out two.part\n    "
      "disburse merge one.part two.part --out result"));
  command->callback([&line] {
    line.command = [](const Options& options, std::string& out, std::string& talk, Publication& files) {
      return command_merge(options, options_of_words, out, talk, files);
    };
  });
}

void add_compare(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "compare", line.say("假设情景与基准对比：改了什么、变了多少、什么没有变",
                          "Compare what-ifs with a base: what changed, what moved, what did not"));
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json", "csv"});
  add_share(*command, line);
  command->add_option("variants", line.options.compare.variants,
                      line.say("要对比的情景（最多 4 个；用 + 叠加，如 award-660+adjustment-4）",
                               "scenarios to compare (at most 4; + stacks them, as award-660+adjustment-4)"));
  add_replicates(*command, line);
  command
      ->add_option("--attribute", line.options.compare.attribute,
                   line.say("把差异分摊到每项改动：shapley | waterfall",
                            "share the difference among the changes: shapley | waterfall"))
      ->check(CLI::IsMember({"shapley", "waterfall"}));
  command
      ->add_option(
          "--who", line.options.compare.who,
          line.say("统计待遇有变化的人员，并列出每个项目前 N 个人员编号（可为 0）",
                   "count the members who are paid differently and list the first N keys of each programme (may be 0)"))
      ->transform(spoken_count())
      ->check(within(line, 0, 1000, "名单不能更长", "a list is no longer than that"));
  command->add_flag("--table", line.options.compare.table,
                    line.say("各情景列成一张表：项目、科目 × 情景 × 年度，附预算、差额、超支和用完的月份",
                             "all scenarios in one table: programmes and lines x scenario x year, with the budget, the "
                             "differences, what overspends and the month in which it does"));
  command->add_option(
      "--out", line.raw.out,
      line.say("把 --table 的表写成工作簿（.xlsx）", "write the table of --table as a workbook (.xlsx)"));
  add_report_folder(*command, line);
  command->add_flag("--publish", line.options.output.publish,
                    line.say("对外公布：两边都不含付给 1 至 9 人群体的钱；--who 中不列这样的格子和编号",
                             "for publication: no payments to groups of 1 to 9 on either side, no such cells and no "
                             "keys in --who"));
  command->footer(
      line.say("例：disburse compare base award-660\n    disburse compare base adjustment-2 adjustment-4 "
               "--format json\n    disburse compare base --set unity_award.ordinary_per_payment=1000元\n    "
               "disburse compare base award-660 adjustment-2 heating-by-rule --table --out 情景.xlsx",
               "Examples: disburse compare base award-660\n    disburse compare base adjustment-2 "
               "adjustment-4 --format json\n    disburse compare base --set "
               "unity_award.ordinary_per_payment=1000yuan\n    disburse compare base award-660 adjustment-2 "
               "heating-by-rule --table --out scenarios.xlsx"));
  command->callback([&line] { line.command = command_compare; });
}

void add_sweep(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "sweep", line.say("让一个或几个参数逐一取值，列出每个组合的支出",
                        "Give one or several parameters values in turn and list the spending of each combination"));
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json", "csv"});
  add_share(*command, line);
  add_sign(*command, line);
  add_threads(*command, line);
  command
      ->add_option(
          "--sweep", line.options.sweep.sweeps,
          line.say("一个参数的各个取值：路径=值1,值2（可重复；也可写在情景文件的 [[sweep]]）",
                   "values of one parameter: PATH=VALUE1,VALUE2 (may be repeated; or [[sweep]] in a scenario file)"))
      ->allow_extra_args(false);
  command->add_option(
      "--journal", line.options.replicates.journal,
      line.say("日志文件：做完的点随时记下，中断后用同一命令接着做",
               "journal: keeps finished points, so that the same command goes on after an interruption"));
  command->add_option("--out", line.raw.out,
                      line.say("结果文件夹（不得已存在）", "folder of the results (must not exist)"));
  command->footer(
      line.say("例：disburse sweep --sweep unity_award.ordinary_per_payment=600,660,720\n    disburse sweep --sweep "
               "unity_award.ordinary_per_payment=600,1000 --sweep heating_allowance.standard=4500,5000 --format csv\n  "
               "  disburse sweep 我的情景.toml --out 结果",
               "Examples: disburse sweep --sweep unity_award.ordinary_per_payment=600,660,720\n    disburse sweep "
               "--sweep unity_award.ordinary_per_payment=600,1000 --sweep heating_allowance.standard=4500,5000 "
               "--format csv\n    disburse sweep mine.toml --out result"));
  command->callback([&line] { line.command = command_sweep; });
}

void add_budget(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "budget", line.say("编制一个年度的部门预算：九张表、绩效目标表、测算依据和情况说明",
                         "Draft a year's department budget: nine tables, performance forms, working paper and text"));
  command->add_option("scenario", line.options.input.scenario, scenario_help(line));
  command
      ->add_option("--set", line.options.input.sets,
                   line.say("覆盖一个参数：路径=值（可重复）", "override a parameter: PATH=VALUE (may be repeated)"))
      ->allow_extra_args(false);
  command->add_option("--seed", line.raw.seed, line.say("随机种子", "random seed"));
  command->add_option("--as-known-on", line.raw.as_known_on,
                      line.say("只用该日已知的政策，如 2024-10-31", "only the law known on that day, as 2024-10-31"));
  add_roster(*command, line);
  add_output(*command, line, {"table", "json"});
  add_share(*command, line);
  add_threads(*command, line);
  command->add_option("--year", line.options.budget.year, line.say("预算年度，如 2025", "budget year, as 2025"))
      ->transform(spoken_year())
      ->check(within(line, 2000, 2100, "政策和生命表只到这些年", "the law and the life tables have these years"));
  add_registry(*command, line);
  add_report_folder(*command, line);
  command->add_option(
      "--entries", line.options.budget.entries,
      line.say("手工录入的数（TOML）：基本支出、执行数、“三公”经费",
               "figures entered by hand (TOML): basic expenditure, spending, the three public expenses"));
  command->add_option("--out", line.raw.out,
                      line.say("结果文件夹（不得已存在）：xlsx、docx、json",
                               "folder of the results (must not exist): xlsx, docx, json"));
  command->footer(
      line.say("例：disburse budget --year 2025 --out 2025年预算\n    disburse budget --year 2024\n    disburse budget "
               "--year 2026 --entries 录入.toml",
               "Examples: disburse budget --year 2025 --out budget-2025\n    disburse budget --year 2024\n    disburse "
               "budget --year 2026 --entries entries.toml"));
  command->callback([&line] { line.command = command_budget; });
}

}  // namespace

void add_running_commands(Line& line) {
  add_run(line);
  add_merge(line);
  add_compare(line);
  add_sweep(line);
  add_budget(line);
}

}  // namespace disburse
