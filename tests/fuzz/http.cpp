// Any bytes as a request: read, and shown to a door.
#include <cstdint>

#include "engine/serve/door.hpp"
#include "engine/serve/http_request.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace disburse;
  static const DoorRules rules{"0123456789abcdef0123456789abcdef", "disburse-1", {"127.0.0.1:1"}};
  const RequestRead read = read_request({reinterpret_cast<const char*>(data), size});
  if (read.status != 0) return 0;
  if (read.request.path.empty() || read.request.path.front() != '/') __builtin_trap();
  if (read.request.body.size() > most_body_bytes) __builtin_trap();
  const bool has_token = std::string(reinterpret_cast<const char*>(data), size).find(rules.token) != std::string::npos;
  const bool spelt = read.request.query.contains("token");  // may be percent-encoded
  if (refused_at_door(rules, read.request) == 0 && !has_token && !spelt) __builtin_trap();
  return 0;
}
