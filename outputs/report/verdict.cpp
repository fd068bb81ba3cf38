#include "outputs/report/verdict.hpp"

#include <algorithm>
#include <cmath>

#include "engine/budget/paper_change.hpp"
#include "engine/comparison/used_up.hpp"
#include "outputs/report/verdict_parts.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {

using namespace verdicts;

namespace {

std::vector<LineEnd> line_ends(const RunResult& run) {
  std::vector<LineEnd> ends;
  for (const LineFigure& line : run.lines) {
    if (!line.amount.budget) continue;
    ends.push_back({line.code, *line.amount.budget, line.amount.projected, std::nullopt});
    if (ends.back().over() > Money{})
      ends.back().used_up = used_up(*line.amount.budget, months_of_line(run, line.code, run.fiscal_year));
  }
  sort_ends(ends);
  return ends;
}

std::vector<ToldCause> reasons_of(const RunResult& run, const Wording& words) {
  std::vector<ToldCause> reasons;
  for (const ProgrammeResult& programme : run.programmes) {
    const std::string& name = words.name(programme.name, programme.name_en);
    if (programme.meaning) {
      reasons.push_back({name + words(" 人次", " units"), programme.meaning->volume_effect});
      reasons.push_back({name + words(" 每人次金额", " amount of a unit"), programme.meaning->price_effect});
    } else if (const auto difference = programme.amount.difference()) {
      reasons.push_back({name, *difference});
    }
  }
  return reasons;
}

/// "可办：按高值预备（万元）：…": the projects whose high lies most above what is drafted.
std::string reserves_sentence(const DraftedBudget& budget, const Wording& words) {
  std::vector<const PaperProject*> projects;
  for (const PaperProject& project : budget.paper.projects) {
    if (project.high > project.drafted) projects.push_back(&project);
  }
  const auto above = [](const PaperProject* one) { return one->high - one->drafted; };
  std::stable_sort(projects.begin(), projects.end(), [&](const auto* a, const auto* b) { return above(a) > above(b); });
  projects.resize(std::min(projects.size(), causes_told));
  std::vector<std::string> parts;
  for (const PaperProject* one : projects) parts.push_back(one->name + " " + wan_text(above(one)));
  if (parts.empty()) return "";
  return words("可办：有 90% 把握要预备最多的项目（万元）：",
               "To do: the projects that need most in reserve with 90 % confidence (10,000 yuan): ") +
         joined(parts, words("；", "; ")) + words("。", ".");
}

}  // namespace

std::string brief_text(const Verdict& verdict, Language language) {
  if (verdict.points.empty()) return verdict.sentence;
  return verdict.sentence + say(language, "", " ") + verdict.points.front();
}

Verdict run_verdict(const RunResult& run, const Wording& words) {
  const std::vector<LineEnd> ends = line_ends(run);
  if (ends.empty() || !run.total.budget)
    return {words("没有预算可比：预计支出 ", "There is no budget to hold it against: ") +
                wan(run.total.projected, words) + words("。", "."),
            {}};
  const std::string opening = run.scenario.overrides.empty() ? words("按现有标准，", "Under the rules in force, ")
                                                             : words("按所设情景，", "Under this scenario, ");
  Verdict verdict{lines_sentence(ends, opening, words), {}};
  const Money difference = *run.total.difference();
  const bool over = std::any_of(ends.begin(), ends.end(), [](const LineEnd& line) { return line.over() > Money{}; });
  std::string total = words("合计预计 ", "In all ") + wan(run.total.projected, words) +
                      words("，比预算 ", ", against the budget ") + signed_wan_text(difference) + words("。", ".");
  if (over && difference <= Money{})
    total += words("合计不超，是有余的科目盖住了超支的科目。", " What is left on some lines hides what others lack.");
  verdict.points.push_back(total);
  add_unless_empty(verdict.points, causes_sentence(reasons_of(run, words), words));
  add_unless_empty(verdict.points, remedy_sentence(ends, words));
  return verdict;
}

