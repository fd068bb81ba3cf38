#include "outputs/report/report_json.hpp"

namespace disburse {
namespace {

Json exhibit_part(const Exhibit& exhibit) {
  Json headings = Json::array(), types = Json::array(), rows = Json::array();
  for (const ExhibitColumn& column : exhibit.columns) {
    headings.push_back(column.heading);
    types.push_back(to_string(column.type));
  }
  for (const auto& row : exhibit.rows) {
    Json texts = Json::array();
    for (std::size_t c = 0; c < row.size(); ++c) texts.push_back(cell_text(exhibit.columns[c], row[c]));
    rows.push_back(std::move(texts));
  }
  return {{"id", exhibit.id},
          {"title", exhibit.title},
          {"unit", exhibit.unit},
          {"chart", exhibit.chart ? chart_json(*exhibit.chart) : Json(nullptr)},
          {"headings", std::move(headings)},
          {"types", std::move(types)},
          {"rows", std::move(rows)}};
}

}  // namespace

std::string report_json(const ReportContent& content) {
  Json exhibits = Json::array();
  for (const Exhibit& exhibit : content.exhibits) exhibits.push_back(exhibit_part(exhibit));
  return json_text({{"schema", "disburse/report/1"}, {"exhibits", std::move(exhibits)}});
}

}  // namespace disburse
