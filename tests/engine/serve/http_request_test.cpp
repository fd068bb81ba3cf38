// Bytes become a request or a status; nothing in between.
#include "engine/serve/http_request.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

RequestRead get(const std::string& target, const std::string& headers = "") {
  return read_request("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:1\r\n" + headers + "\r\n");
}

std::string post(const std::string& headers, const std::string& body) {
  return "POST /api/run HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body;
}

TEST(HttpRequest, is_read_with_its_parts_decoded) {
  const RequestRead read = get("/api/%E4%B8%AD?token=a%2Bb&lang=en+x", "Origin: http://a\r\nCookie: c=1\r\n");
  ASSERT_EQ(read.status, 0u);
  EXPECT_EQ(read.request.method, "GET");
  EXPECT_EQ(read.request.path, "/api/中");
  EXPECT_EQ(read.request.query.at("token"), "a+b");
  EXPECT_EQ(read.request.query.at("lang"), "en x");
  EXPECT_EQ(read.request.host, "127.0.0.1:1");
  EXPECT_EQ(read.request.origin, "http://a");
  EXPECT_EQ(read.request.cookie, "c=1");
  EXPECT_EQ(read_request(post("Content-Length: 2\r\n", "{}")).request.body, "{}");
  EXPECT_EQ(read_request(post("Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n")).request.body, "{}");
}

TEST(HttpRequest, is_refused_where_two_readers_could_read_it_differently) {
  EXPECT_EQ(get("/", "Host: evil\r\n").status, 400u);
  EXPECT_EQ(get("/", "Origin: a\r\nOrigin: b\r\n").status, 400u);
  EXPECT_EQ(get("/?a=1&a=2").status, 400u);
  EXPECT_EQ(read_request(post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n")).status,
            400u);
  EXPECT_EQ(read_request(post("Content-Length: 2\r\nContent-Length: 3\r\n", "{}")).status, 400u);
}

TEST(HttpRequest, is_refused_where_it_is_no_text_of_an_address) {
  for (const char* target : {"/%00", "/%0a", "/%ff", "/%4", "/%zz", "/?a=%c3%28", "http://a/", "*"})
    EXPECT_EQ(get(target).status, 400u) << target;
  EXPECT_EQ(get("/" + std::string(5000, 'a')).status, 414u);
  EXPECT_EQ(read_request("BREW / HTTP/1.1\r\nHost: a\r\n\r\n").status, 501u);
}

TEST(HttpRequest, is_refused_where_it_is_too_large_or_cut) {
  EXPECT_EQ(get("/", "X: " + std::string(most_header_bytes, 'a') + "\r\n").status, 431u);
  EXPECT_EQ(read_request(post("Content-Length: 99999999\r\n", "")).status, 413u);
  EXPECT_EQ(read_request(post("Content-Length: 10\r\n", "{}")).status, 400u);
  EXPECT_EQ(read_request("GET / HTTP/1.1\r\nHost").status, 400u);
  EXPECT_EQ(read_request("").status, 400u);
  const std::string chunk = std::string(most_body_bytes + 1, 'a');
  EXPECT_EQ(read_request(post("Transfer-Encoding: chunked\r\n", "1000001\r\n" + chunk + "\r\n0\r\n\r\n")).status, 413u);
}

}  // namespace
}  // namespace disburse
