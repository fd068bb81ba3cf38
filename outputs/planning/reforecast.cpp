#include "outputs/planning/reforecast.hpp"

#include "engine/support/text_table.hpp"
#include "outputs/planning/cash.hpp"
#include "outputs/text/csv_table.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/messages.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

std::string lines_table(const ReforecastResult& result, Language language) {
  TextTable table({{say(language, "科目", "line"), Align::left},
                   {say(language, "预算", "budget"), Align::right},
                   {say(language, "已支出", "paid"), Align::right},
                   {say(language, "预算余额", "left"), Align::right},
                   {say(language, "全年预计", "estimate"), Align::right},
                   {"10%", Align::right},
                   {"90%", Align::right},
                   {say(language, "与预算差", "difference"), Align::right},
                   {say(language, "超支概率", "chance over"), Align::right},
                   {say(language, "用完月份", "used up"), Align::left}});
  const auto cells = [&](const ReforecastLine& line, const std::string& name) {
    return std::vector<Cell>{name,
                             wan_text(line.budget),
                             wan_text(line.locked),
                             wan_text(line.left()),
                             wan_text(line.estimate),
                             wan_or_dash(line.band.low),
                             wan_or_dash(line.band.high),
                             signed_wan_text(line.estimate - line.budget),
                             line.over ? percent_text(line.over, 0) : "-",
                             line.exhausted ? to_string(*line.exhausted) : "-"};
  };
  for (const ReforecastLine& line : result.lines) table.row(cells(line, line.code + " " + line.name));
  table.total(cells(result.total, say(language, "合计", "sum")));
  return table.text();
}

std::string programmes_table(const ReforecastResult& result, Language language) {
  TextTable table({{say(language, "项目", "programme"), Align::left},
                   {say(language, "原测算", "projected"), Align::right},
                   {say(language, "已支出", "paid"), Align::right},
                   {say(language, "其余月份", "to come"), Align::right},
                   {say(language, "全年预计", "estimate"), Align::right},
                   {"10%", Align::right},
                   {"90%", Align::right},
                   {say(language, "人数比", "persons"), Align::right},
                   {say(language, "人均比", "average"), Align::right}});
  for (const ReforecastProgramme& one : result.programmes) {
    table.row({one.given ? one.name : one.name + say(language, "（估计）", " (estimate)"), wan_text(one.projected),
               one.given ? wan_text(one.year.locked) : say(language, "未知", "unknown"), wan_text(one.year.remaining),
               wan_text(one.year.estimate()), wan_or_dash(one.band.low), wan_or_dash(one.band.high),
               one.given ? count_text(one.year.persons_ratio, 4) : "-",
               one.given ? count_text(one.year.price_ratio, 4) : "-"});
  }
  return table.text();
}

std::string variance_table(const ReforecastResult& result, Language language) {
  TextTable table({{say(language, "项目", "programme"), Align::left},
                   {say(language, "测算", "projected"), Align::right},
                   {say(language, "时间", "timing"), Align::right},
                   {say(language, "人数", "volume"), Align::right},
                   {say(language, "结构", "mix"), Align::right},
                   {say(language, "人均", "price"), Align::right},
                   {say(language, "实际", "paid"), Align::right}});
  VarianceSoFar sum;
  Money planned;
  Money paid;
  for (const ReforecastProgramme& one : result.programmes) {
    if (!one.given) continue;
    const VarianceSoFar& variance = one.year.variance;
    table.row({one.name, wan_text(one.year.projected_locked), signed_wan_text(variance.timing),
               signed_wan_text(variance.volume), signed_wan_text(variance.mix), signed_wan_text(variance.price),
               wan_text(one.year.locked)});
    sum.timing += variance.timing;
    sum.volume += variance.volume;
    sum.mix += variance.mix;
    sum.price += variance.price;
    planned += one.year.projected_locked;
    paid += one.year.locked;
  }
  table.total({say(language, "合计", "sum"), wan_text(planned), signed_wan_text(sum.timing),
               signed_wan_text(sum.volume), signed_wan_text(sum.mix), signed_wan_text(sum.price), wan_text(paid)});
  return table.text();
}

Json line_part(const ReforecastLine& line) {
  return {{"code", line.code.empty() ? Json(nullptr) : Json(line.code)},
          {"name", line.name},
          {"budget_fen", line.budget.fen()},
          {"locked_fen", line.locked.fen()},
          {"estimate_fen", line.estimate.fen()},
          {"p10_fen", fen_or_null(line.band.low)},
          {"p90_fen", fen_or_null(line.band.high)},
          {"left_fen", line.left().fen()},
          {"probability_over_budget", or_null(line.over)},
          {"exhausted", line.exhausted ? Json(to_string(*line.exhausted)) : Json(nullptr)}};
}

