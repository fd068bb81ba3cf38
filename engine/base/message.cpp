#include "engine/base/message.hpp"

namespace disburse {

std::string Message::text(Translate translate) const {
  if (pattern_.empty()) return translate == nullptr && !en_.empty() ? en_ : zh_;
  std::string_view rest = translate == nullptr ? pattern_ : translate(pattern_);
  std::string text;
  std::size_t next = 0;
  for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const std::string_view gap = rest.substr(open, 3);
    const bool numbered = gap.size() == 3 && gap[1] >= '0' && gap[1] <= '9' && gap[2] == '}';
    const bool plain = gap.starts_with("{}");
    text += rest.substr(0, open);
    if (plain || numbered) {
      const std::size_t index = numbered ? static_cast<std::size_t>(gap[1] - '0') : next++;
      if (index < arguments_.size()) text += arguments_[index].text(translate);
    } else {
      text += '{';  // a brace of the sentence
    }
    rest.remove_prefix(open + (plain ? 2 : numbered ? 3 : 1));
  }
  return text.append(rest);
}

std::string english(const Message& message) { return message.text(nullptr); }

Message joined(const std::vector<Message>& parts, Message between) {
  Message all;
  for (const Message& part : parts) all = all.empty() ? part : "{}{}{}"_m(std::move(all), between, part);
  return all;
}

}  // namespace disburse
