#include "outputs/text/band_words.hpp"

#include <algorithm>

#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

/// Below it a difference is rounding: 1万元.
constexpr Money nothing = Money::fen(1'000'000);

/// -1 within the budget, 1 above it, 0 at it.
int side_of(Money amount, Money budget) {
  if (amount > budget + nothing) return 1;
  return amount + nothing < budget ? -1 : 0;
}

std::string outcome(Money amount, Money budget, Language language) {
  const Money difference = amount - budget;
  if (side_of(amount, budget) == 0) return say(language, "与预算持平", "meets its budget");
  if (difference > Money()) return say(language, "超支 ", "overspends by ") + wan_text(difference);
  return say(language, "结余 ", "leaves ") + wan_text(Money() - difference);
}

std::string whole_sentence(const BandFigure& whole, Language language) {
  std::string text = say(language, "区间：全部假定按各自范围一起变动，合计有八成在 ",
                         "Band: with everything assumed moved together, eight in ten totals lie between ") +
                     wan_text(whole.p10) + say(language, " 至 ", " and ") + wan_text(whole.p90) +
                     say(language, " 万元之间（预计 ", " (estimate ") + wan_text(whole.estimate) +
                     say(language, "，为各假定取基准值；均值 ", ", every assumption at its base; mean ") +
                     wan_text(whole.mean) + say(language, "，中位数 ", ", median ") + wan_text(whole.p50) +
                     say(language, "）", ")");
  if (whole.over)
    text += say(language, "；超出预算的概率 ", "; chance of overspending ") + percent_text(whole.over, 0) +
            say(language, "，九成把握需另备 ", ", a reserve of ") + wan_text(whole.reserve_90) +
            say(language, " 万元", " suffices in nine of ten");
  return text + say(language, "。", ".");
}

/// What one assumption alone does to the whole.
std::string effect_text(const BandAssumption& assumption, std::size_t figure, Money estimate, Language language) {
  const BandEffect& effect = assumption.effects[figure];
  return name_of(assumption, language) + say(language, "（", " (") + signed_wan_text(effect.least - estimate) +
         say(language, " 至 ", " to ") + signed_wan_text(effect.most - estimate) + say(language, "）", ")");
}

/// Whether one of them alone takes the whole to the other side of its budget.
bool turns(const BandEffect& effect, const BandFigure& figure) {
  const int side = side_of(figure.estimate, *figure.budget);
  return side_of(effect.least, *figure.budget) != side || side_of(effect.most, *figure.budget) != side;
}

std::string deciding_sentence(const BandResult& bands, std::size_t figure, Language language) {
  const BandFigure& whole = bands.figures[figure];
  if (whole.deciding.empty()) return "";
  std::string text = say(language, "决定盈亏的三项假定：", "The three assumptions that decide the sign: ");
  bool any = false;
  for (std::size_t i = 0; i < whole.deciding.size(); ++i) {
    const BandAssumption& assumption = bands.assumptions[whole.deciding[i]];
    if (i != 0) text += say(language, "；", "; ");
    text += effect_text(assumption, figure, whole.estimate, language);
    const bool alone = whole.budget && turns(assumption.effects[figure], whole);
    if (alone) text += say(language, "，单项即可改变盈亏", ", which alone can turn it");
    any = any || alone;
  }
  if (!whole.budget || any) return text + say(language, "。", ".");
  return text + say(language, "，单项都不改变盈亏。", "; none alone turns it.");
}

/// Answers to one question under which the line's finding is another: "，按“2024年初数”超支 557.63".
std::string turned_by(const BandFigure& line, const BandAssumption& question, std::size_t figure, Language language) {
  const int side = side_of(line.estimate, *line.budget);
  std::string text;
  for (std::size_t a = 1; a < question.answers.size(); ++a) {
    const Money amount = question.answers[a].amounts[figure];
    if (side_of(amount, *line.budget) == side) continue;
    text += say(language, "，按“", ", by \"") + name_of(question.answers[a], language) + say(language, "”", "\" it ") +
            outcome(amount, *line.budget, language);
  }
  return text;
}

/// "2080507 …：按“2024年末预计数”结余 615.83，按“2024年初数”超支 557.63"; of several questions the base is named alone.
std::string turning_sentence(const BandResult& bands, std::size_t figure, Language language) {
  const BandFigure& line = bands.figures[figure];
  std::string text, first;
  int questions = 0;
  for (const BandAssumption& assumption : bands.assumptions) {
    if (assumption.kind != BandAssumption::Kind::question) continue;
    const std::string turned = turned_by(line, assumption, figure, language);
    if (turned.empty()) continue;
    if (questions++ == 0) first = name_of(assumption.answers.front(), language);
    text += turned;
  }
  if (questions == 0) return "";
  const std::string who =
      line.of == BandFigure::Of::total ? say(language, "合计", "the whole") : line.id + " " + line.name;
  const std::string base = questions == 1 ? say(language, "按“", ", by \"") + first + say(language, "”", "\" it ")
                                          : say(language, "按基准口径", ", by the base's readings it ");
  return say(language, "结论随口径而变：", "The finding turns with the reading: ") + who + base +
         outcome(line.estimate, *line.budget, language) + text + say(language, "。", ".");
}

}  // namespace

const BandFigure* whole_of(const BandResult& bands) {
  const auto at = std::find_if(bands.figures.begin(), bands.figures.end(),
                               [](const BandFigure& one) { return one.of == BandFigure::Of::total; });
  return at == bands.figures.end() ? nullptr : &*at;
}

std::string name_of(const BandAssumption& assumption, Language language) {
  return language == Language::zh || assumption.name_en.empty() ? assumption.name : assumption.name_en;
}

std::string name_of(const BandAnswer& answer, Language language) {
  return language == Language::zh || answer.name_en.empty() ? answer.name : answer.name_en;
}

std::vector<std::string> band_sentences(const BandResult& bands, Language language) {
  std::vector<std::string> sentences;
  const BandFigure* whole = whole_of(bands);
  if (whole == nullptr) return sentences;
  const auto figure = static_cast<std::size_t>(whole - bands.figures.data());
  sentences.push_back(whole_sentence(*whole, language));
  sentences.push_back(deciding_sentence(bands, figure, language));
  for (std::size_t f = 0; f < bands.figures.size(); ++f) {
    const BandFigure& one = bands.figures[f];
    if (one.of != BandFigure::Of::programme && one.budget) sentences.push_back(turning_sentence(bands, f, language));
  }
  std::erase_if(sentences, [](const std::string& sentence) { return sentence.empty(); });
  return sentences;
}

}  // namespace disburse
