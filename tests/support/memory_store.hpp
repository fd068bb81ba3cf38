#pragma once
// Pieces kept in memory, with a count of those that were taken up again.
#include <map>
#include <mutex>
#include <vector>

#include "engine/base/piece_store.hpp"

namespace disburse {

class MemoryStore : public PieceStore {
 public:
  bool find(const PieceKey& key, std::span<std::int64_t> numbers) const override {
    const std::lock_guard lock(guard_);
    const auto found = pieces_.find(key);
    if (found == pieces_.end() || found->second.size() != numbers.size()) return false;
    std::copy(found->second.begin(), found->second.end(), numbers.begin());
    ++taken_;
    return true;
  }
  void add(const PieceKey& key, std::span<const std::int64_t> numbers) override {
    const std::lock_guard lock(guard_);
    pieces_[key].assign(numbers.begin(), numbers.end());
  }
  void erase(const PieceKey& key) { pieces_.erase(key); }
  const std::map<PieceKey, std::vector<std::int64_t>>& pieces() const { return pieces_; }
  int taken() const { return taken_; }

 private:
  mutable std::mutex guard_;
  mutable int taken_ = 0;
  std::map<PieceKey, std::vector<std::int64_t>> pieces_;
};

}  // namespace disburse
