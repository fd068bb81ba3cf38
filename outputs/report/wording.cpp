#include "outputs/report/wording.hpp"

namespace disburse {

Exhibit exhibit_of(std::string id, std::string title, std::string unit, std::vector<ExhibitColumn> columns) {
  Exhibit one;
  one.id = std::move(id);
  one.title = std::move(title);
  one.unit = std::move(unit);
  one.columns = std::move(columns);
  return one;
}

Series money_series(const Exhibit& exhibit, std::size_t column) {
  Series series{exhibit.columns[column].heading, {}, {}, false};
  for (const auto& row : exhibit.rows) {
    const Money* amount = std::get_if<Money>(&row[column].value);
    series.values.push_back(amount == nullptr ? std::nullopt : std::optional(chart_wan(*amount)));
  }
  return series;
}

std::vector<std::string> row_names(const Exhibit& exhibit) {
  std::vector<std::string> names;
  for (const auto& row : exhibit.rows) names.push_back(cell_text(exhibit.columns.front(), row.front()));
  return names;
}

}  // namespace disburse
