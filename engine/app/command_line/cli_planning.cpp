// The commands of the year in progress: solve, reforecast, cash, plan, track.
#include "engine/app/command_line/cli_line.hpp"
#include "engine/app/commands.hpp"

namespace disburse {
namespace {

void add_solve(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "solve", line.say("目标求解：一个参数取何值，某科目的支出等于给定金额",
                        "Goal seek: at which value of a parameter a line spends a given amount"));
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json"});
  add_threads(*command, line);
  command
      ->add_option("--vary", line.options.solve.vary,
                   line.say("要求的参数路径；给两个时，对第一个逐档取值、求第二个（边界线）",
                            "path of the parameter sought; of two, the first takes values in turn and the second is "
                            "sought (a frontier)"))
      ->required();
  command->add_option(
      "--line", line.options.solve.line,
      line.say("功能科目，如 2089999；不给则为全部科目", "functional line, as 2089999; all lines without it"));
  command->add_option("--target", line.options.solve.target,
                      line.say("目标金额，如 9603万元；不给则为该科目的预算",
                               "target amount, as 9603wan; the line's budget without it"));
  command->add_option("--between", line.options.solve.between,
                      line.say("求解范围，如 300..900；不给则用参数自己的上下限",
                               "range to search, as 300..900; the parameter's own bounds without it"));
  command
      ->add_option(
          "--confidence", line.options.solve.confidence,
          line.say(
              "以此概率不超过目标，如 0.95（个体死亡与不确定假定）",
              "stay within the target with this probability, as 0.95 (individual deaths and uncertain assumptions)"))
      ->transform(spoken_count())
      ->check(within(line, 0.5, 0.9999, "要求的把握在一半以上、不到全部",
                     "a chance of more than a half and less than all"));
  command
      ->add_option("--year", line.options.solve.year, line.say("年度（默认预算年度）", "year (default the budget's)"))
      ->transform(spoken_year())
      ->check(within(line, 2000, 2100, "政策和生命表只到这些年", "the law and the life tables have these years"));
  command
      ->add_option("--replicates", line.options.replicates.replicates,
                   line.say("--confidence 的模拟次数（默认 1000）", "replicates of --confidence (default 1000)"))
      ->transform(spoken_count())
      ->check(within(line, 0, 1e6, "再多也不会更准，时间和内存放不下", "more tell no more, and cost time and memory"));
  command
      ->add_option("--assumptions", line.options.replicates.assumptions,
                   line.say("--confidence 的假定组数（默认 100；0：只有个体死亡）",
                            "sets of assumptions of --confidence (default 100; 0: individual deaths alone)"))
      ->transform(spoken_count())
      ->check(within(line, 0, 1e6, "每组都要另做模拟", "each set has replicates of its own"));
  command->footer(
      line.say("例：disburse solve --vary unity_award.ordinary_per_payment --line 2089999 --target 9603万元\n    "
               "disburse solve --vary unity_award.ordinary_per_payment --line 2089999 --confidence 0.95",
               "Examples: disburse solve --vary unity_award.ordinary_per_payment --line 2089999 --target 9603wan\n    "
               "disburse solve --vary unity_award.ordinary_per_payment --line 2089999 --confidence 0.95"));
  command->callback([&line, command] {
    if (command->count("--assumptions") == 0) line.options.replicates.assumptions = 100;
    line.command = command_solve;
  });
}

void add_reforecast(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "reforecast", line.say("年中再预测：已发月份按实际锁定，其余由此推算；回测",
                             "Re-forecast in mid-year: paid months are locked, the rest follows from them; back-test"));
  add_scenario(*command, line);
  add_versions(*command, line);
  add_registry(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json", "csv"});
  add_share(*command, line);
  add_threads(*command, line);
  add_report_folder(*command, line);
  command->add_option("--actuals", line.options.reforecast.actuals,
                      line.say("实际发放（csv、xlsx）：项目、月份、金额（元）或金额（万元）、人数",
                               "payments made (csv, xlsx): programme, month, amount, persons"));
  command->add_option(
      "--absent", line.options.reforecast.absent,
      line.say("实际表中没有的项目：项目=nothing（一分未付）或 项目=unknown（不知道，按估计列示）；只写 nothing 或 "
               "unknown 表示其余全部。可重复",
               "programmes without payments in the file: ID=nothing (paid nothing) or ID=unknown (shown as an "
               "estimate); nothing or unknown alone answers for all others. Repeatable"));
  command->add_flag("--no-band", line.options.reforecast.no_band,
                    line.say("只要估计数，不算 10% 至 90% 的区间和超支概率（快得多）",
                             "the estimate alone, without its band and the chance of overspending (much faster)"));
  command->add_flag(
      "--backtest", line.options.reforecast.backtest,
      line.say("回测：把已知年度的后几个月藏起来再预测，与简单外推比较",
               "back-test: hide the last months of known years, forecast them, and compare with a run-rate"));
  command
      ->add_option("--paths", line.options.reforecast.paths,
                   line.say("回测的年度数（默认 20）", "years of the back-test (default 20)"))
      ->transform(spoken_count())
      ->check(within(line, 2, 1000, "每一年都要重做一次测算", "each year is a projection of its own"));
  command->footer(
      line.say("例：disburse reforecast --actuals 2024-08.csv\n    disburse "
               "reforecast --backtest",
               "Examples: disburse reforecast --actuals 2024-08.csv\n    disburse "
               "reforecast --backtest"));
  command->callback([&line] { line.command = command_reforecast; });
}

void add_cash(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "cash", line.say("用款计划：各级财政和基金哪天要拨多少，最大一天，余额能用到哪天",
                       "Cash plan: who must send how much on which day, the largest day, how long the balance lasts"));
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json", "csv"});
  add_share(*command, line);
  command->add_option("--balance", line.options.cash.balance,
                      line.say("期初余额，如 5000万元", "opening balance, as 5000wan"));
  command->add_option("--out", line.raw.out, line.say("写成工作簿（.xlsx）", "write a workbook (.xlsx)"));
  command->footer(
      line.say("例：disburse cash\n    disburse cash --balance 5000万元\n    disburse cash --out 用款计划.xlsx",
               "Examples: disburse cash\n    disburse cash --balance 5000wan\n    disburse cash --out cash.xlsx"));
  command->callback([&line] { line.command = command_cash; });
}

