// disburse serve as a user starts it: its first line, its door, its end.
#include "engine/app/workbench/command_serve.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "support/loopback.hpp"
#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// The program in the background; ended as Ctrl-C ends it.
class Serving {
 public:
  explicit Serving(const ScratchFolder& folder, const std::string& options) : folder_(folder) {
    const std::string command = "cd " + folder.path().string() + " && { XDG_RUNTIME_DIR=" + folder.path().string() +
                                " " + program_path().string() + " serve --no-open " + options +
                                " > out 2> err & echo $! > pid; }";
    std::filesystem::remove(folder.path() / "out");
    if (std::system(command.c_str()) != 0) ADD_FAILURE() << command;
    for (int i = 0; i < 500 && line().find('\n') == std::string::npos; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    pid_ = std::stoi(folder.read("pid"));
  }
  ~Serving() { end(); }
  void end() {
    if (pid_ != 0) kill(pid_, SIGINT);
    for (int i = 0; i < 500 && pid_ != 0 && kill(pid_, 0) == 0; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    pid_ = 0;
  }
  std::string line() const { return folder_.read("out"); }
  std::string token() const { return line().substr(line().find('=') + 1, 32); }

 private:
  const ScratchFolder& folder_;
  pid_t pid_ = 0;
};

std::string ask(const Loopback& socket, const std::string& path, const std::string& headers) {
  socket.send("GET " + path + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n");
  return socket.rest();
}

TEST(CommandServe, prints_its_address_and_answers_who_has_it) {
  const ScratchFolder folder;
  Serving serving(folder, "--port 18471");
  ASSERT_THAT(serving.line(), StartsWith("http://127.0.0.1:18471/?token="));
  const std::string host = "Host: 127.0.0.1:18471\r\n";
  const std::string first = ask(Loopback(18471), "/?token=" + serving.token(), host);
  EXPECT_THAT(first, HasSubstr("Set-Cookie: disburse-18471=" + serving.token()));
  EXPECT_THAT(ask(Loopback(18471), "/api/session", host + "Cookie: disburse-18471=" + serving.token() + "\r\n"),
              HasSubstr("disburse/session/1"));
  EXPECT_THAT(ask(Loopback(18471), "/api/session", host), StartsWith("HTTP/1.1 401"));
  EXPECT_THAT(ask(Loopback(18471), "/", host), StartsWith("HTTP/1.1 401"));
  EXPECT_THAT(ask(Loopback(18471), "/", "Host: evil.example\r\n"), StartsWith("HTTP/1.1 421"));
  const Ran second = folder.run("serve --no-open --port 18471", "XDG_RUNTIME_DIR=" + folder.path().string());
  EXPECT_EQ(second.exit_code, 2);
  EXPECT_THAT(second.err, HasSubstr("http://127.0.0.1:18471/?token=" + serving.token()));
  serving.end();
  EXPECT_FALSE(Loopback(18471).connected());
  EXPECT_THAT(folder.read("err"), HasSubstr("工作台已关闭"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "disburse" / "serve-18471"));
}

TEST(CommandServe, trusts_names_of_users_behind_a_socket_alone) {
  const ScratchFolder folder;
  {
    const Serving serving(folder, "--socket s");
    EXPECT_EQ(serving.line(), "unix:s\n");
    const std::string path = (folder.path() / "s").string();
    EXPECT_THAT(ask(Loopback(path), "/api/session", "Host: plan.example\r\nX-Remote-User: wang\r\n"),
                HasSubstr("\"user\": \"wang\""));
  }
  const Serving serving(folder, "--port 18472");
  EXPECT_THAT(ask(Loopback(18472), "/api/session",
                  "Host: 127.0.0.1:18472\r\nX-Remote-User: wang\r\nAuthorization: Bearer " + serving.token() + "\r\n"),
              HasSubstr("\"user\": \"\""));
}

}  // namespace
}  // namespace disburse
