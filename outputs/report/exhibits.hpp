#pragma once
// What a report shows, ready for every writer: page, workbook, Markdown, CSV.
#include <string>
#include <vector>

#include "outputs/report/exhibit.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// A card at the head of the report: the column's heading is its name.
struct Headline {
  ExhibitColumn column;
  ExhibitCell value;
  std::string note;

  const std::string& name() const { return column.heading; }
  std::string text() const { return cell_text(column, value); }
};

struct ReportContent {
  std::string title, subtitle;
  std::string verdict;              ///< the first sentence
  std::vector<std::string> points;  ///< what it rests on, and what can be done
  std::vector<Headline> headlines;  ///< four
  std::vector<Exhibit> exhibits;
};

}  // namespace disburse
