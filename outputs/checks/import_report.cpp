#include "outputs/checks/import_report.hpp"

#include "engine/support/text_table.hpp"
#include "outputs/text/csv_table.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

constexpr std::size_t shown_findings = 5;

std::string tables_text(const ImportReport& report, Language language) {
  TextTable table({{say(language, "文件", "file"), Align::left},
                   {say(language, "编码", "encoding"), Align::left},
                   {say(language, "表头行", "headings in"), Align::right},
                   {say(language, "行数", "rows"), Align::right},
                   {say(language, "可导入", "accepted"), Align::right}});
  for (const ReportedTable& one : report.tables) {
    table.row({one.name, one.encoding, std::to_string(one.heading_row), count_text(static_cast<double>(one.rows), 0),
               count_text(static_cast<double>(one.accepted), 0)});
  }
  return table.text();
}

std::string preview_text(const ReportedTable& one, Language language) {
  std::string text = "\n" + one.name + "\n";
  TextTable mapping({{say(language, "列", "column"), Align::left},
                     {say(language, "表头", "heading"), Align::left},
                     {say(language, "当作", "taken for"), Align::left},
                     {say(language, "单位", "unit"), Align::left}});
  for (const ReportedColumn& column : one.columns) {
    std::string field =
        column.field.empty() ? say(language, "（不认识，不导入）", "(not known, not imported)") : column.field;
    if (!column.nearest.empty()) field += say(language, "，是否为 ", ", perhaps ") + column.nearest;
    mapping.row({column.letter, column.heading,
                 field + (column.dropped ? say(language, "（不留原文）", " (not kept)") : ""), column.unit});
  }
  text += mapping.text();
  std::vector<TextTable::Column> columns;
  for (const ReportedColumn& column : one.columns)
    columns.push_back({column.heading.empty() ? column.letter : column.heading, Align::left});
  TextTable rows(columns, 1);
  for (const std::vector<std::string>& row : one.first_rows) rows.row({row.begin(), row.end()});
  return text + rows.text();
}

std::string left_out_text(const ImportReport& report, Language language) {
  if (report.left_out.empty()) return "";
  TextTable table({{say(language, "没有导入的内容", "not imported"), Align::left},
                   {say(language, "数目", "count"), Align::right},
                   {say(language, "所在", "where"), Align::left}});
  for (const ReportedLeftOut& one : report.left_out) table.row({one.what, std::to_string(one.count), one.table});
  return "\n" + table.text();
}

std::string groups_text(const ImportReport& report, Language language) {
  if (report.groups.empty()) return say(language, "没有发现问题。\n", "Nothing is wrong.\n");
  TextTable table({{say(language, "级别", "severity"), Align::left},
                   {say(language, "规则", "rule"), Align::left},
                   {say(language, "处数", "findings"), Align::right},
                   {say(language, "涉及金额（万元/年）", "a year's money, 10,000 yuan"), Align::right}});
  for (const ReportedGroup& group : report.groups) {
    table.row(
        {label(group.severity, language), group.rule, std::to_string(group.findings.size()), wan_text(group.stake)});
    for (std::size_t i = 0; i < group.findings.size() && i < shown_findings; ++i) {
      const ReportedFinding& one = group.findings[i];
      std::string note = "    " + one.file;
      if (one.row != 0) note += say(language, " 第 ", " row ") + std::to_string(one.row) + say(language, " 行 ", " ");
      table.note(note + one.column + "  " + one.message);
    }
    if (group.findings.size() > shown_findings) {
      table.note(say(language, "    其余 ", "    and ") + std::to_string(group.findings.size() - shown_findings) +
                 say(language, " 处见 --format csv", " more in --format csv"));
    }
  }
  return table.text();
}

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '&')
      result += "&amp;";
    else if (c == '"')
      result += "&quot;";
    else
      result += c;
  }
  return result;
}

std::string html_row(const std::vector<std::string>& cells, const char* tag) {
  std::string row = "<tr>";
  for (const std::string& cell : cells) row += std::string("<") + tag + ">" + escaped(cell) + "</" + tag + ">";
  return row + "</tr>\n";
}

}  // namespace

std::string import_table(const ImportReport& report, Language language) {
  std::string text = tables_text(report, language);
  if (report.preview) {
    for (const ReportedTable& one : report.tables) text += preview_text(one, language);
  }
  return text + left_out_text(report, language) + "\n" + groups_text(report, language);
}

