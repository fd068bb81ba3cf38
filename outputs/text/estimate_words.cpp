#include "outputs/text/estimate_words.hpp"

#include <algorithm>
#include <cmath>

#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

template <class Figures, class IsIt>
const auto* found_in(const Figures& figures, const IsIt& is_it) {
  const auto at = std::find_if(figures.begin(), figures.end(), is_it);
  return at == figures.end() ? nullptr : &*at;
}

const YearFigure* year_of(const RunResult& run, int year) {
  return found_in(run.years, [&](const YearFigure& one) { return one.year == year; });
}

/// Whether the estimate is outside of its band as both are shown, to 0.01万元.
bool outside_of(const Spread& band, Money estimate) {
  const auto shown = [](Money amount) {
    constexpr double fen_a_hundredth = 1e4;
    return std::llround(static_cast<double>(amount.fen()) / fen_a_hundredth);
  };
  return shown(estimate) < shown(band.p10) || shown(estimate) > shown(band.p90);
}

/// "the award (estimate 6,540.67, band 5,967.94 to 6,536.87)"
std::string outside_text(const RunResult& run, const RiskFigure& figure, Money estimate, Language language) {
  const Spread& band = band_of(figure);
  return name_of(run, figure, language) + say(language, "（预计 ", " (estimate ") + wan_text(estimate) +
         say(language, "，区间 ", ", band ") + wan_text(band.p10) + say(language, " 至 ", " to ") + wan_text(band.p90) +
         say(language, "）", ")");
}

}  // namespace

const Spread& band_of(const RiskFigure& figure) { return figure.both ? *figure.both : figure.chance; }
const Spread& band_of(const RiskMonth& month) { return month.both ? *month.both : month.chance; }

std::optional<Money> estimate_of(const RunResult& run, const RiskFigure& figure) {
  const YearFigure* year = year_of(run, figure.year);
  if (year == nullptr) return std::nullopt;
  switch (figure.of) {
    case RiskFigure::Of::total: return year->line;
    case RiskFigure::Of::line: {
      const auto* line = found_in(year->lines, [&](const LineFigure& one) { return one.code == figure.id; });
      return line == nullptr ? std::nullopt : std::optional(line->amount.projected);
    }
    case RiskFigure::Of::programme: {
      const auto* one = found_in(year->programmes, [&](const YearOfProgramme& p) { return p.id == figure.id; });
      return one == nullptr ? std::nullopt : std::optional(one->line);
    }
  }
  return std::nullopt;
}

std::string name_of(const RunResult& run, const RiskFigure& figure, Language language) {
  if (figure.of == RiskFigure::Of::total) return say(language, "合计", "all");
  if (figure.of == RiskFigure::Of::line) return figure.id + " " + figure.name;
  const auto* programme = found_in(run.programmes, [&](const ProgrammeResult& p) { return p.id == figure.id; });
  const bool english = language == Language::en && programme != nullptr && !programme->name_en.empty();
  return english ? programme->name_en : figure.name;
}

std::string estimate_sentence(const RunResult& run, Language language) {
  if (!run.risk) return "";
  const std::string draws = count_text(run.risk->replicates, 0);
  std::string text =
      say(language, "“预计”是各项假定都取基准值时的期望值；均值、中位数和 10% 至 90% 的区间来自 ",
          "The estimate is the expected value with every assumption at its base value; mean, median and the band from "
          "10 to 90 % come from ") +
      draws + say(language, " 次模拟", " replicates");
  if (run.risk->assumptions > 0) {
    text += say(language, "，其中假定按各自的范围抽取 ", " with ") + count_text(run.risk->assumptions, 0) +
            say(language, " 组。", " sets of assumptions drawn from their ranges.");
  } else {
    text += say(language, "，只含个体死亡的随机，假定不变：其中的超支概率只计死亡，不是全部假定一起变动时的概率。",
                " of individual deaths, with the assumptions unchanged: the chances of overspending beside them are of "
                "deaths alone, and not of all that is assumed.");
  }
  std::string outside;
  for (const RiskFigure& figure : run.risk->figures) {
    const std::optional<Money> estimate = estimate_of(run, figure);
    if (figure.year != run.fiscal_year || !estimate || !outside_of(band_of(figure), *estimate)) continue;
    outside += (outside.empty() ? "" : say(language, "、", ", ")) + outside_text(run, figure, *estimate, language);
  }
  if (outside.empty()) return text;
  text += say(language, "预计在自己的区间之外的：", " Estimates outside of their own band: ") + outside;
  if (run.risk->assumptions == 0)
    return text + say(language, "；支出的分布不对称时会这样。", "; that is so where spending is skewed.");
  return text + say(language, "；基准值不在所抽范围的中间时会这样，区间说的是抽取的假定，预计说的是基准值。",
                    "; that is so where a base value does not lie in the middle of its range: the band speaks of the "
                    "drawn values, the estimate of the base values.");
}

}  // namespace disburse
