#include "engine/app/reporting.hpp"

#include "engine/app/data_paths.hpp"
#include "engine/error.hpp"
#include "engine/support/files.hpp"
#include "outputs/office/calculation_note.hpp"
#include "outputs/office/exhibit_workbook.hpp"
#include "outputs/office/sensitivity_paper.hpp"
#include "outputs/report/page.hpp"
#include "outputs/report/tables.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_part = std::size_t{4} << 20;

std::filesystem::path bundle() { return find_data().report() / "dist" / "charts.js"; }

void check_bundle() {
  if (std::filesystem::exists(bundle())) return;
  InputErrors errors;
  errors.add({bundle().string(), 0, 0}, "", "the charts' bundle is not there", "the report draws its charts with it",
             "Run scripts/report-bundle once (it needs npm)");
  throw InputRejected(Door::command_line, std::move(errors));
}

void add_page(StagedFolder& staged, const ReportContent& content, Language language) {
  check_bundle();
  const std::string script = read_file(bundle(), largest_part);
  const std::string style = read_file(find_data().report() / "page.css", largest_part);
  staged.add("report.html", report_page(content, script, style, language));
}

void add_data(StagedFolder& staged, const ReportContent& content, Language language) {
  Json data = Json::array();
  for (const Exhibit& exhibit : content.exhibits) {
    data.push_back({{"id", exhibit.id},
                    {"title", exhibit.title},
                    {"unit", exhibit.unit},
                    {"chart", exhibit.chart},
                    {"headings", exhibit.headings},
                    {"rows", exhibit.rows}});
    staged.add(exhibit.id + ".csv", exhibit_csv(exhibit));
  }
  staged.add("exhibits.json", json_text({{"schema", "disburse/report/1"}, {"exhibits", std::move(data)}}));
  staged.add("report.md", report_markdown(content));
  staged.add("report.xlsx", exhibit_workbook(content, language));
}

/// The papers that offices write. They are in Chinese: their order and words are those of the forms.
void add_papers(StagedFolder& staged, const Json& document, const std::vector<Json>& others) {
  const bool of_run = document.at("schema") == "disburse/run/1";
  const Json* run = of_run ? &document : nullptr;
  if (of_run) staged.add("测算说明.docx", calculation_note(document));
  if (document.at("schema") == "disburse/sensitivity/1")
    staged.add("敏感性分析报告.docx", sensitivity_paper(document, run));
  for (const Json& other : others) {
    if (other.at("schema") != "disburse/sensitivity/1") continue;
    staged.add("敏感性分析报告.docx", sensitivity_paper(other, run));
    break;
  }
}

}  // namespace

void write_report(const Json& document, const std::vector<Json>& others, const std::filesystem::path& folder,
                  Language language) {
  const ReportContent content = report_content(document, others, language);
  StagedFolder staged(folder);
  add_page(staged, content, language);
  add_data(staged, content, language);
  add_papers(staged, document, others);
  staged.commit();
}

void write_side_by_side(const Json& first, const Json& second, const std::filesystem::path& folder, Language language) {
  const ReportContent content = side_by_side_content(first, second, language);
  StagedFolder staged(folder);
  add_page(staged, content, language);
  add_data(staged, content, language);
  staged.commit();
}

std::string report_stands(const std::string& folder, Language language) {
  return say(language, "报告已写入 ", "the report stands in ") + folder + "/report.html\n";
}

void check_report_folder(const Options& options) {
  if (!options.report) return;
  if (std::filesystem::exists(std::filesystem::symlink_status(*options.report))) throw FolderExists(*options.report);
  check_bundle();
}

}  // namespace disburse
