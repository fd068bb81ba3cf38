// Options that several commands have.
#include "engine/app/command_line/cli_line.hpp"

#include <fmt/format.h>

#include <charconv>
#include <memory>
#include <utility>

#include "scenarios/library/spoken_change.hpp"

namespace disburse {
namespace {

/// CLI11 translates the type of an option, yet not one that is followed by what it may be, as in TEXT:{a,b}.
class ChineseFormatter final : public CLI::Formatter {
 public:
  std::string make_option_opts(const CLI::Option* option) const override {
    std::string text = CLI::Formatter::make_option_opts(option);
    for (const char* type : {"TEXT", "UINT", "INT", "FLOAT"}) {
      const std::string beginning = std::string(" ") + type + ":";
      if (text.starts_with(beginning)) return " " + get_label(type) + text.substr(beginning.size() - 1);
    }
    return text;
  }
};

}  // namespace

Line::Line(Language asked)
    : language(asked),
      app(say("disburse: 社会保险待遇发放测算与预算对比",
              "disburse: projects social-insurance benefits and compares them with the budget"),
          "disburse") {
  app.option_defaults()->group(say("选项", "Options"));
  app.set_help_flag("-h,--help", say("显示帮助", "show this help"))->group(say("选项", "Options"));
  if (language == Language::en) return;
  const auto formatter = std::make_shared<ChineseFormatter>();
  app.formatter(formatter);
  for (const auto& [label, words] : {std::pair{"Usage", "用法"},
                                     {"OPTIONS", "选项"},
                                     {"Positionals", "参数"},
                                     {"Subcommands", "命令"},
                                     {"SUBCOMMAND", "命令"},
                                     {"SUBCOMMANDS", "命令"},
                                     {"REQUIRED", "必填"},
                                     {"TEXT", "文字"},
                                     {"INT", "整数"},
                                     {"UINT", "整数"},
                                     {"FLOAT", "数"}}) {
    formatter->label(label, words);
  }
}

CLI::Validator spoken_year() {
  const auto read = [](std::string& word) {
    std::string year = plain_text(word);
    for (const std::string_view end : {"年度", "年"}) {
      if (year.ends_with(end)) year.resize(year.size() - end.size());
    }
    word = year;
    return std::string();
  };
  return {read, "", ""};
}

CLI::Validator spoken_count() {
  const auto read = [](std::string& word) {
    word = spoken_number(word);
    return std::string();
  };
  return {read, "", ""};
}

CLI::Validator within(const Line& line, double least, double most, const char* why_zh, const char* why_en) {
  const std::string range = fmt::format("[{} - {}]", least, most);
  const std::string why = line.say(why_zh, why_en);
  const auto check = [=](const std::string& word) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    const bool whole = error == std::errc{} && end == word.data() + word.size();
    if (whole && value >= least && value <= most) return std::string();
    return "Value " + word + " not in range " + range + (why.empty() ? "" : " (" + why + ")");
  };
  return {[check](std::string& word) { return check(word); }, range, ""};
}

std::string scenario_help(const Line& line) {
  return line.say("情景名称或文件（默认为本单位的基准情景）", "name or file of a scenario (default: the agency's own)");
}

void add_agency(CLI::App& command, Line& line) {
  command.add_option("-A,--agency", line.raw.agency,
                     line.say("经办机构的名称或文件夹（见 list agencies；默认见 disburse.toml）",
                              "agency, by name or folder (see list agencies; the default stands in disburse.toml)"));
}

void add_agencies(CLI::App& command, Line& line) {
  command
      .add_option(
          "-A,--agency", line.raw.agencies,
          line.say("经办机构的名称或文件夹（见 list agencies；默认见 disburse.toml）；可重复，几个机构各算各的再合计",
                   "agency, by name or folder (see list agencies; the default stands in disburse.toml); may be "
                   "repeated: each is run as alone, and they are summed"))
      ->allow_extra_args(false);
  command.add_option("--group", line.options.run.group,
                     line.say("几个机构合起来的名称，如 全市", "what several agencies are together, as a heading"));
}