Json reading_part(const WeighedQuestion& question) {
  Json part{{"id", question.id}, {"name", question.name}, {"name_en", question.name_en}, {"answers", Json::array()}};
  for (const WeighedAnswer& answer : question.answers) {
    part["answers"].push_back({{"name", answer.name},
                               {"name_en", answer.name_en},
                               {"weight_before", answer.before},
                               {"weight_after", answer.after},
                               {"so_far_fen", answer.so_far.fen()},
                               {"estimate_fen", answer.estimate.fen()}});
  }
  return part;
}

std::string in_language(const std::string& zh, const std::string& en, Language language) {
  return language == Language::en && !en.empty() ? en : zh;
}

std::string readings_table(const ReforecastResult& result, Language language) {
  if (result.readings.empty()) return "";
  std::string text =
      std::string(say(language, "\n[ 口径：已支出之后 ]\n", "\n[ readings of the source, after what was paid ]\n")) +
      say(language, "已支出 ", "paid ") + wan_text(result.paid) + "\n";
  for (const WeighedQuestion& question : result.readings) {
    TextTable table({{in_language(question.name, question.name_en, language), Align::left},
                     {say(language, "原权重", "weight before"), Align::right},
                     {say(language, "现权重", "weight now"), Align::right},
                     {say(language, "按此应已支出", "would have paid"), Align::right},
                     {say(language, "全年预计", "estimate"), Align::right}},
                    1);
    for (const WeighedAnswer& answer : question.answers)
      table.row({in_language(answer.name, answer.name_en, language), percent_text(answer.before, 0),
                 percent_text(answer.after, 0), wan_text(answer.so_far), wan_text(answer.estimate)});
    text += table.text();
  }
  return text + say(language,
                    "现权重按已支出数重新计算：某口径应已支出的数离实际越远，权重越低；其余假定的范围算作误差。"
                    "全年预计按现权重加权。\n",
                    "Weights are renewed by what was paid: the farther a reading lies from it, the less it weighs; the "
                    "ranges of all other assumptions count as errors. The estimate takes the weights now.\n");
}

std::string method_name(const std::string& method, Language language) {
  if (method == "reforecast") return say(language, "年中再预测", "re-forecast");
  if (method == "run_rate") return say(language, "按进度外推", "run-rate");
  return say(language, "年初测算不变", "the plan itself");
}

/// What the payments themselves make doubtful, before every figure that rests on them; the gravest first.
std::string input_findings(const std::vector<Finding>& findings, Language language) {
  std::string text;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    for (const Finding& finding : findings) {
      if (finding.severity != severity) continue;
      text += severity == Severity::note ? "" : say(language, "【请核对】", "[please check] ");
      text += say(language, finding.where) + say(language, "：", ": ") + say(language, finding.message) + "\n";
    }
  }
  return text;
}

}  // namespace

std::string reforecast_table(const ReforecastResult& result, Language language) {
  std::string text = say(language, "情景 ", "scenario ") + result.scenario + "  " + std::to_string(result.year) +
                     say(language, " 年，", ", ") + result.file + say(language, "，锁定至 ", ", locked to ") +
                     to_string(result.last) + say(language, "（万元）\n", " (10,000 yuan)\n");
  text += input_findings(result.findings, language);
  text += "\n" + std::string(say(language, "[ 全年预计与预算 ]\n", "[ the year against the budget ]\n")) +
          lines_table(result, language);
  text += !result.total.band.low
              ? say(language, "没有算区间、超支概率和口径的权重（--no-band）：全年预计按基准口径。\n",
                    "Neither band nor chance nor weights of readings were worked out (--no-band): the estimate is by "
                    "the base's readings.\n")
              : say(language,
                    "全年预计是已发月份的实际加其余月份的期望值：已支出能分辨的口径按现权重加权，其他假定取基准值。"
                    "区间为 10% 至 90%：各项假定、同因变动和各种口径单独变动的平方和开方，加其余月份的个体死亡；"
                    "除同因变动的以外视为独立。\n",
                    "The estimate is what was paid and the expected value of the months to come: readings that the "
                    "payments tell apart under their weights now, all else at base values. Band from 10 to 90 %: root "
                    "of summed squares of each assumption, common cause and reading alone and of individual chance; "
                    "taken as independent but for common causes.\n");
  text += "\n" + std::string(say(language, "[ 分项目 ]\n", "[ by programme ]\n")) + programmes_table(result, language);
  text += "\n" + std::string(say(language, "[ 至今差异的原因 ]\n", "[ causes so far ]\n")) +
          variance_table(result, language);
  text += readings_table(result, language);
  return text + "\n" + cash_table(result.cash, language);
}

