// Runs one command and maps what went wrong to an exit code; nothing half-done is printed.
#include "engine/app/command_line/disburse_main.hpp"

#include <cxxabi.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <system_error>
#include <typeinfo>
#include <utility>

#include "engine/app/command_line/cli.hpp"
#include "engine/app/command_line/suggested_commands.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/process/core_dumps.hpp"
#include "engine/app/process/heap.hpp"
#include "engine/app/signing/folder_signature.hpp"
#include "engine/base/error.hpp"
#include "engine/base/parallel.hpp"
#include "engine/storage/registry.hpp"
#include "engine/support/files.hpp"
#include "engine/support/journal.hpp"
#include "engine/support/publication.hpp"
#include "outputs/checks/error_report.hpp"
#include "outputs/run/folder_check.hpp"
#include "outputs/text/messages.hpp"

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

enum class Printed : std::uint8_t { whole, reader_left, failed };

/// A file that an answer is redirected to is synced: a disk that is full by then is told as any other.
Printed print(std::FILE* stream, const std::string& text) {
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size();
  if (std::fflush(stream) != 0 || !written) return errno == EPIPE ? Printed::reader_left : Printed::failed;
  struct stat status {};
  const int descriptor = fileno(stream);
  const bool is_file = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  return is_file && ::fsync(descriptor) != 0 && errno != EINVAL ? Printed::failed : Printed::whole;
}

int complain(const std::string& text, int code) {
  print(stderr, "disburse: " + text + "\n");
  return code;
}

/// A program that is begun without standard input, output or error gets the next files that it opens in their place,
/// and what is meant for a terminal lands in a journal. They are opened on nothing, the wrong way round: whoever needs
/// one is told.
void open_standard_descriptors() {
  for (const auto& [descriptor, way] :
       {std::pair{STDIN_FILENO, O_WRONLY}, {STDOUT_FILENO, O_RDONLY}, {STDERR_FILENO, O_WRONLY}}) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    const int opened = ::open("/dev/null", way);
    if (opened >= 0 && opened != descriptor) ::close(opened);  // a lower one could not be had
  }
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

/// A file that is not there, or is not what was meant, is a slip of the line; a full disk is not.
bool is_wrong_name(const std::error_code& code) {
  return code == std::errc::no_such_file_or_directory || code == std::errc::permission_denied ||
         code == std::errc::is_a_directory || code == std::errc::not_a_directory || code == std::errc::file_exists ||
         code == std::errc::filename_too_long || code == std::errc::too_many_symbolic_link_levels;
}

std::string stopped_text(const std::optional<std::string>& journal, Language language) {
  if (!journal) return say(language, "interrupted; nothing was written"_m);
  return say(language, "interrupted; what was finished stands in {}; the same command goes on from there"_m(*journal));
}

/// What went wrong as far as it is known to hold nothing of a file: a library may quote what it could not read.
Message cause_of(const std::exception& error) {
  const bool own =
      dynamic_cast<const Failure*>(&error) != nullptr || dynamic_cast<const ProgramFault*>(&error) != nullptr;
  if (own) return message_of(error);
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(typeid(error).name(), nullptr, nullptr, &status), &std::free);
  return Message::verbatim(status == 0 ? name.get() : typeid(error).name());
}

int run_command(const Request& request) {
  std::string out;
  std::string talk;
  clear_abandoned(".");
  Publication files(request.share ? Access::everyone : Access::owner);
  const int code = request.command(request.options, out, talk, files);
  // A command that refused has no files; one that read with losses says so and leaves what it read.
  const bool stands = code == exit_done || code == exit_limit || code == exit_data;
  if (stands && !request.sign.empty()) sign_folders(files, request.sign);
  const OutputOptions& output = request.options.output;
  const std::string& agency = request.options.input.agency;
  const Printed answer = print(stdout, output.format == Format::table ? with_agency(out, agency) : out);
  if (answer == Printed::failed) {
    return complain(say(request.options.output.language,
                        "the answer could not be written to standard output (is the disk full?)"_m),
                    exit_fault);
  }
  if (stands) files.commit();  // the answer is out
  print(stderr, with_agency(talk, agency));
  if (answer == Printed::reader_left) {  // `| head`: the files were wanted all the same
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
  }
  return code;
}

}  // namespace

int disburse_main(int argc, char** argv) {
  prepare_process();
  return run_line(argc, argv);
}

void prepare_process() {
  open_standard_descriptors();
  forbid_core_dumps();
  prepare_heap();
  // A file limit, and a reader that goes away (`| head`), become errors of the call that meets them.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGINT, on_stop_signal);
  std::signal(SIGTERM, on_stop_signal);
}

int run_line(int argc, char** argv) {
  Language language = Language::zh;
  std::optional<std::string> journal;
  std::string agency;
  try {
    const Request request = parse_command_line(argc, argv);
    language = request.options.output.language;
    agency = request.options.input.agency;
    journal = request.options.replicates.journal;
    if (!request.text.empty()) return print(stdout, request.text) == Printed::failed ? exit_fault : exit_done;
    if (!request.complaint.empty()) return complain(say(language, request.complaint), exit_command_line);
    return run_command(request);
  } catch (const InputRejected& rejected) {
    print(stderr, with_agency(error_report(rejected, language), agency));
    return exit_code_of(rejected.door());
  } catch (const Stopped&) {
    return complain(stopped_text(journal, language), exit_stopped);
  } catch (const JournalUnusable& unusable) {
    return complain(say(language, unusable.message()), exit_command_line);
  } catch (const RegistryUnusable& unusable) {
    return complain(say(language, unusable.message()), exit_command_line);
  } catch (const RegistryFailed& failed) {
    return complain(say(language, failed.message()), exit_fault);
  } catch (const FolderDiffers& differs) {
    return complain(say(language, differs.message()), exit_findings);
  } catch (const FolderExists& exists) {
    return complain(say(language, exists.message()), exit_command_line);
  } catch (const FileFailure& failure) {
    return complain(say(language, failure.message()), is_wrong_name(failure.code()) ? exit_command_line : exit_fault);
  } catch (const std::filesystem::filesystem_error& error) {
    const FileFailure failure(error.code().value(), error.path1().string(), "cannot open"_m);
    return complain(say(language, failure.message()), is_wrong_name(error.code()) ? exit_command_line : exit_fault);
  } catch (const std::bad_alloc&) {
    return complain(say(language, "out of memory; nothing was written"_m), exit_fault);
  } catch (const std::exception& error) {
    return complain(say(language, "the program stopped: {}"_m(cause_of(error))), exit_fault);
  }
}

}  // namespace disburse
