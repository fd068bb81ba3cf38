#include "outputs/report/verdict.hpp"

#include <algorithm>
#include <cmath>

#include "engine/budget/paper_change.hpp"
#include "engine/comparison/used_up.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

constexpr std::size_t causes_told = 3;

/// A part of a difference and what is behind it.
struct Part {
  std::string name;
  Money amount;
};

std::string wan(Money amount, const Wording& words) { return wan_text(amount) + words(" 万元", " (10,000 yuan)"); }

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

/// "主要原因：A +1.00，B -2.00": the largest, whatever their sign. Empty where there is none.
std::string causes_sentence(std::vector<Part> reasons, const Wording& words) {
  std::erase_if(reasons, [](const Part& one) { return one.amount == Money{}; });
  const auto size = [](const Part& one) { return std::abs(one.amount.fen()); };
  std::stable_sort(reasons.begin(), reasons.end(), [&](const Part& a, const Part& b) { return size(a) > size(b); });
  reasons.resize(std::min(reasons.size(), causes_told));
  std::vector<std::string> parts;
  for (const Part& one : reasons) parts.push_back(one.name + " " + signed_wan_text(one.amount));
  if (parts.empty()) return "";
  return words("主要原因（万元）：", "Main causes (10,000 yuan): ") + joined(parts, words("；", "; ")) +
         words("。", ".");
}

void add_unless_empty(std::vector<std::string>& points, std::string point) {
  if (!point.empty()) points.push_back(std::move(point));
}

/// A line with its budget and where it ends.
struct LineEnd {
  std::string code;
  Money budget, amount;
  std::optional<Month> used_up;
  /// What would be told as 0.00 is no overspending: estimates are rounded month by month.
  Money over() const {
    const Money more = amount - budget;
    return signed_wan_text(more) == "0.00" ? Money{} : more;
  }
};

std::string month_text(Month month, const Wording& words) {
  return words.language == Language::zh ? std::to_string(month.month()) + " 月" : to_string(month);
}

std::string over_text(const LineEnd& line, const Wording& words) {
  std::string text = line.code + words(" 将超支 ", " will exceed its budget by ") + wan(line.over(), words);
  if (line.used_up) text += words("，", ", used up in ") + month_text(*line.used_up, words) + words("用完", "");
  return text;
}

/// "2089999 将超支 449.64 万元，10 月用完；其余科目有余。"
std::string lines_sentence(const std::vector<LineEnd>& lines, const std::string& opening, const Wording& words) {
  std::vector<std::string> over;
  Money left;
  for (const LineEnd& line : lines) {
    if (line.over() > Money{})
      over.push_back(over_text(line, words));
    else
      left += -line.over();
  }
  if (over.empty())
    return opening + words("各科目都在预算之内，共余 ", "every line stays within its budget, with ") +
           wan(left, words) + words("。", " left.");
  const std::string rest = over.size() == lines.size() ? ""
                           : left > Money{}            ? words("；其余科目有余", "; the others have money left")
                                            : words("；其余科目正好用完", "; the others come out even");
  return opening + joined(over, words("；", "; ")) + rest + words("。", ".");
}

/// What can be done about lines that exceed their budget, and which line has the most left.
std::string remedy_sentence(const std::vector<LineEnd>& lines, const Wording& words) {
  Money lacking;
  std::optional<Month> first;
  const LineEnd* richest = nullptr;
  for (const LineEnd& line : lines) {
    if (line.over() > Money{}) {
      lacking += line.over();
      if (line.used_up) first = first ? std::min(*first, *line.used_up) : *line.used_up;
    } else if (richest == nullptr || line.over() < richest->over()) {
      richest = &line;
    }
  }
  if (lacking == Money{}) return "";
  std::string text = words("可办：", "To do: ");
  if (first) text += words("在 ", "before ") + month_text(*first, words) + words("以前", " ");
  text += words("追加或调剂 ", "add or move ") + wan(lacking, words);
  if (richest != nullptr && richest->over() < Money{}) {
    text += words("；余额最多的科目是 ", "; the line with the most left is ") + richest->code +
            words("，预计余 ", ", with ") + wan(-richest->over(), words);
  }
  return text + words("。", ".");
}

/// The line that exceeds its budget most comes first.
void sort_ends(std::vector<LineEnd>& ends) {
  std::stable_sort(ends.begin(), ends.end(), [](const LineEnd& a, const LineEnd& b) { return a.over() > b.over(); });
}

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

std::vector<Part> reasons_of(const RunResult& run, const Wording& words) {
  std::vector<Part> reasons;
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

namespace {

/// "2024 年多支 646.63 万元"
std::string year_text(int year, Money difference, const Wording& words) {
  const std::string moved = difference > Money{}   ? words("多支 ", "more by ") + wan(difference, words)
                            : difference < Money{} ? words("少支 ", "less by ") + wan(-difference, words)
                                                   : words("不变", "the same");
  return std::to_string(year) + words(" 年", ": ") + moved;
}

/// The lines of the budget's year as a column ends them.
std::vector<LineEnd> line_ends(const ScenarioTable& table, std::size_t column) {
  std::vector<LineEnd> ends;
  for (const TabledRow& row : table.rows) {
    const TabledAmount& now = row.amounts[column];
    if (row.of == TabledRow::Of::line && row.year == table.fiscal_year && row.budget)
      ends.push_back({row.id, *row.budget, now.amount, now.used_up});
  }
  sort_ends(ends);
  return ends;
}

/// Whether a scenario pays another amount than the base on a line of the budget's year.
bool moves_a_line(const ScenarioTable& table, std::size_t column) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const TabledRow& row) {
    return row.of == TabledRow::Of::line && row.year == table.fiscal_year && row.difference(column) != Money{};
  });
}

