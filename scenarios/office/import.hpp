#pragma once
// The import (导入) of an office's rosters: mapped, checked, de-identified at the door.
#include <optional>
#include <string>
#include <vector>

#include "engine/members/roster.hpp"
#include "scenarios/office/columns.hpp"
#include "scenarios/office/control.hpp"
#include "scenarios/office/findings.hpp"
#include "scenarios/office/table.hpp"

namespace disburse {

struct ImportRequest {
  std::vector<std::filesystem::path> files;
  std::filesystem::path columns;                 ///< the project's headings
  std::optional<std::filesystem::path> mapping;  ///< an office's own
  std::filesystem::path limits;                  ///< checks.toml
  std::optional<std::filesystem::path> control;
  std::string key;               ///< of the pseudonyms; empty: rows are numbered
  Month as_of;                   ///< month at whose end the rosters were taken
  std::optional<Scheme> scheme;  ///< of rows whose table has no such column
  bool set_aside = false;        ///< faulty rows are kept apart, and the others go on
};

/// What a file was taken for.
struct ImportedTable {
  std::string name, encoding;
  std::size_t heading_row = 0;
  Mapping mapping;
  std::size_t rows = 0, accepted = 0;
  std::vector<std::vector<Message>> first_rows;  ///< ten, each cell by its kind and never by its content
};

/// A row with an error, as it stands in the file; for the officer's own eyes.
struct SetAside {
  std::size_t table = 0;  ///< of those imported
  std::size_t row = 0;
  std::vector<std::string> rules;
  std::vector<std::string> cells;
};

struct Imported {
  Roster roster;
  std::vector<ImportedTable> tables;
  std::vector<OfficeFinding> findings;
  std::vector<SetAside> set_aside;  ///< when asked for
  StockCounts counts;               ///< of all rows that were read
  std::vector<LeftOut> left_out;    ///< sheets, columns and rows that were not imported, with their counts
  bool undecided =
      false;  ///< a whole column can be read in two ways: no row of it may enter, with or without quarantine
  bool has_errors() const;
};

/// Reads, maps and checks all files ("-" is standard input). Names, accounts, phones and addresses are passed over; an
/// identity number becomes a pseudonym (the first 128 bits of HMAC-SM3) or nothing. Rows with errors do not enter the
/// roster. Errors: InputRejected(Door::roster) for files that cannot be read or mapped.
Imported import_rosters(const ImportRequest& request);

}  // namespace disburse
