#include "outputs/checks/refusal.hpp"

#include "outputs/checks/personal_numbers.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

constexpr std::size_t most_shown = 50;

Json document_of(Json errors, std::size_t all) {
  Json document;
  document["schema"] = "disburse/refusal/1";
  document["errors"] = std::move(errors);
  document["in_all"] = all;
  return document;
}

/// What a file held is quoted without numbers of persons.
std::string said(Door door, const std::string& text) {
  return door == Door::command_line ? text : without_personal_numbers(text);
}

}  // namespace

std::string refusal_json(const InputRejected& rejected, Language language) {
  Json errors = Json::array();
  for (const InputError& error : rejected.errors()) {
    if (errors.size() == most_shown) break;
    errors.push_back({{"where", said(rejected.door(), to_string(error.place))},
                      {"key", said(rejected.door(), error.key)},
                      {"problem", said(rejected.door(), say(language, error.problem))},
                      {"why", said(rejected.door(), say(language, error.why))},
                      {"remedy", said(rejected.door(), say(language, error.remedy))}});
  }
  return json_text(document_of(std::move(errors), rejected.errors().size()));
}

std::string refusal_json(const Message& sentence, Language language) {
  const Json error{{"where", ""}, {"key", ""}, {"problem", say(language, sentence)}, {"why", ""}, {"remedy", ""}};
  return json_text(document_of(Json::array({error}), 1));
}

}  // namespace disburse
