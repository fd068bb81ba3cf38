#include "scenarios/office/doubts.hpp"

#include <algorithm>

#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

constexpr int months_a_year = 12;

void find(const std::string& table, const char* rule, Severity severity, std::string column, Message message,
          Imported& result, std::size_t row = 0, Money stake = {}) {
  result.findings.push_back({rule, severity, false, table, row, std::move(column), std::move(message), stake});
}

}  // namespace

void UnitConflict::add(const OfficeRow& row) {
  if (column >= row.cells.size()) return;
  if (const auto amount = money_of(row.cells[column].text)) in_yuan += *amount;
}

Money UnitConflict::apart() const {
  const Money one = sum(by_heading);
  const Money other = sum(by_title);
  return one > other ? one - other : other - one;
}

std::vector<UnitConflict> resolve_units(const OfficeTable& table, Mapping& mapping) {
  std::vector<UnitConflict> conflicts;
  for (MappedColumn& column : mapping.columns) {
    if (!column.field || column.unit) continue;
    const auto of_heading =
        column.column < table.heading_units.size() ? table.heading_units[column.column] : std::nullopt;
    if (*column.field == Field::service) {
      if (of_heading && is_of_duration(*of_heading)) column.unit = of_heading;
    } else if (is_amount(*column.field)) {
      const bool money = of_heading && is_of_money(*of_heading);
      column.unit = money ? of_heading : table.title_unit;
      if (money && table.title_unit && *table.title_unit != *of_heading)
        conflicts.push_back({column.column, column.heading, *of_heading, *table.title_unit, {}});
    }
  }
  return conflicts;
}

void Agreement::count(const std::vector<OfficeFinding>& findings, std::size_t first) {
  const bool contradicts =
      std::any_of(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(), [](const OfficeFinding& one) {
        return one.rule == "sex_conflict" || one.rule == "birth_conflict" || one.rule == "joined_before_birth";
      });
  contradictions_ += contradicts ? 1 : 0;
}

bool Agreement::is_doubtful(std::size_t rows) const {
  constexpr std::size_t fewest = 10;
  constexpr std::size_t share = 5;
  return rows >= fewest && contradictions_ * share > rows;
}

void find_other_table(const OfficeTable& table, std::size_t row, Imported& result) {
  result.undecided = true;
  find(
      table.name, "other_headings", Severity::error, "",
      "Headings of another table begin here; below them the columns mean something else. Put it on a sheet of its own."_m,
      result, row);
}

void find_conflict(const OfficeTable& table, const UnitConflict& conflict, Imported& result) {
  result.undecided = true;
  const ColumnUnit heading = conflict.by_heading;
  const ColumnUnit title = conflict.by_title;
  find(
      table.name, "unit_conflict", Severity::error, bare_heading(conflict.heading),
      "The heading says {}, the title says {}: {} or {} yuan a month in all. Say in a file for --mapping which holds: unit = \"{}\" or \"{}\"."_m(
          written(heading), written(title), yuan_text(conflict.sum(heading)), yuan_text(conflict.sum(title)),
          to_string(heading), to_string(title)),
      result, 0, conflict.apart() * months_a_year);
}

void find_doubts(const OfficeTable& table, const ImportedTable& imported, const TableEvidence& evidence,
                 const Agreement& agreement, Imported& result) {
  if (agreement.is_doubtful(imported.rows)) {
    result.undecided = true;
    find(
        table.name, "columns_do_not_belong_together", Severity::error, "",
        "In {} of {} rows birth, sex or beginning of work contradict the identity number: a column was moved or sorted by itself."_m(
            agreement.contradictions(), imported.rows),
        result);
  }
  for (std::size_t c = 0; c < evidence.identities_elsewhere.size(); ++c) {
    if (evidence.identities_elsewhere[c] > 0)
      find(table.name, "identity_elsewhere", Severity::warning, column_letter(c),
           "{} identity numbers stand in column {}, which is not the one of identity numbers."_m(
               evidence.identities_elsewhere[c], column_letter(c)),
           result);
  }
  for (const std::size_t column : table.hidden_columns) {
    if (column < imported.mapping.columns.size() && imported.mapping.columns[column].field)
      find(table.name, "hidden_column", Severity::warning, bare_heading(imported.mapping.columns[column].heading),
           "The column {} is hidden, and was read like all others."_m(column_letter(column)), result);
  }
  if (!imported.mapping.has(Field::role) && imported.rows > 0)
    find(table.name, "status_not_told", Severity::warning, "",
         "No column tells the status: all are taken for pensioners."_m, result);
  if (!table.hidden_rows.empty())
    find(table.name, "hidden_rows", Severity::warning, "",
         "{} hidden rows were read like all others; the first is row {}."_m(table.hidden_rows.size(),
                                                                            table.hidden_rows.front()),
         result);
  for (const MappedColumn& column : imported.mapping.columns) {
    if (table.title_unit && *table.title_unit != ColumnUnit::yuan && column.field && is_amount(*column.field) &&
        column.unit == table.title_unit)
      find(table.name, "unit_of_title", Severity::note, bare_heading(column.heading),
           "The amounts are read in {}, as the title says."_m(written(*column.unit)), result);
  }
}

void list_left_out(const ImportedTable& imported, const RoleCounts& others, Imported& result) {
  std::size_t unknown = 0;
  for (const MappedColumn& column : imported.mapping.columns)
    unknown += !column.field && !column.heading.empty() ? 1U : 0U;
  if (unknown > 0) result.left_out.push_back({imported.name, "columns whose headings are not known"_m, unknown, false});
  for (const auto& [role, count] : others) result.left_out.push_back({imported.name, name_of(role), count, false});
}

}  // namespace disburse
