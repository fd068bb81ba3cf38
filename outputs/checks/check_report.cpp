#include "outputs/checks/check_report.hpp"

#include <algorithm>
#include <array>

#include "engine/support/text_table.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/labels.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

constexpr std::array severities{Severity::error, Severity::warning, Severity::note};
constexpr int message_width = 110;

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.severity == severity; }));
}

std::size_t count(const std::vector<CheckedFile>& files, Severity severity) {
  std::size_t found = 0;
  for (const CheckedFile& file : files) found += count(file.findings, severity);
  return found;
}

/// The place on the first line, the sentence below it.
std::string finding_text(const Finding& finding, Language language, Colour colour) {
  const Tone tone = finding.severity == Severity::error ? Tone::red : Tone::plain;
  std::string text =
      "  " + toned(printable(say(language, finding.where)), tone, colour) + "  [" + printable(finding.code) + "]\n";
  for (const std::string& line : wrapped(printable(say(language, finding.message)), message_width))
    text += "      " + line + "\n";
  return text;
}

std::string group_text(const CheckedFile& file, Severity severity, Language language, Colour colour) {
  const std::size_t found = count(file.findings, severity);
  if (found == 0) return "";
  const std::string heading = label(severity, language) + " " + std::to_string(found) + say(language, " 条", "");
  std::string text = toned(heading, Tone::bold, colour) + "\n";
  for (const Finding& finding : file.findings) {
    if (finding.severity == severity) text += finding_text(finding, language, colour);
  }
  return text;
}

std::string file_text(const CheckedFile& file, Language language, Colour colour) {
  std::string text = toned(printable(file.file), Tone::bold, colour) + "\n";
  for (const Severity severity : severities) text += group_text(file, severity, language, colour);
  if (file.findings.empty()) text += "  " + say(language, "未发现问题", "nothing found") + "\n";
  return text + "\n";
}

}  // namespace

std::string check_table(const std::vector<CheckedFile>& files, Language language, bool colour) {
  std::string text;
  for (const CheckedFile& file : files) text += file_text(file, language, colour ? Colour::on : Colour::off);
  std::string counts;
  for (const Severity severity : severities) {
    counts += (counts.empty() ? "" : say(language, "，", ", ")) + label(severity, language) + " " +
              std::to_string(count(files, severity));
  }
  return text + say(language, "合计：", "In all: ") + counts + "\n";
}

std::string check_json(const std::vector<CheckedFile>& files, const std::string& scenario, const Manifest& manifest,
                       Language language) {
  Json document;
  document["schema"] = "disburse/check/1";
  document["scenario"] = scenario.empty() ? Json(nullptr) : Json(scenario);
  document["manifest"] = manifest_part(manifest);
  document["files"] = Json::array();
  document["counts"] = Json::object();
  for (const Severity severity : severities) document["counts"][to_string(severity)] = count(files, severity);
  document["findings"] = Json::array();
  for (const CheckedFile& file : files) {
    document["files"].push_back(file.file);
    for (Json& entry : findings_part(file.findings, language)) {
      entry["file"] = file.file;
      document["findings"].push_back(std::move(entry));
    }
  }
  return json_text(document);
}

}  // namespace disburse
