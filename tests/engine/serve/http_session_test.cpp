// One connection: requests in turn, within their deadlines, and what is no request.
#include "engine/serve/http_session.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/running_server.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
using Clock = std::chrono::steady_clock;

TEST(HttpSession, answers_one_request_after_the_other) {
  const Running server;
  EXPECT_THAT(server.ask(get("/one")), HasSubstr("GET /one "));
  const std::string both = server.ask(
      "POST /two HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
      "Content-Length: 2\r\n\r\n{}" +
      get("/three"));
  EXPECT_THAT(both, HasSubstr("POST /two {}"));
  EXPECT_THAT(both, HasSubstr("GET /three "));
}

TEST(HttpSession, refuses_what_it_cannot_read_and_closes) {
  const Running server;
  EXPECT_THAT(server.ask("no request at all\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(server.ask("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'a') + "\r\n\r\n"),
              StartsWith("HTTP/1.1 431 "));
  EXPECT_THAT(server.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 268435456\r\n\r\n"),
              StartsWith("HTTP/1.1 413 "));
  EXPECT_THAT(server.ask(get("/still-there")), HasSubstr("GET /still-there"));
}

TEST(HttpSession, ends_what_takes_too_long_to_ask) {
  ServerLimits limits;
  limits.header = limits.body = std::chrono::milliseconds(200);
  const Running server(limits);
  for (const char* begun : {"GET / HTTP/1.1\r\nHost", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n{"}) {
    const Loopback socket(server.port());
    socket.send(begun);
    const auto since = Clock::now();
    EXPECT_EQ(socket.rest(), "") << begun;
    EXPECT_LT(Clock::now() - since, std::chrono::seconds(3)) << begun;
  }
}

TEST(HttpSession, sends_events_until_they_are_over) {
  struct Three : EventFeed {
    int count = 0;
    std::optional<std::string> next() override {
      return count < 3 ? std::optional(std::to_string(++count)) : std::nullopt;
    }
    bool over() const override { return count == 3; }
  };
  HttpServer server(
      0,
      [](const HttpRequest&) {
        HttpReply reply;
        reply.events = std::make_shared<Three>();
        return reply;
      },
      refuse);
  std::thread thread([&] { server.run(); });
  const Loopback socket(server.port());
  socket.send(get("/events"));
  EXPECT_THAT(socket.rest(), HasSubstr("data: 1\n\ndata: 2\n\ndata: 3\n\n"));
  server.stop();
  thread.join();
}

}  // namespace
}  // namespace disburse