/// "编制 2025 年预算要比基准多列 665.61 万元（2089999 +665.61）。": years for which there is no budget yet.
std::string later_sentence(const ScenarioTable& table, std::size_t column, const Wording& words) {
  std::string text;
  for (const int year : table.years) {
    if (year <= table.fiscal_year) continue;
    Money more;
    std::vector<std::string> lines;
    for (const TabledRow& row : table.rows) {
      if (row.of != TabledRow::Of::line || row.year != year || row.difference(column) == Money{}) continue;
      more += row.difference(column);
      lines.push_back(row.id + " " + signed_wan_text(row.difference(column)));
    }
    if (lines.empty()) continue;
    const std::string moved = more < Money{}
                                  ? words("可比基准少列 ", "may have less than the base: ") + wan(-more, words)
                                  : words("要比基准多列 ", "needs more than the base: ") + wan(more, words);
    text += words("编制 ", "The budget of ") + std::to_string(year) + words(" 年预算", " ") + moved +
            words("（", " (") + joined(lines, words("，", ", ")) + words("）。", ").");
  }
  return text;
}

}  // namespace

Verdict table_verdict(const ScenarioTable& table, const Wording& words) {
  Verdict verdict;
  std::vector<std::string> against;
  for (std::size_t s = 1; s < table.scenarios.size(); ++s) {
    std::vector<std::string> years;
    for (const TabledRow& row : table.rows) {
      if (row.of == TabledRow::Of::total) years.push_back(year_text(row.year, row.difference(s), words));
    }
    against.push_back(table.scenarios[s].name + " " + joined(years, words("，", ", ")));
  }
  verdict.sentence =
      words("与基准相比：", "Against the base: ") + joined(against, words("；", "; ")) + words("。", ".");
  for (std::size_t s = 0; s < table.scenarios.size(); ++s) {
    const std::string name = table.scenarios[s].name + words("：", ": ");
    const std::string later = later_sentence(table, s, words);
    if (s > 0 && !moves_a_line(table, s)) {
      verdict.points.push_back(name + std::to_string(table.fiscal_year) +
                               words(" 年与基准相同。", ": the same as the base.") +
                               (later.empty() ? "" : words("可办：", " To do: ") + later));
      continue;
    }
    const std::vector<LineEnd> ends = line_ends(table, s);
    std::vector<std::string> over;
    for (const LineEnd& line : ends) {
      if (line.over() > Money{}) over.push_back(over_text(line, words));
    }
    verdict.points.push_back(name +
                             (over.empty() ? words("各科目都在预算之内", "every line stays within its budget")
                                           : joined(over, words("；", "; "))) +
                             words("。", "."));
    const std::string remedy = remedy_sentence(ends, words);
    if (!remedy.empty() || !later.empty())
      verdict.points.push_back(name + (remedy.empty() ? words("可办：", "To do: ") : remedy + words("", " ")) + later);
  }
  return verdict;
}

namespace {

std::vector<Part> parts_of(const VariantComparison& variant, const std::vector<std::pair<std::string, Bridge>>& bridges,
                           const Wording& words) {
  std::vector<Part> parts;
  for (const auto& [id, bridge] : bridges) {
    for (const ProgrammeChange& programme : variant.programmes) {
      if (programme.id != id) continue;
      for (const auto& [cause, amount] : bridge.parts)
        parts.push_back({words.name(programme.name, programme.name_en) + " " + label(cause, words.language), amount});
    }
  }
  return parts;
}

}  // namespace

Verdict comparison_verdict(const ComparisonResult& comparison, const Wording& words) {
  Verdict verdict;
  for (const VariantComparison& variant : comparison.variants) {
    std::vector<std::string> years;
    for (const YearChange& year : variant.years) years.push_back(year_text(year.year, year.line.difference(), words));
    std::string sentence = (variant.title.empty() ? variant.scenario : variant.title) + words("：", ": ") +
                           joined(years, words("，", ", ")) + words("。", ".");
    if (verdict.sentence.empty())
      verdict.sentence = std::move(sentence);
    else
      verdict.points.push_back(std::move(sentence));
    const bool several = variant.years.size() > 1;
    const auto told = [&](int year, const std::vector<std::pair<std::string, Bridge>>& bridges) {
      const std::string causes = causes_sentence(parts_of(variant, bridges, words), words);
      const std::string when = several ? std::to_string(year) + words(" 年", ": ") : "";
      add_unless_empty(verdict.points, causes.empty() ? "" : when + causes);
    };
    told(comparison.fiscal_year, variant.bridges);
    for (const YearCauses& other : variant.other_causes) told(other.year, other.bridges);
  }
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
  std::vector<Part> reasons;
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
  std::vector<Part> reasons;
  for (const PaperProject& project : budget.paper.projects) {
    last += project.last_budget;
    drafted += project.drafted;
    const PaperChange change = change_of(project);
    reasons.push_back({project.name + words(" 数量", " units"), change.volume});
    reasons.push_back({project.name + words(" 标准", " rate"), change.price});
    reasons.push_back({project.name, change.outlook + change.rest});
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
