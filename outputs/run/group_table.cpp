#include "outputs/run/group_table.hpp"

#include "engine/support/text_table.hpp"
#include "outputs/text/csv_table.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

void append(std::vector<Cell>& cells, const Comparison& amount) {
  const std::optional<Money> difference = amount.difference();
  cells.emplace_back(wan_or_dash(amount.budget));
  cells.emplace_back(wan_text(amount.projected));
  cells.emplace_back(difference ? signed_wan_text(*difference) : "-");
  cells.emplace_back(percent_text(amount.execution_rate()));
}

std::vector<TextTable::Column> comparison_columns(std::vector<TextTable::Column> first, Language language) {
  for (const auto& [zh, en] :
       {std::pair{"预算", "budget"}, {"预计", "projected"}, {"差异", "difference"}, {"执行率", "rate"}})
    first.push_back({say(language, zh, en), Align::right});
  return first;
}

std::string agencies_table(const AgencyGroup& group, Language language) {
  TextTable table(comparison_columns({{say(language, "经办机构", "agency"), Align::left}}, language));
  for (std::size_t a = 0; a < group.agencies.size(); ++a) {
    std::vector<Cell> cells{group.agencies[a].title};
    append(cells, *group.total.agencies[a]);
    table.row(std::move(cells));
  }
  std::vector<Cell> total{say(language, "合计", "total")};
  append(total, group.total.sum);
  table.total(std::move(total));
  return table.text();
}

/// The sum of a line, then what each agency has of it.
std::string lines_table(const AgencyGroup& group, Language language) {
  TextTable table(comparison_columns({{say(language, "科目", "line"), Align::left},
                                      {say(language, "科目名称 / 经办机构", "name / agency"), Align::left}},
                                     language));
  for (const GroupLine& line : group.lines) {
    std::vector<Cell> cells{{line.code, Tone::bold}, {line.name, Tone::bold}};
    append(cells, line.sum);
    table.row(std::move(cells));
    for (std::size_t a = 0; a < group.agencies.size(); ++a) {
      if (!line.agencies[a]) continue;
      std::vector<Cell> part{"", "  " + group.agencies[a].title};
      append(part, *line.agencies[a]);
      table.row(std::move(part));
    }
  }
  return table.text();
}

std::string payers_table(const AgencyGroup& group, Language language) {
  std::vector<TextTable::Column> columns{{say(language, "负担方", "payer"), Align::left}};
  for (const AgencyRun& agency : group.agencies) columns.push_back({agency.title, Align::right});
  columns.push_back({say(language, "合计", "total"), Align::right});
  TextTable table(std::move(columns));
  for (const GroupPayer& payer : group.payers) {
    std::vector<Cell> cells{say(language, payer.name.c_str(), payer.name_en.c_str())};
    for (const Money amount : payer.agencies) cells.emplace_back(amount == Money() ? "-" : wan_text(amount));
    cells.emplace_back(wan_text(payer.sum));
    table.row(std::move(cells));
  }
  return table.text();
}

/// Doubts of an agency, under its name.
std::string doubts_of_each(const AgencyGroup& group, Language language) {
  std::string text;
  for (const AgencyRun& agency : group.agencies) {
    const std::string doubts = doubts_text(agency.run.findings, language);
    if (!doubts.empty()) text += agency.title + "\n" + doubts;
  }
  return text;
}

Json line_part(const GroupLine& line, const AgencyGroup& group) {
  Json part;
  if (!line.code.empty()) part["code"] = line.code;
  if (!line.code.empty()) part["name"] = line.name;
  add_comparison(part, line.sum);
  part["agencies"] = Json::array();
  for (std::size_t a = 0; a < group.agencies.size(); ++a) {
    if (!line.agencies[a]) continue;
    Json one{{"id", group.agencies[a].id}};
    add_comparison(one, *line.agencies[a]);
    part["agencies"].push_back(std::move(one));
  }
  return part;
}

Json payer_part(const GroupPayer& payer, const AgencyGroup& group) {
  Json part{{"id", payer.id}, {"name", payer.name}, {"name_en", payer.name_en}, {"paid_fen", payer.sum.fen()}};
  part["agencies"] = Json::array();
  for (std::size_t a = 0; a < group.agencies.size(); ++a) {
    if (payer.agencies[a] != Money())
      part["agencies"].push_back({{"id", group.agencies[a].id}, {"paid_fen", payer.agencies[a].fen()}});
  }
  return part;
}

Json agency_part(const AgencyRun& agency) {
  return {{"id", agency.id},
          {"name", agency.title},
          {"scenario", agency.run.scenario.name},
          {"findings", findings_part(agency.run.findings)},
          {"manifest", manifest_part(agency.run.manifest)}};
}

void csv_row(CsvTable& table, const GroupLine& line, const std::string& agency, const Comparison& amount) {
  table.text(line.code).text(line.name).text(agency);
  table.money(amount.budget).money(amount.projected).money(amount.difference()).number(amount.execution_rate());
  table.end_row();
}

}  // namespace

std::string group_table(const AgencyGroup& group, Language language) {
  const std::string heading = (group.name.empty() ? "" : group.name + "  ") + std::to_string(group.fiscal_year) +
                              say(language, " 年度  ", "  ") + std::to_string(group.agencies.size()) +
                              say(language, " 个经办机构  单位：万元\n", " agencies  in 10,000 yuan\n");
  return heading + doubts_of_each(group, language) + agencies_table(group, language) +
         say(language, "\n[ 分功能科目 ]\n", "\n[ by line ]\n") + lines_table(group, language) +
         say(language, "\n[ 按负担方 ]\n", "\n[ by payer ]\n") + payers_table(group, language);
}

std::string group_json(const AgencyGroup& group) {
  Json document;
  document["schema"] = "disburse/agency-group/1";
  document["name"] = group.name;
  document["fiscal_year"] = group.fiscal_year;
  document["agencies"] = Json::array();
  for (const AgencyRun& agency : group.agencies) document["agencies"].push_back(agency_part(agency));
  document["total"] = line_part(group.total, group);
  document["lines"] = Json::array();
  for (const GroupLine& line : group.lines) document["lines"].push_back(line_part(line, group));
  document["payers"] = Json::array();
  for (const GroupPayer& payer : group.payers) document["payers"].push_back(payer_part(payer, group));
  return json_text(document);
}

std::string group_csv(const AgencyGroup& group) {
  CsvTable table({{"科目编码", "code"},
                  {"科目名称", "name"},
                  {"经办机构", "agency"},
                  {"预算（元）", "budget"},
                  {"预计（元）", "projected"},
                  {"差异（元）", "difference"},
                  {"执行率", "execution_rate"}});
  std::vector<GroupLine> all = group.lines;
  all.push_back(group.total);
  for (const GroupLine& line : all) {
    for (std::size_t a = 0; a < group.agencies.size(); ++a) {
      if (line.agencies[a]) csv_row(table, line, group.agencies[a].title, *line.agencies[a]);
    }
    csv_row(table, line, "", line.sum);
  }
  return table.bytes();
}

}  // namespace disburse
