#include "engine/serve/openapi.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace disburse {
namespace {

using Json = nlohmann::ordered_json;

Json object_of(const std::string& asks);

/// Keys as Described writes them, parted at blanks outside of brackets.
std::vector<std::string> keys_of(const std::string& asks) {
  std::vector<std::string> keys(1);
  int depth = 0;
  for (const char c : asks) {
    if (c == '{' || c == '(') ++depth;
    if (c == '}' || c == ')') --depth;
    if (c == ' ' && depth == 0) {
      keys.emplace_back();
    } else {
      keys.back() += c;
    }
  }
  std::erase(keys, std::string());
  return keys;
}

/// The name of a key, and its type in `type`.
std::string read_key(const std::string& key, Json& type) {
  const std::size_t end = std::min(key.find_first_of("[#%?{("), key.size());
  const std::string inner = end + 2 <= key.size() ? key.substr(end + 1, key.size() - end - 2) : "";
  type = {{"type", "string"}};
  switch (end == key.size() ? '\0' : key[end]) {
    case '[': type = {{"type", "array"}, {"items", {{"type", "string"}}}}; break;
    case '#': type = {{"type", "integer"}}; break;
    case '%': type = {{"type", "number"}}; break;
    case '?': type = {{"type", "boolean"}}; break;
    case '{': type = {{"type", "array"}, {"items", object_of(inner)}}; break;
    case '(': type = object_of(inner); break;
    default: break;
  }
  return key.substr(0, end);
}

Json object_of(const std::string& asks) {
  Json properties = Json::object();
  for (const std::string& key : keys_of(asks)) {
    Json type;
    const std::string name = read_key(key, type);
    properties[name] = std::move(type);
  }
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

Json body_of(const Described& address) {
  if (!address.query.empty()) {
    const Json bytes{{"schema", {{"type", "string"}, {"format", "binary"}}}};
    return {{"required", true}, {"content", {{"application/octet-stream", bytes}}}};
  }
  Json schema = object_of(address.asks);
  if (!address.kinds.empty()) {
    schema = {{"oneOf", Json::array()}};
    for (const DescribedKind& kind : address.kinds) {
      Json one = object_of("kind " + kind.asks);
      one["description"] = kind.document;
      one["properties"]["kind"]["enum"] = Json::array({kind.kind});
      one["required"] = Json::array({"kind"});
      schema["oneOf"].push_back(std::move(one));
    }
  }
  return {{"required", true}, {"content", {{"application/json", {{"schema", schema}}}}}};
}

/// The page of a document: disburse/what-if/1 is told on outputs/formats/what-if.md.
Json answer_of(const Described& address) {
  Json answer;
  answer["description"] = address.document.empty() ? "a document of another standard" : address.document;
  Json schema{{"type", "object"}};
  if (!address.document.empty()) {
    schema["required"] = {"schema"};
    schema["properties"] = {{"schema", {{"type", "string"}, {"enum", {address.document}}}}};
    const std::string name = address.document.substr(address.document.find('/') + 1);
    schema["externalDocs"] = {{"url", "outputs/formats/" + name.substr(0, name.find('/')) + ".md"}};
  }
  answer["content"] = {{"application/json", {{"schema", schema}}}};
  return answer;
}

}  // namespace

std::string openapi_document(const std::vector<Described>& addresses) {
  Json document;
  document["openapi"] = "3.0.3";
  document["info"] = {{"title", "disburse serve"}, {"version", "1"}};
  document["paths"] = Json::object();
  for (const Described& address : addresses) {
    const bool variable = address.path.ends_with('/');
    Json operation;
    operation["summary"] = address.summary;
    if (variable) {
      operation["parameters"] = {
          {{"name", "number"}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}}};
    }
    for (const std::string& key : keys_of(address.query))
      operation["parameters"].push_back({{"name", key}, {"in", "query"}, {"schema", {{"type", "string"}}}});
    const bool has_body = !address.asks.empty() || !address.kinds.empty() || !address.query.empty();
    if (has_body) operation["requestBody"] = body_of(address);
    operation["responses"] = {{"200", answer_of(address)},
                              {"422", {{"description", "disburse/refusal/1"}}},
                              {"401", {{"description", "disburse/refusal/1"}}}};
    const std::string method = address.method == "GET" ? "get" : "post";
    document["paths"][address.path + (variable ? "{number}" : "")][method] = operation;
  }
  return document.dump(2) + "\n";
}

}  // namespace disburse
