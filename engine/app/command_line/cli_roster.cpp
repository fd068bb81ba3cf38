// The commands about rosters: import, reconcile, calibrate, synthesize.
#include "engine/app/command_line/cli_line.hpp"
#include "engine/app/commands.hpp"

namespace disburse {
namespace {

void add_import(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "import",
      line.say(
          "导入花名册（xlsx、xls、csv、网页表格）：认列、检查、去标识，写成 HDF5",
          "Import rosters (xlsx, xls, csv, HTML tables): find the columns, check, take identities away, write HDF5"));
  add_output(*command, line, {"table", "json", "csv", "html"});
  command
      ->add_option("files", line.options.imports.files,
                   line.say("花名册文件；- 为标准输入", "roster files; - is standard input"))
      ->required();
  command->add_option("--out", line.raw.out,
                      line.say("花名册文件（不得已存在），如 roster.h5", "roster file (must not exist), as roster.h5"));
  command->add_flag("--dry-run", line.options.imports.dry_run,
                    line.say("只看：每列当作什么、前十行各格是哪一类（不显示内容）、检查结果",
                             "look only: what each column is taken for, the kinds of ten rows' cells, findings"));
  command->add_option("--scenario", line.options.input.scenario, scenario_help(line));
  command->add_option("--as-of", line.options.imports.as_of,
                      line.say("名册月份，如 2023-12（默认情景首月的上月）",
                               "month of the roster, as 2023-12 (default the month before the scenario's first)"));
  command
      ->add_option("--scheme", line.options.imports.scheme,
                   line.say("没有险种一列时的险种：civil_service | enterprise | resident",
                            "scheme where no column tells: civil_service | enterprise | resident"))
      ->check(CLI::IsMember({"civil_service", "enterprise", "resident"}));
  command->add_option("--mapping", line.options.imports.mapping,
                      line.say("本单位的表头（TOML，格式同 scenarios/office/columns.toml）",
                               "the office's own headings (TOML, as scenarios/office/columns.toml)"));
  command->add_option("--control", line.options.imports.control,
                      line.say("控制数（TOML）：人数、月待遇合计", "control totals (TOML): persons, monthly benefits"));
  command->add_option("--key", line.options.imports.key,
                      line.say("假名密钥文件（0600，不在项目内；没有则新建）",
                               "file of the pseudonyms' key (0600, outside the project; made if it is not there)"));
  command->add_option(
      "--quarantine", line.options.imports.quarantine,
      line.say(
          "把有错的行另存到此文件（.xlsx 可在 Excel 里改好后直接导入），其余照常导入",
          "set rows with errors aside in this file (.xlsx: to be mended in Excel and imported) and import the rest"));
  command->footer(line.say(
      "例：disburse import 机关事业.xlsx 企业职工.csv --dry-run\n    disburse import *.xlsx --out roster.h5 "
      "--key ~/.config/disburse/key\n    disburse import *.csv --out roster.h5 --quarantine 待核.xlsx --format "
      "html > 检查.html",
      "Examples: disburse import civil.xlsx enterprise.csv --dry-run\n    disburse import *.xlsx --out "
      "roster.h5 --key ~/.config/disburse/key\n    disburse import *.csv --out roster.h5 --quarantine "
      "aside.xlsx --format html > findings.html"));
  command->callback([&line] { line.command = command_import; });
}

void add_reconcile(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "reconcile", line.say("两期花名册对账：谁新增、谁离开、谁变动，涉及多少钱",
                            "Reconcile two rosters: who joined, left, changed, and how much money that moves"));
  add_output(*command, line, {"table", "json"});
  command
      ->add_option("files", line.options.reconcile.files,
                   line.say("上期、本期花名册（HDF5，同一密钥导入）",
                            "rosters of the last and of this month (HDF5, imported with one key)"))
      ->required();
  command
      ->add_option("--who", line.options.reconcile.who,
                   line.say("每种变动列出前 N 个人员编号", "list the keys of the first N members of each movement"))
      ->transform(spoken_count())
      ->check(within(line, 0, 1000, "名单不能更长", "a list is no longer than that"));
  command->add_flag("--publish", line.options.output.publish,
                    line.say("对外公布：不列 1 至 9 人的格子和能推出它的格子，不列编号",
                             "for publication: no cells of 1 to 9 persons nor those that tell them, no keys"));
  command->footer(line.say(
      "例：disburse reconcile 2023-12.h5 2024-01.h5\n    disburse reconcile 2023-12.h5 2024-01.h5 --who 20",
      "Examples: disburse reconcile 2023-12.h5 2024-01.h5\n    disburse reconcile 2023-12.h5 2024-01.h5 --who 20"));
  command->callback([&line] { line.command = command_reconcile; });
}

