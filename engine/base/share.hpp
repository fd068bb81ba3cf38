#pragma once
// A job in parts: which of its pieces, and how much of a piece, one part works on.
#include <cstddef>
#include <stdexcept>

namespace disburse {

/// A range of something that is cut into `of` equal lengths, from `from` to `to`; all of it unless told otherwise.
struct Portion {
  std::size_t from = 0, to = 1, of = 1;
  bool empty() const { return from == to; }
  /// Whether it holds the beginning: of the portions that make up a whole exactly one does.
  bool begins() const { return from == 0 && to > 0; }
  /// Which of so many things that stand in the whole belong to it: [begin(things), end(things)). Every thing belongs to
  /// exactly one of the portions that make up the whole.
  std::size_t begin(std::size_t things) const { return things * from / of; }
  std::size_t end(std::size_t things) const { return things * to / of; }
  friend bool operator==(const Portion&, const Portion&) = default;
};

/// Part `index`, counted from 0, of the `count` parts of a job; the whole job unless told otherwise.
struct Share {
  std::size_t index = 0, count = 1;
  /// What of piece `piece` of `pieces` is worked on: pieces weigh alike, and parts follow one another through them, so
  /// that a part has whole pieces where there are enough, and shares some with its neighbours.
  Portion of_piece(std::size_t piece, std::size_t pieces) const;
  /// What of a job that has no pieces.
  Portion of_whole() const { return of_piece(0, 1); }
  friend bool operator==(const Share&, const Share&) = default;
};

/// Part `part`, counted from 0, does not hold what its share of the work leaves.
class PartLacks : public std::runtime_error {
 public:
  explicit PartLacks(std::size_t part) : std::runtime_error("a part of the run lacks sums"), part_(part) {}
  std::size_t part() const { return part_; }

 private:
  std::size_t part_;
};

}  // namespace disburse
