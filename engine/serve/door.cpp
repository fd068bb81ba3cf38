#include "engine/serve/door.hpp"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace disburse {
namespace {

constexpr unsigned unauthorized = 401, forbidden = 403, no_such_method = 405, unsupported_kind = 415, misdirected = 421;

/// In a time that tells nothing of where they differ.
bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  return difference == 0;
}

std::string_view cookie_of(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(';'), header.size());
    std::string_view pair = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return pair.substr(name.size() + 1);
  }
  return {};
}

bool knows_token(const DoorRules& rules, const HttpRequest& request) {
  if (rules.token.empty()) return true;
  constexpr std::string_view bearer = "Bearer ";
  if (same_secret(cookie_of(request.cookie, rules.cookie), rules.token)) return true;
  if (request.authorization.starts_with(bearer) &&
      same_secret(std::string_view(request.authorization).substr(bearer.size()), rules.token))
    return true;
  const auto given = request.query.find("token");
  return request.path == "/" && given != request.query.end() && same_secret(given->second, rules.token);
}

bool known_host(const DoorRules& rules, const HttpRequest& request) {
  if (rules.hosts.empty()) return !request.host.empty();
  return std::find(rules.hosts.begin(), rules.hosts.end(), request.host) != rules.hosts.end();
}

/// A browser names the page that asks. Behind another server the page may have come by https.
bool own_origin(const HttpRequest& request) {
  const bool own_site =
      request.fetch_site.empty() || request.fetch_site == "same-origin" || request.fetch_site == "none";
  const bool own_page = request.origin.empty() || request.origin == "http://" + request.host ||
                        request.origin == "https://" + request.host;
  return own_site && own_page;
}

/// A form of another site can send text, form fields and files, and nothing else without asking first.
bool no_form_sends(const std::string& type) {
  return type.starts_with("application/json") || type.starts_with("application/octet-stream");
}

}  // namespace

std::string random_token() {
  std::array<unsigned char, 16> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw std::system_error(errno, std::generic_category(), "getrandom");
  constexpr unsigned low_half = 15, half = 4;
  std::string token;
  for (const unsigned byte : bytes) {
    token += "0123456789abcdef"[byte >> half];
    token += "0123456789abcdef"[byte & low_half];
  }
  return token;
}

unsigned refused_at_door(const DoorRules& rules, const HttpRequest& request) {
  if (!known_host(rules, request)) return misdirected;
  if (!own_origin(request)) return forbidden;
  if (!knows_token(rules, request)) return unauthorized;
  const bool reads = request.method == "GET";
  if (!reads && request.method != "POST") return no_such_method;
  if (!reads && !no_form_sends(request.content_type)) return unsupported_kind;
  return 0;
}

std::pair<std::string, std::string> cookie_header(const DoorRules& rules) {
  return {"Set-Cookie", rules.cookie + "=" + rules.token + "; Path=/; HttpOnly; SameSite=Strict"};
}

}  // namespace disburse
