#pragma once
// Writes reports: finds the charts' bundle and the style, makes the page and all that goes with it.
#include <vector>

#include "engine/app/options/options.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/support/publication.hpp"
#include "outputs/report/contents.hpp"
#include "outputs/text/named_file.hpp"

namespace disburse {

/// A folder with report.html, report.xlsx (native charts), report.md, exhibits.json and a CSV an exhibit, and `papers`.
/// Without the charts' bundle (scripts/report-bundle) the page has its tables alone. Errors: those of Staged::add.
void write_report(const ReportContent& content, const std::vector<NamedFile>& papers, Staged& folder,
                  Language language);

// The papers that offices write. They are in Chinese: their order and words are those of the forms.
NamedFile calculation_paper(const RunResult& run, const RunBeside& beside);
/// `run` stands beside the study; null: none.
NamedFile study_paper(const StudyResult& study, const DoubtedManifest& manifest, const RunResult* run);

/// What is known of a folder that is made of no single run: the program.
Manifest program_manifest();

/// The command that makes a result again, made to write its report as well.
std::string report_command(const std::string& command, Language language);

/// What a command says when the report stands.
std::string report_stands(const std::string& folder, Language language);

}  // namespace disburse
