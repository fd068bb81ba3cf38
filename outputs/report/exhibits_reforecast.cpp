// The year in progress: where it will end, what is locked, why it moved, what cash is to come.
#include <array>
#include <map>

#include "outputs/report/planning_exhibits.hpp"
#include "outputs/report/run_exhibits.hpp"

namespace disburse {
namespace {

Exhibit lines_exhibit(const ReforecastResult& result, const Wording& words) {
  Exhibit one =
      exhibit_of("lines", words("各科目：全年预计与预算", "Lines: the year's estimate and its budget"), words.unit(),
                 {name_column(words("科目", "line")),
                  money_column(words("预算", "budget")),
                  money_column(words("已支出", "paid")),
                  money_column(words("全年预计", "estimate")),
                  money_column("10%"),
                  money_column("90%"),
                  difference_column(words("与预算差", "difference")),
                  rate_column(words("超支概率", "chance over")),
                  {words("用完月份", "used up"), ColumnType::month, 0, false, "-"}});
  one.note = words(
      "全年预计：已发月份按实际，其余月份为期望值，已支出能分辨的口径按现权重加权，其他假定取基准值；10% 和 90%："
      "不确定假定与个体随机合在一起，围绕全年预计给出，没有另外的均值和中位数。",
      "Estimate: months paid as paid, the others the expected value, readings that the payments tell apart under their "
      "weights now and all else at base values; 10 and 90 %: assumptions and chance together, around the estimate; "
      "there is no mean or median "
      "beside it.");
  const auto row = [&](const std::string& name, const ReforecastLine& line) {
    one.add({name, line.budget, line.locked, line.estimate, line.band.low, line.band.high, line.estimate - line.budget,
             line.over, line.exhausted});
  };
  for (const ReforecastLine& line : result.lines) row(line.code + " " + line.name, line);
  one.chart = chart_of(ChartKind::bars_across);
  one.chart->categories = row_names(one);
  one.chart->series = {money_series(one, 1), money_series(one, 3)};
  row(words("合计", "all"), result.total);
  return one;
}

Exhibit locked_months_exhibit(const ReforecastResult& result, const Wording& words) {
  Exhibit one = exhibit_of("months", words("各月支出：已锁定与其余", "Months: locked and to come"), words.unit(),
                           {{words("月份", "month"), ColumnType::month, 0, false, "-"},
                            money_column(words("已锁定", "locked")),
                            money_column(words("其余", "to come"))});
  one.note = words("锁定至 ", "locked to ") + to_string(result.last) +
             words("；没有实际数的项目和月份是估计，列在其余",
                   "; programmes and months without actuals are estimates, and stand under to come");
  std::map<Month, std::pair<Money, Money>> months;
  for (const ReforecastProgramme& programme : result.programmes) {
    for (std::size_t t = 0; t < programme.year.months.size(); ++t) {
      const Month month = Month(result.year, 1) + static_cast<int>(t);
      auto& [locked, open] = months[month];
      (programme.locked(month, result.last) ? locked : open) += programme.year.months[t];
    }
  }
  for (const auto& [month, amounts] : months) one.add({month, amounts.first, amounts.second});
  one.chart = chart_of(ChartKind::stacked);
  one.chart->categories = row_names(one);
  one.chart->series = {money_series(one, 1), money_series(one, 2)};
  return one;
}

Exhibit causes_exhibit(const ReforecastResult& result, const Wording& words) {
  Exhibit one = exhibit_of("causes", words("至今差异的原因", "Causes so far"), words.unit(),
                           {name_column(words("项目", "programme")), difference_column(words("时间", "timing")),
                            difference_column(words("人数", "volume")), difference_column(words("结构", "mix")),
                            difference_column(words("人均", "price"))});
  one.note = words("实际减测算，到分为止没有余数。", "Paid less projected; the parts sum to the fen.");
  for (const ReforecastProgramme& programme : result.programmes) {
    if (!programme.given) continue;
    const VarianceSoFar& variance = programme.year.variance;
    one.add({programme.name, variance.timing, variance.volume, variance.mix, variance.price});
  }
  one.chart = chart_of(ChartKind::bars_across);
  one.chart->stacked = true;
  one.chart->categories = row_names(one);
  for (std::size_t c = 1; c < one.columns.size(); ++c) one.chart->series.push_back(money_series(one, c));
  return one;
}

}  // namespace

std::vector<Exhibit> reforecast_exhibits(const ReforecastResult& result, const Wording& words) {
  return {lines_exhibit(result, words), locked_months_exhibit(result, words), causes_exhibit(result, words),
          pay_days_exhibit(result.cash, words("尚需拨付的款项。", "Still to be asked for."), words)};
}

}  // namespace disburse
