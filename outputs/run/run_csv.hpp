#pragma once
// The result of a run as CSV files for spreadsheets; outputs/formats/run-csv.md describes every column.
#include <string>
#include <vector>

#include "engine/projection/result.hpp"
#include "outputs/text/named_file.hpp"

namespace disburse {

/// programmes.csv, what `--format csv` prints.
std::string programmes_csv(const RunResult& result);

/// All of them, in the order in which they are listed in the manifest.
std::vector<NamedFile> run_csv(const RunResult& result);

}  // namespace disburse
