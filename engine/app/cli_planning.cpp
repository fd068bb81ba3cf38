// The commands of the year in progress: solve, reforecast, cash, plan, track.
#include "engine/app/cli_line.hpp"
#include "engine/app/commands.hpp"

namespace disburse {
namespace {

void add_solve(Line& line) {
  CLI::App* command = line.app.add_subcommand("solve", "目标求解：一个参数取何值，某科目的支出等于给定金额");
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json"});
  add_threads(*command, line);
  command->add_option("--vary", line.options.vary, "要求的参数路径；给两个时，对第一个逐档取值、求第二个（边界线）")
      ->required();
  command->add_option("--line", line.options.line, "功能科目，如 2089999；不给则为全部科目");
  command->add_option("--target", line.options.target, "目标金额，如 9603万元；不给则为该科目的预算");
  command->add_option("--between", line.options.between, "求解范围，如 300..900；不给则用参数自己的上下限");
  command->add_option("--confidence", line.options.confidence, "以此概率不超过目标，如 0.95（个体死亡与不确定假定）")
      ->check(CLI::Range(0.5, 0.9999));
  command->add_option("--year", line.options.year, "年度（默认预算年度）");
  command->add_option("--replicates", line.options.replicates, "--confidence 的模拟次数（默认 1000）");
  command->add_option("--assumptions", line.options.assumptions,
                      "--confidence 的假定组数（默认 100；0：只有个体死亡）");
  command->footer(
      "例：disburse solve --vary unity_award.ordinary_per_payment --line 2089999 --target 9603万元\n    disburse solve "
      "--vary unity_award.ordinary_per_payment --line 2089999 --confidence 0.95");
  command->callback([&line, command] {
    if (command->count("--assumptions") == 0) line.options.assumptions = 100;
    line.command = command_solve;
  });
}

void add_reforecast(Line& line) {
  CLI::App* command = line.app.add_subcommand("reforecast", "年中再预测：已发月份按实际锁定，其余由此推算；回测");
  add_scenario(*command, line);
  add_versions(*command, line);
  add_registry(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json", "csv"});
  add_threads(*command, line);
  add_report_folder(*command, line);
  command->add_option("--actuals", line.options.actuals,
                      "实际发放（csv、xlsx）：项目、月份、金额（元）或金额（万元）、人数");
  command->add_flag("--no-band", line.options.no_band, "只要估计数，不算 10% 至 90% 的区间和超支概率（快得多）");
  command->add_flag("--backtest", line.options.backtest, "回测：把已知年度的后几个月藏起来再预测，与简单外推比较");
  command->add_option("--paths", line.options.paths, "回测的年度数（默认 20）")->check(CLI::Range(2, 1000));
  command->footer(
      "例：disburse reforecast --actuals scenarios/actuals/zhongwei-2024-08-example.csv\n    disburse reforecast "
      "--backtest");
  command->callback([&line] { line.command = command_reforecast; });
}

void add_cash(Line& line) {
  CLI::App* command = line.app.add_subcommand("cash", "用款计划：各级财政和基金哪天要拨多少，最大一天，余额能用到哪天");
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json", "csv"});
  command->add_option("--balance", line.options.balance, "期初余额，如 5000万元");
  command->add_option("--out", line.raw.out, "写成工作簿（.xlsx）");
  command->footer("例：disburse cash\n    disburse cash --balance 5000万元\n    disburse cash --out 用款计划.xlsx");
  command->callback([&line] { line.command = command_cash; });
}

void add_plan(Line& line) {
  CLI::App* command = line.app.add_subcommand("plan", "三年规划：分项目分年度，基金收支，附01 基础资料");
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table"});
  add_threads(*command, line);
  add_versions(*command, line);
  command->add_option("--year", line.options.year, "第一年（默认预算年度的下一年）");
  command->add_option("--years", line.options.years, "年数（默认 3）")->check(CLI::Range(1, 40));
  command->add_option("--out", line.raw.out, "写成工作簿（.xlsx）");
  command->footer("例：disburse plan\n    disburse plan --years 5 --out 五年规划.xlsx");
  command->callback([&line] { line.command = command_plan; });
}

void add_track(Line& line) {
  CLI::App* command = line.app.add_subcommand("track", "预测评价：历次估计与实际的误差，与照上年的做法比较");
  add_output(*command, line, {"table", "json"});
  add_registry(*command, line);
  command->get_option("--registry")->required();
  command->add_option("--outturns", line.options.outturns, "登记实际支出（csv）：年度、项目、金额");
  command->footer("例：disburse run --registry 登记.db\n    disburse track --registry 登记.db --outturns 决算.csv");
  command->callback([&line] { line.command = command_track; });
}

void add_sensitivity(Line& line) {
  CLI::App* command = line.app.add_subcommand("sensitivity", "敏感性：哪些假定影响结果、影响多大、有多确定");
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json", "csv"});
  add_threads(*command, line);
  command
      ->add_option("--method", line.options.method,
                   "tornado（逐项高低）| gradient（每单位）| heatmap（两项交叉）| morris | sobol | shapley | full（除 "
                   "morris、shapley 外都做）")
      ->check(CLI::IsMember({"tornado", "gradient", "heatmap", "morris", "sobol", "shapley", "full"}));
  add_report_folder(*command, line);
  command->add_option("--line", line.options.line, "看哪个功能科目；不给则为合计");
  command->add_option("--programme", line.options.programme, "看哪个项目");
  command->add_option("--year", line.options.year, "看哪一年（默认预算年度）");
  command->add_option("--inputs", line.options.inputs, "只动这些假定（默认全部有高低值的）");
  command->add_option("--group", line.options.groups, "把几个假定当作一个因素：名称=路径,路径");
  command->add_option("--samples", line.options.samples, "sobol、shapley 的样本行数（2 的幂，默认 1024）");
  command->add_flag("--second-order", line.options.second_order, "sobol：再算两两的相互作用");
  command->add_option("--until-width", line.options.until_width, "sobol：样本加倍，直到总效应区间宽度不大于此数");
  add_replicates(*command, line);
  command
      ->add_option("--statistic", line.options.statistic,
                   "--mode stochastic（只用于 tornado）：看模拟结果的哪个统计量（默认 p90），各点用同样的随机数")
      ->check(CLI::IsMember({"mean", "p10", "p50", "p90", "p95"}));
  command->add_option("--trajectories", line.options.trajectories, "morris 的轨迹数（默认 50）");
  command->add_option("--out", line.raw.out, "再写一个速算工作簿（.xlsx）：改标准，科目随之变动");
  command->add_option("--levels", line.options.levels, "morris 的网格档数（偶数，默认 4）");
  command->footer(
      "例：disburse sensitivity --line 2080507\n    disburse sensitivity --method sobol --line 2080507 --format json\n "
      "   "
      "disburse sensitivity --method gradient --horizon 2024-01..2026-12 --year 2026");
  command->callback([&line] { line.command = command_sensitivity; });
}

}  // namespace

void add_planning_commands(Line& line) {
  add_sensitivity(line);
  add_solve(line);
  add_reforecast(line);
  add_cash(line);
  add_plan(line);
  add_track(line);
}

}  // namespace disburse
