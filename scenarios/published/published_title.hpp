#pragma once
// Whose budget a document is, and of which year, by its title.
#include <string>
#include <vector>

#include "scenarios/published/published_lines.hpp"

namespace disburse {

struct DocumentTitle {
  int year = 0;        ///< 0: none is printed
  std::string agency;  ///< empty: none is printed
  Place place;         ///< of the line that says so

  bool printed() const { return !place.file.empty(); }
};

/// "某中心2024年部门预算", "2024年某中心部门预算", "某中心部门预算（2024年）": the year and the name, which may stand
/// in the line above. Without such a line the headings' year (2024年预算数) and the name beside the unit, without a
/// place.
DocumentTitle title_of(const std::vector<PublishedLine>& lines);

}  // namespace disburse
