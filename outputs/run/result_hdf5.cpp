// The result's data sets, put into an HDF5 file.
#include "outputs/run/result_hdf5.hpp"

#include <array>

#include "engine/support/hdf5.hpp"
#include "outputs/run/result_data_sets.hpp"

namespace disburse {
namespace {

constexpr std::array<std::int64_t, 2> format_version{1, 0};

void add_attributes(Hdf5Writer& writer, const RunResult& result) {
  const Manifest& manifest = result.manifest;
  writer.attribute("filetype", "disburse/result");
  writer.attribute("version", format_version);
  writer.attribute("program_version", manifest.version);
  writer.attribute("commit", manifest.commit);
  writer.attribute("scenario", result.scenario.name);
  writer.attribute("seed", std::to_string(manifest.seed));
  writer.attribute("scenario_digest", manifest.scenario_digest);
  writer.attribute("law_digest", manifest.law_digest);
  writer.attribute("budget_digest", manifest.budget_digest);
  writer.attribute("roster_digest", manifest.roster_digest);
}

}  // namespace

std::string result_image(const RunResult& result) {
  Hdf5Writer writer;
  add_attributes(writer, result);
  for (const DataSet& set : result_data_sets(result)) {
    std::visit(
        [&](const auto& values) {
          writer.add({set.path, set.units, set.description}, values, set.shape);
        },
        set.values);
  }
  return writer.image();
}

}  // namespace disburse
