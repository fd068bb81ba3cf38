#pragma once
// Writes a report: finds the charts' bundle and the style, makes the page.
#include <filesystem>

#include "outputs/report/page.hpp"

namespace disburse {

/// The folder with report.html and the exhibits' data (exhibits.json). Errors: InputRejected(Door::command_line) where
/// the bundle was not made (scripts/report-bundle); FolderExists.
void write_report(const ReportContent& content, const std::filesystem::path& folder, Language language);

}  // namespace disburse
