#include "engine/confined/confined_reading.hpp"

#include <mutex>
#include <set>

namespace disburse {
namespace {

// The last byte of what comes, so that nothing has to be moved.
constexpr char gave = 'g';
constexpr char refused = 'r';

/// Patterns live as long as the program: those of messages that came from a child, too.
std::string_view kept(std::string pattern) {
  static std::mutex mutex;
  static std::set<std::string, std::less<>> patterns;
  const std::lock_guard lock(mutex);
  return *patterns.insert(std::move(pattern)).first;
}

Message unpacked_message(Unpacking& bytes, int depth) {
  constexpr int deepest = 16;
  if (depth > deepest) throw Unpackable();
  std::string pattern = bytes.text();
  std::string zh = bytes.text();
  std::string en = bytes.text();
  std::vector<Message> arguments(bytes.count(4 * sizeof(std::uint64_t)));
  for (Message& argument : arguments) argument = unpacked_message(bytes, depth + 1);
  if (pattern.empty()) return Message::named(std::move(zh), std::move(en));
  return {kept(std::move(pattern)), std::move(arguments)};
}

void add(Packing& packing, const InputError& error) {
  packing.add(error.place.file);
  packing.add(error.place.line);
  packing.add(error.place.column);
  packing.add(error.key);
  for (const Message* part : {&error.problem, &error.why, &error.remedy}) pack(packing, *part);
}

[[noreturn]] void reject(const std::string& file, Door door, Message problem) {
  InputErrors errors;
  errors.add({file, 0, 0}, "", std::move(problem),
             "foreign files are read apart from everything else, with no more than a sound one takes"_m,
             "Open it in the program that it is of, save it anew, and try that"_m);
  throw InputRejected(door, std::move(errors));
}

std::string packed_by(const std::function<std::string()>& read) {
  try {
    std::string bytes = read();
    bytes += gave;
    return bytes;
  } catch (const InputRejected& rejected) {
    Packing packing;
    pack(packing, rejected);
    return packing.take() + refused;
  }
}

}  // namespace

void pack(Packing& packing, const Message& message) {
  message.visit([&](std::string_view pattern, const std::vector<Message>& arguments, const std::string& zh,
                    const std::string& en) {
    packing.add(pattern);
    packing.add(zh);
    packing.add(en);
    packing.add(std::uint64_t{arguments.size()});
    for (const Message& argument : arguments) pack(packing, argument);
  });
}

Message unpacked_message(Unpacking& bytes) { return unpacked_message(bytes, 0); }

void pack(Packing& packing, const InputRejected& rejected) {
  packing.add(rejected.door());
  packing.add(std::uint64_t{rejected.errors().size()});
  for (const InputError& error : rejected.errors()) add(packing, error);
}

InputRejected unpacked_rejection(Unpacking& bytes) {
  const Door door = bytes.code(Door::data);
  InputErrors errors;
  for (std::size_t rest = bytes.count(sizeof(std::uint64_t)); rest > 0; --rest) {
    InputError error;
    error.place.file = bytes.text();
    error.place.line = bytes.number<int>();
    error.place.column = bytes.number<int>();
    error.key = bytes.text();
    for (Message* part : {&error.problem, &error.why, &error.remedy}) *part = unpacked_message(bytes);
    errors.add(std::move(error));
  }
  return {door, std::move(errors)};
}

void reject_breakdown(const std::string& file, Door door) {
  reject(file, door, "reading it broke down: it is damaged, or made to do harm"_m);
}

std::string confined_reading(const std::string& file, Door door, const Confinement& limits,
                             const std::function<std::string()>& read) {
  Confined result = confined([&] { return packed_by(read); }, limits);
  switch (result.end) {
    case ConfinedEnd::done: break;
    case ConfinedEnd::unavailable: result.bytes = packed_by(read); break;
    case ConfinedEnd::broke_down: reject_breakdown(file, door);
    case ConfinedEnd::memory: reject(file, door, "reading it takes more memory than a file of its size may"_m);
    case ConfinedEnd::time: reject(file, door, "reading it takes longer than a file of its size may"_m);
  }
  try {
    if (result.bytes.empty()) throw Unpackable();
    const char mark = result.bytes.back();
    result.bytes.pop_back();
    if (mark == gave) return std::move(result.bytes);
    if (mark != refused) throw Unpackable();
    Unpacking bytes(result.bytes);
    throw unpacked_rejection(bytes);
  } catch (const Unpackable&) {
    reject_breakdown(file, door);
  }
}

}  // namespace disburse
