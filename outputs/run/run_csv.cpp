#include "outputs/run/run_csv.hpp"

#include "outputs/text/csv_table.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

void comparison(CsvTable& table, const Comparison& amount) {
  table.money(amount.budget).money(amount.projected).money(amount.difference()).number(amount.execution_rate());
}

std::string lines_csv(const std::vector<LineFigure>& lines) {
  CsvTable table({{"科目编码", "code"},
                  {"科目名称", "name"},
                  {"预算（元）", "budget"},
                  {"预计（元）", "projected"},
                  {"差异（元）", "difference"},
                  {"执行率", "execution_rate"}});
  for (const LineFigure& line : lines) {
    table.text(line.code).text(line.name);
    comparison(table, line.amount);
    table.end_row();
  }
  return table.bytes();
}

/// Economic codes of every programme that has them.
std::string economic_csv(const RunResult& result) {
  std::vector<LineFigure> lines;
  for (const ProgrammeResult& programme : result.programmes) {
    lines.insert(lines.end(), programme.by_economic.begin(), programme.by_economic.end());
  }
  return lines_csv(lines);
}

std::string monthly_csv(const RunResult& result) {
  CsvTable table({{"项目代号", "id"},
                  {"项目", "name"},
                  {"月份", "month"},
                  {"人数", "headcount"},
                  {"全部支出（元）", "paid"},
                  {"预算科目负担（元）", "line_amount"}});
  for (const ProgrammeResult& programme : result.programmes) {
    for (const MonthlyFigure& figure : programme.monthly) {
      table.text(programme.id).text(programme.name).text(to_string(figure.month)).number(figure.headcount);
      table.money(figure.paid).money(figure.line).end_row();
    }
  }
  return table.bytes();
}

std::string payers_csv(const RunResult& result) {
  CsvTable table({{"项目代号", "id"}, {"项目", "name"}, {"负担方", "payer"}, {"支出（元）", "paid"}});
  for (const ProgrammeResult& programme : result.programmes) {
    for (const auto& [payer, amount] : programme.by_payer) {
      table.text(programme.id).text(programme.name).text(to_string(payer)).money(amount).end_row();
    }
  }
  return table.bytes();
}

void flow_row(CsvTable& table, Scheme scheme, const std::string& period, const FlowMonth& flow) {
  table.text(to_string(scheme)).text(period).number(flow.opening).number(flow.entrants).number(flow.deaths);
  table.number(flow.other_exits).number(flow.closing).end_row();
}

std::string flows_csv(const std::vector<PopulationFlow>& flows, const Horizon& horizon) {
  CsvTable table({{"险种", "scheme"},
                  {"期间", "period"},
                  {"期初人数", "opening"},
                  {"新增", "entrants"},
                  {"死亡", "deaths"},
                  {"其他减少", "other_exits"},
                  {"期末人数", "closing"}});
  for (const PopulationFlow& flow : flows) {
    for (const FlowMonth& month : flow.monthly) flow_row(table, flow.scheme, to_string(month.month), month);
    flow_row(table, flow.scheme, to_string(horizon), flow.year);
  }
  return table.bytes();
}

std::string years_csv(const RunResult& result) {
  CsvTable table({{"年度", "year"},
                  {"项目代号", "id"},
                  {"项目", "name"},
                  {"预算科目负担（元）", "line_amount"},
                  {"全部支出（元）", "outlay"},
                  {"人数（最多月）", "headcount"},
                  {"人次", "units"},
                  {"人均每次（元）", "average"},
                  {"新增领取", "entrants"},
                  {"死亡", "deaths"}});
  for (const YearFigure& year : result.years) {
    for (std::size_t p = 0; p < year.programmes.size(); ++p) {
      const YearOfProgramme& programme = year.programmes[p];
      table.integer(year.year).text(programme.id).text(result.programmes.at(p).name).money(programme.line);
      table.money(programme.outlay).number(programme.headcount).number(programme.units).money(programme.average);
      table.number(programme.entrants).number(programme.deaths).end_row();
    }
  }
  return table.bytes();
}

std::string carried_csv(const RunResult& result) {
  CsvTable table(
      {{"参数", "path"}, {"名称", "name"}, {"取值", "value"}, {"自", "since"}, {"涉及以后各年支出（元）", "outlay"}});
  for (const CarriedValue& value : result.carried) {
    table.text(value.path).text(value.name).text(value.value).text(to_string(value.since)).money(value.outlay);
    table.end_row();
  }
  return table.bytes();
}

std::string documents_csv(const RunResult& result) {
  CsvTable table({{"政策文件", "document"},
                  {"依据状态", "status"},
                  {"据以确定的支出（元）", "ruled"},
                  {"没有它则少支（元）", "falls_away"},
                  {"涉及的支出（元）", "touched"},
                  {"项目", "programmes"},
                  {"参数", "parameters"}});
  const auto joined = [](const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
    return text;
  };
  for (const DocumentSpend& spend : result.documents) {
    table.text(spend.document)
        .text(spend.shared ? "shared" : to_string(spend.status))
        .money(spend.ruled)
        .money(spend.falls_away)
        .money(spend.touched);
    table.text(joined(spend.programmes)).text(joined(spend.parameters));
    table.end_row();
  }
  return table.bytes();
}