void add_plan(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "plan", line.say("三年规划：分项目分年度，基金收支，附01 基础资料",
                       "Medium-term plan: by project and year, the funds' income and spending, basic data"));
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table"});
  add_share(*command, line);
  add_threads(*command, line);
  add_versions(*command, line);
  command
      ->add_option("--year", line.options.plan.year,
                   line.say("第一年（默认预算年度的下一年）", "first year (default the year after the budget's)"))
      ->transform(spoken_year())
      ->check(within(line, 2000, 2100, "政策和生命表只到这些年", "the law and the life tables have these years"));
  command->add_option("--years", line.options.plan.years, line.say("年数（默认 3）", "number of years (default 3)"))
      ->transform(spoken_count())
      ->check(within(line, 1, 40, "假定只推到四十年", "assumptions reach forty years"));
  command->add_option("--out", line.raw.out, line.say("写成工作簿（.xlsx）", "write a workbook (.xlsx)"));
  command->footer(line.say("例：disburse plan\n    disburse plan --years 5 --out 五年规划.xlsx",
                           "Examples: disburse plan\n    disburse plan --years 5 --out plan.xlsx"));
  command->callback([&line] { line.command = command_plan; });
}

void add_track(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "track", line.say("预测评价：历次估计与实际的误差，与照上年的做法比较",
                        "Track record: how far past estimates were off, against taking last year's"));
  add_output(*command, line, {"table", "json"});
  add_registry(*command, line);
  command->add_flag("--published", line.options.track.published,
                    line.say("对照公开的决算：本单位上年（按回算）和附带的其他机构各年，不用登记",
                             "against published outturns: this agency's last year, rolled back, and those of other "
                             "agencies that come with the program; needs no record"));
  command->add_option("--accounts", line.options.track.published_files,
                      line.say("--published：其他机构的公开决算（TOML，disburse/published/1）",
                               "--published: outturns of other agencies (TOML, disburse/published/1)"));
  command->add_option(
      "--outturns", line.options.track.outturns,
      line.say("登记实际支出（csv）：年度、项目、金额", "enter outturns (csv): year, programme, amount"));
  command->footer(
      line.say("例：disburse run --registry 登记.db\n    disburse track --registry 登记.db --outturns 决算.csv\n    "
               "disburse track "
               "--published",
               "Examples: disburse run --registry record.db\n    disburse track --registry record.db --outturns "
               "outturns.csv\n    "
               "disburse track --published"));
  command->callback([&line] { line.command = command_track; });
}

