#include "engine/app/reporting.hpp"

#include "engine/app/data_paths.hpp"
#include "engine/error.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_part = std::size_t{4} << 20;

}  // namespace

void write_report(const ReportContent& content, const std::filesystem::path& folder, Language language) {
  const std::filesystem::path parts = find_data().report();
  if (!std::filesystem::exists(parts / "dist" / "charts.js")) {
    InputErrors errors;
    errors.add({parts.string(), 0, 0}, "", "the charts' bundle is not there", "the report draws its charts with it",
               "Run scripts/report-bundle once (it needs npm)");
    throw InputRejected(Door::command_line, std::move(errors));
  }
  const std::string script = read_file(parts / "dist" / "charts.js", largest_part);
  const std::string style = read_file(parts / "page.css", largest_part);
  Json data = Json::array();
  for (const Exhibit& exhibit : content.exhibits) {
    data.push_back({{"id", exhibit.id},
                    {"title", exhibit.title},
                    {"unit", exhibit.unit},
                    {"chart", exhibit.chart},
                    {"headings", exhibit.headings},
                    {"rows", exhibit.rows}});
  }
  StagedFolder staged(folder);
  staged.add("report.html", report_page(content, script, style, language));
  staged.add("exhibits.json", json_text({{"schema", "disburse/report/1"}, {"exhibits", std::move(data)}}));
  staged.commit();
}

}  // namespace disburse
