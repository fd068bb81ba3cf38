#include "scenarios/agencies/agency_reader.hpp"

#include <algorithm>

#include "engine/support/toml_reader.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr const char* file_name = "agency.toml";

/// A name goes into paths and commands, so it holds nothing that either would read more into.
bool is_name(const std::string& text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

void check_name(TomlTable& root, const char* key, const std::string& name) {
  if (name.empty() || is_name(name)) return;
  root.reject(key, "\"{}\" is no name of a folder"_m(name), "it stands in paths and commands"_m,
              "Use small letters, digits, - and _"_m);
}

std::vector<Scheme> read_schemes(TomlTable& root) {
  std::vector<Scheme> schemes;
  for (const std::string& word : root.texts("schemes")) {
    const auto scheme = from_code<Scheme>(word);
    if (!scheme) {
      root.reject("schemes", "\"{}\" is no scheme"_m(word), "programmes and members name theirs by it"_m,
                  "Write civil_service, enterprise or resident"_m);
    } else if (std::find(schemes.begin(), schemes.end(), *scheme) == schemes.end()) {
      schemes.push_back(*scheme);
    }
  }
  // An agency that only spends what is budgeted says so: schemes = [].
  if (!root.has("schemes")) {
    root.reject("schemes", "no scheme is named"_m, "an agency without scheme pays nobody"_m,
                "Write schemes = [\"resident\"]"_m);
  }
  return schemes;
}

}  // namespace

bool is_agency(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / file_name, ignored);
}

std::vector<fs::path> agencies_below(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code failure;
  for (fs::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
    if (is_agency(it->path())) found.push_back(it->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

Agency read_agency(const fs::path& folder) {
  InputErrors errors;
  Agency agency;
  agency.folder = folder;
  TomlDocument document(folder / file_name, errors);
  if (document.parsed()) {
    TomlTable root = document.root();
    agency.place = root.place();
    root.schema("disburse/agency/1");
    agency.name = root.text("name");
    check_name(root, "name", agency.name);
    agency.title = root.text("title");
    agency.title_en = root.optional_text("title_en").value_or("");
    agency.code = root.optional_text("code").value_or("");
    agency.level = root.text("level");
    agency.region = root.optional_text("region").value_or("");
    check_name(root, "region", agency.region);
    agency.schemes = read_schemes(root);
    agency.left_out = root.texts("left_out");
    root.texts("unfilled");
    agency.scenario = root.text("scenario");
    agency.reference = root.text("reference");
    root.finish();
  }
  throw_if_any(Door::data, std::move(errors));
  return agency;
}

std::vector<std::string> unfilled_in(const fs::path& folder) {
  InputErrors errors;
  TomlDocument document(folder / file_name, errors);
  return document.parsed() ? document.root().texts("unfilled") : std::vector<std::string>();
}

}  // namespace disburse
