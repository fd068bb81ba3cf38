// What is said first of what-ifs: their years against the base, the lines that they let go over, what can be done.
#include <algorithm>

#include "outputs/report/verdict.hpp"
#include "outputs/report/verdict_parts.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {

using namespace verdicts;

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

std::vector<ToldCause> parts_of(const VariantComparison& variant,
                                const std::vector<std::pair<std::string, Bridge>>& bridges, const Wording& words) {
  std::vector<ToldCause> parts;
  for (const auto& [id, bridge] : bridges) {
    for (const ProgrammeChange& programme : variant.programmes) {
      if (programme.id != id) continue;
      for (const auto& [cause, amount] : bridge.parts)
        parts.push_back({words.name(programme.name, programme.name_en) + " " + label(cause, words.language), amount});
    }
  }
  return parts;
}

/// "可办：若实行，2024 年要追加 646.63 万元；编制 2025 年预算要多列 665.61 万元。": of years in which it costs more.
std::string adoption_sentence(const std::vector<YearChange>& years, int fiscal_year, const Wording& words) {
  std::vector<std::string> parts;
  for (const YearChange& one : years) {
    const Money more = one.line.difference();
    if (more <= Money{} || one.year < fiscal_year) continue;
    const std::string year = std::to_string(one.year);
    parts.push_back(one.year == fiscal_year ? year + words(" 年要追加或调剂 ", ": add or move ") + wan(more, words)
                                            : words("编制 ", "budget of ") + year + words(" 年预算要多列 ", ": plan ") +
                                                  wan(more, words) + words("", " more"));
  }
  if (parts.empty()) return "";
  return words("可办：若实行，", "To do, if it is adopted: ") + joined(parts, words("；", "; ")) + words("。", ".");
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
    add_unless_empty(verdict.points, adoption_sentence(variant.years, comparison.fiscal_year, words));
  }
  return verdict;
}

}  // namespace disburse
