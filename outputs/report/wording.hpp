#pragma once
// Words that exhibits of every kind need.
#include <string>
#include <vector>

#include "outputs/report/exhibits.hpp"

namespace disburse {

/// The language of a report, and what is said in it everywhere.
struct Wording {
  Language language = Language::zh;

  std::string operator()(const char* zh, const char* en) const { return say(language, zh, en); }
  std::string unit() const { return say(language, "万元", "10,000 yuan"); }
  std::string in_wan() const { return say(language, "单位：万元", "in 10,000 yuan"); }
  /// The name in the report's language; the Chinese one where the data have no other.
  const std::string& name(const std::string& zh, const std::string& en) const {
    return language == Language::zh || en.empty() ? zh : en;
  }
};

/// An exhibit without a chart and rows.
Exhibit exhibit_of(std::string id, std::string title, std::string unit, std::vector<ExhibitColumn> columns);

/// One series of what `rows` hold in a column of money.
Series money_series(const Exhibit& exhibit, std::size_t column);
/// What the first column names, as a chart's categories.
std::vector<std::string> row_names(const Exhibit& exhibit);

}  // namespace disburse
