// Runs one command and maps what went wrong to an exit code; nothing half-done is printed.
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <ctime>
#include <exception>
#include <new>
#include <optional>
#include <string>

#include "engine/app/cli.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/heap.hpp"
#include "engine/error.hpp"
#include "engine/parallel.hpp"
#include "engine/registry.hpp"
#include "engine/support/files.hpp"
#include "engine/support/journal.hpp"
#include "outputs/writers/error_report.hpp"

namespace disburse {
namespace {

int exit_code_of(Door door) {
  switch (door) {
    case Door::command_line: return exit_command_line;
    case Door::roster: return exit_roster;
    case Door::data: return exit_data;
  }
  return exit_fault;
}

bool print(std::FILE* stream, const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size();
  return std::fflush(stream) == 0 && written;
}

int complain(const std::string& text, int code) {
  print(stderr, "disburse: " + text + "\n");
  return code;
}

/// The first signal asks the loops to stop; another one, later than a launcher's echo of the first, ends the program at
/// once. Only calls that are safe in a handler.
extern "C" void on_stop_signal(int signal) {
  static volatile std::sig_atomic_t asked = 0;
  static timespec first{};
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  constexpr double echo = 0.3;  // seconds
  constexpr double nanosecond = 1e-9;
  if (asked != 0 &&
      static_cast<double>(now.tv_sec - first.tv_sec) + static_cast<double>(now.tv_nsec - first.tv_nsec) * nanosecond >
          echo) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
    return;
  }
  if (asked == 0) first = now;
  asked = 1;
  request_stop();
}

std::string stopped_text(const std::optional<std::string>& journal, Language language) {
  if (!journal) return say(language, "已中断，没有写出结果", "interrupted; nothing was written");
  return say(language, "已中断；做完的部分记在 ", "interrupted; what was finished stands in ") + *journal +
         say(language, "，用同一命令接着做", "; the same command goes on from there");
}

int run_command(const Request& request) {
  std::string out;
  std::string talk;
  const int code = request.command(request.options, out, talk);
  if (!print(stdout, out)) {
    return complain("the answer could not be written to standard output (is the disk full?)", exit_fault);
  }
  print(stderr, talk);
  return code;
}

}  // namespace

int disburse_main(int argc, char** argv) {
  prepare_heap();
  // A file limit becomes an error that is reported like any other; a reader that goes away (`| head`) ends the program.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGINT, on_stop_signal);
  std::signal(SIGTERM, on_stop_signal);
  Language language = Language::zh;
  std::optional<std::string> journal;
  try {
    const Request request = parse_command_line(argc, argv);
    language = request.options.language;
    journal = request.options.journal;
    if (!request.text.empty()) return print(stdout, request.text) ? exit_done : exit_fault;
    if (!request.complaint.empty()) return complain(request.complaint, exit_command_line);
    return run_command(request);
  } catch (const InputRejected& rejected) {
    print(stderr, error_report(rejected, language));
    return exit_code_of(rejected.door());
  } catch (const Stopped&) {
    return complain(stopped_text(journal, language), exit_stopped);
  } catch (const JournalUnusable& unusable) {
    return complain(unusable.what(), exit_command_line);
  } catch (const RegistryUnusable& unusable) {
    return complain(unusable.what(), exit_command_line);
  } catch (const FolderExists& exists) {
    return complain(exists.what(), exit_command_line);
  } catch (const std::bad_alloc&) {
    return complain("out of memory; nothing was written", exit_fault);
  } catch (const std::exception& error) {
    return complain(error.what(), exit_fault);
  }
}

}  // namespace disburse
