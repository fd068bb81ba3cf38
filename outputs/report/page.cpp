#include "outputs/report/page.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>

namespace disburse {
namespace {

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\'': result += "&#39;"; break;
      default: result += c;
    }
  }
  return result;
}

/// JSON inside a script element: no "</" can end it.
std::string embedded(const Json& data) {
  std::string result;
  for (const char c : data.dump()) {
    if (c == '<')
      result += "\\u003c";
    else
      result += c;
  }
  return result;
}

/// "sha256-..." of a script, as a content security policy names it.
std::string digest_source(const std::string& script) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(script.data()), script.size(), digest.data());
  std::array<unsigned char, 64> text{};
  const int size = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
  return "'sha256-" + std::string(reinterpret_cast<const char*>(text.data()), static_cast<std::size_t>(size)) + "'";
}

std::string cell_element(const Exhibit& exhibit, const std::vector<ExhibitCell>& row, std::size_t c) {
  const std::string text = escaped(cell_text(exhibit.columns[c], row[c]));
  if (c == 0) return "<th scope=\"row\">" + text + "</th>";
  // Words in a column of values (the answers to a question, the numbers of a cause) wrap as words do.
  const bool words = std::holds_alternative<std::string>(row[c].value) && !cell_number(exhibit.columns[c], row[c]);
  const bool figure = is_figure(exhibit.columns[c].type) && !text.empty() && !words;
  return std::string("<td") +
         (row[c].differs ? " class=\"n differs\""
          : figure       ? " class=\"n\""
                         : "") +
         ">" + text + "</td>";
}

std::string table_of(const Exhibit& exhibit) {
  std::string html = "<div class=\"scroll\" tabindex=\"0\"><table><caption>" + escaped(exhibit.title) +
                     (exhibit.unit.empty() ? "" : "（" + escaped(exhibit.unit) + "）") + "</caption><thead><tr>";
  for (const ExhibitColumn& column : exhibit.columns) html += "<th scope=\"col\">" + escaped(column.heading) + "</th>";
  html += "</tr></thead><tbody>";
  for (const auto& row : exhibit.rows) {
    html += "<tr>";
    for (std::size_t c = 0; c < row.size(); ++c) html += cell_element(exhibit, row, c);
    html += "</tr>";
  }
  return html + "</tbody></table></div>";
}

/// `scripted`: a script draws the charts and saves the tables; else the table stands open.
std::string section_of(const Exhibit& exhibit, bool scripted, Language language) {
  std::string html = "<section id=\"" + escaped(exhibit.id) + "\"><h2>" + escaped(exhibit.title) + "</h2>";
  if (!exhibit.note.empty()) html += "<p class=\"note\">" + escaped(exhibit.note) + "</p>";
  if (!scripted) return html + table_of(exhibit) + "</section>\n";
  const std::string csv = "<button type=\"button\" class=\"csv\" data-of=\"" + escaped(exhibit.id) + "\">" +
                          say(language, "下载 CSV", "download CSV") + "</button>";
  if (!exhibit.chart) return html + table_of(exhibit) + csv + "</section>\n";
  return html + "<div class=\"chart\" data-of=\"" + escaped(exhibit.id) + "\" role=\"img\" aria-label=\"" +
         escaped(exhibit.title) + "\"></div><details><summary>" + say(language, "数据表", "data table") + "</summary>" +
         table_of(exhibit) + csv + "</details></section>\n";
}

/// The first sentence and what it rests on.
std::string verdict_of(const ReportContent& content) {
  if (content.verdict.empty()) return "";
  std::string html = "<div class=\"verdict\"><p>" + escaped(content.verdict) + "</p>";
  if (content.points.empty()) return html + "</div>\n";
  html += "<ul>";
  for (const std::string& point : content.points) html += "<li>" + escaped(point) + "</li>";
  return html + "</ul></div>\n";
}

/// What the script draws, by exhibit.
Json charts_of(const ReportContent& content) {
  Json charts = Json::object();
  for (const Exhibit& exhibit : content.exhibits) {
    if (!exhibit.chart) continue;
    charts[exhibit.id] = chart_json(*exhibit.chart);
    charts[exhibit.id]["unit"] = exhibit.unit;
    charts[exhibit.id]["title"] = exhibit.title;
  }
  return charts;
}

}  // namespace

std::string report_page(const ReportContent& content, const std::string& script, const std::string& style,
                        Language language) {
  const bool scripted = !script.empty();
  const std::string policy = "default-src 'none'; script-src " + (scripted ? digest_source(script) : "'none'") +
                             "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  std::string html =
      "<!DOCTYPE html>\n<html lang=\"" + std::string(language == Language::zh ? "zh-CN" : "en") +
      "\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"" + escaped(policy) +
      "\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + escaped(content.title) +
      "</title><style>" + style + "</style></head><body><main>\n<header><h1>" + escaped(content.title) + "</h1><p>" +
      escaped(content.subtitle) + "</p></header>\n" + verdict_of(content) + "<div class=\"cards\">";
  for (const Headline& one : content.headlines) {
    html += "<div class=\"card\"><div class=\"name\">" + escaped(one.name()) + "</div><div class=\"value\">" +
            escaped(one.text()) + "</div><div class=\"sub\">" + escaped(one.note) + "</div></div>";
  }
  html += "</div>\n<nav aria-label=\"" + std::string(say(language, "目录", "contents")) + "\"><ol>";
  for (const Exhibit& exhibit : content.exhibits)
    html += "<li><a href=\"#" + escaped(exhibit.id) + "\">" + escaped(exhibit.title) + "</a></li>";
  html += "</ol></nav>\n";
  for (const Exhibit& exhibit : content.exhibits) html += section_of(exhibit, scripted, language);
  html += "</main>";
  if (scripted) {
    html += "<script type=\"application/json\" id=\"charts\">" + embedded(charts_of(content)) + "</script><script>" +
            script + "</script>";
  }
  return html + "</body></html>\n";
}

}  // namespace disburse