void add_sensitivity(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "sensitivity", line.say("敏感性：哪些假定影响结果、影响多大、有多确定",
                              "Sensitivity: which assumptions move the result, by how much, and how surely"));
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json", "csv"});
  add_share(*command, line);
  add_threads(*command, line);
  command
      ->add_option("--method", line.options.sensitivity.method,
                   line.say("tornado（逐项高低）| gradient（每单位）| heatmap（两项交叉）| morris | sobol | shapley | "
                            "full（除 morris、shapley 外都做）",
                            "tornado (each to low and high) | gradient (a unit) | heatmap (two crossed) | morris | "
                            "sobol | shapley | full (all but morris and shapley)"))
      ->check(CLI::IsMember({"tornado", "gradient", "heatmap", "morris", "sobol", "shapley", "full"}));
  add_report_folder(*command, line);
  command->add_option("--line", line.options.sensitivity.line,
                      line.say("看哪个功能科目；不给则为合计", "functional line to look at; the total without it"));
  command->add_option("--programme", line.options.sensitivity.programme,
                      line.say("看哪个项目", "programme to look at"));
  command
      ->add_option("--year", line.options.sensitivity.year,
                   line.say("看哪一年（默认预算年度）", "year to look at (default the budget's)"))
      ->transform(spoken_year())
      ->check(within(line, 2000, 2100, "政策和生命表只到这些年", "the law and the life tables have these years"));
  command->add_option("--limit", line.options.sensitivity.limit,
                      line.say("与这个数比，如 40000万元（默认预算；以后的年度为当年草案）",
                               "measure against this amount, as 40000万元 (default the budget; of a later year its "
                               "own draft)"));
  command->add_option("--inputs", line.options.sensitivity.inputs,
                      line.say("只动这些假定（默认全部有高低值的）",
                               "move these assumptions alone (default all that have low and high)"));
  command->add_option(
      "--group", line.options.sensitivity.groups,
      line.say("把几个假定当作一个因素：名称=路径,路径", "take several assumptions as one factor: NAME=PATH,PATH"));
  command
      ->add_option("--samples", line.options.sensitivity.samples,
                   line.say("sobol、shapley 的样本行数（2 的幂，默认 1024）",
                            "rows of the sample of sobol and shapley (a power of two, default 1024)"))
      ->transform(spoken_count())
      ->check(within(line, 1, 65536, "每一行都要重新测算几十次", "each row is worked out some dozens of times"));
  command->add_flag("--second-order", line.options.sensitivity.second_order,
                    line.say("sobol：再算两两的相互作用", "sobol: pairwise interactions too"));
  command
      ->add_option("--until-width", line.options.sensitivity.until_width,
                   line.say("sobol：样本加倍，直到总效应区间宽度不大于此数",
                            "sobol: double the sample until the intervals of the total effects are no wider"))
      ->transform(spoken_count())
      ->check(within(line, 0, 10, "总效应在 0 到 1 之间", "total effects lie between 0 and 1"));
  add_replicates(*command, line);
  command
      ->add_option(
          "--statistic", line.options.sensitivity.statistic,
          line.say("--mode stochastic（只用于 tornado）：看模拟结果的哪个统计量（默认 p90），各点用同样的随机数",
                   "--mode stochastic (tornado only): the statistic of the replicates to look at (default p90), with "
                   "the same random numbers at every point"))
      ->check(CLI::IsMember({"mean", "p10", "p50", "p90", "p95"}));
  command
      ->add_option("--trajectories", line.options.sensitivity.trajectories,
                   line.say("morris 的轨迹数（默认 50）", "trajectories of morris (default 50)"))
      ->transform(spoken_count())
      ->check(within(line, 1, 10000, "每条轨迹都要重新测算几十次", "each is worked out some dozens of times"));
  command->add_option("--out", line.raw.out,
                      line.say("再写一个速算工作簿（.xlsx）：改标准，科目随之变动",
                               "write a workbook of quick sums too (.xlsx): change a rate and see the line move"));
  command
      ->add_option("--levels", line.options.sensitivity.levels,
                   line.say("morris 的网格档数（偶数，默认 4）", "levels of morris (even, default 4)"))
      ->transform(spoken_count())
      ->check(within(line, 1, 1000, "再细也分不出差别", "finer ones differ in nothing"));
  command->footer(
      line.say("例：disburse sensitivity --line 2080507\n    disburse sensitivity --method sobol --line 2080507 "
               "--format json\n    disburse sensitivity --method gradient --horizon 2024-01..2026-12 --year 2026",
               "Examples: disburse sensitivity --line 2080507\n    disburse sensitivity --method sobol --line 2080507 "
               "--format json\n    disburse sensitivity --method gradient --horizon 2024-01..2026-12 --year 2026"));
  command->callback([&line] { line.command = command_sensitivity; });
}

