// disburse synthesize: the synthetic roster that a scenario's recipe describes, as an HDF5 file.
#include "build_info.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/session.hpp"
#include "engine/roster_file.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

constexpr unsigned owner_only = 0600;  // files that hold members

}  // namespace

int command_synthesize(const Options& options, std::string& out, std::string& talk) {
  if (!options.out) {
    InputErrors errors;
    errors.add({"--out", 0, 0}, "", "no file is named", "the roster has to stand somewhere", "Write --out roster.h5");
    throw InputRejected(Door::command_line, std::move(errors));
  }
  if (std::filesystem::exists(std::filesystem::symlink_status(*options.out))) throw FolderExists(*options.out);
  const Session session = open_session(options);
  publish_file(
      *options.out,
      roster_image(session.roster, session.scenario.name, session.scenario.seed, build::version, build::commit),
      owner_only);
  if (!options.quiet) {
    talk += say(options.language, "花名册已写入 ", "the roster stands in ") + *options.out +
            say(options.language, "（", " (") + std::to_string(session.roster.size()) +
            say(options.language, " 人）\n", " members)\n");
  }
  out.clear();
  return exit_done;
}

}  // namespace disburse
