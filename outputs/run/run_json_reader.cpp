// run.json read back.
#include "outputs/run/band_parts.hpp"
#include "outputs/run/risk_parts.hpp"
#include "outputs/run/run_json.hpp"
#include "outputs/text/json_reading.hpp"

namespace disburse {
namespace {

std::vector<LineFigure> lines_in(const Json& part) {
  std::vector<LineFigure> lines;
  for (const Json& entry : part)
    lines.push_back({entry.at("code").get<std::string>(), entry.at("name").get<std::string>(), comparison_in(entry)});
  return lines;
}

std::optional<DifferenceMeaning> meaning_in(const Json& part) {
  if (part.is_null()) return std::nullopt;
  DifferenceMeaning meaning;
  meaning.unit_name = Message::verbatim(part.at("unit_name").get<std::string>());
  meaning.budget_units = part.at("budget_units").get<double>();
  meaning.projected_units = count_in(part.at("projected_units"));
  meaning.budget_price = money_in(part.at("budget_price_fen"));
  meaning.projected_price = money_in(part.at("projected_price_fen"));
  meaning.volume_effect = money_in(part.at("volume_effect_fen"));
  meaning.price_effect = money_in(part.at("price_effect_fen"));
  const auto chinese = part.at("sentences").get<std::vector<std::string>>();
  const auto english = part.at("sentences_en").get<std::vector<std::string>>();
  for (std::size_t i = 0; i < chinese.size(); ++i)
    meaning.sentences.push_back(Message::named(chinese[i], i < english.size() ? english[i] : std::string()));
  return meaning;
}

ProgrammeResult programme_in(const Json& part, const PayerList& payers) {
  ProgrammeResult programme;
  programme.id = part.at("id").get<std::string>();
  programme.name = part.at("name").get<std::string>();
  programme.name_en = part.at("name_en").get<std::string>();
  programme.line = text_or_none(part.at("line"));
  programme.amount = comparison_in(part);
  programme.outlay = money_in(part.at("outlay_fen"));
  programme.headcount = number_or_none(part.at("headcount"));
  programme.basis = word_in(part.at("basis"), from_code<Basis>);
  programme.basis_reason = part.at("basis_reason").get<std::string>();
  programme.basis_reason_en = part.value("basis_reason_en", "");
  programme.monthly = monthly_in(part.at("monthly"));
  programme.by_line = lines_in(part.at("by_line"));
  if (part.contains("by_economic")) programme.by_economic = lines_in(part.at("by_economic"));
  for (const Json& entry : part.at("by_payer"))
    programme.by_payer.emplace_back(payer_in(entry.at("payer"), payers), money_in(entry.at("paid_fen")));
  programme.meaning = meaning_in(part.at("meaning"));
  return programme;
}

FlowMonth flow_in(const Json& part, Month month) {
  return {month,
          count_in(part.at("opening")),
          count_in(part.at("entrants")),
          count_in(part.at("deaths")),
          count_in(part.at("other_exits")),
          count_in(part.at("closing"))};
}

std::vector<PopulationFlow> population_in(const Json& part) {
  std::vector<PopulationFlow> population;
  for (const Json& entry : part) {
    PopulationFlow flow;
    flow.scheme = word_in(entry.at("scheme"), from_code<Scheme>);
    for (const Json& row : entry.at("monthly")) flow.monthly.push_back(flow_in(row, month_in(row.at("month"))));
    for (const Json& row : entry.at("years")) flow.years.push_back(flow_in(row, Month(row.at("year").get<int>(), 1)));
    flow.year = flow_in(entry, flow.monthly.empty() ? Month() : flow.monthly.front().month);
    population.push_back(std::move(flow));
  }
  return population;
}

YearFigure year_in(const Json& part) {
  YearFigure year;
  year.year = part.at("year").get<int>();
  year.line = money_in(part.at("line_fen"));
  year.outlay = money_in(part.at("outlay_fen"));
  year.lines = lines_in(part.at("lines"));
  for (const Json& row : part.at("programmes")) {
    YearOfProgramme programme;
    programme.id = row.at("id").get<std::string>();
    programme.line = money_in(row.at("line_fen"));
    programme.outlay = money_in(row.at("outlay_fen"));
    programme.headcount = count_in(row.at("headcount"));
    programme.units = count_in(row.at("units"));
    programme.average = money_in(row.at("average_fen"));
    programme.entrants = count_in(row.at("entrants"));
    programme.deaths = count_in(row.at("deaths"));
    year.programmes.push_back(std::move(programme));
  }
  return year;
}

std::vector<DocumentSpend> documents_in(const Json& part) {
  std::vector<DocumentSpend> documents;
  for (const Json& entry : part) {
    DocumentSpend spend;
    spend.document = entry.at("document").get<std::string>();
    spend.status = word_in(entry.at("status"), status_from);
    spend.ruled = money_in(entry.at("ruled_fen"));
    spend.touched = money_in(entry.at("touched_fen"));
    spend.falls_away = Money::fen(value_or<std::int64_t>(entry, "falls_away_fen", spend.ruled.fen()));
    const std::string by = value_or<std::string>(entry, "falls_away_by", "rest");
    spend.shared = by == "shared";
    spend.repealed = spend.shared || by == "left_out";
    spend.programmes = entry.at("programmes").get<std::vector<std::string>>();
    spend.parameters = entry.at("parameters").get<std::vector<std::string>>();
    documents.push_back(std::move(spend));
  }
  return documents;
}

/// Path, name and unit; their values stand in the resolved scenario. Earlier versions did not write them.
std::vector<Parameter> parameters_in(const Json& document) {
  std::vector<Parameter> parameters;
  if (!document.contains("parameters")) return parameters;
  for (const Json& entry : document.at("parameters")) {
    Parameter& parameter = parameters.emplace_back();
    parameter.path = entry.at("path").get<std::string>();
    parameter.name = entry.at("name").get<std::string>();
    parameter.unit = word_in(entry.at("unit"), unit_from);
  }
  return parameters;
}

std::vector<CarriedValue> carried_in(const Json& part) {
  std::vector<CarriedValue> carried;
  for (const Json& entry : part) {
    carried.push_back({entry.at("path").get<std::string>(), entry.at("name").get<std::string>(),
                       entry.at("value").get<std::string>(), month_in(entry.at("since")),
                       money_in(entry.at("outlay_fen"))});
  }
  return carried;
}

void read_small_parts(const Json& document, RunResult& result) {
  const Json& share = document.at("basis_share");
  result.basis_share = {share.at("projected").get<double>(), share.at("calibrated").get<double>(),
                        share.at("planned").get<double>()};
  for (const Json& item : document.at("carried_over")) {
    result.carried_over.push_back(
        {item.at("code").get<std::string>(), value_or<std::string>(item, "name", ""), money_in(item.at("amount_fen"))});
  }
  for (const Json& group : document.at("ages")) {
    result.ages.push_back({word_in(group.at("scheme"), from_code<Scheme>), group.at("from").get<int>(),
                           count_in(group.at("men")), count_in(group.at("women"))});
  }
  for (const Json& line : document.at("control")) {
    result.control.push_back({Message::verbatim(line.at("name").get<std::string>()), line.at("left").get<std::string>(),
                              line.at("right").get<std::string>(), line.at("balanced").get<bool>()});
  }
}

}  // namespace

RunResult run_from_json(const Json& document) {
  RunResult result;
  result.scenario.name = document.at("scenario").get<std::string>();
  result.fiscal_year = document.at("fiscal_year").get<int>();
  result.budget_version = document.at("budget_version").get<std::string>();
  for (const std::string& path : value_or<std::vector<std::string>>(document, "overridden", {}))
    result.scenario.overrides.emplace_back().path = path;
  result.manifest = manifest_in(document.at("manifest"));
  result.lines = lines_in(document.at("lines"));
  const PayerList payers = payers_in(document);
  for (const Json& programme : document.at("programmes")) result.programmes.push_back(programme_in(programme, payers));
  result.total = comparison_in(document.at("total"));
  result.monthly = monthly_in(document.at("monthly"));
  for (const Json& year : document.at("years")) result.years.push_back(year_in(year));
  result.carried = carried_in(document.at("carried"));
  result.documents = documents_in(document.at("documents"));
  result.parameters = parameters_in(document);
  if (document.contains("risk")) result.risk = risk_in(document.at("risk"));
  result.population = population_in(document.at("population"));
  result.contributors = population_in(document.at("contributors"));
  result.findings = findings_in(document.at("findings"));
  read_small_parts(document, result);
  return result;
}

RunBeside beside_from_json(const Json& document) {
  RunBeside beside;
  if (document.contains("bands")) beside.bands = bands_in(document.at("bands"));
  if (!document.contains("outturns")) return beside;
  beside.outturn_year = document.at("outturns").at("year").get<int>();
  for (const Json& row : document.at("outturns").at("lines")) {
    OutturnFigure line{row.at("code").get<std::string>(), row.at("name").get<std::string>(),
                       money_in(row.at("published_fen")), money_or_none(row.at("projected_fen")),
                       Message::verbatim(row.at("why").get<std::string>())};
    beside.outturns.push_back(std::move(line));
  }
  return beside;
}

}  // namespace disburse