std::string risk_csv(const RiskResult& risk) {
  CsvTable table({{"对象", "of"},
                  {"代号", "id"},
                  {"名称", "name"},
                  {"年度", "year"},
                  {"随机来源", "source"},
                  {"预算（元）", "budget"},
                  {"均值（元）", "mean"},
                  {"标准差（元）", "deviation"},
                  {"均值的标准误（元）", "standard_error"},
                  {"5%（元）", "p05"},
                  {"10%（元）", "p10"},
                  {"50%（元）", "p50"},
                  {"90%（元）", "p90"},
                  {"95%（元）", "p95"},
                  {"超支概率", "over"},
                  {"预备90%（元）", "reserve_90"},
                  {"预备95%（元）", "reserve_95"},
                  {"可能超支月", "likely_over"}});
  const auto row = [&](const RiskFigure& figure, const char* source, const Spread& spread, bool widest) {
    const char* const of[] = {"programme", "line", "total"};
    table.text(of[static_cast<std::size_t>(figure.of)]).text(figure.id).text(figure.name).integer(figure.year);
    table.text(source).money(figure.budget).money(spread.mean).money(spread.deviation).money(spread.standard_error);
    table.money(spread.p05).money(spread.p10).money(spread.p50).money(spread.p90).money(spread.p95);
    const bool told = widest && figure.budget;
    table.number(told ? figure.over : std::nullopt);
    table.money(told ? std::optional(figure.reserve_90) : std::nullopt);
    table.money(told ? std::optional(figure.reserve_95) : std::nullopt);
    table.text(told && figure.likely_over ? to_string(*figure.likely_over) : "").end_row();
  };
  for (const RiskFigure& figure : risk.figures) {
    row(figure, "chance", figure.chance, !figure.both);
    if (figure.both) row(figure, "chance_and_assumptions", *figure.both, true);
  }
  return table.bytes();
}

std::string ledger_csv(const RunResult& result) {
  CsvTable table({{"项目代号", "programme"},
                  {"科目编码", "line"},
                  {"负担方", "payer"},
                  {"类型", "kind"},
                  {"所属月份", "due"},
                  {"发放月份", "paid"},
                  {"列支年度", "fiscal_year"},
                  {"金额（元）", "amount"},
                  {"人次", "persons"}});
  for (const LedgerCell& cell : result.ledger) {
    const LedgerKey& key = cell.key;
    table.text(result.programmes.at(key.programme).id).text(key.line).text(to_string(key.payer));
    table.text(to_string(key.kind)).text(to_string(key.due)).text(to_string(key.paid)).integer(key.paid.year());
    table.money(cell.amount).number(cell.persons).end_row();
  }
  return table.bytes();
}

std::string parameters_csv(const RunResult& result) {
  CsvTable table({{"参数", "path"},
                  {"名称", "name"},
                  {"单位", "unit"},
                  {"起始月份", "from"},
                  {"终止月份", "until"},
                  {"知悉日期", "known"},
                  {"取值", "value"},
                  {"状态", "status"},
                  {"依据", "reference"},
                  {"来源", "origin"}});
  for (const Parameter& parameter : result.parameters) {
    for (const DatedValue& value : values_in_force(parameter)) {
      table.text(parameter.path).text(parameter.name).text(to_string(parameter.unit)).text(to_string(value.from));
      table.text(value.until ? to_string(*value.until) : "").text(to_string(value.known));
      table.text(value_text(value.value)).text(to_string(value.status)).text(value.reference);
      table.text(parameter.origin).end_row();
    }
  }
  return table.bytes();
}

std::string findings_csv(const RunResult& result) {
  CsvTable table({{"级别", "severity"}, {"代号", "code"}, {"位置", "where"}, {"内容", "message"}});
  for (const Finding& finding : result.findings) {
    table.text(to_string(finding.severity))
        .text(finding.code)
        .text(say(Language::zh, finding.where))
        .text(say(Language::zh, finding.message))
        .end_row();
  }
  return table.bytes();
}

}  // namespace

std::string programmes_csv(const RunResult& result) {
  CsvTable table({{"项目代号", "id"},
                  {"项目", "name"},
                  {"科目编码", "line"},
                  {"预算（元）", "budget"},
                  {"预计（元）", "projected"},
                  {"差异（元）", "difference"},
                  {"执行率", "execution_rate"},
                  {"全部支出（元）", "outlay"},
                  {"人数（最多月）", "headcount"},
                  {"依据", "basis"},
                  {"依据说明", "basis_reason"}});
  for (const ProgrammeResult& programme : result.programmes) {
    table.text(programme.id).text(programme.name).text(programme.line.value_or(""));
    comparison(table, programme.amount);
    table.money(programme.outlay).number(programme.headcount);
    table.text(to_string(programme.basis)).text(programme.basis_reason).end_row();
  }
  return table.bytes();
}

std::vector<NamedFile> run_csv(const RunResult& result) {
  std::vector<NamedFile> files{{"programmes.csv", programmes_csv(result)},
                               {"lines.csv", lines_csv(result.lines)},
                               {"economic.csv", economic_csv(result)},
                               {"monthly.csv", monthly_csv(result)},
                               {"payers.csv", payers_csv(result)},
                               {"population.csv", flows_csv(result.population, result.manifest.horizon)},
                               {"contributors.csv", flows_csv(result.contributors, result.manifest.horizon)},
                               {"years.csv", years_csv(result)},
                               {"carried.csv", carried_csv(result)},
                               {"documents.csv", documents_csv(result)},
                               {"ledger.csv", ledger_csv(result)},
                               {"parameters.csv", parameters_csv(result)},
                               {"findings.csv", findings_csv(result)}};
  if (result.risk) files.push_back({"risk.csv", risk_csv(*result.risk)});
  return files;
}

}  // namespace disburse
