#pragma once
// A report as a workbook: one sheet an exhibit, its table and its native chart.
#include <filesystem>
#include <string>

#include "outputs/report/exhibits.hpp"

namespace disburse {

/// Sheet 目录 has the headlines and links; the last sheet holds what the charts draw, so that they can be changed in
/// Excel or WPS. Numbers are numbers, text is never a formula. Returns the bytes.
std::string exhibit_workbook(const std::filesystem::path& scratch, const ReportContent& content, Language language);

}  // namespace disburse
