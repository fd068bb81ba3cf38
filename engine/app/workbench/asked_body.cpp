#include "engine/app/workbench/asked_body.hpp"

#include "engine/base/reject.hpp"

namespace disburse {
namespace {

constexpr int deepest = 16;

/// Refuses depth before it is built: a parser's stack is not for strangers to fill.
bool too_deep(const std::string& body) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const char c = body[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
      continue;
    }
    if (c == '"') quoted = true;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth > deepest) return true;
  }
  return false;
}

}  // namespace

AskedBody::AskedBody(const std::string& body) {
  if (!too_deep(body)) object_ = nlohmann::json::parse(body, nullptr, false);
  if (!object_.is_object())
    reject_option("body", "is no JSON object"_m, "a request names what it asks by keys"_m,
                  "Write {\"scenario\": \"base\"}"_m);
}

AskedBody::AskedBody(nlohmann::json object, std::string before)
    : object_(std::move(object)), before_(std::move(before)) {}

const nlohmann::json* AskedBody::find(const char* key) {
  taken_.insert(key);
  const auto found = object_.find(key);
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

void AskedBody::wrong(const char* key, const nlohmann::json& value, Message wanted) {
  errors_.add({"body", 0, 0}, before_ + key, "has another type: {}"_m(value.type_name()), std::move(wanted),
              "See /api/openapi.json"_m);
}

std::string AskedBody::text(const char* key) {
  const nlohmann::json* value = find(key);
  if (value == nullptr) return "";
  if (value->is_string()) return value->get<std::string>();
  wrong(key, *value, "a text is wanted"_m);
  return "";
}

std::vector<std::string> AskedBody::texts(const char* key) {
  const nlohmann::json* value = find(key);
  std::vector<std::string> list;
  if (value == nullptr) return list;
  if (!value->is_array()) {
    wrong(key, *value, "a list of texts is wanted"_m);
    return list;
  }
  for (const nlohmann::json& one : *value) {
    if (one.is_string()) {
      list.push_back(one.get<std::string>());
    } else {
      wrong(key, one, "a list of texts is wanted"_m);
    }
  }
  return list;
}

int AskedBody::whole(const char* key, int least, int most, int otherwise) {
  const nlohmann::json* value = find(key);
  if (value == nullptr) return otherwise;
  if (value->is_number_integer()) {
    const auto number = value->get<std::int64_t>();
    if (number >= least && number <= most) return static_cast<int>(number);
  }
  errors_.add({"body", 0, 0}, before_ + key, "{} is no whole number from {} to {}"_m(value->dump(), least, most),
              "nothing else can be worked with"_m, "See /api/openapi.json"_m);
  return otherwise;
}

double AskedBody::number(const char* key, double otherwise) {
  const nlohmann::json* value = find(key);
  if (value == nullptr) return otherwise;
  if (value->is_number()) return value->get<double>();
  wrong(key, *value, "a number is wanted"_m);
  return otherwise;
}

bool AskedBody::flag(const char* key) {
  const nlohmann::json* value = find(key);
  if (value == nullptr) return false;
  if (value->is_boolean()) return value->get<bool>();
  wrong(key, *value, "true or false is wanted"_m);
  return false;
}

std::vector<AskedBody> AskedBody::objects(const char* key) {
  const nlohmann::json* value = find(key);
  std::vector<AskedBody> list;
  if (value == nullptr) return list;
  if (!value->is_array()) {
    wrong(key, *value, "a list of objects is wanted"_m);
    return list;
  }
  for (const nlohmann::json& one : *value) {
    if (one.is_object()) {
      list.push_back(AskedBody(one, before_ + key + "[" + std::to_string(list.size()) + "]."));
    } else {
      wrong(key, one, "a list of objects is wanted"_m);
    }
  }
  return list;
}

std::optional<AskedBody> AskedBody::object(const char* key) {
  const nlohmann::json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_object()) return AskedBody(*value, before_ + key + ".");
  wrong(key, *value, "an object is wanted"_m);
  return std::nullopt;
}

InputOptions AskedBody::input() {
  InputOptions input;
  const std::string scenario = text("scenario");
  if (!scenario.empty()) input.scenario = scenario;
  input.sets = texts("sets");
  const std::string horizon = text("horizon");
  if (!horizon.empty()) input.horizon = {horizon, "--horizon"};
  return input;
}

Language AskedBody::language() {
  const std::string word = text("lang");
  if (word != "" && word != "zh" && word != "en") {
    errors_.add({"body", 0, 0}, before_ + "lang", "\"{}\" is no language"_m(word), "zh and en are known"_m,
                "Write zh or en"_m);
  }
  return word == "en" ? Language::en : Language::zh;
}

void AskedBody::done() {
  std::vector<std::string> known(taken_.begin(), taken_.end());
  for (const auto& [key, value] : object_.items()) {
    if (taken_.contains(key)) continue;
    const std::string near = nearest_name(key, known);
    errors_.add({"body", 0, 0}, before_ + key, "is no known key"_m, "it would change nothing"_m,
                near.empty() ? "Leave it out"_m : "Did you mean {}?"_m(near));
  }
  throw_if_any(Door::command_line, std::move(errors_));
}

}  // namespace disburse
