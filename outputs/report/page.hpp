#pragma once
// The report as one HTML file that needs nothing else: no network, no other file.
#include <string>

#include "outputs/report/exhibits.hpp"

namespace disburse {

/// `script` is the charts' bundle, `style` the page's CSS. Scripts run only by their digest (content security policy
/// default-src 'none'); without script every number stands in the tables. An empty `script` leaves a page of
/// tables without charts. Text is escaped everywhere.
std::string report_page(const ReportContent& content, const std::string& script, const std::string& style,
                        Language language);

}  // namespace disburse
