// The money: programmes, months, the way from the budget to the projection, pay days.
#include <algorithm>
#include <cmath>
#include <map>

#include "outputs/report/run_exhibits.hpp"
#include "outputs/text/labels.hpp"

namespace disburse {
namespace {

/// Bars of a waterfall: the first and the last stand on zero, those between float on the sum of what came before. The
/// axis begins little below the lowest, since steps are small beside the ends.
void draw_floating_bars(Chart& chart, const Wording& words) {
  const std::vector<double>& steps = chart.steps;
  Series floor{"", {}, {}, true}, ends{words("总额", "whole"), {}, {}, false};
  Series up{words("增加", "more"), {}, {}, false}, down{words("减少", "less"), {}, {}, false};
  double level = 0.0;
  double least = std::min(steps.front(), steps.back());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const double step = steps[i];
    const bool end = i == 0 || i + 1 == steps.size();
    const double next = end ? step : level + step;
    const double base = end ? 0.0 : std::min(level, next);
    if (!end) least = std::min(least, base);
    const auto drawn = [](bool wanted, double value) { return wanted ? std::optional(value) : std::nullopt; };
    floor.values.emplace_back(base);
    ends.values.push_back(drawn(end, step));
    up.values.push_back(drawn(!end && step >= 0.0, step));
    down.values.push_back(drawn(!end && step < 0.0, -step));
    level = next;
  }
  constexpr double below = 0.98, hundreds = 100.0;
  chart.minimum = std::floor(least * below / hundreds) * hundreds;
  chart.series = {std::move(floor), std::move(ends), std::move(up), std::move(down)};
}

/// What is projected by itself is only as independent as its headcount: that is said, not left to be assumed. Empty for
/// any other basis.
std::string independence_sentence(const ProgrammeResult& programme, const Wording& words) {
  if (programme.basis != Basis::projected) return "";
  return words.name(programme.name, programme.name_en) + words("（独立测算）：", " (projected): ") +
         words.name(programme.basis_reason, programme.basis_reason_en) + words("。", ".");
}

}  // namespace

Exhibit programmes_exhibit(const RunResult& run, const Wording& words) {
  Exhibit one = exhibit_of("programmes", words("各项目：预算与预计", "Programmes: budget and projection"), words.unit(),
                           {name_column(words("项目", "programme")),
                            {words("科目", "line"), ColumnType::code, 0, false, ""},
                            money_column(words("预算", "budget")),
                            money_column(words("预计", "projected")),
                            difference_column(words("差异", "difference")),
                            rate_column(words("执行率", "execution")),
                            text_column(words("依据", "basis"))});
  for (const ProgrammeResult& programme : run.programmes) {
    one.add({words.name(programme.name, programme.name_en), programme.line, programme.amount.budget,
             programme.amount.projected, programme.amount.difference(), programme.amount.execution_rate(),
             label(programme.basis, words.language)});
    const std::string independence = independence_sentence(programme, words);
    if (!independence.empty()) one.note += (one.note.empty() ? "" : words("", " ")) + independence;
  }
  one.chart = chart_of(ChartKind::bars_across);
  one.chart->categories = row_names(one);
  one.chart->series = {money_series(one, 2), money_series(one, 3)};
  return one;
}

Exhibit months_exhibit(const RunResult& run, const Wording& words) {
  Exhibit one = exhibit_of("months", words("各月支出（市级科目）", "Spending by month (city's lines)"), words.unit(),
                           {name_column(words("项目", "programme"))});
  one.chart = chart_of(ChartKind::stacked);
  for (const MonthlyFigure& month : run.monthly) {
    one.columns.push_back(money_column(to_string(month.month)));
    one.chart->categories.push_back(to_string(month.month));
  }
  for (const ProgrammeResult& programme : run.programmes) {
    const std::string& name = words.name(programme.name, programme.name_en);
    std::vector<ExhibitCell> row{name};
    Series series{name, {}, {}, false};
    for (const MonthlyFigure& month : programme.monthly) {
      row.emplace_back(month.line);
      series.values.emplace_back(chart_wan(month.line));
    }
    one.chart->series.push_back(std::move(series));
    one.add(std::move(row));
  }
  return one;
}

Exhibit waterfall_exhibit(const RunResult& run, const Wording& words) {
  Exhibit one = exhibit_of("waterfall", words("从预算到预计", "From the budget to the projection"), words.unit(),
                           {name_column(words("项目", "programme")), text_column(words("原因", "cause")),
                            difference_column(words("差异", "difference"))});
  one.note = words("每一段是一个项目预计减预算的一个原因：人次，或每人次金额；两者之和没有余数。",
                   "Each step is one cause of a programme's difference: units, or the amount of a unit; nothing is "
                   "left.");
  one.chart = chart_of(ChartKind::waterfall);
  const auto bar = [&](const std::string& name, Money amount) {
    one.chart->categories.push_back(name);
    one.chart->steps.push_back(chart_wan(amount));
  };
  const auto step = [&](const std::string& name, const std::string& cause, std::optional<Money> amount) {
    if (amount.value_or(Money{}) == Money{}) return;
    bar(cause.empty() ? name : name + " " + cause, *amount);
    one.add({name, cause, *amount});
  };
  bar(words("预算", "budget"), run.total.budget.value_or(Money{}));
  for (const ProgrammeResult& programme : run.programmes) {
    const std::string& name = words.name(programme.name, programme.name_en);
    if (programme.meaning) {
      step(name, words("人次", "units"), programme.meaning->volume_effect);
      step(name, words("每人次金额", "amount of a unit"), programme.meaning->price_effect);
    } else {
      step(name, "", programme.amount.difference());
    }
  }
  bar(words("预计", "projected"), run.total.projected);
  draw_floating_bars(*one.chart, words);
  return one;
}

Exhibit pay_days_exhibit(const CashPlan& cash, const std::string& rule, const Wording& words) {
  const std::vector<Payer> payers = cash.payers();
  Exhibit one = exhibit_of("cash", words("用款：各发放日", "Cash: pay days"), words.unit(),
                           {{words("发放日", "day"), ColumnType::day, 0, false, "-"}});
  one.note = rule;
  for (const Payer& payer : payers) one.columns.push_back(money_column(label(payer, words.language)));
  std::map<Date, std::map<Payer, Money>> days;
  for (const CashNeed& need : cash.needs) days[need.day][need.payer] += need.amount;
  for (auto& [day, by_payer] : days) {
    std::vector<ExhibitCell> row{to_string(day)};
    for (const Payer& payer : payers) row.emplace_back(by_payer[payer]);
    one.add(std::move(row));
  }
  one.chart = chart_of(ChartKind::stacked);
  one.chart->categories = row_names(one);
  for (std::size_t p = 0; p < payers.size(); ++p) one.chart->series.push_back(money_series(one, p + 1));
  return one;
}

}  // namespace disburse
