#pragma once
// The registry (登记簿): a local SQLite file of issued estimates and outturns. Nothing is written unless it is named.
#include <filesystem>
#include <memory>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/planning/track_record.hpp"
#include "engine/support/publication.hpp"

namespace disburse {

/// The file is none, of another version, or in use. The text says which, and what to do.
class RegistryUnusable : public Failure {
 public:
  using Failure::Failure;
};

/// The disk failed the registry: full, or faulty. Nothing in it was changed.
class RegistryFailed : public Failure {
 public:
  using Failure::Failure;
};

/// What is added lasts when it is kept; without that the file is as it was, and a new one is gone.
/// Errors of all: RegistryUnusable; RegistryFailed.
class Registry : public Joined {
 public:
  /// Opens or makes the file (0600).
  explicit Registry(const std::filesystem::path& file);
  ~Registry() override;

  /// All or none of them. The same estimate issued twice on a day (kind, scenario, programme, year) replaces the first.
  void add(const std::vector<IssuedEstimate>& estimates);
  /// All or none; an outturn that was there is replaced.
  void add(const std::vector<Outturn>& outturns);
  void keep() override;
  std::vector<IssuedEstimate> estimates() const;  ///< by year, programme, day
  std::vector<Outturn> outturns() const;          ///< by year and programme

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace disburse
