// A new agency from a document that the page hands in: what `disburse init` and `check -A` do.
#include <algorithm>

#include "engine/app/workbench/asked_command.hpp"
#include "engine/app/workbench/work_folder.hpp"
#include "engine/base/reject.hpp"
#include "engine/support/files.hpp"
#include "engine/support/publication.hpp"
#include "engine/support/zip_archive.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = std::size_t{16} << 20;

/// The folder as one file to be taken along, its files under its name.
std::string zip_of(const fs::path& folder) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const fs::path name = folder.filename() / fs::relative(entry.path(), folder);
    files.emplace_back(name.generic_string(), read_file(entry.path(), largest_file));
  }
  std::sort(files.begin(), files.end());
  return zip_archive(files);
}

}  // namespace

AskedCommand asked_init(AskedBody& body, const Asking& asking) {
  AskedCommand asked;
  asked.options.output.format = Format::json;
  asked.options.output.quiet = true;
  asked.options.output.language = body.language();
  InitOptions& init = asked.options.input.init;
  init.name = body.text("name");
  init.region = body.text("region");
  init.counts = body.texts("counts");
  const std::vector<std::string> keys = body.texts("uploads");
  for (const std::string& key : keys) init.files.push_back(asking.uploaded(key).string());
  const bool save = body.flag("save");
  const fs::path made = made_in(asking.folder), place = save ? asking.agencies : made;
  fs::create_directory(made);
  asked.function = [=, forget = asking.forget](const Options& options, std::string& out, std::string& talk,
                                               Publication&) {
    Options own = options;
    const fs::path folder = place / own.input.init.name;  // the command checks the name before it writes
    own.output.out = folder.string();
    Publication files(Access::owner);
    const int code = command_init(own, out, talk, files);
    files.commit();
    publish_file(made / (own.input.init.name + ".zip"), zip_of(folder));
    for (const std::string& key : keys) {
      if (save) forget(key);
    }
    return code;
  };
  return asked;
}

AskedCommand asked_check(AskedBody& body, const Asking& asking) {
  AskedCommand asked;
  asked.options.output.format = Format::json;
  asked.options.output.language = body.language();
  const std::string number = body.text("work"), name = body.text("name");
  const fs::path folder = asking.work(number);
  const bool plain = !name.empty() && name.find_first_of("/\\.") == std::string::npos;
  const fs::path agency = plain && !folder.empty() ? made_in(folder) / name : fs::path();
  std::error_code ignored;
  if (agency.empty() || !fs::is_directory(agency, ignored))
    reject_option("work", "there is no such folder"_m, "an agency is checked after it was started"_m,
                  "Start the agency anew"_m);
  asked.options.input.agency = agency.string();
  asked.function = command_check;
  return asked;
}

}  // namespace disburse