void add_scenario(CLI::App& command, Line& line) {
  command.add_option("scenario", line.options.input.scenario, scenario_help(line));
  command
      .add_option("--set", line.options.input.sets,
                  line.say("覆盖一个参数：路径=值（可重复）", "override a parameter: PATH=VALUE (may be repeated)"))
      ->allow_extra_args(false);
  command.add_option("--seed", line.raw.seed, line.say("随机种子", "random seed"));
  command.add_option("--as-known-on", line.raw.as_known_on,
                     line.say("只用该日已知的政策，如 2023-12-31", "only the law known on that day, as 2023-12-31"));
  command.add_option("--horizon", line.raw.horizon,
                     line.say("测算月份，如 2024-01..2024-12", "months to project, as 2024-01..2024-12"));
}

void add_roster(CLI::App& command, Line& line) {
  command.add_option(
      "--roster", line.raw.roster,
      line.say("花名册（HDF5）；不给则按情景的配方合成", "roster (HDF5); without it the scenario's recipe makes one"));
}

void add_output(CLI::App& command, Line& line, const std::vector<std::string>& formats) {
  command.preparse_callback([&line, formats](std::size_t) { line.formats = formats; });
  command.add_option("--format", line.raw.format,
                     line.say("输出格式，其一：", "output format, one of: ") + CLI::detail::join(formats, " | "));
  command.add_option("--lang", line.raw.language, line.say("语言 zh|en", "language zh|en"));
  command.add_flag("--quiet,-q", line.options.output.quiet, line.say("不输出说明信息", "no remarks"));
  command.add_flag("--no-color", line.raw.no_color, line.say("不用颜色", "no colours"));
}

void add_report_folder(CLI::App& command, Line& line, const std::string& what) {
  add_sign(command, line);
  command.add_option("--report", line.options.output.report, what);
}

void add_report_folder(CLI::App& command, Line& line) {
  add_report_folder(command, line,
                    line.say("再做成报告（HTML、xlsx、md 等），放进这个新文件夹",
                             "make a report too (HTML, xlsx, md and others), in this new folder"));
}

void add_share(CLI::App& command, Line& line) {
  command.add_flag(
      "--share", line.raw.share,
      line.say("写出的文件别人也能读（默认只有本人）", "others may read what is written (default: its owner)"));
}

void add_sign(CLI::App& command, Line& line) {
  command.add_option("--sign", line.raw.sign,
                     line.say("用本单位的私钥（openssl 的 Ed25519）给写出的文件夹签名，见 verify --key",
                              "sign the folders that are written with this private key of the office (Ed25519, of "
                              "openssl), see verify --key"));
}

void add_registry(CLI::App& command, Line& line) {
  command.add_option(
      "--registry", line.options.output.registry,
      line.say("登记簿（SQLite）：登记本次的估计，以后与实际对照（见 track）",
               "registry (SQLite): enter this estimate, to be held against the outturn later (see track)"));
}

void add_versions(CLI::App& command, Line& line) {
  command.add_option("--versions", line.options.input.versions,
                     line.say("预算的以后各版（预算调整、追加，TOML）；不指明则用最后一版",
                              "later versions of the budget (TOML); the last one counts unless another is named"));
  command.add_option("--budget-version", line.options.input.budget_version,
                     line.say("与哪一版预算对比，如 年初预算", "version of the budget to compare with, as 年初预算"));
}

void add_threads(CLI::App& command, Line& line) {
  command.add_option("--threads", line.raw.threads, line.say("线程数（默认每核一个）", "threads (default one a core)"));
}

void add_replicates(CLI::App& command, Line& line) {
  command
      .add_option("--mode", line.raw.mode,
                  line.say("expected（期望值）| stochastic（随机模拟，给出风险）",
                           "expected (expected value) | stochastic (replicates, with the risk)"))
      ->check(CLI::IsMember({"expected", "stochastic"}));
  command
      .add_option("--replicates", line.options.replicates.replicates,
                  line.say("随机模拟的次数（默认 1000）", "number of replicates (default 1000)"))
      ->transform(spoken_count())
      ->check(within(line, 0, 1e6, "再多也不会更准，时间和内存放不下", "more tell no more, and cost time and memory"));
}

}  // namespace disburse
