#include "engine/app/ranks/ranked_run.hpp"

#include <fcntl.h>

#include <limits>

#include "engine/app/commands.hpp"
#include "engine/app/options/shell_words.hpp"
#include "engine/base/reject.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

std::string name_of_part(std::size_t rank) { return std::to_string(rank + 1) + ".part"; }

std::string word_of(Format format) {
  switch (format) {
    case Format::json: return "json";
    case Format::csv: return "csv";
    case Format::html:
    case Format::table: break;
  }
  return "table";
}

void write_file(const fs::path& path, const std::string& bytes) {
  Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  file.write_all(bytes);
  file.close();
}

/// An option with its value, where there is one.
void add_word(std::vector<std::string>& words, const char* option, const std::optional<std::string>& value) {
  if (value) words.insert(words.end(), {option, *value});
}

/// The parts of all ranks, at the first one.
std::vector<std::string> gathered(const fs::path& folder, Ranks& ranks) {
  std::vector<std::string> files{(folder / name_of_part(0)).string()};
  for (std::size_t rank = 1; rank < ranks.count(); ++rank) {
    files.push_back((folder / name_of_part(rank)).string());
    write_file(files.back(), ranks.take_from(rank));
  }
  return files;
}

}  // namespace

std::vector<std::string> part_words(const Options& options, const Share& share, const fs::path& file) {
  const std::string number = std::to_string(share.index + 1);
  std::vector<std::string> words = shell_words(options.command);
  words.insert(words.end(), {"--part", number + "/" + std::to_string(share.count), "--out", file.string(), "--quiet",
                             "--format", "table", "--lang", options.output.language == Language::en ? "en" : "zh"});
  if (options.input.stream) words.emplace_back("--stream");
  if (options.threads > 0) words.insert(words.end(), {"--threads", std::to_string(options.threads)});
  if (options.replicates.journal) words.insert(words.end(), {"--journal", *options.replicates.journal + "." + number});
  return words;
}

std::vector<std::string> merge_words(const Request& request, const std::vector<std::string>& files) {
  const OutputOptions& output = request.options.output;
  std::vector<std::string> words{"disburse", "merge"};
  words.insert(words.end(), files.begin(), files.end());
  words.insert(words.end(),
               {"--format", word_of(output.format), "--lang", output.language == Language::en ? "en" : "zh"});
  add_word(words, "--out", output.out);
  add_word(words, "--report", output.report);
  add_word(words, "--registry", output.registry);
  for (const std::string& limit : request.options.run.limits) words.insert(words.end(), {"--fail-if", limit});
  if (!request.sign.empty()) words.insert(words.end(), {"--sign", request.sign});
  if (request.share) words.emplace_back("--share");
  if (output.quiet) words.emplace_back("--quiet");
  words.emplace_back("--no-color");  // what ranks write to always looks like a terminal
  return words;
}

int run_on_ranks(const Request& request, const fs::path& folder, Ranks& ranks, const RunWords& run,
                 std::string& errors) {
  if (request.command != command_run || !request.options.run.part.empty())
    reject_option("disburse-mpi", "runs `run` alone, in one part a rank"_m, "other commands are not cut into parts"_m,
                  "Write mpirun -n 4 disburse-mpi run, or disburse for other commands"_m);
  const fs::path own = folder / name_of_part(ranks.rank());
  const Said part = run(part_words(request.options, {ranks.rank(), ranks.count()}, own));
  const int first = ranks.of_first(part.code);
  const int worst = ranks.largest(part.code);
  if (first == exit_done && part.code != exit_done) errors = part.errors;
  if (worst != exit_done) return worst;
  int code = exit_done;
  if (ranks.rank() == 0)
    code = run(merge_words(request, gathered(folder, ranks))).code;
  else
    ranks.hand_over(read_file(own, std::numeric_limits<std::size_t>::max()));
  return ranks.of_first(code);
}

}  // namespace disburse
