// Issued runs: entered, held to what was written, made again, held against each other.
#include "engine/app/workbench/asked_command.hpp"
#include "engine/app/workbench/ledger.hpp"
#include "engine/base/reject.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

/// A command that is asked for a run by its name alone.
AskedCommand of_run(AskedBody& body) {
  AskedCommand asked;
  asked.options.output.format = Format::json;
  asked.options.output.quiet = true;
  asked.options.output.language = body.language();
  return asked;
}

}  // namespace

AskedCommand asked_issue(AskedBody& body, const Asking& asking) {
  AskedCommand asked = asked_run(body, asking.locate);
  asked.options.output.out = asking.ledger->place_for(body.text("name")).string();
  asked.options.output.registry = asking.ledger->registry().string();
  return asked;
}

AskedCommand asked_verify(AskedBody& body, const Asking& asking) {
  AskedCommand asked = of_run(body);
  asked.options.check.files = {asking.ledger->folder_of(body.text("run")).string()};
  asked.function = command_verify;
  return asked;
}

AskedCommand asked_reproduce(AskedBody& body, const Asking& asking) {
  AskedCommand asked = of_run(body);
  const std::string name = body.text("run");
  const fs::path folder = asking.ledger->folder_of(name), again = asking.folder / "again";
  Options made = options_of_run(folder, asking.read_command);
  made.output = asked.options.output;
  made.output.language = Language::zh;  // the folder's texts are Chinese
  made.output.out = again.string();
  asked.function = [=](const Options& options, std::string& out, std::string& talk, Publication&) {
    Options own = made;
    own.threads = options.threads;
    const WrittenRun issued = read_written_run(folder);
    std::string unused;
    Publication files(Access::owner);
    command_run(own, unused, talk, files);
    files.commit();
    out = run_difference_json(name, "", difference_of(issued, read_written_run(again)), compared_files(folder, again));
    return exit_done;
  };
  return asked;
}

AskedCommand asked_difference(AskedBody& body, const Asking& asking) {
  AskedCommand asked = of_run(body);
  const std::string one = body.text("run"), other = body.text("other");
  const fs::path first = asking.ledger->folder_of(one), second = asking.ledger->folder_of(other);
  asked.function = [=](const Options&, std::string& out, std::string&, Publication&) {
    out = run_difference_json(one, other, difference_of(read_written_run(first), read_written_run(second)),
                              compared_files(first, second));
    return exit_done;
  };
  return asked;
}

}  // namespace disburse
