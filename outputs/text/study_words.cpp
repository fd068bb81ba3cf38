#include "outputs/text/study_words.hpp"

namespace disburse {

std::string held_text(const StudyResult& result, Language language) {
  if (!result.shapley || result.shapley->held.empty()) return "";
  std::string names;
  for (const std::size_t input : result.shapley->held)
    names += (names.empty() ? "" : say(language, "、", "; ")) + result.inputs[input].name;
  return say(language, "只分摊影响最大的十项；其余取中位数，不占份额：",
             " Only the ten that move it most share; held at their middle: ") +
         names + say(language, "。", ".");
}

}  // namespace disburse
