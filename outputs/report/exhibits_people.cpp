// The persons: movements, ages, caseload and averages.
#include <cmath>

#include "outputs/report/run_exhibits.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/labels.hpp"

namespace disburse {
namespace {

std::optional<double> opposite(std::optional<double> value) { return value ? std::optional(-*value) : std::nullopt; }

/// One row and one series a programme that pays persons: what `figure` makes of each of its months.
template <class Figure>
void add_by_month(Exhibit& one, const RunResult& run, const Wording& words, int decimals, const Figure& figure) {
  one.columns = {name_column(words("项目", "programme"))};
  one.chart = chart_of(ChartKind::lines);
  for (const MonthlyFigure& month : run.monthly) {
    one.columns.push_back(count_column(to_string(month.month), decimals));
    one.chart->categories.push_back(to_string(month.month));
  }
  for (const ProgrammeResult& programme : run.programmes) {
    if (!programme.headcount || std::isnan(*programme.headcount)) continue;
    const std::string& name = words.name(programme.name, programme.name_en);
    std::vector<ExhibitCell> row{name};
    Series series{name, {}, {}, false};
    for (const MonthlyFigure& month : programme.monthly) {
      series.values.push_back(figure(month));
      row.emplace_back(series.values.back());
    }
    one.chart->series.push_back(std::move(series));
    one.add(std::move(row));
  }
}

}  // namespace

Exhibit population_exhibit(const RunResult& run, const Wording& words) {
  const auto persons = [&](const char* zh, const char* en) { return count_column(words(zh, en), 1); };
  Exhibit one =
      exhibit_of("population", words("领取待遇人员变动", "Pensioners: stock and movements"), words("人", "persons"),
                 {name_column(words("险种", "scheme")), persons("期初", "opening"), persons("新增", "new"),
                  persons("死亡", "deaths"), persons("其他减少", "other exits"), persons("期末", "closing")});
  one.chart = chart_of(ChartKind::bars_across);
  one.chart->stacked = true;
  Series entrants{one.columns[2].heading, {}, {}, false}, deaths{one.columns[3].heading, {}, {}, false};
  for (const PopulationFlow& flow : run.population) {
    const FlowMonth& year = flow.year;
    one.add(
        {label(flow.scheme, words.language), year.opening, year.entrants, year.deaths, year.other_exits, year.closing});
    entrants.values.push_back(chart_count(year.entrants));
    deaths.values.push_back(opposite(chart_count(year.deaths)));
  }
  one.chart->categories = row_names(one);
  one.chart->series = {std::move(entrants), std::move(deaths)};
  return one;
}

Exhibit ages_exhibit(const RunResult& run, Scheme scheme, const Wording& words) {
  Exhibit one = exhibit_of(
      std::string("ages-") + to_string(scheme),
      label(scheme, words.language) + words("：年初领取人员年龄", ": ages at the opening"), words("人", "persons"),
      {text_column(words("年龄", "age")), count_column(words("男", "men")), count_column(words("女", "women"))});
  one.chart = chart_of(ChartKind::pyramid);
  Series men{one.columns[1].heading, {}, {}, false}, women{one.columns[2].heading, {}, {}, false};
  for (const AgeBand& group : run.ages) {
    if (group.scheme != scheme) continue;
    one.add({std::to_string(group.from) + "–" + std::to_string(group.from + 4), group.men, group.women});
    men.values.push_back(opposite(chart_count(group.men)));
    women.values.push_back(chart_count(group.women));
  }
  one.chart->categories = row_names(one);
  one.chart->series = {std::move(men), std::move(women)};
  return one;
}

Exhibit caseload_exhibit(const RunResult& run, const Wording& words) {
  Exhibit one = exhibit_of("caseload", words("各月领取人数", "Persons paid by month"), words("人", "persons"), {});
  add_by_month(one, run, words, 0, [](const MonthlyFigure& month) { return chart_count(month.headcount); });
  one.chart->kind = ChartKind::grouped;  // who is paid in some months is nobody between them
  return one;
}

Exhibit averages_exhibit(const RunResult& run, const Wording& words) {
  Exhibit one = exhibit_of("averages", words("各月人均支出（各级负担合计）", "Average paid a person (all payers)"),
                           words("元", "yuan"), {});
  add_by_month(one, run, words, 2, [](const MonthlyFigure& month) -> std::optional<double> {
    constexpr double fen_a_yuan = 100.0;
    const std::optional<Money> average = average_of(month);
    return average ? std::optional(static_cast<double>(average->fen()) / fen_a_yuan) : std::nullopt;
  });
  return one;
}

}  // namespace disburse
