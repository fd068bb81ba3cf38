#include "engine/serve/openapi.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

namespace disburse {
namespace {

using Json = nlohmann::ordered_json;

/// Lists and numbers among the keys; all others are texts.
Json type_of(const std::string& key) {
  const Json text{{"type", "string"}};
  if (key == "sets" || key == "inputs" || key == "absent") return {{"type", "array"}, {"items", text}};
  if (key == "drafts") {
    return {{"type", "array"},
            {"items",
             {{"type", "object"},
              {"properties", {{"name", text}, {"sets", {{"type", "array"}, {"items", text}}}}},
              {"additionalProperties", false}}}};
  }
  if (key == "replicates" || key == "assumptions" || key == "year") return {{"type", "integer"}};
  if (key == "confidence") return {{"type", "number"}};
  if (key == "save" || key == "replace") return {{"type", "boolean"}};
  return text;
}

Json body_of(const std::string& asks) {
  Json properties = Json::object();
  std::istringstream keys(asks);
  for (std::string key; keys >> key;) properties[key] = type_of(key);
  const Json schema{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
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
    if (!address.asks.empty()) operation["requestBody"] = body_of(address.asks);
    operation["responses"] = {{"200", answer_of(address)},
                              {"422", {{"description", "disburse/refusal/1"}}},
                              {"401", {{"description", "disburse/refusal/1"}}}};
    const std::string method = address.method == "GET" ? "get" : "post";
    document["paths"][address.path + (variable ? "{number}" : "")][method] = operation;
  }
  return document.dump(2) + "\n";
}

}  // namespace disburse
