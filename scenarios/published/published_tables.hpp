#pragma once
// The tables of a published document, read into the official ones.
#include <set>
#include <string>
#include <vector>

#include "engine/base/message.hpp"
#include "scenarios/published/published_layout.hpp"
#include "scenarios/published/published_lines.hpp"

namespace disburse {

/// What was not read, or was taken for granted, with its place in the document.
struct ReadingNote {
  Place place;
  Message what;
};

/// A note about the document as a whole.
inline ReadingNote whole_note(Message what) {
  ReadingNote note;
  note.what = std::move(what);
  return note;
}

struct PublishedTables {
  std::vector<BudgetTable> tables;  ///< the official ones, filled
  std::set<int> read;               ///< numbers of the tables that the document prints
  std::string unit_code;            ///< of the row of table 2 that is the whole; may be empty
  std::vector<ReadingNote> notes;
  int fiscal_year = 0;          ///< of the document; 0: not known
  std::set<int> by_position{};  ///< tables without headings, whose columns are told by their number alone
};

/// `sections[n]` are the lines of table n.
/// Errors: InputRejected(Door::data): headings and numbers that can be read in two ways.
PublishedTables fill_tables(const OfficialTables& official, const std::vector<std::vector<PublishedLine>>& sections,
                            int fiscal_year = 0);

}  // namespace disburse
