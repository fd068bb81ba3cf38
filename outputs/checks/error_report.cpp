#include "outputs/checks/error_report.hpp"

#include <algorithm>

#include "engine/support/text_width.hpp"
#include "outputs/checks/personal_numbers.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {

std::string error_report(const InputRejected& rejected, Language language) {
  constexpr std::size_t most_shown = 50;
  const auto& errors = rejected.errors().all();
  const std::size_t shown = std::min(errors.size(), most_shown);
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) text += printable(say(language, errors[i])) + "\n";
  if (rejected.door() != Door::command_line) text = without_personal_numbers(text);  // what a file held is quoted
  const std::string all = std::to_string(errors.size());
  if (shown < errors.size()) {
    const std::string rest = std::to_string(errors.size() - shown);
    text +=
        say(language, ("另有 " + rest + " 个错误未列出。\n").c_str(), (rest + " more errors are not shown.\n").c_str());
  }
  const std::string plural = errors.size() == 1 ? " error" : " errors";
  return text + say(language, ("共 " + all + " 个错误。\n").c_str(), (all + plural + " in all.\n").c_str());
}

}  // namespace disburse
