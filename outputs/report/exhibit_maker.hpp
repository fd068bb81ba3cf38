#pragma once
// Makes exhibits one by one from a document of the engine and those beside it.
#include "outputs/json_cells.hpp"
#include "outputs/report/exhibits.hpp"

namespace disburse {

/// 万元 with two decimals, as a number for a chart; null where there is none.
Json chart_wan(const Json& fen);
Json series_of(const std::string& name, Json values);

class ExhibitMaker {
 public:
  /// `document` is what the report is of; it outlives the maker.
  ExhibitMaker(const Json& document, Language language) : run_(document), language_(language) {}

  std::string words(const char* zh, const char* en) const { return say(language_, zh, en); }
  std::string unit() const { return words("万元", "10,000 yuan"); }

  Exhibit programmes() const;
  Exhibit months() const;
  Exhibit waterfall() const;
  Exhibit fan() const;
  Exhibit exceedance() const;
  Exhibit risk_table() const;
  Exhibit population() const;
  Exhibit pyramid(const std::string& scheme) const;
  Exhibit caseload() const;
  Exhibit averages() const;
  Exhibit documents() const;
  Exhibit findings() const;
  Exhibit reproduce(const std::string& command) const;
  Exhibit pay_days(const Json& cash) const;

  /// Every exhibit that a study has the data for, the tornado first.
  std::vector<Exhibit> study(const Json& study) const;
  Exhibit inputs(const Json& study) const;
  /// The `number`th variant of a comparison: what was changed, programmes, causes.
  std::vector<Exhibit> variant(const Json& variant, std::size_t number) const;
  /// A re-forecast: lines, months with what is locked, causes so far, cash to come.
  std::vector<Exhibit> reforecast() const;
  /// A drafted budget: projects and their ranges, what each rests on, its tables.
  std::vector<Exhibit> draft() const;

 private:
  Exhibit tornado(const Json& study) const;
  Exhibit indices(const Json& study) const;
  Exhibit convergence(const Json& study) const;
  Exhibit screening(const Json& study) const;
  Exhibit shapley(const Json& study) const;
  Exhibit heatmap(const Json& study) const;
  Exhibit gradient(const Json& study) const;
  /// One row and one series a programme that pays persons: `key` of its months.
  Exhibit by_month(Exhibit one, const char* key, double units, int decimals) const;

  const Json& run_;
  Language language_;
};

}  // namespace disburse
