#pragma once
// Writes reports: finds the charts' bundle and the style, makes the page and all that goes with it.
#include <filesystem>
#include <vector>

#include "engine/app/options.hpp"
#include "outputs/report/contents.hpp"

namespace disburse {

/// A folder with report.html, report.xlsx (native charts), report.md, exhibits.json and a CSV an exhibit; of a
/// run also 测算说明.docx, of a study (alone or beside a run) 敏感性分析报告.docx. Errors:
/// InputRejected(Door::command_line) where the bundle was not made (scripts/report-bundle); FolderExists.
void write_report(const Json& document, const std::vector<Json>& others, const std::filesystem::path& folder,
                  Language language);
void write_side_by_side(const Json& first, const Json& second, const std::filesystem::path& folder, Language language);

/// What a command says when the report stands.
std::string report_stands(const std::string& folder, Language language);
/// Asked before the work, so that a taken folder or a missing bundle costs nothing. Errors: as write_report.
void check_report_folder(const Options& options);

}  // namespace disburse
