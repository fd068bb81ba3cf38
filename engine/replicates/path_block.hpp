#pragma once
// Members who are paid in the same months, each with a line of amounts, in blocks that fit a core's cache.
#include <cstdint>
#include <vector>

#include "engine/base/aligned.hpp"
#include "engine/replicates/columns.hpp"

namespace disburse {

/// Up to `most_members` members of one scheme who are paid in the same months. Most columns pay a member the same
/// amount as another does (a pension stands until it is adjusted), so a member keeps a line of values, and a column
/// names its value. Sums over all members of any value fit 32 bits, so that a kernel may add the dead of a replicate in
/// 32 bits.
struct PathBlock {
  static constexpr std::size_t most_members = 4096;
  static constexpr std::size_t step = 8;  ///< lines are whole vectors of so many values
  std::vector<std::uint32_t>
      columns;            ///< columns of the scheme that hold money here, in order: those of the living first
  std::size_t alive = 0;  ///< how many of them are paid to the living
  std::vector<std::uint32_t> first_lost, first_lump;  ///< as SchemeColumns has them, for these columns
  std::vector<std::uint32_t> value_of;                ///< by column: its place in a line
  std::vector<std::uint32_t> first_value;             ///< by month: a death in it needs the values from here on
  std::size_t values = 0;                             ///< a line; a multiple of `step`
  AlignedVector<std::int32_t> lines;                  ///< members x values, fen
  std::vector<std::uint64_t> keys;                    ///< draw_key of each member
  std::vector<std::uint16_t> thresholds;              ///< of each member
  std::vector<std::uint32_t> tables;                  ///< index of each member's death table
  std::size_t size() const { return keys.size(); }
  std::size_t width() const { return columns.size(); }
  std::int32_t amount(std::size_t member, std::size_t column) const {
    return lines[member * values + value_of[column]];
  }
};

/// A member on the way into a block.
struct PathMember {
  std::uint64_t key = 0;
  std::uint32_t table = 0;
  std::uint16_t threshold = 0;
};

/// A block that still takes members. Columns that have paid every member the same are a class: only its amount is kept,
/// and a member who differs parts it.
class BlockBuilder {
 public:
  explicit BlockBuilder(const SchemeColumns& columns);

  /// Takes a member whose row (columns.width() amounts) is given. False when the member must go into another block.
  bool add(const std::int32_t* row, const PathMember& member);
  /// The same for a row that needs no parting and has money in the same columns as the member before; nothing happens
  /// and false for another.
  bool add_alike(const std::int32_t* row, const PathMember& member);
  std::size_t size() const { return block_.size(); }
  PathMember member(std::size_t i) const { return {block_.keys[i], block_.tables[i], block_.thresholds[i]}; }
  /// Writes the row of member i.
  void row(std::size_t i, std::vector<std::int32_t>& into) const;
  /// The finished block, with the columns alone that hold money; the builder is empty afterwards.
  PathBlock close();

 private:
  bool alike(const std::int32_t* row) const;  // the columns of every class pay alike
  bool take(const std::int32_t* row, const PathMember& member);
  void part(const std::int32_t* row);
  void name_columns();
  void name_values();
  std::size_t last_need(std::size_t column) const;

  const SchemeColumns* columns_;
  PathBlock block_;
  std::vector<std::uint32_t> class_of_;             // by column
  std::vector<std::int32_t> inside_;                // by column: all bits when it is of the class of the one before
  std::vector<std::uint32_t> begins_;               // columns that are not
  std::vector<std::uint32_t> first_;                // by class: its first column
  std::vector<std::vector<std::int32_t>> amounts_;  // by class and member
  std::vector<std::int64_t> sums_;                  // by class: of absolute amounts
};

}  // namespace disburse
