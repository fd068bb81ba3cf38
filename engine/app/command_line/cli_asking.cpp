// The commands that ask: explain, check, list.
#include "engine/app/command_line/cli_line.hpp"
#include "engine/app/commands.hpp"

namespace disburse {
namespace {

void add_explain(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "explain", line.say("说明一名人员全年的待遇：规则、数值、依据，或为何没有",
                          "One member's year, payment by payment: rule, value, source, or why there is none"));
  add_scenario(*command, line);
  add_roster(*command, line);
  add_output(*command, line, {"table", "json"});
  command->add_option("--member", line.options.explain.member,
                      line.say("人员编号，如 C000001", "key of the member, as C000001"));
  command->add_option(
      "--person", line.options.explain.person,
      line.say("假设人员的 TOML 文件（待遇核定计算器）", "TOML file of an imagined person (award calculator)"));
  command->add_option("--against", line.options.explain.against,
                      line.say("另一个情景：只列两个情景下不同的待遇及其原因",
                               "another scenario: only payments that differ between the two, and why"));
  command->add_option("--programme", line.options.explain.programme, line.say("只看一个项目", "one programme alone"));
  command->add_option("--month", line.options.explain.month,
                      line.say("只看一个月，如 2024-07", "one month alone, as 2024-07"));
  command->footer(line.say(
      "例：disburse explain --member C000001\n    disburse explain --member E000001 --programme unity_award\n    "
      "disburse explain --person 张三.toml\n    disburse explain --member E000001 --against award-660",
      "Examples: disburse explain --member C000001\n    disburse explain --member E000001 --programme unity_award\n    "
      "disburse explain --person person.toml\n    disburse explain --member E000001 --against award-660"));
  command->callback([&line] { line.command = command_explain; });
}

void add_check(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "check",
      line.say("检查情景、预算、政策或花名册文件，或用 -A 检查一家经办机构，报告全部问题",
               "Check scenario, budget, law or roster files, or an agency (-A), and report all that is wrong"));
  add_output(*command, line, {"table", "json"});
  command->add_option("files", line.options.check.files, line.say("文件", "files"));
  command->add_option("--privacy", line.options.check.privacy,
                      line.say("查这个文件夹里有没有有效的身份号码", "look for valid identity numbers in this folder"));
  command->add_flag(
      "--ranges", line.options.check.ranges,
      line.say("列出没有范围的假定，和各科目有多少依赖它；其后可写情景",
               "list what is assumed without a range, and how much of each line rests on it; a scenario may "
               "follow"));
  command->footer(
      line.say("例：disburse check budgets/2024.toml\n    disburse check "
               "scenarios/award-660.toml\n    disburse check roster.h5\n    disburse check -A 名称",
               "Examples: disburse check budgets/2024.toml\n    disburse check "
               "scenarios/award-660.toml\n    disburse check roster.h5\n    disburse check -A NAME"));
  command->callback([&line] { line.command = command_check; });
}

void add_verify(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "verify",
      line.say(
          "核对结果文件夹、日志或测算的一块：写出以后有没有改动、各文件的合计是否一致",
          "Hold folders of results, journals and parts of runs to what was written, and a run's files to each other"));
  add_output(*command, line, {"table", "json"});
  command
      ->add_option("files", line.options.check.files,
                   line.say("结果文件夹（--out、--report 写出的）、--journal 的日志，或 run --part 的块",
                            "folders that --out or --report made, journals, or what run --part wrote"))
      ->required();
  command->add_option("--key", line.options.check.key,
                      line.say("本单位的公钥：文件夹须由与它成对的私钥签名（见 --sign）",
                               "the office's public key: the folders must be signed by its private key (see --sign)"));
  command->footer(line.say("例：disburse run --out 结果 --sign 私钥.pem\n    disburse verify 结果 --key 公钥.pem",
                           "Examples: disburse run --out result --sign private.pem\n    disburse verify result --key "
                           "public.pem"));
  command->callback([&line] { line.command = command_verify; });
}

