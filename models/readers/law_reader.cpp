// Reads the law: finds the files, hands each to its reader, checks what only the whole can tell.
#include "models/readers/law_reader.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "engine/base/digest.hpp"
#include "engine/law/parameter_extension.hpp"
#include "engine/storage/parameter_reader.hpp"
#include "engine/support/files.hpp"
#include "engine/support/toml_reader.hpp"
#include "models/readers/bounds_reader.hpp"
#include "models/readers/file_limits.hpp"
#include "models/readers/payer_reader.hpp"
#include "models/readers/programme_reader.hpp"
#include "models/readers/table_reader.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

using file_limits::largest_file;

struct LawFile {
  std::string name;  ///< with the layer's: "models/common/mortality.toml"
  std::string stem;
  std::string bytes;
};

/// The files of one stem, the lowest layer's first.
using Stack = std::vector<LawFile>;
using Stacks = std::map<std::string, Stack>;

/// Adds the file to `files`, or why it cannot be read to `errors`.
void add_file(LawFile file, const fs::path& path, Stacks& files, InputErrors& errors) {
  try {
    file.bytes = read_file(path, largest_file);
    files[file.stem].push_back(std::move(file));
  } catch (const std::exception& error) {
    errors.add({file.name, 0, 0}, "", "cannot be read"_m, message_of(error), "Check the file and its permissions"_m);
  }
}

/// Adds the files of `folder` that end in `extension`; hidden ones are an editor's and left out.
void add_folder(const LawLayer& layer, const char* folder, const char* extension, Stacks& files, InputErrors& errors) {
  const std::string shown = layer.shown + "/" + folder;
  std::error_code failure;
  for (fs::directory_iterator it(layer.folder / folder, failure), end; !failure && it != end; it.increment(failure)) {
    const fs::path path = it->path();
    if (path.extension() != extension || path.filename().string().starts_with(".")) continue;
    add_file({shown + "/" + path.filename().string(), path.stem().string(), ""}, path, files, errors);
  }
  if (failure) {
    errors.add({shown, 0, 0}, "", "the folder cannot be read"_m, Message::verbatim(failure.message()),
               "Name the folder with the data files, or set DISBURSE_DATA"_m);
  }
}

/// The same of every layer; only the lowest must have the folder.
Stacks files_of(const std::vector<LawLayer>& layers, const char* folder, const char* extension, InputErrors& errors) {
  Stacks files;
  for (const LawLayer& layer : layers) {
    if (&layer != layers.data() && !fs::exists(layer.folder / folder)) continue;
    add_folder(layer, folder, extension, files, errors);
  }
  return files;
}

/// The file `name` of every layer that has it.
Stacks single_file(const std::vector<LawLayer>& layers, const std::string& name, InputErrors& errors) {
  Stacks files;
  for (const LawLayer& layer : layers) {
    if (&layer != layers.data() && !fs::exists(layer.folder / name)) continue;
    add_file({layer.shown + "/" + name, name, ""}, layer.folder / name, files, errors);
  }
  return files;
}

void check_stem(const LawFile& file, std::set<std::string>& stems, InputErrors& errors) {
  if (!is_plain_name(file.stem)) {
    errors.add({file.name, 0, 0}, "", "the file's name is no plain name"_m,
               "it begins the path of each of its parameters"_m, "Use small letters, digits and underscores"_m);
  }
  if (!stems.insert(file.stem).second) {
    errors.add({file.name, 0, 0}, "", "another file of the law is called {}.toml"_m(file.stem),
               "their parameters would share one path"_m, "Rename one of them"_m);
  }
}

/// What of the law's files has names: dated values are named by their month; the nearest payers stand before the
/// nation's.
const std::vector<NamedList>& named_lists() {
  static const std::vector<NamedList> lists{
      {"values", "from", NamedList::sorted}, {"component", "id", NamedList::last}, {"payer", "id", NamedList::first}};
  return lists;
}

/// The files of a stack laid over each other, and what `read` makes of them. False when one of them is no TOML at all,
/// so that its paths are unknown.
template <typename Read>
bool read_stack(const Stack& stack, InputErrors& errors, const Read& read) {
  TomlDocument document(stack.front().bytes, stack.front().name, errors);
  for (std::size_t i = 1; i < stack.size(); ++i)
    document.lay(TomlDocument(stack[i].bytes, stack[i].name, errors), named_lists());
  if (!document.parsed()) return false;
  TomlTable root = document.root();
  read(root);
  return true;
}

void read_common(TomlTable& root, const std::string& stem, Law& law, InputErrors& errors) {
  root.schema("disburse/parameters/1");
  root.text("title");
  TomlTable parameters = root.table("parameter");
  read_parameters(parameters, stem, "law", law.parameters, errors);
  root.finish();
}

