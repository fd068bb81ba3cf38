// Reads the law: finds the files, hands each to its reader, checks what only the whole can tell.
#include "models/law_reader.hpp"

#include <algorithm>
#include <set>
#include <system_error>

#include "engine/parameter_extension.hpp"
#include "engine/parameter_reader.hpp"
#include "engine/support/files.hpp"
#include "engine/support/toml_reader.hpp"
#include "models/file_limits.hpp"
#include "models/programme_reader.hpp"
#include "models/table_reader.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

using file_limits::largest_file;

struct LawFile {
  std::string name;  ///< from the models folder on: "models/common/mortality.toml"
  std::string stem;
  std::string bytes;
};

/// The files of `folder` that end in `extension`, in order of name; hidden ones are an editor's and left out.
std::vector<LawFile> files_of(const fs::path& models, const char* folder, const char* extension, InputErrors& errors) {
  std::vector<LawFile> files;
  const std::string shown = (models / "").parent_path().filename().generic_string() + "/" + folder;
  std::error_code failure;
  for (fs::directory_iterator it(models / folder, failure), end; !failure && it != end; it.increment(failure)) {
    const fs::path path = it->path();
    if (path.extension() != extension || path.filename().string().starts_with(".")) continue;
    LawFile file{shown + "/" + path.filename().string(), path.stem().string(), ""};
    try {
      file.bytes = read_file(path, largest_file);
      files.push_back(std::move(file));
    } catch (const std::exception& error) {
      errors.add({file.name, 0, 0}, "", "cannot be read", error.what(), "Check the file and its permissions");
    }
  }
  if (failure) {
    errors.add({shown, 0, 0}, "", "the folder cannot be read", failure.message(),
               "Name the folder with the data files, or set DISBURSE_DATA");
  }
  std::sort(files.begin(), files.end(), [](const LawFile& a, const LawFile& b) { return a.name < b.name; });
  return files;
}

void check_stem(const LawFile& file, std::set<std::string>& stems, InputErrors& errors) {
  if (!is_plain_name(file.stem)) {
    errors.add({file.name, 0, 0}, "", "the file's name is no plain name",
               "it begins the path of each of its parameters", "Use small letters, digits and underscores");
  }
  if (!stems.insert(file.stem).second) {
    errors.add({file.name, 0, 0}, "", "another file of the law is called " + file.stem + ".toml",
               "their parameters would share one path", "Rename one of them");
  }
}

/// False when the file is no TOML at all, so that its paths are unknown.
bool read_common(const LawFile& file, Law& law, InputErrors& errors) {
  TomlDocument document(file.bytes, file.name, errors);
  if (!document.parsed()) return false;
  TomlTable root = document.root();
  root.schema("disburse/parameters/1");
  root.text("title");
  TomlTable parameters = root.table("parameter");
  read_parameters(parameters, file.stem, "law", law.parameters, errors);
  root.finish();
  return true;
}

/// As read_common.
bool read_programme_file(const LawFile& file, Law& law, InputErrors& errors) {
  TomlDocument document(file.bytes, file.name, errors);
  if (!document.parsed()) return false;
  TomlTable root = document.root();
  law.programmes.push_back(read_programme(root, file.stem, law.parameters, errors));
  return true;
}

/// Every life table that a parameter offers must be there.
void check_table_choices(const Law& law, InputErrors& errors) {
  const Parameter* table = law.parameters.find("mortality.table");
  if (table == nullptr) return;
  std::vector<std::string> names;
  for (const auto& [name, ignored] : law.life_tables) names.push_back(name);
  for (const std::string& choice : table->choices) {
    if (law.life_tables.contains(choice)) continue;
    const std::string near = nearest_name(choice, names);
    errors.add(table->place, table->path, "there is no life table " + choice, "it is offered as a choice",
               near.empty() ? "Add tables/" + choice + ".csv" : "Did you mean " + near + "?");
  }
}

std::string digest_of(std::vector<const LawFile*> files) {
  std::sort(files.begin(), files.end(), [](const LawFile* a, const LawFile* b) { return a->name < b->name; });
  std::string all;
  for (const LawFile* file : files) {
    // From the folder's child on: a copy of the law under another folder name is the same law.
    all += file->name.substr(file->name.find('/') + 1) + '\n' + std::to_string(file->bytes.size()) + '\n' + file->bytes;
  }
  return sha256_hex(all);
}

}  // namespace

Law read_law(const fs::path& models_folder) {
  Law law;
  InputErrors errors;
  const auto common = files_of(models_folder, "common", ".toml", errors);
  const auto programmes = files_of(models_folder, "programmes", ".toml", errors);
  const auto tables = files_of(models_folder, "tables", ".csv", errors);

  std::set<std::string> stems;
  std::vector<const LawFile*> all;
  bool complete = true;
  for (const LawFile& file : common) {
    check_stem(file, stems, errors);
    complete = read_common(file, law, errors) && complete;
    all.push_back(&file);
  }
  for (const LawFile& file : programmes) {
    check_stem(file, stems, errors);
    complete = read_programme_file(file, law, errors) && complete;
    all.push_back(&file);
  }
  for (const LawFile& file : tables) {
    law.life_tables.emplace(file.stem, read_life_table(file.bytes, file.stem, file.name, errors));
    all.push_back(&file);
  }
  for (const ProgrammeDefinition& programme : law.programmes) {
    if (complete) check_parameter_paths(programme, law.parameters, errors);
  }
  check_table_choices(law, errors);
  if (complete) check_extensions(law.parameters, errors);
  law.digest = digest_of(std::move(all));
  throw_if_any(Door::data, std::move(errors));
  return law;
}

}  // namespace disburse
