#include "outputs/text/scenario_words.hpp"

namespace disburse {

std::string to_string(TabledRow::Of of) {
  switch (of) {
    case TabledRow::Of::programme: return "programme";
    case TabledRow::Of::line: return "line";
    case TabledRow::Of::total: break;
  }
  return "total";
}

std::string row_name(const TabledRow& row, Language language) {
  switch (row.of) {
    case TabledRow::Of::programme: return language == Language::en && !row.name_en.empty() ? row.name_en : row.name;
    case TabledRow::Of::line: return row.id + " " + row.name;
    case TabledRow::Of::total: break;
  }
  return say(language, "合计（全部科目）", "total (all lines)");
}

}  // namespace disburse
