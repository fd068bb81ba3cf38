// disburse merge: the run that parts of it add up to.
#include <memory>
#include <utility>

#include "engine/app/commands.hpp"
#include "engine/app/options/shell_words.hpp"
#include "engine/base/error.hpp"
#include "engine/storage/part_file.hpp"

namespace disburse {

int command_merge(const Options& options, const std::function<Options(const std::vector<std::string>&)>& read,
                  std::string& out, std::string& talk, Publication& files) {
  // All are read before anything else is, so that what is wrong with them is told at once.
  const std::unique_ptr<PartFile> first = std::move(complete_parts(options.run.parts).front());
  const std::vector<std::string> words = shell_words(first->head().command);
  if (words.size() < 2 || words[0] != "disburse" || words[1] != "run") {
    InputErrors errors;
    errors.add({first->path(), 0, 0}, "", "its command is no run"_m, "the run is finished by its command"_m,
               "Run this part again"_m);
    throw InputRejected(Door::data, std::move(errors));
  }
  Options merged = read(words);
  const bool publish = merged.output.publish;  // decides what is in the result, so it stands in the command
  merged.output = options.output;
  merged.output.publish = publish;
  merged.threads = options.threads;
  merged.command_line = options.command_line;
  merged.run.limits = options.run.limits;
  merged.run.part.clear();
  merged.run.parts = options.run.parts;
  return command_run(merged, out, talk, files);
}

}  // namespace disburse
