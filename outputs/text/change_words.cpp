#include "outputs/text/change_words.hpp"

namespace disburse {

std::string ended_growth_text(const ParameterChange& change, Language language) {
  if (!change.ended) return "";
  std::string by;
  for (const std::string& name : change.ended->by) by += (by.empty() ? "" : say(language, "、", ", ")) + name;
  const std::string rule = by.empty() ? say(language, "上年同月", "the same month of the year before") : by;
  const std::string year = std::to_string(change.ended->year);
  if (language == Language::zh) {
    return "“" + change.name + "”从 " + year + " 年起不再按“" + rule +
           "”逐年推算，各年都用改后的数值；只改某一段时间的，写明起止月份";
  }
  return change.name + " no longer follows " + rule + " from " + year +
         " on; every year has the changed value. A change of some months names its first and last month";
}

}  // namespace disburse
