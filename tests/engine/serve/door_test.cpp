// Who is let in: the page that this program opened, and nobody else.
#include "engine/serve/door.hpp"

#include <gtest/gtest.h>

#include <set>

namespace disburse {
namespace {

const DoorRules rules{"0123456789abcdef0123456789abcdef", "disburse-1", {"127.0.0.1:1", "localhost:1"}};

HttpRequest asked() {
  HttpRequest request;
  request.method = "POST";
  request.path = "/api/what-if";
  request.host = "127.0.0.1:1";
  request.content_type = "application/json";
  request.cookie = "other=1; disburse-1=" + rules.token;
  return request;
}

template <class Change>
unsigned status(const Change& change) {
  HttpRequest request = asked();
  change(request);
  return refused_at_door(rules, request);
}

TEST(Door, lets_in_the_page_it_opened) {
  EXPECT_EQ(status([](HttpRequest&) {}), 0u);
  EXPECT_EQ(status([](HttpRequest& r) { r.origin = "http://127.0.0.1:1"; }), 0u);
  EXPECT_EQ(status([](HttpRequest& r) { r.fetch_site = "same-origin"; }), 0u);
  EXPECT_EQ(status([](HttpRequest& r) { r.cookie = "", r.authorization = "Bearer " + rules.token; }), 0u);
  EXPECT_EQ(
      status([](HttpRequest& r) { r.cookie = "", r.method = "GET", r.path = "/", r.query["token"] = rules.token; }),
      0u);
}

TEST(Door, refuses_a_rebound_name) {
  for (const char* host :
       {"", "evil.example", "evil.example:1", "127.0.0.1", "127.0.0.1:2", "127.0.0.1:1.evil.example"})
    EXPECT_EQ(status([&](HttpRequest& r) { r.host = host; }), 421u) << host;
}

TEST(Door, refuses_another_sites_page) {
  for (const char* origin : {"http://evil.example", "null", "http://127.0.0.1:2", "http://127.0.0.1:1.evil.example"})
    EXPECT_EQ(status([&](HttpRequest& r) { r.origin = origin; }), 403u) << origin;
  for (const char* site : {"cross-site", "same-site"})
    EXPECT_EQ(status([&](HttpRequest& r) { r.fetch_site = site; }), 403u) << site;
}

TEST(Door, refuses_who_has_no_token) {
  EXPECT_EQ(status([](HttpRequest& r) { r.cookie.clear(); }), 401u);
  EXPECT_EQ(status([](HttpRequest& r) { r.cookie = "disburse-1=0123456789abcdef0123456789abcdee"; }), 401u);
  EXPECT_EQ(status([](HttpRequest& r) { r.cookie = "disburse-2=" + rules.token; }), 401u);
  EXPECT_EQ(status([](HttpRequest& r) { r.cookie = "", r.query["token"] = rules.token; }), 401u);  // the page alone
  EXPECT_EQ(status([](HttpRequest& r) { r.cookie = "", r.authorization = "Bearer "; }), 401u);
}

TEST(Door, refuses_what_a_form_can_send) {
  for (const char* type : {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"})
    EXPECT_EQ(status([&](HttpRequest& r) { r.content_type = type; }), 415u) << type;
  EXPECT_EQ(status([](HttpRequest& r) { r.content_type = "application/octet-stream"; }), 0u);
  for (const char* method : {"PUT", "DELETE", "OPTIONS", "HEAD"})
    EXPECT_EQ(status([&](HttpRequest& r) { r.method = method; }), 405u) << method;
}

TEST(Door, leaves_users_to_the_server_in_front) {
  HttpRequest request = asked();
  request.cookie.clear();
  request.host = "plan.example";
  EXPECT_EQ(refused_at_door({}, request), 0u);
  request.origin = "https://plan.example";
  EXPECT_EQ(refused_at_door({}, request), 0u);
  request.origin = "https://evil.example";
  EXPECT_EQ(refused_at_door({}, request), 403u);
}

TEST(Door, makes_tokens_that_nobody_guesses) {
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(random_token());
  EXPECT_EQ(tokens.size(), 100u);
  for (const std::string& token : tokens) EXPECT_EQ(token.size(), 32u);
  EXPECT_EQ(cookie_header(rules).second, "disburse-1=" + rules.token + "; Path=/; HttpOnly; SameSite=Strict");
}

}  // namespace
}  // namespace disburse
