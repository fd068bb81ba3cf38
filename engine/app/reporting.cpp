#include "engine/app/reporting.hpp"

#include "build_info.hpp"
#include "engine/app/loading/data_paths.hpp"
#include "engine/support/files.hpp"
#include "outputs/office/calculation_note.hpp"
#include "outputs/office/exhibit_workbook.hpp"
#include "outputs/office/sensitivity_paper.hpp"
#include "outputs/report/page.hpp"
#include "outputs/report/report_json.hpp"
#include "outputs/report/tables.hpp"
#include "outputs/text/folder_manifest.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_part = std::size_t{4} << 20;

std::filesystem::path report_parts() { return find_root() / "outputs" / "report"; }

/// The charts' bundle; empty where it was not made: tables need none.
std::string charts_script() {
  const std::filesystem::path bundle = report_parts() / "dist" / "charts.js";
  return std::filesystem::exists(bundle) ? read_file(bundle, largest_part) : "";
}

}  // namespace

void write_report(const ReportContent& content, const std::vector<NamedFile>& papers, Staged& folder,
                  Language language) {
  const std::string style = read_file(report_parts() / "page.css", largest_part);
  folder.add("report.html", report_page(content, charts_script(), style, language));
  for (const Exhibit& exhibit : content.exhibits) folder.add(exhibit.id + ".csv", exhibit_csv(exhibit));
  folder.add("exhibits.json", report_json(content));
  folder.add("report.md", report_markdown(content));
  folder.add("report.xlsx", exhibit_workbook(folder.folder(), content, language));
  for (const NamedFile& paper : papers) folder.add(paper.name, paper.bytes);
  folder.add("manifest.json", folder_manifest("", program_manifest(), folder.files()));
}

Manifest program_manifest() {
  Manifest manifest;
  manifest.version = build::version;
  manifest.commit = build::commit;
  return manifest;
}

NamedFile calculation_paper(const RunResult& run, const RunBeside& beside) {
  return {"测算说明.docx", calculation_note(run, beside)};
}

NamedFile study_paper(const StudyResult& study, const DoubtedManifest& manifest, const RunResult* run) {
  return {"敏感性分析报告.docx", sensitivity_paper(study, manifest, run)};
}

std::string report_command(const std::string& command, Language language) {
  return command + say(language, " --report 报告", " --lang en --report report");
}

std::string report_stands(const std::string& folder, Language language) {
  return say(language, "报告已写入 ", "the report stands in ") + folder + "/report.html\n";
}

}  // namespace disburse
