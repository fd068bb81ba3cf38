#include "engine/app/workbench/command_serve.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <thread>

#include "engine/app/commands.hpp"
#include "engine/app/loading/data_paths.hpp"
#include "engine/app/options/serve_options.hpp"
#include "engine/app/workbench/serving_note.hpp"
#include "engine/app/workbench/workbench.hpp"
#include "engine/base/reject.hpp"
#include "engine/serve/http_server.hpp"

namespace disburse {
namespace {

constexpr int usual_port = 8471;

/// A browser in a session of its own, that outlives neither call nor server; its words are nobody's.
void open_browser(const std::string& address) {
  if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) return;
  const pid_t child = fork();
  if (child != 0) {
    if (child > 0) waitpid(child, nullptr, 0);
    return;
  }
  if (fork() != 0) _exit(0);
  setsid();
  const int nowhere = open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, stream);
  execlp("xdg-open", "xdg-open", address.c_str(), static_cast<char*>(nullptr));
  _exit(1);
}

void print_line(const std::string& line) {
  std::fputs((line + "\n").c_str(), stdout);
  std::fflush(stdout);
}

[[noreturn]] void say_where(int port) {
  const std::string address = ServingNote::at(port);
  if (address.empty())
    reject_option("--port", "{} is in use by another program"_m(port), "two cannot listen on one port"_m,
                  "Write --port with another number"_m);
  reject_option("--port", "disburse serve runs already, at {}"_m(address), "two cannot listen on one port"_m,
                "Open that address, or write --port with another number"_m);
}

/// A folder in the working folder, or the one that is named.
std::filesystem::path folder_named(const std::string& given, const char* usual) {
  return std::filesystem::absolute(given.empty() ? usual : given);
}

WorkbenchTerms terms_of(const Options& options, const ReadCommand& read) {
  WorkbenchTerms terms;
  terms.page = find_root() / "outputs" / "workbench" / "dist";
  terms.schemes = folder_named(serve_options().schemes, "我的方案");
  terms.runs = folder_named(serve_options().runs, "台账");
  terms.agencies = std::filesystem::current_path();
  terms.read_command = read;
  if (!serve_options().key.empty()) terms.key = serve_options().key;
  terms.input = options.input;
  terms.threads = options.threads;
  return terms;
}

/// The first answer is quick because its members are there before the page asks.
std::thread warmed_up(Workbench& workbench) {
  return std::thread([&workbench] {
    HttpRequest first;
    first.method = "POST";
    first.path = "/api/what-if";
    first.body = "{}";
    workbench.answer(first);
  });
}

/// The first page that is opened with the token gets the cookie for all that follow.
HttpReply with_cookie(HttpReply reply, const HttpRequest& request, const DoorRules& rules) {
  if (request.path == "/" && request.query.contains("token")) reply.headers.push_back(cookie_header(rules));
  return reply;
}

void serve_on_socket(Workbench& workbench) {
  HttpServer server(
      std::filesystem::path(serve_options().socket),
      [&](const HttpRequest& request) { return workbench.answer(request); }, &Workbench::refuse);
  server.admit({});
  print_line("unix:" + serve_options().socket);
  server.run();
}

void serve_on_port(Workbench& workbench) {
  const int port = serve_options().port == 0 ? usual_port : serve_options().port;
  DoorRules rules;
  rules.token = random_token();
  std::unique_ptr<HttpServer> server;
  try {
    server = std::make_unique<HttpServer>(
        port,
        [&](const HttpRequest& request) {
          HttpRequest own = request;
          own.user.clear();  // nobody in front of this server could have named a user
          return with_cookie(workbench.answer(own), request, rules);
        },
        &Workbench::refuse);
  } catch (const AddressTaken&) {
    say_where(port);
  }
  const std::string name = std::to_string(server->port());
  rules.cookie = "disburse-" + name;
  rules.hosts = {"127.0.0.1:" + name, "localhost:" + name};
  server->admit(rules);
  const std::string address = "http://127.0.0.1:" + name + "/?token=" + rules.token;
  const ServingNote note(server->port(), address);
  print_line(address);
  if (!serve_options().no_open) open_browser(address);
  server->run();
}

}  // namespace

int serve(const Options& options, std::string& talk, const ReadCommand& read) {
  Workbench workbench(terms_of(options, read));
  if (!workbench.has_page() && !options.output.quiet) {
    const std::string hint =
        say(options.output.language, "网页还没有生成：执行 scripts/workbench（需要 npm）。接口照常可用。\n",
            "The page has not been built: run scripts/workbench (it needs npm). The interface works.\n");
    std::fputs(hint.c_str(), stderr);
  }
  std::thread warming = warmed_up(workbench);
  try {
    if (serve_options().socket.empty()) {
      serve_on_port(workbench);
    } else {
      serve_on_socket(workbench);
    }
  } catch (...) {
    warming.join();
    throw;
  }
  warming.join();
  if (!options.output.quiet) talk += say(options.output.language, "工作台已关闭。\n", "The workbench is closed.\n");
  return exit_done;
}

}  // namespace disburse
