#include "engine/app/loading/data_paths.hpp"

#include <cstdlib>
#include <optional>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/agencies/agency_reader.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr const char* toml = ".toml";

bool holds_data(const fs::path& root) {
  std::error_code ignored;
  return fs::is_directory(root / "models" / "programmes", ignored) &&
         fs::is_directory(root / "scenarios" / "agencies", ignored);
}

/// The link is followed, so that messages name the folder that a reader can open.
fs::path resolved(const fs::path& root) {
  std::error_code failure;
  const fs::path canonical = fs::canonical(root, failure);
  return failure ? root : canonical;
}

[[noreturn]] void complain(const std::vector<fs::path>& candidates) {
  std::string tried;
  for (const fs::path& root : candidates) tried += (tried.empty() ? "" : ", ") + root.string();
  InputErrors errors;
  errors.add({}, "DISBURSE_DATA", "the data files were not found in {}"_m(tried),
             "law, scenarios and budgets are read from models/ and scenarios/"_m,
             "Set DISBURSE_DATA to the folder that holds both"_m);
  throw InputRejected(Door::command_line, std::move(errors));
}

/// What is set in the environment, unless it is empty.
std::optional<std::string> variable(const char* name) {
  const char* set = std::getenv(name);
  if (set == nullptr || *set == '\0') return std::nullopt;
  return set;
}

fs::path agencies_of(const fs::path& root) { return root / "scenarios" / "agencies"; }

/// The agency that disburse.toml beside the data names; empty where there is no such file.
std::string settled_agency(const fs::path& root) {
  const fs::path file = root / "disburse.toml";
  if (!fs::exists(file)) return {};
  InputErrors errors;
  TomlDocument document(file, errors);
  std::string agency;
  if (document.parsed()) {
    TomlTable table = document.root();
    table.schema("disburse/settings/1");
    agency = table.text("agency");
    table.finish();
  }
  throw_if_any(Door::data, std::move(errors));
  return agency;
}

std::vector<std::string> names_of(const std::vector<fs::path>& folders) {
  std::vector<std::string> names;
  for (const fs::path& folder : folders) names.push_back(folder.filename().string());
  return names;
}

/// The folder that `word` means, said by `origin`.
fs::path folder_of(const fs::path& root, const std::string& word, const std::string& origin, Door door) {
  const fs::path below = agencies_of(root) / word;
  if (word.find('/') == std::string::npos && is_agency(below)) return below;
  if (is_agency(word)) return word;
  const std::string near = nearest_name(word, names_of(agencies_below(agencies_of(root))));
  InputErrors errors;
  errors.add({origin, 0, 0}, "", "there is no agency {}"_m(word),
             "it is a name that disburse list agencies shows, or a folder that holds an agency.toml"_m,
             near.empty() ? "See: disburse list agencies"_m : "Did you mean {}?"_m(near));
  throw InputRejected(door, std::move(errors));
}

fs::path only_agency(const fs::path& root) {
  const std::vector<fs::path> all = agencies_below(agencies_of(root));
  if (all.size() == 1) return all.front();
  std::string list;
  for (const std::string& name : names_of(all)) list += (list.empty() ? "" : ", ") + name;
  InputErrors errors;
  errors.add({"-A", 0, 0}, "", "no agency is named"_m,
             all.empty() ? "scenarios/agencies holds none"_m : "there are several: {}"_m(list),
             "Write -A NAME, or set DISBURSE_AGENCY"_m);
  throw InputRejected(Door::command_line, std::move(errors));
}

fs::path chosen_agency(const fs::path& root, const std::string& asked) {
  if (!asked.empty()) return folder_of(root, asked, "-A", Door::command_line);
  if (const auto set = variable("DISBURSE_AGENCY")) return folder_of(root, *set, "DISBURSE_AGENCY", Door::command_line);
  const std::string settled = settled_agency(root);
  return settled.empty() ? only_agency(root) : folder_of(root, settled, "disburse.toml", Door::data);
}

/// "2024" of "county-2024" where the agency is "county"; unchanged otherwise.
std::string without_agency(const std::string& name, const Agency& agency) {
  return name.starts_with(agency.name + "-") ? name.substr(agency.name.size() + 1) : name;
}

}  // namespace

std::vector<LawLayer> DataPaths::law() const {
  std::vector<LawLayer> layers{{"nation", root / "models", "models"}};
  if (!agency.region.empty())
    layers.push_back({agency.region, root / "models" / "regions" / agency.region, "models/regions/" + agency.region});
  std::error_code ignored;
  const bool below = fs::equivalent(agency.folder / "..", agencies_of(root), ignored);
  layers.push_back({agency.name, agency.folder, below ? "scenarios/agencies/" + agency.name : agency.name});
  return layers;
}

fs::path DataPaths::budget(const std::string& name) const {
  const fs::path budgets = agency.folder / "budgets";
  const fs::path file = budgets / (name + toml);
  return fs::exists(file) ? file : budgets / (without_agency(name, agency) + toml);
}

fs::path DataPaths::roster(const std::string& name) const {
  const fs::path file = agency.folder / "rosters" / (name + toml);
  const bool own = name == "roster" || without_agency(name, agency) != name;
  return own && !fs::exists(file) ? agency.folder / "roster.toml" : file;
}

std::vector<fs::path> data_candidates(const fs::path& program) {
  const fs::path shared = fs::path("share") / "disburse";
  std::vector<fs::path> candidates;
  for (const fs::path& folder : {program.parent_path(), program.parent_path().parent_path()}) {
    candidates.push_back(folder / shared);
    candidates.push_back(folder);
  }
  return candidates;
}

fs::path find_root() {
  std::vector<fs::path> candidates;
  const auto set = variable("DISBURSE_DATA");
  if (set) {
    candidates.emplace_back(*set);
  } else {
    std::error_code ignored;
    candidates = data_candidates(fs::read_symlink("/proc/self/exe", ignored));
  }
  for (const fs::path& root : candidates) {
    if (holds_data(root)) return set ? root : resolved(root);
  }
  complain(candidates);
}

DataPaths find_data(const std::string& asked) {
  const fs::path root = find_root();
  DataPaths paths{root, read_agency(chosen_agency(root, asked))};
  const fs::path region = root / "models" / "regions" / paths.agency.region;
  if (paths.agency.region.empty() || fs::is_directory(region)) return paths;
  InputErrors errors;
  errors.add(paths.agency.place, "region", "there is no region {}"_m(paths.agency.region),
             "its law is read from {}"_m("models/regions/" + paths.agency.region),
             "Add the folder, or name one that is there"_m);
  throw InputRejected(Door::data, std::move(errors));
}

}  // namespace disburse
