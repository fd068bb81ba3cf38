// The commands about rosters: import, reconcile, calibrate, synthesize.
#include "engine/app/cli_line.hpp"
#include "engine/app/commands.hpp"

namespace disburse {
namespace {

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

void add_synthesize(Line& line) {
  CLI::App* command = line.app.add_subcommand("synthesize", "按情景的配方合成花名册");
  add_scenario(*command, line);
  add_output(*command, line, {"table"});
  add_threads(*command, line);
  command->add_option("--out", line.raw.out, "花名册文件，如 roster.h5");
  command->add_option("--as-office", line.options.as_office,
                      "写成经办机构手头的样子（xlsx、GB18030 的 csv），放进这个新文件夹");
  command->add_option("--margins", line.options.margins,
                      "已公布的分组人数（TOML，disburse/margins/1），花名册按此调整");
  command
      ->add_option_function<double>(
          "--members", [&line](double members) { line.options.members = static_cast<std::size_t>(members); },
          "人数，如 1e8：同一配方合成多个城市（种子依次加一），逐块写入")
      ->check(CLI::Range(1.0, 2e9));
  command->add_option("--fault-rate", line.options.fault_rate, "与 --as-office 同用：故意弄错的行所占比例，另附清单")
      ->check(CLI::Range(0.0, 1.0));
  command->footer(
      "例：disburse synthesize --out roster.h5\n    disburse synthesize --as-office 花名册 --fault-rate 0.01\n    "
      "disburse run --roster roster.h5\n    disburse synthesize --seed 7 "
      "--out other.h5\n    disburse synthesize --members 1e8 --out 大.h5");
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