void add_next_year(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "next-year", line.say("结转下年：花名册结转到 12 月 31 日，通过的草案作为下年预算，得到下年的基准情景",
                            "Next year's base: the roster carried to 31 December, the adopted draft as the budget"));
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json"});
  add_share(*command, line);
  add_threads(*command, line);
  command->add_option("--out", line.raw.out, line.say("新文件夹", "a new folder"));
  command->add_option("--outturns", line.options.track.outturns,
                      line.say("上年决算（csv 或 xlsx）：年度、项目、金额；作为下年预算的上年执行数",
                               "outturns of the year (csv or xlsx): year, programme, amount; they stand in the new "
                               "budget as last year's spending"));
  command->add_option(
      "--entries", line.options.budget.entries,
      line.say("手工填列的数字，同 budget --entries", "figures entered by hand, as for budget --entries"));
  command->add_option(
      "--budget", line.options.budget.adopted,
      line.say("通过的预算文件（toml），不给则取草案", "the document that was adopted (toml); the draft without it"));
  command->add_option("--new-roster", line.options.budget.new_roster,
                      line.say("单位自己 12 月 31 日的花名册（.h5），不给则由测算结转",
                               "the office's own roster of 31 December (.h5); carried by the projection without it"));
  command->footer(
      line.say("例：disburse next-year --out 2025年\n    disburse run 2025年/情景-2025.toml\n    disburse next-year "
               "2025年/情景-2025.toml --out 2026年",
               "Examples: disburse next-year --out base-2025\n    disburse run base-2025/NAME-2025.toml\n    disburse "
               "next-year base-2025/NAME-2025.toml --out base-2026"));
  command->callback([&line] { line.command = command_next_year; });
}

void add_template(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "template",
      line.say(
          "待填的工作簿：实际发放、手工填列、预算版本、决算、人数、控制数、新单位",
          "A workbook to fill in: payments made, entries, versions, outturns, headcounts, control totals, an agency"));
  command
      ->add_option("kind", line.options.fill_in.kind,
                   line.say("actuals | entries | versions | outturns | margins | control | agency",
                            "actuals | entries | versions | outturns | margins | control | agency"))
      ->required()
      ->check(CLI::IsMember({"actuals", "entries", "versions", "outturns", "margins", "control", "agency"}));
  add_scenario(*command, line);
  add_output(*command, line, {"table"});
  add_share(*command, line);
  command->add_option("--out", line.raw.out, line.say("工作簿（.xlsx，须是新文件）", "a workbook (.xlsx), a new file"));
  command
      ->add_option("--year", line.options.fill_in.year, line.say("年度（默认预算年度）", "year (default the budget's)"))
      ->transform(spoken_year())
      ->check(within(line, 2000, 2200, "政策和生命表只到这些年", "the law and the life tables have these years"));
  command->footer(
      line.say("例：disburse template actuals --year 2024 --out 实际发放.xlsx\n    disburse reforecast --actuals "
               "实际发放.xlsx\n    "
               "disburse template agency --out 新单位.xlsx",
               "Examples: disburse template actuals --year 2024 --out actuals.xlsx\n    disburse reforecast --actuals "
               "actuals.xlsx\n    disburse template agency --out agency.xlsx"));
  command->callback([&line] { line.command = command_template; });
}

}  // namespace

void add_planning_commands(Line& line) {
  add_sensitivity(line);
  add_solve(line);
  add_reforecast(line);
  add_cash(line);
  add_plan(line);
  add_track(line);
  add_template(line);
  add_next_year(line);
}

}  // namespace disburse
