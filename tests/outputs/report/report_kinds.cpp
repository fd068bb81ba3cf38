#include "outputs/report/report_kinds.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <memory>

#include "engine/support/files.hpp"
#include "support/city.hpp"
#include "support/small_roster.hpp"

namespace disburse::testing {

const std::vector<ReportKind>& report_kinds() {
  static const std::vector<ReportKind> kinds = [] {
    std::vector<ReportKind> all{
        {"run", "run award-660 --set heating_allowance.standard=4600元"},
        {"stochastic", "run --mode stochastic --replicates 64 --assumptions 4 --seed 7 --horizon 2024-01..2025-12"},
        {"compare", "compare zhongwei-2024 award-660+adjustment-4 --horizon 2024-01..2025-12 --attribute shapley"},
        {"compare_set", "compare zhongwei-2024 --set unity_award.ordinary_per_payment=660"},
        {"reforecast", "reforecast --actuals 'paid so far.csv'"},
        {"budget", "budget --year 2025"}};
    for (const char* method : {"tornado", "gradient", "heatmap", "morris", "sobol", "shapley", "full"}) {
      all.push_back({std::string("sensitivity_") + method,
                     std::string("sensitivity --roster few.h5 --line 2089999 --samples 64 --method ") + method});
    }
    return all;
  }();
  return kinds;
}

void add_inputs(const ScratchFolder& folder) {
  folder.write("paid so far.csv", read_file(city_dir() / "actuals" / "2024-08-example.csv", 1u << 20));
  std::filesystem::copy_file(small_roster(), folder.path() / "few.h5");
}

const ScratchFolder& made_report(const std::string& kind) {
  static std::map<std::string, std::unique_ptr<ScratchFolder>> made;
  std::unique_ptr<ScratchFolder>& folder = made[kind];
  if (folder) return *folder;
  folder = std::make_unique<ScratchFolder>();
  add_inputs(*folder);
  for (const ReportKind& one : report_kinds()) {
    if (one.name != kind) continue;
    const Ran ran = folder->run(one.command + " --report report");
    EXPECT_EQ(ran.exit_code, 0) << one.command << "\n" << ran.err;
  }
  return *folder;
}

Json exhibits_of(const ScratchFolder& folder, const std::string& report) {
  return Json::parse(folder.read(report + "/exhibits.json")).at("exhibits");
}

const Json& exhibit_called(const Json& exhibits, const std::string& id) {
  for (const Json& one : exhibits) {
    if (one.at("id") == id) return one;
  }
  throw std::runtime_error("no exhibit " + id);
}

}  // namespace disburse::testing