void add_init(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "init", line.say("由公开的部门预算新建一家经办机构的数据", "Start an agency's data from its published budget"));
  add_output(*command, line, {"table", "json"});
  add_share(*command, line);
  command
      ->add_option("name", line.options.input.init.name,
                   line.say("名称：小写字母、数字、-、_", "name: small letters, digits, -, _"))
      ->required();
  command->add_option("--from", line.options.input.init.files,
                      line.say("公开的预算文本（txt、docx、xlsx、xls、csv、html、pdf），可有几个",
                               "the published budget (txt, docx, xlsx, xls, csv, html, pdf), one file or several"));
  command->add_option("--region", line.options.input.init.region,
                      line.say("地区：models/regions 中的文件夹", "region: a folder of models/regions"));
  command
      ->add_option("--count", line.options.input.init.counts,
                   line.say("文件没有印出的人数：名称=人数（可重复），名称见待办",
                            "a headcount that the document does not print: NAME=PERSONS (may be repeated)"))
      ->allow_extra_args(false);
  command->add_option("--out", line.raw.out, line.say("新文件夹（默认同名称）", "the new folder (default: the name)"));
  command->footer(
      line.say("例：disburse init beishan --from 2024年部门预算.docx --region 地区\n    disburse run -A ./beishan",
               "Examples: disburse init beishan --from budget.docx --region REGION\n    disburse run -A ./beishan"));
  command->callback([&line] { line.command = command_init; });
}

void add_list(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "list", line.say("列出经办机构、情景、项目、参数或各值的来源",
                       "List agencies, scenarios, programmes, parameters or where each value comes from"));
  add_output(*command, line, {"table", "json"});
  add_share(*command, line);
  command
      ->add_option("--set", line.options.input.sets,
                   line.say("覆盖一个参数：路径=值（可重复）", "override a parameter: PATH=VALUE (may be repeated)"))
      ->allow_extra_args(false);
  command->add_option("--scenario", line.options.input.scenario, scenario_help(line));
  command->add_option("topic", line.options.list.topic, "agencies | scenarios | programmes | parameters | origins")
      ->required()
      ->check(CLI::IsMember({"agencies", "scenarios", "programmes", "parameters", "origins"}));
  command->add_option("prefix", line.options.list.prefix,
                      line.say("参数路径的开头，如 mortality", "beginning of the parameters' paths, as mortality"));
  command->add_option(
      "--out", line.raw.out,
      line.say("参数表写成工作簿（.xlsx）；改好后可当情景用",
               "write the table of parameters as a workbook (.xlsx); changed, it serves as a scenario"));
  command->footer(
      line.say("例：disburse list scenarios\n    disburse list programmes\n    disburse list origins outlook\n    "
               "disburse list parameters --out 参数.xlsx",
               "Examples: disburse list scenarios\n    disburse list programmes\n    disburse list parameters "
               "mortality\n    disburse list parameters --out parameters.xlsx"));
  command->callback([&line] { line.command = command_list; });
}

void add_report(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "report", line.say("把做完的测算做成报告：离线可看的 HTML、带图的 xlsx、测算说明、敏感性分析报告",
                         "Make a report of finished runs: HTML for offline reading, xlsx with charts, the papers"));
  add_output(*command, line, {"table"});
  add_share(*command, line);
  add_sign(*command, line);
  command
      ->add_option(
          "runs", line.options.report.files,
          line.say("run --out 的结果文件夹（对比时给两个），或 sensitivity、compare、reforecast、budget 的 JSON",
                   "folders of run --out (two to compare), or JSON of sensitivity, compare, reforecast, budget"))
      ->required();
  command->add_flag("--compare", line.options.report.pair,
                    line.say("两次测算并列，不同的格子加底色", "two runs side by side, cells that differ shaded"));
  command->add_option(
      "--with", line.options.report.with,
      line.say("再放进去的 JSON：sensitivity、cash 的结果", "more JSON to put in: of sensitivity, cash"));
  command->add_option("--out", line.raw.out,
                      line.say("报告文件夹（不得已存在）", "folder of the report (must not exist)"));
  command->footer(
      line.say("例：disburse run --mode stochastic --assumptions 100 --out 结果\n    disburse sensitivity --format "
               "json > 敏感性.json\n    disburse report 结果 --with 敏感性.json --out 报告\n    disburse report "
               "--compare 结果 另一结果 --out 对比",
               "Examples: disburse run --mode stochastic --assumptions 100 --out result\n    disburse sensitivity "
               "--format json > study.json\n    disburse report result --with study.json --out report\n    disburse "
               "report --compare result another --out both"));
  command->callback([&line] { line.command = command_report; });
}

}  // namespace

void add_asking_commands(Line& line) {
  add_explain(line);
  add_report(line);
  add_check(line);
  add_init(line);
  add_list(line);
  add_verify(line);
}

}  // namespace disburse
