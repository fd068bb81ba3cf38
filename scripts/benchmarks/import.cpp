// Rosters from an office: a million rows of CSV with all checks (goal 3 s), a hundred thousand rows of xlsx (goal 2 s),
// the roster file of the city (goal 50 ms).
#include <benchmark/benchmark.h>

#include <unistd.h>

#include <filesystem>

#include "build_info.hpp"
#include "engine/app/loading/loading.hpp"
#include "engine/storage/roster_file.hpp"
#include "engine/storage/roster_writer.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/support/publication.hpp"
#include "outputs/office/table_workbook.hpp"
#include "scenarios/office/import.hpp"
#include "scenarios/office/office_rows.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

/// A folder with the office's residents eight or so times over, and with a workbook; removed at the end.
struct Office {
  fs::path folder = fs::temp_directory_path() / ("disburse-bench-import-" + std::to_string(::getpid()));
  std::size_t csv_rows = 0, sheet_rows = 0;

  Office() {
    fs::create_directory(folder);
    const Session session = open_session(InputOptions{});
    const SyntheticOffice office = synthetic_office(session.roster, 7, 0.0);
    std::string csv = "\xEF\xBB\xBF";
    const auto line = [&](const std::vector<std::string>& cells) {
      for (std::size_t c = 0; c < cells.size(); ++c) csv += (c == 0 ? "" : ",") + cells[c];
      csv += "\r\n";
    };
    line(office.tables[2].headings);
    constexpr std::size_t wanted = 1'000'000;
    while (csv_rows < wanted) {
      for (const std::vector<std::string>& row : office.tables[2].rows) {
        if (csv_rows++ < wanted) line(row);
      }
    }
    csv_rows = wanted;
    publish_file(folder / "residents.csv", csv);
    std::vector<std::vector<std::string>> rows;
    constexpr std::size_t sheet = 100'000;
    for (std::size_t t = 1; t < 3; ++t) {
      for (const std::vector<std::string>& row : office.tables[t].rows) {
        if (rows.size() < sheet) rows.push_back(row);
      }
    }
    sheet_rows = rows.size();
    publish_file(folder / "all.xlsx", table_workbook(folder, "x", office.tables[1].headings, rows, 1, {}));
    publish_file(folder / "roster.h5", roster_image(session.roster, {"bench", 7, build::version, build::commit}));
  }
  ~Office() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
};

const Office& office() {
  static const Office made;
  return made;
}

void import_file(benchmark::State& state, const char* name) {
  const DataPaths paths = find_data();
  ImportRequest request;
  request.files = {office().folder / name};
  request.columns = paths.office() / "columns.toml";
  request.limits = paths.office() / "checks.toml";
  request.as_of = Month(2023, 12);
  for (auto _ : state) benchmark::DoNotOptimize(import_rosters(request));
}
BENCHMARK_CAPTURE(import_file, csv_of_1000000_rows, "residents.csv")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(import_file, xlsx_of_100000_rows, "all.xlsx")->Unit(benchmark::kMillisecond);

void read_city(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_roster(office().folder / "roster.h5"));
}
BENCHMARK(read_city)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace disburse