Verdict reforecast_verdict(const ReforecastResult& result, const Wording& words) {
  std::vector<LineEnd> ends;
  for (const ReforecastLine& line : result.lines)
    ends.push_back({line.code, line.budget, line.estimate, line.exhausted});
  sort_ends(ends);
  Verdict verdict{
      lines_sentence(ends, words("已发至 ", "Paid to ") + to_string(result.last) + words("，全年", ": in the year "),
                     words),
      {}};
  Money planned;
  std::vector<ToldCause> reasons;
  for (const ReforecastProgramme& programme : result.programmes) {
    planned += programme.projected;
    const VarianceSoFar& variance = programme.year.variance;
    if (!programme.given) continue;
    reasons.push_back({programme.name + words(" 时间", " timing"), variance.timing});
    reasons.push_back({programme.name + words(" 人数", " volume"), variance.volume});
    reasons.push_back({programme.name + words(" 结构", " mix"), variance.mix});
    reasons.push_back({programme.name + words(" 人均", " price"), variance.price});
  }
  verdict.points.push_back(words("合计全年预计 ", "In all ") + wan(result.total.estimate, words) +
                           words("，比预算 ", ", against the budget ") +
                           signed_wan_text(result.total.estimate - result.total.budget) +
                           words("，比年初测算 ", ", against what was projected before ") +
                           signed_wan_text(result.total.estimate - planned) + words("。", "."));
  add_unless_empty(verdict.points, causes_sentence(std::move(reasons), words));
  add_unless_empty(verdict.points, remedy_sentence(ends, words));
  return verdict;
}

Verdict draft_verdict(const DraftedBudget& budget, const Wording& words) {
  Money last, drafted;
  std::vector<ToldCause> reasons;
  for (const PaperProject& project : budget.paper.projects) {
    last += project.last_budget;
    drafted += project.drafted;
    const PaperChange change = change_of(project);
    reasons.push_back({project.name + words(" 数量", " units"), change.volume});
    reasons.push_back({project.name + words(" 标准", " rate"), change.price});
    reasons.push_back(
        {project.name + words(" 上年预算与上年测算之差", " last budget against its projection"), change.outlook});
    reasons.push_back({project.name + words(" 其他", " other"), change.rest});
  }
  Verdict verdict{std::to_string(budget.paper.year) + words(" 年项目支出 ", ": projects ") + wan(drafted, words) +
                      words("，比上年预算 ", ", against last year's budget ") + signed_wan_text(drafted - last) +
                      words("。", "."),
                  {}};
  add_unless_empty(verdict.points, causes_sentence(std::move(reasons), words));
  add_unless_empty(verdict.points, reserves_sentence(budget, words));
  return verdict;
}

Verdict study_verdict(const StudyResult& study, const Wording& words) {
  const std::string what = say(words.language, study.output_name);
  Verdict verdict;
  const bool limited = study.budget.has_value();
  verdict.sentence =
      std::to_string(study.year) + words(" 年“", ", ") + what + words("”", ": ") + wan(study.base, words);
  if (limited)
    verdict.sentence += words("，比预算 ", ", against the budget ") + signed_wan_text(study.base - *study.budget);
  if (limited && study.any_breaks)
    verdict.sentence += words("；超预算的概率 ", "; chance above the budget ") + percent_text(study.any_breaks, 1);
  verdict.sentence += words("。", ".");
  std::vector<std::string> bars;
  for (const TornadoBar& bar : study.tornado) {
    if (bar.dead || bars.size() == causes_told) continue;
    bars.push_back(study.inputs[bar.input].name + words("（", " (") + signed_wan_text(bar.at_low - study.base) + " / " +
                   signed_wan_text(bar.at_high - study.base) + words("）", ")"));
  }
  if (!bars.empty())
    verdict.points.push_back(
        words("影响最大的假定（取低 / 取高，万元）：", "Assumptions that move it most (low / high, 10,000 yuan): ") +
        joined(bars, words("；", "; ")) + words("。", "."));
  if (limited && study.quantiles && study.quantiles->p90 > *study.budget) {
    verdict.points.push_back(words("可办：有 90% 把握要预备 ", "To do: with 90 % confidence a reserve of ") +
                             wan(study.quantiles->p90 - *study.budget, words) + words("。", "."));
  }
  return verdict;
}

}  // namespace disburse
