#pragma once
// Three kinds of failure, three tools: InputErrors for wrong input (collected, reported all at once), EXPECT for
// a caller's mistake, std::system_error for the world (a disk, a missing permission).
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "engine/base/message.hpp"

namespace disburse {

/// Where in the input something stands. Line and column count from 1; 0 means "not known".
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};
/// "file:line:column", shorter where less is known.
std::string to_string(const Place& place);

/// One thing that is wrong with the input: problem (why it matters). Remedy.
struct InputError {
  Place place;
  std::string key;
  Message problem;
  Message why;
  Message remedy;
};
/// "file:line:column: key: problem (why). remedy", in English.
std::string to_string(const InputError& error);

/// Everything found wrong in one reading. Fill it, then call `throw_if_any`.
class InputErrors {
 public:
  void add(InputError error) { errors_.push_back(std::move(error)); }
  void add(Place place, std::string key, Message problem, Message why, Message remedy) {
    errors_.push_back({std::move(place), std::move(key), std::move(problem), std::move(why), std::move(remedy)});
  }
  bool empty() const { return errors_.empty(); }
  std::size_t size() const { return errors_.size(); }
  const std::vector<InputError>& all() const { return errors_; }
  auto begin() const { return errors_.begin(); }
  auto end() const { return errors_.end(); }

 private:
  std::vector<InputError> errors_;
};

/// Which door the input came through; each has its exit code (outputs/formats and README tell them).
enum class Door { command_line, roster, data };

/// Thrown once, at the door, with everything that was found.
class InputRejected : public std::runtime_error {
 public:
  InputRejected(Door door, InputErrors errors);
  Door door() const { return door_; }
  const InputErrors& errors() const { return errors_; }

 private:
  Door door_;
  InputErrors errors_;
};

/// Throws InputRejected when something was found.
void throw_if_any(Door door, InputErrors&& errors);

/// A failure that people are told of: `what()` says it in English, `message()` in any language.
class Failure : public std::runtime_error {
 public:
  explicit Failure(Message message) : std::runtime_error(english(message)), message_(std::move(message)) {}
  const Message& message() const { return message_; }

 private:
  Message message_;
};

/// The file system refused: std::system_error with words in any language.
class FileFailure : public std::system_error {
 public:
  /// "PATH: WHAT: the system's reason".
  FileFailure(int code, const std::string& path, const Message& what);
  const Message& message() const { return message_; }

 private:
  Message message_;
};

/// What an exception says: the message of those above, the text of any other as it is.
Message message_of(const std::exception& error);

/// The program itself is wrong: an invariant did not hold.
class ProgramFault : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void expectation_failed(const char* condition, const char* file, int line);

/// `name`, or the nearest of `known` within a distance that a typing slip would have, or the
/// shortest that begins with it; empty when there is none.
std::string nearest_name(std::string_view name, const std::vector<std::string>& known);

}  // namespace disburse

/// A caller's duty; checked in every build. Throws ProgramFault (exit code 1).
#define EXPECT(condition) \
  ((condition) ? static_cast<void>(0) : ::disburse::expectation_failed(#condition, __FILE__, __LINE__))
