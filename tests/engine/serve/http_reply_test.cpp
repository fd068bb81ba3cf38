#include "engine/serve/http_reply.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(HttpReply, tells_its_length_and_keeps_the_browser_at_home) {
  HttpReply reply;
  reply.status = 422;
  reply.body = "{}";
  reply.headers.emplace_back("Set-Cookie", "a=b");
  const std::string bytes = reply_bytes(reply, true);
  EXPECT_THAT(bytes, StartsWith("HTTP/1.1 422 "));
  EXPECT_THAT(bytes, EndsWith("\r\n\r\n{}"));
  for (const char* header : {"Content-Length: 2\r\n", "Connection: keep-alive\r\n", "Set-Cookie: a=b\r\n",
                             "default-src 'self'", "frame-ancestors 'none'", "X-Content-Type-Options: nosniff",
                             "Referrer-Policy: no-referrer", "Cache-Control: no-store"})
    EXPECT_THAT(bytes, HasSubstr(header));
  EXPECT_THAT(bytes, Not(HasSubstr("Access-Control")));
  EXPECT_THAT(reply_bytes(reply, false), HasSubstr("Connection: close\r\n"));
}

TEST(HttpReply, of_events_has_no_length) {
  struct Nothing : EventFeed {
    std::optional<std::string> next() override { return std::nullopt; }
    bool over() const override { return true; }
  };
  HttpReply reply;
  reply.events = std::make_shared<Nothing>();
  EXPECT_THAT(reply_bytes(reply, true), HasSubstr("text/event-stream"));
  EXPECT_THAT(reply_bytes(reply, true), Not(HasSubstr("Content-Length")));
}

}  // namespace
}  // namespace disburse
