// The program disburse-mpi: a run whose parts are worked on by the ranks of an MPI job.
#define OMPI_SKIP_MPICXX 1  // the C interface alone: the one for C++ was withdrawn
#include <mpi.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "engine/app/command_line/disburse_main.hpp"
#include "engine/app/ranks/ranked_run.hpp"
#include "engine/base/error.hpp"
#include "outputs/checks/error_report.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

class MpiRanks : public Ranks {
 public:
  MpiRanks() {
    MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
    MPI_Comm_size(MPI_COMM_WORLD, &count_);
  }
  std::size_t rank() const override { return static_cast<std::size_t>(rank_); }
  std::size_t count() const override { return static_cast<std::size_t>(count_); }

  int of_first(int number) override {
    MPI_Bcast(&number, 1, MPI_INT, 0, MPI_COMM_WORLD);
    return number;
  }
  int largest(int number) override {
    int all = number;
    MPI_Allreduce(&number, &all, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
    return all;
  }

  void hand_over(const std::string& bytes) override {
    const unsigned long long size = bytes.size();
    MPI_Send(&size, 1, MPI_UNSIGNED_LONG_LONG, 0, 0, MPI_COMM_WORLD);
    for (std::size_t at = 0; at < bytes.size(); at += most)
      MPI_Send(bytes.data() + at, length(bytes.size() - at), MPI_BYTE, 0, 0, MPI_COMM_WORLD);
  }
  std::string take_from(std::size_t rank) override {
    const int from = static_cast<int>(rank);
    unsigned long long size = 0;
    MPI_Recv(&size, 1, MPI_UNSIGNED_LONG_LONG, from, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    std::string bytes(size, '\0');
    for (std::size_t at = 0; at < bytes.size(); at += most)
      MPI_Recv(bytes.data() + at, length(bytes.size() - at), MPI_BYTE, from, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    return bytes;
  }

 private:
  static constexpr std::size_t most = std::size_t{64} << 20;  // of one message
  static int length(std::size_t left) { return static_cast<int>(std::min(left, most)); }

  int rank_ = 0, count_ = 1;
};

/// A folder of this process alone, which goes away with the object.
class OwnFolder {
 public:
  OwnFolder() {
    std::string name = (fs::temp_directory_path() / "disburse-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw FileFailure(errno, name, "cannot open"_m);
    path_ = name;
  }
  ~OwnFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

int run_words(const std::vector<std::string>& words) {
  std::vector<std::string> own = words;
  std::vector<char*> argv;
  for (std::string& word : own) argv.push_back(word.data());
  argv.push_back(nullptr);
  return run_line(static_cast<int>(own.size()), argv.data());
}

/// The same with standard error kept back: what all ranks meet is told once.
Said kept_back(const std::vector<std::string>& words) {
  std::FILE* kept = std::tmpfile();
  if (kept == nullptr) return {run_words(words), ""};
  const int told = ::dup(STDERR_FILENO);
  ::dup2(::fileno(kept), STDERR_FILENO);
  Said said{run_words(words), ""};
  std::fflush(stderr);
  ::dup2(told, STDERR_FILENO);
  ::close(told);
  std::rewind(kept);
  for (int letter = std::fgetc(kept); letter != EOF; letter = std::fgetc(kept))
    said.errors += static_cast<char>(letter);
  std::fclose(kept);
  return said;
}

/// Help, the version or what is wrong with the line, told by the first rank as the plain program tells it.
int answer_line(int argc, char** argv, const Ranks& ranks) { return ranks.rank() == 0 ? run_line(argc, argv) : 0; }

int ranked_main(int argc, char** argv, Ranks& ranks) {
  const Request request = parse_command_line(argc, argv);
  if (!request.text.empty() || !request.complaint.empty()) return ranks.of_first(answer_line(argc, argv, ranks));
  const Language language = request.options.output.language;
  std::string errors;
  int code = 1;
  try {
    const OwnFolder folder;
    const RunWords run = [&](const std::vector<std::string>& words) {
      return ranks.rank() == 0 ? Said{run_words(words), ""} : kept_back(words);
    };
    code = run_on_ranks(request, folder.path(), ranks, run, errors);
  } catch (const InputRejected& rejected) {  // on every rank alike
    if (ranks.rank() == 0) errors = error_report(rejected, language);
    code = 2;
  }
  std::fputs(errors.c_str(), stderr);
  return code;
}

}  // namespace
}  // namespace disburse

int main(int argc, char** argv) {
  disburse::prepare_process();
  int given = 0;
  MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &given);
  try {
    disburse::MpiRanks ranks;
    const int code = disburse::ranked_main(argc, argv, ranks);
    MPI_Finalize();
    return code;
  } catch (const std::exception& error) {  // of this rank alone: the others would wait for it
    std::fprintf(stderr, "disburse-mpi: %s\n", disburse::english(disburse::message_of(error)).c_str());
    MPI_Abort(MPI_COMM_WORLD, 1);
  }
  return 1;
}
