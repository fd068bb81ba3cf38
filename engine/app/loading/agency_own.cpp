#include "engine/app/loading/agency_own.hpp"

#include <algorithm>
#include <system_error>

#include "scenarios/actuals/outturn_reader.hpp"
#include "scenarios/agencies/agency_reader.hpp"

namespace disburse {

ParameterTree with_unfilled(const ParameterTree& tree, const DataPaths& paths) {
  const std::vector<std::string> listed = unfilled_in(paths.agency.folder);
  if (listed.empty()) return tree;
  const std::string own = paths.law().back().shown + "/", folder = (paths.agency.folder / "").string();
  ParameterTree marked;
  for (const auto& [path, parameter] : tree.all()) {
    Parameter one = parameter;
    const std::string file = one.values.empty() ? "" : one.values.back().place.file;
    const bool stated = file.starts_with(own) || file.starts_with(folder);
    if (!stated && std::find(listed.begin(), listed.end(), path) != listed.end()) one.origin = unfilled;
    marked.add(one);
  }
  return marked;
}

void check_left_out(const DataPaths& paths) {
  std::vector<std::string> known;
  for (const LawLayer& layer : paths.law()) {
    std::error_code failure;
    std::filesystem::directory_iterator it(layer.folder / "programmes", failure);
    for (const std::filesystem::directory_iterator end; !failure && it != end; it.increment(failure)) {
      if (it->path().extension() == ".toml") known.push_back(it->path().stem().string());
    }
  }
  InputErrors errors;
  for (const std::string& id : paths.agency.left_out) {
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    const std::string near = nearest_name(id, known);
    errors.add(paths.agency.place, "left_out", "there is no programme {}"_m(id),
               "what is left out is one of the law's"_m,
               near.empty() ? "See disburse list programmes"_m : "Did you mean {}?"_m(near));
  }
  throw_if_any(Door::data, std::move(errors));
}

std::filesystem::path outturns_file(const DataPaths& paths) { return paths.agency.folder / "outturns.csv"; }

std::vector<Outturn> outturns_of(const DataPaths& paths, const std::vector<ProgrammeDefinition>& programmes) {
  const std::filesystem::path file = outturns_file(paths);
  if (!std::filesystem::exists(file)) return {};
  return read_outturns(file, programmes, LinesTaken::all);
}

}  // namespace disburse