std::string reforecast_json(const ReforecastResult& result, const DoubtedManifest& manifest, const std::string& command,
                            Language language) {
  Json document;
  document["schema"] = "disburse/reforecast/1";
  document["scenario"] = result.scenario;
  document["fiscal_year"] = result.year;
  document["actuals"] = result.file;
  document["locked_to"] = to_string(result.last);
  document["lines"] = Json::array();
  for (const ReforecastLine& line : result.lines) document["lines"].push_back(line_part(line));
  document["total"] = line_part(result.total);
  document["programmes"] = Json::array();
  for (const ReforecastProgramme& one : result.programmes) {
    Json part{{"id", one.id},
              {"name", one.name},
              {"line", one.line},
              {"given", one.given},
              {"budget_fen", one.budget.fen()},
              {"projected_fen", one.projected.fen()},
              {"locked_fen", one.year.locked.fen()},
              {"projected_locked_fen", one.year.projected_locked.fen()},
              {"remaining_fen", one.year.remaining.fen()},
              {"projected_remaining_fen", one.year.projected_remaining.fen()},
              {"estimate_fen", one.year.estimate().fen()},
              {"p10_fen", fen_or_null(one.band.low)},
              {"p90_fen", fen_or_null(one.band.high)},
              {"persons_ratio", one.year.persons_ratio},
              {"price_ratio", one.year.price_ratio},
              {"credibility", one.year.credibility}};
    part["variance"] = {{"timing_fen", one.year.variance.timing.fen()},
                        {"volume_fen", one.year.variance.volume.fen()},
                        {"mix_fen", one.year.variance.mix.fen()},
                        {"price_fen", one.year.variance.price.fen()}};
    part["months"] = Json::array();
    for (std::size_t t = 0; t < one.year.months.size(); ++t) {
      const Month month = Month(result.year, 1) + static_cast<int>(t);
      part["months"].push_back({{"month", to_string(month)},
                                {"locked", one.locked(month, result.last)},
                                {"line_fen", one.year.months[t].fen()},
                                {"persons", one.year.persons[t]}});
    }
    document["programmes"].push_back(std::move(part));
  }
  document["paid_fen"] = result.paid.fen();
  document["readings"] = Json::array();
  for (const WeighedQuestion& question : result.readings) document["readings"].push_back(reading_part(question));
  document["payers"] = payer_list_part(result.cash.payers());
  document["cash"] = cash_needs_part(result.cash);
  document["cash_rule"] = result.cash.rule;
  document["cash_years_without_holidays"] = result.cash.years_unknown;
  document["findings"] = findings_part(doubts_and(manifest, result.findings), language);
  document["manifest"] = manifest_part(manifest);
  document["command"] = command;
  return json_text(document);
}

std::string reforecast_csv(const ReforecastResult& result) {
  CsvTable table({{"项目", "programme"},
                  {"名称", "name"},
                  {"月份", "month"},
                  {"已锁定", "locked"},
                  {"金额（元）", "amount"},
                  {"人数", "persons"}});
  for (const ReforecastProgramme& one : result.programmes) {
    for (std::size_t t = 0; t < one.year.months.size(); ++t) {
      const Month month = Month(result.year, 1) + static_cast<int>(t);
      table.text(one.id).text(one.name).text(to_string(month)).integer(one.locked(month, result.last) ? 1 : 0);
      table.money(one.year.months[t]).number(one.year.persons[t]).end_row();
    }
  }
  return table.bytes();
}

std::string backtest_table(const BacktestResult& result, Language language) {
  TextTable table({{say(language, "锁定至", "locked to"), Align::left},
                   {say(language, "方法", "method"), Align::left},
                   {say(language, "偏差（万元）", "bias, 10,000 yuan"), Align::right},
                   {say(language, "平均绝对误差（万元）", "mean absolute error"), Align::right},
                   {say(language, "占全年", "of the year"), Align::right}});
  Month last;
  for (const BacktestScore& score : result.scores) {
    if (!last.is_none() && last != score.last) table.rule();
    last = score.last;
    table.row({to_string(score.last), method_name(score.method, language), signed_wan_text(score.bias),
               wan_text(score.mean_absolute), percent_text(score.relative)});
  }
  return say(language, "回测：情景 ", "back-test: scenario ") + result.scenario +
         say(language, "，按不确定假定抽取 ", ", ") + std::to_string(result.paths) +
         say(language, " 个年度作为已知结果，藏起其后各月再预测（全部科目）\n",
             " years under drawn assumptions are the truth; the months behind are hidden and estimated (all lines)\n") +
         table.text();
}

std::string backtest_json(const BacktestResult& result, const DoubtedManifest& manifest) {
  Json document;
  document["schema"] = "disburse/backtest/1";
  document["scenario"] = result.scenario;
  document["paths"] = result.paths;
  document["scores"] = Json::array();
  for (const BacktestScore& score : result.scores) {
    document["scores"].push_back({{"locked_to", to_string(score.last)},
                                  {"method", score.method},
                                  {"bias_fen", score.bias.fen()},
                                  {"mean_absolute_fen", score.mean_absolute.fen()},
                                  {"relative", score.relative}});
  }
  document["findings"] = findings_part(doubts_and(manifest));
  document["manifest"] = manifest_part(manifest);
  return json_text(document);
}

}  // namespace disburse
