// What is uncertain: bands, chances, reserves.
#include "outputs/report/run_exhibits.hpp"
#include "outputs/text/estimate_words.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

/// The budget up to a month, if it were spent as the projection is; what is projected where there is no budget.
Money so_far(const RunResult& run, Month month) {
  Money projected;
  for (const MonthlyFigure& figure : run.monthly) {
    if (figure.month <= month && figure.month.year() == run.fiscal_year) projected += figure.line;
  }
  if (!run.total.budget || run.total.projected <= Money{}) return projected;
  return run.total.budget->times(Rate(projected.fen(), run.total.projected.fen()), Rounding::half_up);
}

/// A column of money less another.
Series deviation_series(const Exhibit& exhibit, std::size_t column, std::size_t from) {
  Series series{exhibit.columns[column].heading, {}, {}, false};
  for (const auto& row : exhibit.rows) {
    series.values.emplace_back(chart_wan(std::get<Money>(row[column].value) - std::get<Money>(row[from].value)));
  }
  return series;
}

}  // namespace

Exhibit fan_exhibit(const RunResult& run, const Wording& words) {
  Exhibit one = exhibit_of(
      "fan", words("累计支出与预算进度之差的区间", "Band of what is spent beyond the budget so far"), words.unit(),
      {{words("月份", "month"), ColumnType::month, 0, false, "-"},
       money_column(words("预算进度", "budget so far")),
       money_column(words("内带 10%", "inner 10 %")),
       money_column(words("中位数（50%）", "median (50 %)")),
       money_column(words("内带 90%", "inner 90 %")),
       money_column(words("外带 10%", "outer 10 %")),
       money_column(words("外带 90%", "outer 90 %"))});
  one.note =
      words("内带：只有个体死亡的随机；外带和中位数：再加上不确定的假定。均为 10% 至 90%。",
            "Inner band: individual deaths; outer band and median: uncertain assumptions too. Both from 10 to "
            "90 %.") +
      words("表中为累计支出，图中为累计支出减预算进度；预算进度按测算的各月比重分到各月，12 月之差就是全年与预算之差。",
            " The table has what is spent so far, the chart the same less the budget so far, which follows the "
            "projection's months; December shows the year against its budget.") +
      words("", " ") + estimate_sentence(run, words.language);
  for (const RiskMonth& month : run.risk->months) {
    if (month.month.year() != run.fiscal_year) continue;
    const Spread& both = band_of(month);
    one.add({month.month, so_far(run, month.month), month.chance.p10, both.p50, month.chance.p90, both.p10, both.p90});
  }
  one.chart = chart_of(ChartKind::fan);
  one.chart->categories = row_names(one);
  constexpr std::size_t path = 1;
  for (const std::size_t column : {5U, 6U, 2U, 4U, 3U})
    one.chart->series.push_back(deviation_series(one, column, path));
  one.chart->series.back().name = words("中位数", "median");
  one.chart->names = {words("加上假定", "with assumptions"), words("个体随机", "chance")};
  one.chart->mark = ChartMark{words("预算进度", "budget so far"), 0.0};
  return one;
}

Exhibit exceedance_exhibit(const RunResult& run, const Wording& words) {
  Exhibit one =
      exhibit_of("exceedance", words("超过某个金额的概率", "Chance of more than an amount"), words.unit(),
                 {money_column(words("金额", "amount")), rate_column(words("超过的概率", "chance of more"), 0)});
  for (const RiskFigure& figure : run.risk->figures) {
    if (figure.of != RiskFigure::Of::total || figure.year != run.fiscal_year) continue;
    const bool limited = figure.budget.has_value();
    const auto reserve = [&](Money amount) { return wan_or_dash(limited ? std::optional(amount) : std::nullopt); };
    one.note =
        (run.risk->assumptions > 0 ? words("超过预算的概率 ", "chance above the budget ")
                                   : words("超过预算的概率（只计死亡） ", "chance above the budget (deaths alone) ")) +
        percent_text(figure.over, 1) + words("；有 90% 把握所需的预备 ", "; reserve for 90 %: ") +
        reserve(figure.reserve_90) + words("，95% ", ", 95 %: ") + reserve(figure.reserve_95);
  }
  constexpr double per_cent = 100.0;
  one.chart = chart_of(ChartKind::curve);
  Series points{one.columns[1].heading, {}, {}, false};
  for (const auto& [above, amount] : run.risk->exceedance) {
    points.points.push_back({chart_wan(amount), static_cast<double>(above), ""});
    one.add({amount, static_cast<double>(above) / per_cent});
  }
  one.chart->series = {std::move(points)};
  one.chart->mark = ChartMark{words("预算", "budget"), chart_wan(run.total.budget)};
  return one;
}

Exhibit risk_exhibit(const RunResult& run, const Wording& words) {
  Exhibit one =
      exhibit_of("risk", words("各科目和项目的风险", "Risk by programme and line"), words.unit(),
                 {name_column(words("项目或科目", "programme or line")),
                  money_column(words("预算", "budget")),
                  money_column(words("预计（基准值）", "estimate (base values)")),
                  money_column(words("均值", "mean")),
                  money_column("10%"),
                  money_column(words("中位数（50%）", "median (50 %)")),
                  money_column("90%"),
                  rate_column(run.risk->assumptions > 0 ? words("超支概率", "chance over")
                                                        : words("超支概率（只计死亡）", "chance over (deaths alone)")),
                  money_column(words("预备 90%", "reserve 90 %")),
                  money_column(words("预备 95%", "reserve 95 %")),
                  {words("可能超支月", "likely in"), ColumnType::month, 0, false, "-"}});
  one.note = estimate_sentence(run, words.language);
  for (const RiskFigure& figure : run.risk->figures) {
    if (figure.year != run.fiscal_year) continue;
    const Spread& band = band_of(figure);
    const auto reserve = [&](Money amount) { return figure.budget ? std::optional(amount) : std::nullopt; };
    one.add({name_of(run, figure, words.language), figure.budget, estimate_of(run, figure), band.mean, band.p10,
             band.p50, band.p90, figure.over, reserve(figure.reserve_90), reserve(figure.reserve_95),
             figure.likely_over});
  }
  return one;
}

}  // namespace disburse
