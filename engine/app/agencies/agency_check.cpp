#include "engine/app/agencies/agency_check.hpp"

#include <algorithm>
#include <set>

#include "engine/app/agencies/folder_reading.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/app/options/shell_words.hpp"
#include "engine/budget/check.hpp"
#include "engine/budget/functional_tables.hpp"
#include "models/newcomers.hpp"
#include "scenarios/agencies/agency_reader.hpp"

namespace disburse {
namespace {

using Findings = std::vector<Finding>;

void add(Findings& findings, const char* code, Severity severity, Message where, Message message) {
  findings.push_back({code, severity, std::move(where), std::move(message)});
}

void check_lines(const LoadedData& data, Findings& findings) {
  for (const ProgrammeDefinition& programme : data.law.programmes) {
    if (programme.shape == Shape::planned_lines) continue;
    if (programme.line.empty()) {
      add(findings, "programme_without_line", Severity::warning, "programme {}"_m(programme.id),
          "it names no line of the budget, so nothing of it is compared"_m);
    } else if (find_item_row(data.document, programme.line) == nullptr) {
      add(findings, "line_not_printed", Severity::warning, "programme {}"_m(programme.id),
          "its line {} is none of {}"_m(programme.line, data.document.file));
    }
  }
}

std::int64_t people_of(const ParameterTree& law, Scheme scheme) {
  const std::string prefix = std::string("counts.") + to_string(scheme);
  std::int64_t people = 0;
  for (const auto& [path, parameter] : law.all()) {
    if (!path.starts_with(prefix) || parameter.values.empty()) continue;
    const auto* count = std::get_if<std::int64_t>(&parameter.values.back().value);
    people += count != nullptr ? *count : 0;
  }
  return people;
}

void check_schemes(const LoadedData& data, const Agency& agency, Findings& findings) {
  for (const Scheme scheme : agency.schemes) {
    if (!data.roster && people_of(data.law.parameters, scheme) == 0) {
      add(findings, "scheme_without_members", Severity::error, "scheme {}"_m(to_string(scheme)),
          "roster.toml counts nobody of it"_m);
    }
    const auto& all = data.law.programmes;
    if (std::none_of(all.begin(), all.end(), [&](const auto& each) { return each.scheme == scheme; })) {
      add(findings, "scheme_without_programme", Severity::warning, "scheme {}"_m(to_string(scheme)),
          "no programme pays its members"_m);
    }
  }
}

/// Texts of law and programmes that name another agency: values that were copied and not inherited.
void check_strangers(const LoadedData& data, const DataPaths& paths, Findings& findings) {
  for (const std::filesystem::path& folder : agencies_below(paths.root / "scenarios" / "agencies")) {
    const Agency other = read_agency(folder);
    if (other.name == paths.agency.name) continue;
    const auto strange = [&](const std::string& text) { return text.find(other.title) != std::string::npos; };
    for (const auto& [path, parameter] : data.law.parameters.all()) {
      for (const DatedValue& value : parameter.values) {
        if (!strange(value.reference)) continue;
        add(findings, "value_of_another_agency", Severity::error, "{} {}"_m(path, to_string(value.place)),
            "its reference speaks of {}"_m(other.title));
      }
    }
    for (const ProgrammeDefinition& programme : data.law.programmes) {
      if (!strange(programme.basis_reason) && !strange(programme.clause) && !strange(programme.name)) continue;
      add(findings, "value_of_another_agency", Severity::error, "programme {}"_m(programme.id),
          "its text speaks of {}"_m(other.title));
    }
  }
}

/// What the agency's programmes read and the years ahead rest on.
std::set<std::string> paths_in_use(const Law& law) {
  std::set<std::string> used;
  for (const ProgrammeDefinition& programme : law.programmes) {
    for (std::string& path : parameters_of(programme)) used.insert(std::move(path));
  }
  for (const std::string& path : law.parameters.paths()) {
    if (path.starts_with("outlook.")) used.insert(path);
  }
  return used;
}

void check_assumptions(const LoadedData& data, const DataPaths& paths, Findings& findings) {
  const std::string own = paths.law().back().shown + "/";
  for (const std::string& path : paths_in_use(data.law)) {
    const Parameter* parameter = data.law.parameters.find(path);
    if (parameter == nullptr || parameter->values.empty()) continue;
    const DatedValue& last = parameter->values.back();
    if (last.status != Status::assumed || last.place.file.starts_with(own)) continue;
    if (parameter->origin == by_headcount) {
      add(findings, "newcomers_by_headcount", Severity::note, Message::verbatim(path),
          "{} persons a year, assumed from the agency's own headcounts, for it states no number: {}"_m(
              value_text(last.value), last.reference));
      continue;
    }
    add(findings, "assumption_not_looked_at", Severity::note, "{} {}"_m(path, to_string(last.place)),
        "{} is assumed for every agency; set it in the agency's own folder, or leave it"_m(value_text(last.value)));
  }
}

void check_document(const LoadedData& data, const DataPaths& paths, Findings& findings) {
  const auto faults = check(data.document).size();
  if (faults == 0) return;
  add(findings, "document_has_findings", Severity::note, Message::verbatim(data.document.file),
      "the printed budget has {} findings of its own: disburse check {}"_m(
          faults, shell_word((paths.agency.folder / "budgets" / data.document.file).string())));
}

/// Commands find an agency by its folder, and texts name it.
void check_name(const Agency& agency, Findings& findings) {
  std::error_code failure;
  const std::string folder = std::filesystem::canonical(agency.folder, failure).filename().string();
  if (failure || folder == agency.name) return;
  add(findings, "folder_named_otherwise", Severity::warning, "agency.toml"_m,
      "its name is {} and its folder's is {}: -A takes the folder's"_m(agency.name, folder));
}

/// Where files are refused, what is wrong with the others is said beside it.
InputErrors with_findings(InputErrors errors, const Findings& findings) {
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::note) continue;
    errors.add({}, finding.code, "{}: {}"_m(finding.where, finding.message),
               "the agency would not be complete, or not its own"_m, "See outputs/formats/agency.md"_m);
  }
  return errors;
}

}  // namespace

std::vector<Finding> check_agency(const InputOptions& options, int threads) {
  const DataPaths paths = find_data(options.agency);
  FolderReading reading = read_folder(options, threads);
  Findings findings = std::move(reading.findings);
  if (!reading.data) throw_if_any(Door::data, std::move(reading.errors));
  EXPECT(reading.data.has_value());
  const LoadedData& data = *reading.data;
  check_name(paths.agency, findings);
  check_strangers(data, paths, findings);
  check_schemes(data, paths.agency, findings);
  check_lines(data, findings);
  check_assumptions(data, paths, findings);
  check_document(data, paths, findings);
  const auto worse = [](const Finding& a, const Finding& b) { return a.severity < b.severity; };
  std::stable_sort(findings.begin(), findings.end(), worse);
  if (!reading.errors.empty()) throw InputRejected(Door::data, with_findings(std::move(reading.errors), findings));
  return findings;
}

}  // namespace disburse
