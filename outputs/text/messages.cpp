#include "outputs/text/messages.hpp"

#include <unordered_map>

#include "outputs/text/chinese_of_tables.hpp"

namespace disburse {
namespace {

std::string_view chinese(std::string_view pattern) {
  static const std::unordered_map<std::string_view, std::string_view> catalogue = [] {
    std::unordered_map<std::string_view, std::string_view> words;
    for (const auto part :
         {chinese_of_files(), chinese_of_law(), chinese_of_scenarios(), chinese_of_offices(), chinese_of_agencies(),
          chinese_of_tables(), chinese_of_studies(), chinese_of_findings(), chinese_of_unknowns()}) {
      for (const Translation& entry : part) words.emplace(entry.pattern, entry.chinese);
    }
    return words;
  }();
  const auto found = catalogue.find(pattern);
  return found == catalogue.end() ? pattern : found->second;
}

bool is_question(std::string_view text) { return text.ends_with('?') || text.ends_with("？"); }

}  // namespace

std::string say(Language language, const Message& message) {
  return message.text(language == Language::zh ? &chinese : nullptr);
}

std::string say(Language language, const InputError& error) {
  if (language == Language::en) return to_string(error);
  std::string text = to_string(error.place);
  if (!text.empty()) text += "：";
  if (!error.key.empty()) text += error.key + "：";
  text += say(language, error.problem);
  if (!error.why.empty()) text += "（" + say(language, error.why) + "）";
  text += "。";
  if (error.remedy.empty()) return text;
  const std::string remedy = say(language, error.remedy);
  return text + remedy + (is_question(remedy) ? "" : "。");
}

}  // namespace disburse
