#include "engine/serve/http_reply.hpp"

#include "engine/serve/beast.hpp"

namespace disburse {

const std::vector<std::pair<std::string, std::string>>& safe_headers() {
  static const std::vector<std::pair<std::string, std::string>> headers{
      {"Content-Security-Policy",
       "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
       "frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
      {"Cache-Control", "no-store"}};
  return headers;
}

std::string reply_bytes(const HttpReply& reply, bool keep_alive) {
  const auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(reply.status));
  std::string bytes = "HTTP/1.1 " + std::to_string(reply.status) + " " + std::string(reason) + "\r\n";
  const auto add = [&](const std::string& name, const std::string& value) { bytes += name + ": " + value + "\r\n"; };
  for (const auto& [name, value] : safe_headers()) add(name, value);
  for (const auto& [name, value] : reply.headers) add(name, value);
  if (reply.events) {
    add("Content-Type", "text/event-stream; charset=utf-8");
    add("Connection", "close");
    return bytes + "\r\n";
  }
  add("Content-Type", reply.type);
  add("Content-Length", std::to_string(reply.body.size()));
  add("Connection", keep_alive ? "keep-alive" : "close");
  return bytes + "\r\n" + reply.body;
}

}  // namespace disburse
