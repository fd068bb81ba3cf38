// disburse init: an agency's folder from its published budget.
#include <filesystem>

#include "engine/app/agencies/agency_start.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/options/shell_words.hpp"
#include "outputs/planning/agency_files.hpp"

namespace disburse {
int command_init(const Options& options, std::string& out, std::string& talk, Publication& files) {
  const std::string folder = options.output.out.value_or(options.input.init.name);
  const AgencyStart start = start_agency(options.input.init, folder);
  Staged& staged = files.at(folder);
  const auto texts = agency_files(start, options.output.language);
  for (const auto& [name, text] : texts) {
    const std::filesystem::path below = staged.folder() / std::filesystem::path(name).parent_path();
    std::filesystem::create_directories(below);
    std::filesystem::permissions(below, std::filesystem::status(staged.folder()).permissions());
    staged.add(name, text);
  }
  out = options.output.format == Format::json ? agency_start_json(start, options.output.language) : texts.at("待办.md");
  if (!options.output.quiet)
    talk += say(options.output.language, "单位文件夹：", "the agency's folder: ") + folder +
            say(options.output.language, "，下一步：", "; next: ") + next_command(start.folder, {"run"}) + "\n";
  if (start.complete) return exit_done;
  talk += say(options.output.language, "文件有没有读出或猜测之处，见 ", "not all of the document was read: see ") +
          folder + "/待办.md\n";
  return exit_data;
}

}  // namespace disburse
