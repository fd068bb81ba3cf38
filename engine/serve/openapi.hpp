#pragma once
// The OpenAPI document of a list of addresses.
#include <string>
#include <vector>

namespace disburse {

/// One kind of what an address is asked, told by its key "kind".
struct DescribedKind {
  std::string kind, asks, document;
};

/// One address: a path that ends in "/" has a variable part behind it; `document` is the schema of its answer, empty
/// where it is none of ours. `asks` are the keys of its body, parted by blanks: "name" a text, "name[]" a list of
/// texts, "name#" a whole number, "name%" a number, "name?" true or false, "name{a b#}" a list of objects, "name(a{b})"
/// an object; an address with kinds has those of the kind that is named. `query` are keys behind the path; with them
/// the body is bytes.
struct Described {
  std::string method, path, summary, asks, document;
  std::vector<DescribedKind> kinds = {};
  std::string query = {};
};

/// OpenAPI 3.0, in the order of the list.
std::string openapi_document(const std::vector<Described>& addresses);

}  // namespace disburse
