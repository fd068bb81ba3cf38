#pragma once
// What the first words of every report are put together from: money, causes, lines and what can be done about them.
#include <optional>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/money.hpp"
#include "outputs/report/wording.hpp"

namespace disburse::verdicts {

inline constexpr std::size_t causes_told = 3;

/// A part of a difference and what is behind it.
struct ToldCause {
  std::string name;
  Money amount;
};

/// A line with its budget and where it ends.
struct LineEnd {
  std::string code;
  Money budget, amount;
  std::optional<Month> used_up;
  /// What would be told as 0.00 is no overspending: estimates are rounded month by month.
  Money over() const;
};

std::string wan(Money amount, const Wording& words);  ///< "646.63 万元"
std::string joined(const std::vector<std::string>& parts, const std::string& between);
/// "主要原因：A +1.00，B -2.00": the largest, whatever their sign. Empty where there is none.
std::string causes_sentence(std::vector<ToldCause> reasons, const Wording& words);
void add_unless_empty(std::vector<std::string>& points, std::string point);
/// "2089999 将超支 449.64 万元，10 月用完"
std::string over_text(const LineEnd& line, const Wording& words);
/// "2089999 将超支 449.64 万元，10 月用完；其余科目有余。"
std::string lines_sentence(const std::vector<LineEnd>& lines, const std::string& opening, const Wording& words);
/// What can be done about lines that exceed their budget, and which line has the most left; empty where none does.
std::string remedy_sentence(const std::vector<LineEnd>& lines, const Wording& words);
/// The line that exceeds its budget most comes first.
void sort_ends(std::vector<LineEnd>& ends);

}  // namespace disburse::verdicts
