// The server under people who mean well, and under those who do not.
#include "engine/serve/http_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <list>
#include <thread>

#include "support/loopback.hpp"
#include "support/program.hpp"
#include "support/running_server.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
using Clock = std::chrono::steady_clock;

TEST(HttpServer, tells_nothing_of_what_went_wrong_inside) {
  const Running server;
  const std::string answer = server.ask(get("/fault"));
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 500 "));
  EXPECT_THAT(answer, testing::Not(HasSubstr("secret")));
}

TEST(HttpServer, is_not_kept_by_connections_that_ask_nothing) {
  const Running server;
  std::list<Loopback> half_open;
  for (int i = 0; i < 64; ++i) half_open.emplace_back(server.port()).send("GET / HTTP/1.1\r\nHos");
  const auto begun = Clock::now();
  EXPECT_THAT(server.ask(get("/good")), HasSubstr("GET /good"));
  EXPECT_LT(Clock::now() - begun, std::chrono::seconds(1));
}

TEST(HttpServer, gives_the_places_of_silent_connections_to_others) {
  ServerLimits limits;
  limits.connections = 8;
  const Running server(limits);
  std::list<Loopback> silent;
  for (int i = 0; i < 32; ++i) silent.emplace_back(server.port());
  EXPECT_THAT(server.ask(get("/good")), HasSubstr("GET /good"));
}

TEST(HttpServer, answers_others_while_one_answer_is_slow) {
  const Running server;
  const Loopback slow(server.port());
  slow.send(get("/slow"));
  const auto begun = Clock::now();
  EXPECT_THAT(server.ask(get("/quick")), HasSubstr("/quick"));
  EXPECT_LT(Clock::now() - begun, std::chrono::milliseconds(250));
  EXPECT_THAT(slow.rest(), HasSubstr("/slow"));
}

TEST(HttpServer, listens_where_nobody_else_does) {
  const Running server;
  EXPECT_THROW(HttpServer(server.port(), echo, refuse), AddressTaken);
}

TEST(HttpServer, listens_on_a_socket_for_its_group_alone) {
  const ScratchFolder folder;
  const std::filesystem::path path = folder.path() / "s";
  {
    HttpServer server(path, echo, refuse);
    EXPECT_THROW(HttpServer(path, echo, refuse), AddressTaken);
    std::thread thread([&] { server.run(); });
    const Loopback socket(path.string());
    socket.send(get("/by-socket"));
    EXPECT_THAT(socket.rest(), HasSubstr("GET /by-socket"));
    struct stat status {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0660u);
    server.stop();
    thread.join();
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace disburse
