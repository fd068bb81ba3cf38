#pragma once
// The tables of a published document, read into the official ones.
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/base/message.hpp"
#include "scenarios/published/published_layout.hpp"
#include "scenarios/published/published_lines.hpp"

namespace disburse {

/// Whether something of the document is missing in what was read, or was guessed; or whether it was read as such
/// documents are, and is told so that nobody wonders.
enum class Reading : std::uint8_t { lost, guessed, usual };

/// What was not read, or was taken for granted, with its place in the document.
struct ReadingNote {
  Place place;
  Message what;
  Reading kind = Reading::lost;
};

/// A note about the document as a whole.
inline ReadingNote whole_note(Message what, Reading kind) {
  ReadingNote note;
  note.what = std::move(what);
  note.kind = kind;
  return note;
}

/// Where a fact stands in the document.
struct FactPlace {
  std::string fact;  ///< "表2/2080507", "表9/PROJECT/INDICATOR", "agency"
  std::string text;  ///< its name as printed
  Place place;
};

struct PublishedTables {
  std::vector<BudgetTable> tables;  ///< the official ones, filled
  std::set<int> read;               ///< numbers of the tables that the document prints
  std::string unit_code;            ///< of the row of table 2 that is the whole; may be empty
  std::vector<ReadingNote> notes;
  int fiscal_year = 0;              ///< of the document; 0: not known
  std::set<int> by_position{};      ///< tables without headings, whose columns are told by their number alone
  std::vector<FactPlace> places{};  ///< of every row that was read
};

/// `sections[n]` are the lines of table n.
/// Errors: InputRejected(Door::data): headings and numbers that can be read in two ways.
PublishedTables fill_tables(const OfficialTables& official, const std::vector<std::vector<PublishedLine>>& sections,
                            int fiscal_year = 0);

}  // namespace disburse
