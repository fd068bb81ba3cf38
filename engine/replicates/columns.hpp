#pragma once
// What one member of a scheme may be paid from the city's lines within a horizon, as columns: one for each programme,
// month due and month paid. A death removes a suffix of them, since they stand in the order of the months due.
#include <cstdint>
#include <vector>

#include "engine/population.hpp"
#include "engine/projection.hpp"

namespace disburse {

struct Column {
  std::size_t programme = 0;
  int due = 0;  ///< month of the horizon, from 0
  Month paid;
  Rate share;  ///< of those entitled who take it up
  friend auto operator<=>(const Column& a, const Column& b) {
    return std::tie(a.due, a.programme, a.paid) <=> std::tie(b.due, b.programme, b.paid);
  }
  friend bool operator==(const Column& a, const Column& b) { return (a <=> b) == 0; }
};

/// The columns of one scheme that hold money for any of its members. What other payers pay has none: it moves no line.
class SchemeColumns {
 public:
  SchemeColumns(const Population& population, const ProgrammeSet& programmes, Scheme scheme);

  const std::vector<Column>& alive() const { return alive_; }  ///< paid to who is alive on the first day of `due`
  const std::vector<Column>& lumps() const { return lumps_; }  ///< paid because of a death in `due`
  std::size_t width() const { return alive_.size() + lumps_.size(); }  ///< a row: alive columns, then lump sums

  /// Place in a row of a component's payment; none where the scheme has no such column.
  static constexpr std::int32_t none = -1;
  std::int32_t place(std::size_t programme, std::size_t component, std::size_t due) const {
    return places_[programme][component * months_ + due];
  }
  /// First alive column that a death in `month` takes away; alive().size() when none is left.
  std::size_t first_lost(int month) const { return first_lost_[static_cast<std::size_t>(month)]; }
  /// Lump sums of a death in `month`: places [first_lump(month), first_lump(month + 1)) of a row.
  std::size_t first_lump(int month) const { return first_lump_[static_cast<std::size_t>(month)]; }

  /// Amounts of all members of the scheme together if nobody dies, by alive column, fen.
  const std::vector<std::int64_t>& if_all_live() const { return if_all_live_; }

 private:
  void find_columns(const std::vector<StreamSums>& sums, const ProgrammeSet& programmes);
  void index(const std::vector<StreamSums>& sums, const ProgrammeSet& programmes);

  std::size_t months_;
  std::vector<Column> alive_, lumps_;
  std::vector<std::vector<std::int32_t>> places_;  // by programme; component x month due
  std::vector<std::size_t> first_lost_, first_lump_;
  std::vector<std::int64_t> if_all_live_;
};

}  // namespace disburse
