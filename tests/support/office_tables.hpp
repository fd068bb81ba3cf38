#pragma once
// An office's table from a few lines of CSV, for tests of what reads it.
#include <memory>
#include <string>

#include "scenarios/office/table.hpp"
#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {

inline const ColumnNames& project_columns() {
  static const ColumnNames names(source_dir() / "scenarios/office/columns.toml", std::nullopt);
  return names;
}

/// The first table of a file that holds `bytes`.
inline std::unique_ptr<OfficeTable> table_of(const std::string& bytes, const std::string& name = "table.csv") {
  const ScratchFolder folder;
  folder.write(name, bytes);
  return std::move(open_tables(folder.path() / name, project_columns()).tables.front());
}

inline Mapping mapping_of(const OfficeTable& table) {
  InputErrors errors;
  return map_columns(table.headings, project_columns(), table.name, errors);
}

}  // namespace disburse