std::string import_json(const ImportReport& report) {
  Json document;
  document["schema"] = "disburse/import/1";
  document["tables"] = Json::array();
  for (const ReportedTable& one : report.tables) {
    Json columns = Json::array();
    for (const ReportedColumn& column : one.columns) {
      columns.push_back({{"column", column.letter},
                         {"heading", column.heading.empty() ? Json(nullptr) : Json(column.heading)},
                         {"unit", column.unit.empty() ? Json(nullptr) : Json(column.unit)},
                         {"field", column.field.empty() ? Json(nullptr) : Json(column.field)},
                         {"nearest", column.nearest.empty() ? Json(nullptr) : Json(column.nearest)},
                         {"dropped", column.dropped}});
    }
    document["tables"].push_back({{"name", one.name},
                                  {"encoding", one.encoding},
                                  {"heading_row", one.heading_row},
                                  {"rows", one.rows},
                                  {"accepted", one.accepted},
                                  {"columns", std::move(columns)}});
    if (report.preview) document["tables"].back()["first_rows"] = one.first_rows;
  }
  document["totals"] = Json::array();
  for (const ReportedTotal& one : report.totals) {
    document["totals"].push_back(
        {{"scheme", one.scheme}, {"role", one.role}, {"persons", one.persons}, {"monthly_fen", one.monthly.fen()}});
  }
  document["left_out"] = Json::array();
  for (const ReportedLeftOut& one : report.left_out)
    document["left_out"].push_back({{"table", one.table}, {"what", one.what}, {"count", one.count}});
  document["groups"] = Json::array();
  for (const ReportedGroup& group : report.groups) {
    Json findings = Json::array();
    for (const ReportedFinding& one : group.findings) {
      findings.push_back({{"file", one.file},
                          {"row", one.row},
                          {"column", one.column},
                          {"message", one.message},
                          {"certain", one.certain},
                          {"stake_fen", one.stake.fen()}});
    }
    document["groups"].push_back({{"rule", group.rule},
                                  {"severity", to_string(group.severity)},
                                  {"stake_fen", group.stake.fen()},
                                  {"findings", std::move(findings)}});
  }
  return json_text(document);
}

std::string import_csv(const ImportReport& report) {
  CsvTable table({{"级别", "severity"},
                  {"规则", "rule"},
                  {"把握", "certain"},
                  {"文件", "file"},
                  {"行", "row"},
                  {"列", "column"},
                  {"内容", "message"},
                  {"涉及金额（元/年）", "stake"}});
  for (const ReportedGroup& group : report.groups) {
    for (const ReportedFinding& one : group.findings) {
      table.text(to_string(one.severity)).text(one.rule).text(one.certain ? "yes" : "maybe").text(one.file);
      table.integer(static_cast<std::int64_t>(one.row)).text(one.column).text(one.message).money(one.stake).end_row();
    }
  }
  return table.bytes();
}

std::string import_html(const ImportReport& report) {
  std::string page =
      "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>花名册检查</title>\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<style>body{font-family:sans-serif;margin:2em;color-scheme:light dark}table{border-collapse:collapse;margin:1em "
      "0}"
      "td,th{border:1px solid;padding:.25em .6em;text-align:left}td.n{text-align:right}</style></head><body>\n"
      "<h1>花名册检查</h1>\n<table>\n" +
      html_row({"文件", "编码", "表头行", "行数", "可导入"}, "th");
  for (const ReportedTable& one : report.tables) {
    page += html_row({one.name, one.encoding, std::to_string(one.heading_row), std::to_string(one.rows),
                      std::to_string(one.accepted)},
                     "td");
  }
  page += "</table>\n";
  if (!report.left_out.empty()) {
    page += "<h2>没有导入的内容</h2>\n<table>\n" + html_row({"内容", "数目", "所在"}, "th");
    for (const ReportedLeftOut& one : report.left_out)
      page += html_row({one.what, std::to_string(one.count), one.table}, "td");
    page += "</table>\n";
  }
  for (const ReportedGroup& group : report.groups) {
    page += "<h2>" + escaped(label(group.severity, Language::zh) + "：" + group.rule) + "（" +
            std::to_string(group.findings.size()) + " 处，" + wan_text(group.stake) + " 万元/年）</h2>\n<table>\n" +
            html_row({"文件", "行", "列", "内容", "涉及金额（元/年）"}, "th");
    for (const ReportedFinding& one : group.findings) {
      page += html_row({one.file, one.row == 0 ? "" : std::to_string(one.row), one.column, one.message,
                        grouped_yuan_text(one.stake)},
                       "td");
    }
    page += "</table>\n";
  }
  return page + "</body></html>\n";
}

}  // namespace disburse
