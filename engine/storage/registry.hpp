#pragma once
// The registry (登记簿): a local SQLite file of issued estimates and outturns. Nothing is written unless it is named.
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <vector>

#include "engine/track_record.hpp"

namespace disburse {

/// The file is none, of another version, in use, or cannot be written. The text says which, and what to do.
class RegistryUnusable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Registry {
 public:
  /// Opens or makes the file (0600). Errors: RegistryUnusable.
  explicit Registry(const std::filesystem::path& file);
  ~Registry();
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;

  /// All or none of them. The same estimate issued twice on a day (kind, scenario, programme, year) replaces the first.
  void add(const std::vector<IssuedEstimate>& estimates);
  /// All or none; an outturn that was there is replaced.
  void add(const std::vector<Outturn>& outturns);
  std::vector<IssuedEstimate> estimates() const;  ///< by year, programme, day
  std::vector<Outturn> outturns() const;          ///< by year and programme

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace disburse
