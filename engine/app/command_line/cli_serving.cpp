// The workbench: serve.
#include "engine/app/command_line/cli_line.hpp"
#include "engine/app/options/serve_options.hpp"
#include "engine/app/workbench/command_serve.hpp"

namespace disburse {
void add_serving_commands(Line& line) {
  CLI::App* command = line.app.add_subcommand(
      "serve", line.say("在浏览器里打开工作台：情景、预算、执行、风险，不用命令行",
                        "Open the workbench in the browser: scenarios, budget, the year in progress, risk"));
  command->add_option(
      "scenario", line.options.input.scenario,
      line.say("打开时的情景（默认为本单位的基准情景）", "scenario to begin with (default: the agency's base)"));
  command
      ->add_option("--port", serve_options().port,
                   line.say("端口（默认 8471），只在本机 127.0.0.1", "port (default 8471), of 127.0.0.1 alone"))
      ->transform(spoken_count())
      ->check(within(line, 1024, 65535, "更小的端口归系统所有", "lower ones belong to the system"));
  command->add_option(
      "--socket", serve_options().socket,
      line.say("改用 unix 套接字，供前置的 nginx 使用", "a unix socket instead, for nginx in front of it"));
  command->add_option("--schemes", serve_options().schemes,
                      line.say("保存方案的文件夹（默认 我的方案）", "folder of saved schemes (default 我的方案)"));
  command->add_option("--runs", serve_options().runs,
                      line.say("台账：保存测算结果的文件夹（默认 台账）", "folder of issued runs (default 台账)"));
  command->add_option("--key", serve_options().key,
                      line.say("导入花名册用的假名密钥文件（同 import --key）",
                               "file of the pseudonyms' key for imported rosters (as import --key)"));
  add_roster(*command, line);
  command->add_flag("--no-open", serve_options().no_open, line.say("不打开浏览器", "do not open the browser"));
  add_output(*command, line, {"table"});
  add_threads(*command, line);
  command->footer(
      line.say("例：disburse serve\n    disburse serve award-660 --no-open\n    disburse serve --socket "
               "/run/disburse/serve.sock",
               "Examples: disburse serve\n    disburse serve award-660 --no-open\n    disburse serve "
               "--socket /run/disburse/serve.sock"));
  command->callback([&line] {
    line.command = [](const Options& options, std::string&, std::string& talk, Publication&) {
      return serve(options, talk, options_of_words);
    };
  });
}

}  // namespace disburse
