#pragma once
// Every kind of report, made once by the program as a planner makes it.
#include <string>
#include <vector>

#include "outputs/text/json_parts.hpp"
#include "support/program.hpp"

namespace disburse::testing {

struct ReportKind {
  std::string name;
  std::string command;  ///< without --report
};

const std::vector<ReportKind>& report_kinds();

/// A folder with what the commands read.
void add_inputs(const ScratchFolder& folder);

/// The folder in which the kind's report stands under "report". Made at the first call.
const ScratchFolder& made_report(const std::string& kind);

/// exhibits.json of a report.
Json exhibits_of(const ScratchFolder& folder, const std::string& report = "report");
const Json& exhibit_called(const Json& exhibits, const std::string& id);

}  // namespace disburse::testing
