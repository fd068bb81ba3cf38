#include "outputs/what_if/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

std::string month_text(Month month, Language language) {
  return language == Language::zh ? fmt::format("{} 月", month.month()) : to_string(month);
}

std::optional<Month> used_up(const std::string& line, int year, const ScenarioTable& months) {
  for (const TabledRow& row : months.rows) {
    if (row.of == TabledRow::Of::line && row.id == line && row.year == year) return row.amounts.back().used_up;
  }
  return std::nullopt;
}

std::string total_text(const RunResult& result, Language language) {
  const Comparison& total = result.total;
  const std::string projected = wan_text(total.projected);
  if (!total.budget) {
    return fmt::format(
        fmt::runtime(say(language, "预计支出 {} 万元，没有预算可比", "{} (10,000 yuan) projected, no budget")),
        projected);
  }
  const Money difference = *total.difference();
  const bool over = difference > Money{};
  const std::string apart = wan_text(over ? difference : Money{} - difference);
  const std::string rate = percent_text(total.execution_rate());
  if (language == Language::zh)
    return fmt::format("预计支出 {} 万元，比预算 {} 万元{} {} 万元（执行率 {}）", projected, wan_text(*total.budget),
                       over ? "多" : "少", apart, rate);
  return fmt::format("{} (10,000 yuan) projected, {} {} the budget of {} (execution {})", projected, apart,
                     over ? "above" : "below", wan_text(*total.budget), rate);
}

}  // namespace

std::string verdict(const RunResult& result, const ScenarioTable& months, Language language) {
  std::vector<const LineFigure*> over;
  for (const LineFigure& line : result.lines) {
    if (line.amount.budget && line.amount.projected > *line.amount.budget) over.push_back(&line);
  }
  const std::string total = total_text(result, language);
  if (over.empty()) return total + say(language, "；没有科目超支。", "; no line goes over.");
  const LineFigure& most = **std::max_element(over.begin(), over.end(), [](const LineFigure* a, const LineFigure* b) {
    return *a->amount.difference() < *b->amount.difference();
  });
  const auto month = used_up(most.code, result.fiscal_year, months);
  const std::string apart = wan_text(*most.amount.difference());
  if (language == Language::zh) {
    return fmt::format("{}；{} 个科目超支，最多的是 {} {}，超 {} 万元{}。", total, over.size(), most.code, most.name,
                       apart, month ? "，" + month_text(*month, language) + "起超过全年预算" : "");
  }
  return fmt::format("{}; {} {} over, most of all {} by {}{}.", total, over.size(),
                     over.size() == 1 ? "line goes" : "lines go", most.code, apart,
                     month ? ", from " + month_text(*month, language) + " on" : "");
}

}  // namespace disburse
