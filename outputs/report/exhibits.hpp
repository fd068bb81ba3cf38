#pragma once
// What a report shows: each exhibit with its chart's data and its table, made from the engine's JSON documents.
#include <string>
#include <vector>

#include "outputs/language.hpp"
#include "outputs/writers/json_parts.hpp"

namespace disburse {

struct Exhibit {
  std::string id, title, note;
  std::string unit;
  Json chart;  ///< what charts.js draws: kind, categories, series; null: a table alone
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

struct Headline {
  std::string name, value, note;
};

struct ReportContent {
  std::string title, subtitle;
  std::vector<Headline> headlines;  ///< four
  std::vector<Exhibit> exhibits;
};

}  // namespace disburse
