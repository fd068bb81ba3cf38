// How far the estimate is known, and the readings of the source side by side.
#include "outputs/report/run_exhibits.hpp"
#include "outputs/text/band_words.hpp"

namespace disburse {

Exhibit bands_exhibit(const BandResult& bands, const Wording& words) {
  Exhibit one =
      exhibit_of("bands", words("区间：全部假定一起变动", "Band: all that is assumed, moved together"), words.in_wan(),
                 {name_column(words("科目", "line")), money_column(words("预算", "budget")),
                  money_column(words("预计（基准值）", "estimate (base values)")), money_column("10%"),
                  money_column(words("中位数（50%）", "median (50 %)")), money_column("90%"),
                  rate_column(words("超支概率", "chance over")), money_column(words("预备 90%", "reserve 90 %"))});
  for (const std::string& sentence : band_sentences(bands, words.language))
    one.note += (one.note.empty() ? "" : words("", " ")) + sentence;
  for (const BandFigure& figure : bands.figures) {
    if (figure.of == BandFigure::Of::programme || figure.p10 == figure.p90) continue;
    const bool whole = figure.of == BandFigure::Of::total;
    one.add({whole ? words("合计", "all lines") : figure.id + " " + figure.name, figure.budget, figure.estimate,
             figure.p10, figure.p50, figure.p90, figure.over,
             figure.budget ? std::optional(figure.reserve_90) : std::nullopt});
  }
  return one;
}

Exhibit readings_exhibit(const BandResult& bands, const Wording& words) {
  std::vector<ExhibitColumn> columns{name_column(words("口径", "reading")), text_column(words("问题", "question")),
                                     rate_column(words("权重", "weight"), 0)};
  std::vector<std::size_t> shown;
  for (std::size_t f = 0; f < bands.figures.size(); ++f) {
    const BandFigure& figure = bands.figures[f];
    if (figure.of == BandFigure::Of::programme || figure.p10 == figure.p90) continue;
    shown.push_back(f);
    columns.push_back(money_column(figure.of == BandFigure::Of::total ? words("合计", "all lines") : figure.id));
  }
  columns.push_back(text_column(words("依据", "reason")));
  Exhibit one = exhibit_of("readings", words("口径对照", "Readings of the source side by side"), words.in_wan(),
                           std::move(columns));
  one.note =
      words("每个问题的第一行是基准；权重是判断，依据在末列。",
            "The first row of a question is the base; weights are judgements, with their reasons in the last column.");
  for (const BandAssumption& question : bands.assumptions) {
    if (question.kind != BandAssumption::Kind::question) continue;
    for (const BandAnswer& answer : question.answers) {
      std::vector<ExhibitCell> cells{name_of(answer, words.language), name_of(question, words.language), answer.weight};
      for (const std::size_t f : shown) cells.emplace_back(answer.amounts[f]);
      cells.emplace_back(answer.reason);
      one.add(std::move(cells));
    }
  }
  return one;
}

}  // namespace disburse
