#pragma once
// Requests: what a browser or a script sends, read within limits.
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace disburse {

inline constexpr std::size_t most_header_bytes = std::size_t{16} << 10;
inline constexpr std::size_t most_body_bytes = std::size_t{16} << 20;

/// A request whose every part was checked: the path begins with "/", path and query are decoded UTF-8 without control
/// characters. Headers that the door looks at are empty where they are absent.
struct HttpRequest {
  std::string method;
  std::string path;
  std::map<std::string, std::string, std::less<>> query;
  std::string host, origin, fetch_site, content_type, cookie, authorization;
  std::string user;  ///< whom the server in front let in (X-Remote-User)
  std::string body;
};

/// A request, or the HTTP status that refuses it.
struct RequestRead {
  unsigned status = 0;  ///< 0: `request` holds; else 400, 413, 414, 431, 501
  HttpRequest request;
};

/// Reads one whole request from bytes, as the server reads one from a socket.
RequestRead read_request(std::string_view bytes);

/// "%E4%B8%AD" as text; empty result and false where it is no UTF-8 or holds control characters. With `form`, "+" is a
/// blank.
bool decode_percent(std::string_view text, bool form, std::string& decoded);

}  // namespace disburse
