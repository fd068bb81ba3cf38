// Several scenarios in one table, a year an exhibit, and what overspends.
#include "outputs/report/planning_exhibits.hpp"
#include "outputs/text/number_text.hpp"
#include "outputs/text/scenario_words.hpp"

namespace disburse {
namespace {

class ScenarioExhibits {
 public:
  ScenarioExhibits(const ScenarioTable& table, const Wording& words) : table_(table), words_(words) {}

  Exhibit year(int year) const {
    Exhibit one =
        exhibit_of("scenarios-" + std::to_string(year), std::to_string(year) + words_(" 年度各情景", ": the scenarios"),
                   words_.unit(), columns(year));
    Chart chart = chart_of(ChartKind::bars_across);
    for (std::size_t s = 1; s < table_.scenarios.size(); ++s) {
      chart.series.push_back({table_.scenarios[s].name, {}, {}, false});
    }
    for (const TabledRow& row : table_.rows) {
      if (row.year != year) continue;
      one.add(cells(row, year));
      if (row.of == TabledRow::Of::programme && row.differs()) add_bars(chart, row);
    }
    if (!chart.categories.empty()) one.chart = std::move(chart);
    one.note = words_("差额是与基准之差；与基准不同的格子加底色。图为各项目与基准的差额。",
                      "Differences are from the base; cells that are not the base's are shaded. The chart shows the "
                      "programmes' differences.");
    return one;
  }

  Exhibit overspent() const {
    Exhibit one = exhibit_of("overspent", words_("超出预算的科目", "lines over their budget"), words_.unit(),
                             {name_column(words_("科目", "line")),
                              text_column(words_("情景", "scenario")),
                              money_column(words_("预算", "budget")),
                              money_column(words_("预计", "projected")),
                              difference_column(words_("超出", "over")),
                              {words_("用完月份", "used up in"), ColumnType::month, 0, false, "-"}});
    for (const TabledRow& row : table_.rows) {
      if (row.of == TabledRow::Of::programme) continue;
      for (std::size_t s = 0; s < row.amounts.size(); ++s) {
        const TabledAmount& amount = row.amounts[s];
        if (!amount.over) continue;
        one.add({row_name(row, words_.language), table_.scenarios[s].name, row.budget, amount.amount,
                 amount.amount - *row.budget, amount.used_up});
      }
    }
    if (one.rows.empty()) one.note = words_("没有科目超出预算。", "No line exceeds its budget.");
    return one;
  }

  Exhibit scenarios() const {
    Exhibit one = exhibit_of("scenarios", words_("对照的情景", "the scenarios"), "",
                             {name_column(words_("情景", "scenario")), text_column(words_("说明", "title")),
                              text_column(words_("花名册", "roster"))});
    for (const TabledScenario& scenario : table_.scenarios) {
      one.add({scenario.name, scenario.title,
               scenario.same_members ? words_("与基准相同", "the base's") : words_("与基准不同", "another one")});
    }
    return one;
  }

 private:
  std::vector<ExhibitColumn> columns(int year) const {
    std::vector<ExhibitColumn> all{name_column(words_("项目、科目", "programme, line"))};
    if (year == table_.fiscal_year) all.push_back(money_column(words_("预算", "budget")));
    for (const TabledScenario& scenario : table_.scenarios) {
      all.push_back(money_column(scenario.name));
      if (&scenario != &table_.scenarios.front())
        all.push_back(difference_column(scenario.name + words_(" 差额", ", difference")));
    }
    return all;
  }

  std::vector<ExhibitCell> cells(const TabledRow& row, int year) const {
    std::vector<ExhibitCell> all{row_name(row, words_.language)};
    if (year == table_.fiscal_year) all.emplace_back(row.budget);
    for (std::size_t s = 0; s < row.amounts.size(); ++s) {
      all.emplace_back(row.amounts[s].amount);
      if (s == 0) continue;
      all.back().differs = row.difference(s) != Money{};
      all.emplace_back(row.difference(s));
      all.back().differs = row.difference(s) != Money{};
    }
    return all;
  }

  void add_bars(Chart& chart, const TabledRow& row) const {
    chart.categories.push_back(row_name(row, words_.language));
    for (std::size_t s = 1; s < row.amounts.size(); ++s)
      chart.series[s - 1].values.emplace_back(chart_wan(row.difference(s)));
  }

  const ScenarioTable& table_;
  const Wording& words_;
};

}  // namespace

std::vector<Exhibit> scenario_exhibits(const ScenarioTable& table, const Wording& words) {
  const ScenarioExhibits make(table, words);
  std::vector<Exhibit> all;
  for (const int year : table.years) all.push_back(make.year(year));
  all.push_back(make.overspent());
  all.push_back(make.scenarios());
  return all;
}

}  // namespace disburse
