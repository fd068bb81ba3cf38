#pragma once
// The OpenAPI document of a list of addresses.
#include <string>
#include <vector>

namespace disburse {

/// One address: a path that ends in "/" has a variable part behind it; `asks` are the keys of its body, parted by
/// blanks; `document` the schema of its answer, empty where it is none of ours.
struct Described {
  std::string method, path, summary, asks, document;
};

/// OpenAPI 3.0, in the order of the list.
std::string openapi_document(const std::vector<Described>& addresses);

}  // namespace disburse
