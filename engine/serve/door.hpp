#pragma once
// The door: who is let in. A page of another site that a user's browser shows can send requests to this machine; it
// knows neither the token nor can it change its own name.
#include <string>
#include <utility>
#include <vector>

#include "engine/serve/http_request.hpp"

namespace disburse {

struct DoorRules {
  std::string token;               ///< 32 hexadecimal digits; empty: the server in front lets users in
  std::string cookie;              ///< name of the cookie that holds the token
  std::vector<std::string> hosts;  ///< what Host may say, exactly; empty: whatever the server in front passes on
};

/// 128 random bits from the system, in hexadecimal. Errors: std::system_error.
std::string random_token();

/// The status that refuses, or 0. In this order: 421 for a foreign or missing Host (a rebound name); 403 for a
/// foreign Origin or a request that another site made (a forged one); 401 without the token (cookie, Bearer, or `token`
/// of the first page); 405 for methods that nothing here has; 415 for a POST whose body a form could send.
unsigned refused_at_door(const DoorRules& rules, const HttpRequest& request);

/// The header that gives a browser the token for as long as it is open.
std::pair<std::string, std::string> cookie_header(const DoorRules& rules);

}  // namespace disburse
