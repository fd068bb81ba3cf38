#include "engine/base/error.hpp"

#include <algorithm>
#include <cerrno>
#include <numeric>

namespace disburse {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, substituted});
    }
  }
  return row.back();
}

std::string summary(const InputErrors& errors) {
  std::string text;
  for (const InputError& error : errors) text += to_string(error) + "\n";
  return text;
}

}  // namespace

std::string to_string(const Place& place) {
  std::string text = place.file;
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

std::string to_string(const InputError& error) {
  std::string text = to_string(error.place);
  if (!text.empty()) text += ": ";
  if (!error.key.empty()) text += error.key + ": ";
  text += english(error.problem);
  if (!error.why.empty()) text += " (" + english(error.why) + ")";
  text += ".";
  if (!error.remedy.empty()) {
    const std::string remedy = english(error.remedy);
    text += " " + remedy;
    if (!remedy.ends_with('?')) text += ".";
  }
  return text;
}

InputRejected::InputRejected(Door door, InputErrors errors)
    : std::runtime_error(summary(errors)), door_(door), errors_(std::move(errors)) {}

void throw_if_any(Door door, InputErrors&& errors) {
  if (!errors.empty()) throw InputRejected(door, std::move(errors));
}

namespace {

/// The reasons that a planner meets, in the system's own English; others are given as the system words them.
Message reason_of(int code) {
  switch (code) {
    case ENOENT: return "No such file or directory"_m;
    case EACCES: return "Permission denied"_m;
    case EISDIR: return "Is a directory"_m;
    case ENOTDIR: return "Not a directory"_m;
    case ENOSPC: return "No space left on device"_m;
    case EROFS: return "Read-only file system"_m;
    case EEXIST: return "File exists"_m;
    case EFBIG: return "File too large"_m;
    case EMFILE: return "Too many open files"_m;
    default: return Message::verbatim(std::generic_category().message(code));
  }
}

}  // namespace

FileFailure::FileFailure(int code, const std::string& path, const Message& what)
    : std::system_error(code, std::generic_category(), path + ": " + english(what)),
      message_("{}: {}: {}"_m(path, what, reason_of(code))) {}

Message message_of(const std::exception& error) {
  if (const auto* failure = dynamic_cast<const Failure*>(&error)) return failure->message();
  if (const auto* failure = dynamic_cast<const FileFailure*>(&error)) return failure->message();
  return Message::verbatim(error.what());
}

void expectation_failed(const char* condition, const char* file, int line) {
  throw ProgramFault(std::string("a fault of the program: ") + condition + " does not hold at " + file + ":" +
                     std::to_string(line));
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
  std::string best;
  // Two slips (a swap of letters counts as two), a third of a long name, and never every letter of a short one.
  std::size_t best_distance = std::min(std::max<std::size_t>(2, name.size() / 3) + 1, name.size());
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  if (!best.empty() || name.size() < 3) return best;
  // A name that was broken off: the shortest that begins with it.
  for (const std::string& candidate : known) {
    if (candidate.starts_with(name) && (best.empty() || candidate.size() < best.size())) best = candidate;
  }
  return best;
}

}  // namespace disburse
