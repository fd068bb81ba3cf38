// Options that several commands have.
#include "engine/app/cli_line.hpp"

namespace disburse {

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

void add_output(CLI::App& command, Line& line, const std::vector<std::string>& formats) {
  command.preparse_callback([&line, formats](std::size_t) { line.formats = formats; });
  command.add_option("--format", line.raw.format, "输出格式，其一：" + CLI::detail::join(formats, " | "));
  command.add_option("--lang", line.raw.language, "语言 zh|en");
  command.add_flag("--quiet,-q", line.options.quiet, "不输出说明信息");
  command.add_flag("--no-color", line.raw.no_color, "不用颜色");
}

void add_report_folder(CLI::App& command, Line& line, const std::string& what) {
  command.add_option("--report", line.options.report, what);
}

void add_registry(CLI::App& command, Line& line) {
  command.add_option("--registry", line.options.registry,
                     "登记簿（SQLite）：登记本次的估计，以后与实际对照（见 track）");
}

void add_versions(CLI::App& command, Line& line) {
  command.add_option("--versions", line.options.versions, "预算的以后各版（预算调整、追加，TOML）；不指明则用最后一版");
  command.add_option("--budget-version", line.options.budget_version, "与哪一版预算对比，如 年初预算");
}

void add_threads(CLI::App& command, Line& line) {
  command.add_option("--threads", line.raw.threads, "线程数（默认每核一个）");
}

void add_replicates(CLI::App& command, Line& line) {
  command.add_option("--mode", line.raw.mode, "expected（期望值）| stochastic（随机模拟，给出风险）")
      ->check(CLI::IsMember({"expected", "stochastic"}));
  command.add_option("--replicates", line.options.replicates, "随机模拟的次数（默认 1000）");
}

}  // namespace disburse