void add_calibrate(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "calibrate",
      line.say("由花名册估计假定（死亡系数、新增、平均待遇、占比），写成情景",
               "Estimate assumptions from rosters (mortality, newcomers, means, shares) and write a scenario"));
  add_output(*command, line, {"table"});
  add_share(*command, line);
  command
      ->add_option("files", line.options.calibrate.files,
                   line.say("花名册（HDF5）；给两期时再估计死亡系数和新增",
                            "rosters (HDF5); two give mortality and newcomers too"))
      ->required();
  command->add_option("--scenario", line.options.input.scenario, scenario_help(line));
  command->add_option("--margins", line.options.calibrate.margins,
                      line.say("已公布的分组人数和实际发放人数（TOML，disburse/margins/1），先核对一致，再按此加权",
                               "published headcounts and persons paid (TOML, disburse/margins/1): checked against each "
                               "other first, then met by weights"));
  command->add_option("--out", line.raw.out,
                      line.say("写成情景文件，如 校准.toml", "write a scenario file, as calibrated.toml"));
  command->footer(line.say(
      "例：disburse calibrate roster.h5\n    disburse calibrate 2023-12.h5 2024-12.h5 --out 校准.toml",
      "Examples: disburse calibrate roster.h5\n    disburse calibrate 2023-12.h5 2024-12.h5 --out calibrated.toml"));
  command->callback([&line] { line.command = command_calibrate; });
}

void add_synthesize(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "synthesize", line.say("按情景的配方合成花名册", "Make a roster by the scenario's recipe"));
  add_scenario(*command, line);
  add_output(*command, line, {"table"});
  add_threads(*command, line);
  command->add_option("--out", line.raw.out, line.say("花名册文件，如 roster.h5", "roster file, as roster.h5"));
  command->add_option("--as-office", line.options.synthesize.as_office,
                      line.say("写成经办机构手头的样子（xlsx、GB18030 的 csv），放进这个新文件夹",
                               "write files as an office has them (xlsx, csv in GB18030), in this new folder"));
  command->add_option("--margins", line.options.synthesize.margins,
                      line.say("已公布的分组人数（TOML，disburse/margins/1），花名册按此调整",
                               "published headcounts (TOML, disburse/margins/1) that the roster is shaped by"));
  command
      ->add_option_function<double>(
          "--members", [&line](double members) { line.options.synthesize.members = static_cast<std::size_t>(members); },
          line.say("人数，如 1e8：同一配方合成多个城市（种子依次加一），逐块写入",
                   "members, as 1e8: many cities by one recipe (seeds one apart), written piece by piece"))
      ->transform(spoken_count())
      ->check(within(line, 1, 2e9, "人员编号只排到二十亿", "keys reach two thousand millions"));
  command
      ->add_option("--fault-rate", line.options.synthesize.fault_rate,
                   line.say("与 --as-office 同用：故意弄错的行所占比例，另附清单",
                            "with --as-office: share of rows made wrong on purpose, with a list of them"))
      ->transform(spoken_count())
      ->check(within(line, 0, 1, "占比是 0 到 1", "a share lies between 0 and 1"));
  command->footer(
      line.say("例：disburse synthesize --out roster.h5\n    disburse synthesize --as-office 花名册 --fault-rate "
               "0.01\n    disburse run --roster roster.h5\n    disburse synthesize --seed 7 --out other.h5\n    "
               "disburse synthesize --members 1e8 --out 大.h5",
               "Examples: disburse synthesize --out roster.h5\n    disburse synthesize --as-office office --fault-rate "
               "0.01\n    disburse run --roster roster.h5\n    disburse synthesize --seed 7 --out other.h5\n    "
               "disburse synthesize --members 1e8 --out large.h5"));
  command->callback([&line] { line.command = command_synthesize; });
}

}  // namespace

void add_roster_commands(Line& line) {
  add_import(line);
  add_reconcile(line);
  add_calibrate(line);
  add_synthesize(line);
}

}  // namespace disburse
