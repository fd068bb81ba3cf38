#pragma once
// What one member of a scheme may be paid from the city's lines within a horizon, as columns: one for each programme,
// month due and month paid. A death removes a suffix of them, since they stand in the order of the months due.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/projection/projection.hpp"

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

/// The columns of one scheme, whoever its members are. What other payers pay has none: it moves no line.
class SchemeColumns {
 public:
  SchemeColumns(const ProgrammeSet& programmes, Scheme scheme, Horizon horizon);

  Scheme scheme() const { return scheme_; }
  int months() const { return static_cast<int>(months_); }
  const std::vector<Column>& alive() const { return alive_; }  ///< paid to who is alive on the first day of `due`
  const std::vector<Column>& lumps() const { return lumps_; }  ///< paid because of a death in `due`
  std::size_t width() const { return alive_.size() + lumps_.size(); }  ///< a row: alive columns, then lump sums
  const Column& at(std::size_t column) const {
    return column < alive_.size() ? alive_[column] : lumps_[column - alive_.size()];
  }

  /// Places in a row of a programme's payments, components x months due; negative where the city does not pay. Empty
  /// when the programme concerns nobody of the scheme.
  std::span<const std::int32_t> places(std::size_t programme) const { return places_[programme]; }
  /// First alive column that a death in `month` takes away; alive().size() when none is left.
  std::size_t first_lost(int month) const { return first_lost_[static_cast<std::size_t>(month)]; }
  /// Lump sums of a death in `month`: places [first_lump(month), first_lump(month + 1)) of a row.
  std::size_t first_lump(int month) const { return first_lump_[static_cast<std::size_t>(month)]; }

 private:
  void find_columns(const ProgrammeSet& programmes);
  void index(const ProgrammeSet& programmes);

  Scheme scheme_;
  std::size_t months_;
  std::vector<Column> alive_, lumps_;
  std::vector<std::vector<std::int32_t>> places_;  // by programme
  std::vector<std::size_t> first_lost_, first_lump_;
};

}  // namespace disburse