/// The parameters with the bounds of their units.
void bound_parameters(TomlTable& root, Law& law, InputErrors& errors) {
  law.bounds = read_bounds(root, law.parameters, errors);
  if (errors.empty()) law.parameters = bounded(law.parameters, law.bounds, errors);
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
    errors.add(table->place, table->path, "there is no life table {}"_m(choice), "it is offered as a choice"_m,
               near.empty() ? "Add tables/{}.csv"_m(choice) : "Did you mean {}?"_m(near));
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

/// All files of the law, by kind.
struct LawFiles {
  Stacks payers, common, programmes, tables, bounds;

  std::string digest() const {
    std::vector<const LawFile*> all;
    for (const Stacks* stacks : {&payers, &common, &programmes, &tables, &bounds}) {
      for (const auto& [stem, stack] : *stacks)
        for (const LawFile& file : stack) all.push_back(&file);
    }
    return digest_of(std::move(all));
  }
};

LawFiles open_files(const std::vector<LawLayer>& layers, InputErrors& errors) {
  LawFiles files;
  files.common = files_of(layers, "common", ".toml", errors);
  files.programmes = files_of(layers, "programmes", ".toml", errors);
  files.tables = files_of(layers, "tables", ".csv", errors);
  files.payers = single_file(layers, "payers.toml", errors);
  files.bounds = single_file(layers, "bounds.toml", errors);
  return files;
}

bool covers(const LawScope& scope, const ProgrammeDefinition& programme) {
  const auto among = [](const auto& list, const auto& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  const bool scheme = scope.schemes.empty() || !programme.scheme || among(scope.schemes, *programme.scheme);
  return scheme && !among(scope.left_out, programme.id);
}

using ErrorsOfProgrammes = std::map<std::string, InputErrors>;

bool is_of_payer(const InputError& error) { return error.key.ends_with("payer"); }

/// True when every file is TOML, so that every path is known. What is wrong with programmes goes to `own`; payers of
/// those that the agency leaves out are another region's.
bool read_files(const LawFiles& files, const LawScope& scope, Law& law, ErrorsOfProgrammes& own, InputErrors& errors) {
  std::set<std::string> stems;
  bool complete = true;
  for (const auto& [stem, stack] : files.payers)
    read_stack(stack, errors, [&](TomlTable& root) { law.payers = read_payers(root, errors, scope.without_agency); });
  for (const auto& [stem, stack] : files.common) {
    check_stem(stack.front(), stems, errors);
    complete =
        read_stack(stack, errors, [&, &name = stem](TomlTable& root) { read_common(root, name, law, errors); }) &&
        complete;
  }
  for (const auto& [stem, stack] : files.programmes) {
    check_stem(stack.front(), stems, errors);
    InputErrors found;
    const auto read = [&, &name = stem](TomlTable& root) {
      ProgrammeDefinition programme = read_programme(root, name, law.payers, law.parameters, found);
      if (covers(scope, programme)) law.programmes.push_back(std::move(programme));
    };
    complete = read_stack(stack, found, read) && complete;
    const bool covered = !law.programmes.empty() && law.programmes.back().id == stem;
    for (const InputError& error : found) {
      if (covered || !is_of_payer(error)) (covered ? own[stem] : errors).add(error);
    }
  }
  for (const auto& [stem, stack] : files.tables)
    law.life_tables.emplace(stem, read_life_table(stack.back().bytes, stem, stack.back().name, errors));
  for (const auto& [stem, stack] : files.bounds) {  // after the parameters of which it speaks
    if (complete) read_stack(stack, errors, [&](TomlTable& root) { bound_parameters(root, law, errors); });
  }
  return complete;
}

}  // namespace

Law read_law(const std::vector<LawLayer>& layers, const LawScope& scope) {
  Law law;
  InputErrors errors;
  const LawFiles files = open_files(layers, errors);
  ErrorsOfProgrammes own;
  const bool complete = read_files(files, scope, law, own, errors);
  for (const ProgrammeDefinition& programme : law.programmes) {
    InputErrors paths;
    if (complete) check_parameter_paths(programme, law.parameters, paths);
    // A layer that is not there lacks parameters and payers: the parameters say it in one sentence.
    const bool lacks_layer =
        std::any_of(paths.begin(), paths.end(), [&](const InputError& one) { return one.key == programme.id; });
    for (const InputError& error : own[programme.id]) {
      if (!lacks_layer || !is_of_payer(error)) errors.add(error);
    }
    for (const InputError& error : paths) errors.add(error);
  }
  check_table_choices(law, errors);
  if (complete) check_extensions(law.parameters, errors);
  law.digest = files.digest();
  throw_if_any(Door::data, std::move(errors));
  return law;
}

Law read_law(const fs::path& models_folder) {
  // Its own name alone, whatever its path: messages are the same on every machine.
  return read_law({LawLayer{"nation", models_folder, (models_folder / "").parent_path().filename().generic_string()}},
                  {});
}

}  // namespace disburse
