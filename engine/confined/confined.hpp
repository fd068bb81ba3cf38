#pragma once
// Work on foreign bytes in a child process that can do nothing else: no file, no network, so much memory and time.
#include <cstddef>
#include <functional>
#include <string>

namespace disburse {

struct Confinement {
  std::size_t memory = 0;    ///< bytes beyond what the program has already
  int seconds = 0;           ///< of processor time
  bool opens_files = false;  ///< to read: for a library that takes a path and no bytes
};
/// What a file of so many bytes may take: what a real one takes many times over.
Confinement confinement_for(std::size_t bytes);

enum class ConfinedEnd {
  done,
  broke_down,   ///< by a signal, as of a memory fault, or an exception
  memory,       ///< more than it may have
  time,         ///< longer than it may last
  unavailable,  ///< the system has no such confinement, or no child; the work was not begun
};

struct Confined {
  ConfinedEnd end = ConfinedEnd::unavailable;
  std::string bytes;  ///< what the work gave, where it is done
};

/// Runs `work` in a child: a filter of system calls (seccomp) and limits are laid on it first. What it gives comes from
/// whatever the foreign bytes made of the child: take it apart with Unpacking. The child has the
/// calling thread alone.
/// Errors: Stopped.
Confined confined(const std::function<std::string()>& work, Confinement limits);

}  // namespace disburse
