#include "engine/comparison/plausible_size.hpp"

#include <optional>

namespace disburse {
namespace {

constexpr int most_times = 10;

std::optional<Message> doubt_of(const YearOfProgramme& year, const std::optional<Money>& budget) {
  if (year.line < Money{}) {
    return "{} are projected, less than nothing: contributions exceed what is paid, and no subsidy falls due"_m(
        wan_text(year.line));
  }
  if (!budget || *budget <= Money{} || year.line <= *budget * most_times) return std::nullopt;
  return "{} are projected, more than {} times the budget of {}: check what was changed, unit and digits"_m(
      wan_text(year.line), most_times, wan_text(*budget));
}

}  // namespace

std::vector<Finding> doubts_about_size(const RunResult& run) {
  std::vector<Finding> doubts;
  for (const ProgrammeResult& programme : run.programmes) {
    for (const YearFigure& year : run.years) {
      const YearOfProgramme* own = nullptr;
      for (const YearOfProgramme& one : year.programmes) {
        if (one.id == programme.id) own = &one;
      }
      const auto doubt = own == nullptr ? std::nullopt : doubt_of(*own, programme.amount.budget);
      if (!doubt) continue;
      doubts.push_back({"implausible_result", Severity::warning,
                        "{} {}"_m(Message::named(programme.name, programme.name_en), year.year), *doubt});
      break;
    }
  }
  return doubts;
}

}  // namespace disburse
