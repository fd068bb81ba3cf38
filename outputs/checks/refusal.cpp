#include "outputs/checks/refusal.hpp"

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

}  // namespace

std::string refusal_json(const InputRejected& rejected, Language language) {
  Json errors = Json::array();
  for (const InputError& error : rejected.errors()) {
    if (errors.size() == most_shown) break;
    errors.push_back({{"where", to_string(error.place)},
                      {"key", error.key},
                      {"problem", say(language, error.problem)},
                      {"why", say(language, error.why)},
                      {"remedy", say(language, error.remedy)}});
  }
  return json_text(document_of(std::move(errors), rejected.errors().size()));
}

std::string refusal_json(const Message& sentence, Language language) {
  const Json error{{"where", ""}, {"key", ""}, {"problem", say(language, sentence)}, {"why", ""}, {"remedy", ""}};
  return json_text(document_of(Json::array({error}), 1));
}

}  // namespace disburse
