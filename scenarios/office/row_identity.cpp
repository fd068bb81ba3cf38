// The identity number of a row: lost digits, other documents, what it tells.
#include "scenarios/office/cleaned.hpp"
#include "scenarios/office/row_reader.hpp"

namespace disburse {

void OfficeRowReader::read_identity_of(OfficePerson& person) {
  if (!mapping_.has(Field::identity)) return;
  const std::string& given = text(Field::identity);
  const SheetCell* cell = source(Field::identity);
  if (given.empty()) {
    if (cell != nullptr && cell->kind == CellKind::error) return;
    return find("identity_missing", Severity::error, true, Field::identity, "There is no identity number."_m);
  }
  constexpr std::size_t exact_digits = 15;  // that a spreadsheet's number can hold
  if (cell != nullptr && cell->kind == CellKind::number && given.size() > exact_digits) {
    return find("identity_lost_digits", Severity::error, true, Field::identity,
                "The identity number is stored as a number and has lost its last digits: export it as text."_m);
  }
  const ReadIdentity read = read_identity(given);
  if (may_have_lost_digits(given) && (given.find_first_of("Ee") != std::string::npos || evidence_.digits_were_lost())) {
    return find(
        "identity_lost_digits", Severity::error, read.fault != IdentityFault::none, Field::identity,
        "The identity number ends in zeros as a spreadsheet leaves it: its last digits are lost, export it as text."_m);
  }
  switch (read.fault) {
    case IdentityFault::none: break;
    case IdentityFault::length:
      return find("identity_length", Severity::error, true, Field::identity,
                  "The identity number has {} characters, not 18 (or 15)."_m(read.identity.number.size()));
    case IdentityFault::character:
      return find("identity_character", Severity::error, true, Field::identity,
                  "The identity number holds more than digits and a last X."_m);
    case IdentityFault::check_digit:
      return find("identity_check_digit", Severity::error, true, Field::identity,
                  "The identity number's check digit does not fit (GB 11643)."_m);
    case IdentityFault::date:
      return find("identity_date", Severity::error, true, Field::identity,
                  "The date of birth in the identity number does not exist."_m);
  }
  accept_identity(person, read);
}

/// Takes the number, and tells what is unusual about its document.
void OfficeRowReader::accept_identity(OfficePerson& person, const ReadIdentity& read) {
  const Identity& identity = read.identity;
  person.identity = identity.number;
  const auto note = [&](const Message& document) {
    find("document_kind", Severity::note, true, Field::identity,
         "The number is that of another document: {}."_m(document));
  };
  switch (identity.kind) {
    case DocumentKind::residence_permit: note("residence permit of Hong Kong, Macao or Taiwan"_m); break;
    case DocumentKind::foreigner:
    case DocumentKind::foreigner_letters: note("permanent residence card of a foreigner"_m); break;
    case DocumentKind::travel_permit: note("travel permit of Hong Kong or Macao"_m); break;
    case DocumentKind::passport: note("passport"_m); break;
    case DocumentKind::citizen:
    case DocumentKind::unknown: break;
  }
  if (identity.upgraded) {
    find(
        "identity_old_form", Severity::warning, true, Field::identity,
        "The identity number has 15 digits: it is taken for that of somebody born in 19xx, with 19 and the check digit added."_m);
  }
  if (!identity.tells_birth) return;
  person.member.birth = Month(identity.birth.year, identity.birth.month);
  person.member.sex = identity.sex;
  has_identity_birth_ = true;
}

}  // namespace disburse
