#pragma once
// A report's exhibits as JSON (disburse/report/1), for programs that draw them themselves.
#include <string>

#include "outputs/report/exhibits.hpp"

namespace disburse {

/// Every exhibit with its chart's data, its headings and its rows as a person reads them.
std::string report_json(const ReportContent& content);

}  // namespace disburse
