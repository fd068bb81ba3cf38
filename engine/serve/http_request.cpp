#include "engine/serve/http_request.hpp"

#include <array>
#include <initializer_list>
#include <iterator>

#include "engine/serve/request_fields.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

namespace http = boost::beast::http;

constexpr unsigned bad_request = 400, too_large = 413, target_too_long = 414, headers_too_large = 431,
                   not_implemented = 501;
constexpr std::size_t longest_target = 4096;

int hexadecimal(char digit) {
  constexpr int ten = 10;
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + ten;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + ten;
  return -1;
}

bool read_query(std::string_view text, std::map<std::string, std::string, std::less<>>& query) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    std::string name, value;
    if (!decode_percent(pair.substr(0, equals), true, name)) return false;
    if (!decode_percent(pair.substr(std::min(equals + 1, pair.size())), true, value)) return false;
    if (!query.emplace(std::move(name), std::move(value)).second) return false;  // said twice: which one is meant?
  }
  return true;
}

/// A header that may stand once: two would let the door see another one than whoever reads it next.
bool take_once(const BeastRequest& message, http::field name, std::string& value) {
  const auto [first, last] = message.equal_range(name);
  if (first == last) return true;
  value = std::string(first->value());
  return std::next(first) == last;
}

bool take_once(const BeastRequest& message, const char* name, std::string& value) {
  const auto [first, last] = message.equal_range(name);
  if (first == last) return true;
  value = std::string(first->value());
  return std::next(first) == last;
}

}  // namespace

bool decode_percent(std::string_view text, bool form, std::string& decoded) {
  decoded.clear();
  constexpr int base = 16;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char byte = text[i];
    if (byte == '%') {
      if (i + 2 >= text.size()) return false;
      const int high = hexadecimal(text[i + 1]), low = hexadecimal(text[i + 2]);
      if (high < 0 || low < 0) return false;
      byte = static_cast<char>(high * base + low);
      i += 2;
    } else if (form && byte == '+') {
      byte = ' ';
    }
    constexpr unsigned char first_printable = 0x20, deletion = 0x7F;
    const auto code = static_cast<unsigned char>(byte);
    if (code < first_printable || code == deletion) return false;
    decoded += byte;
  }
  std::size_t offset = 0;
  return is_utf8(decoded, offset);
}

void limit(BeastParser& parser) {
  parser.header_limit(most_header_bytes);
  parser.body_limit(most_body_bytes);
}

unsigned status_of(const boost::beast::error_code& failure) {
  if (failure == http::error::header_limit || failure == http::error::buffer_overflow) return headers_too_large;
  if (failure == http::error::body_limit) return too_large;
  return bad_request;
}

RequestRead request_of(const BeastRequest& message) {
  RequestRead read;
  const auto refuse = [&](unsigned status) {
    read.request = {};
    read.status = status;
    return read;
  };
  HttpRequest& request = read.request;
  const std::string_view target(message.target().data(), message.target().size());
  if (target.size() > longest_target) return refuse(target_too_long);
  if (target.empty() || target.front() != '/') return refuse(bad_request);
  if (message.method() == http::verb::unknown) return refuse(not_implemented);
  request.method = std::string(message.method_string());
  const std::size_t question = std::min(target.find('?'), target.size());
  if (!decode_percent(target.substr(0, question), false, request.path)) return refuse(bad_request);
  if (!read_query(target.substr(std::min(question + 1, target.size())), request.query)) return refuse(bad_request);
  const bool once = take_once(message, http::field::host, request.host) &&
                    take_once(message, http::field::origin, request.origin) &&
                    take_once(message, "Sec-Fetch-Site", request.fetch_site) &&
                    take_once(message, http::field::content_type, request.content_type) &&
                    take_once(message, http::field::cookie, request.cookie) &&
                    take_once(message, http::field::authorization, request.authorization) &&
                    take_once(message, "X-Remote-User", request.user);
  if (!once) return refuse(bad_request);
  if (message.find(http::field::content_length) != message.end() && message.chunked()) return refuse(bad_request);
  request.body = message.body();
  return read;
}

RequestRead read_request(std::string_view bytes) {
  BeastParser parser;
  limit(parser);
  parser.eager(true);
  boost::beast::error_code failure;
  std::size_t used = 0;
  while (used < bytes.size() && !parser.is_done()) {
    const std::size_t taken = parser.put(boost::asio::const_buffer(bytes.data() + used, bytes.size() - used), failure);
    used += taken;
    if (failure || taken == 0) break;
  }
  if (!parser.got_some()) return {bad_request, {}};  // no end to tell a parser that has seen no beginning
  if (!failure && !parser.is_done()) parser.put_eof(failure);
  if (failure || !parser.is_done()) return {failure ? status_of(failure) : bad_request, {}};
  return request_of(parser.get());
}

}  // namespace disburse
