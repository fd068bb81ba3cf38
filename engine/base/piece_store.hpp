#pragma once
// Where finished pieces of a long computation are kept, whatever keeps them.
#include <compare>
#include <cstdint>
#include <span>

namespace disburse {

/// Which piece a record holds; the owner gives the numbers their meaning.
struct PieceKey {
  std::uint64_t kind = 0, first = 0;
  friend auto operator<=>(const PieceKey&, const PieceKey&) = default;
};

/// Keeps pieces as whole numbers. Any thread may call.
class PieceStore {
 public:
  virtual ~PieceStore() = default;
  /// Fills `numbers` when the piece is there with exactly so many.
  virtual bool find(const PieceKey& key, std::span<std::int64_t> numbers) const = 0;
  /// Keeps a piece. Errors: those of what keeps it.
  virtual void add(const PieceKey& key, std::span<const std::int64_t> numbers) = 0;

 protected:
  PieceStore() = default;
  PieceStore(const PieceStore&) = default;
  PieceStore& operator=(const PieceStore&) = default;
};

}  // namespace disburse
