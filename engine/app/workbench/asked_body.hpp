#pragma once
// The body of a request: keys taken one by one, and everything that is wrong with it told at once.
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/app/options/options.hpp"
#include "engine/base/error.hpp"

namespace disburse {

class AskedBody {
 public:
  /// Errors: InputRejected(Door::command_line) where the body is no JSON object.
  explicit AskedBody(const std::string& body);

  // Absent keys give what stands for nothing; those of another type are told by `done`.
  std::string text(const char* key);
  std::vector<std::string> texts(const char* key);
  int whole(const char* key, int least, int most, int otherwise);
  double number(const char* key, double otherwise);
  bool flag(const char* key);
  /// Objects of a list, each to be read with a body of its own.
  std::vector<AskedBody> objects(const char* key);
  /// An object, to be read with a body of its own; nothing where there is none.
  std::optional<AskedBody> object(const char* key);
  /// Scenario, changes and horizon under "scenario", "sets" and "horizon"; an empty scenario where none is named.
  InputOptions input();
  Language language();

  /// After the last key. Errors: InputRejected(Door::command_line) with every key that is not known or has another
  /// type.
  void done();

 private:
  explicit AskedBody(nlohmann::json object, std::string before);
  const nlohmann::json* find(const char* key);
  void wrong(const char* key, const nlohmann::json& value, Message wanted);

  nlohmann::json object_;
  std::string before_;  // of keys, in messages
  std::set<std::string> taken_;
  InputErrors errors_;
};

}  // namespace disburse
