#include "scenarios/office/evidence.hpp"

#include <charconv>

#include "scenarios/office/cleaned.hpp"
#include "scenarios/office/headings.hpp"
#include "scenarios/office/identity.hpp"

namespace disburse {
namespace {

std::string_view fraction_of(std::string_view text) {
  const std::size_t point = text.find('.');
  return point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

int whole_of(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void look_at_identity(TableEvidence& evidence, const std::string& text) {
  const ReadIdentity read = read_identity(text);
  constexpr std::size_t full = 18;
  if (read.identity.number.size() != full) return;
  ++evidence.numbers;
  if (!may_have_lost_digits(text)) return;
  ++evidence.zeroed;
  if (read.fault != IdentityFault::none) ++evidence.zeroed_wrongly;
}

void look_at_field(TableEvidence& evidence, Field field, const OfficeCell& cell) {
  if (field == Field::identity) return look_at_identity(evidence, cleaned(cell.text));
  ColumnEvidence& column = evidence.columns[static_cast<std::size_t>(field)];
  if (field == Field::service) {
    const std::string text = cleaned(cell.text);
    if (!is_number(text)) return;
    const std::string_view fraction = fraction_of(text);
    const bool round = fraction.find_first_not_of('0') == std::string_view::npos;
    if (round && whole_of(text) > longest_service_years) column.long_durations = true;
    constexpr int most_months = 11;
    if (!round && (fraction.size() > 2 || whole_of(fraction) > most_months)) column.hundredths = true;
  } else if (is_date(field)) {
    const std::string text = cleaned(cell.text);
    if (is_number(text) && fraction_of(text) == "10") column.keeps_zeros = true;
  }
}

}  // namespace

bool TableEvidence::digits_were_lost() const {
  if (zeroed == 0) return false;
  constexpr std::size_t by_nature = 100;  // ten times as many as by nature are no accident
  return zeroed_wrongly > zeroed - zeroed_wrongly || zeroed * by_nature > numbers;
}

TableEvidence evidence_of(OfficeTable& table, const Mapping& mapping) {
  TableEvidence evidence;
  evidence.identities_elsewhere.assign(mapping.columns.size(), 0);
  OfficeRow row;
  constexpr std::size_t full = 18;
  while (table.next(row)) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const OfficeCell& cell = row.cells[c];
      if (cell.text.empty()) continue;
      const bool known = c < mapping.columns.size() && mapping.columns[c].field.has_value();
      const Field field = known ? mapping.columns[c].field.value() : Field::name;
      if (known) look_at_field(evidence, field, cell);
      if (c < 3 && !evidence.has_totals && cell.text.size() < 60) evidence.has_totals = names_a_sum(cell.text);
      if ((!known || field != Field::identity) && c < evidence.identities_elsewhere.size() &&
          cell.text.size() >= full && cell.text.size() < 2 * full &&
          read_identity(cell.text).fault == IdentityFault::none)
        ++evidence.identities_elsewhere[c];
    }
  }
  table.rewind();
  return evidence;
}

}  // namespace disburse
