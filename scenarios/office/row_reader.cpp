#include "scenarios/office/row_reader.hpp"

#include "engine/law/parameters.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/office/cleaned.hpp"
#include "scenarios/office/identity.hpp"
#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

constexpr int months_a_year = 12;

template <class Column>
constexpr bool is_money = std::is_same_v<std::remove_cvref_t<decltype(std::declval<Member>().*Column::field)>, Money>;

// An amount of a member that no column of an office's table gives would be 0 for everybody.
static_assert([] {
  bool all_given = true;
  each_column_of(member_columns<Exact>, [&]<class One>(const One& column) {
    if (is_money<One> && !from_code<Field>(column.name)) all_given = false;
  });
  return all_given;
}());

}  // namespace

const SheetCell* OfficeRowReader::source(Field field) const {
  const std::size_t at = mapping_.at[static_cast<std::size_t>(field)];
  return at < row_->cells.size() ? row_->cells[at].source : nullptr;
}

std::optional<ColumnUnit> OfficeRowReader::unit(Field field) const {
  const std::size_t at = mapping_.at[static_cast<std::size_t>(field)];
  return at < mapping_.columns.size() ? mapping_.columns[at].unit : std::nullopt;
}

/// The texts of all fields as people see them; what shows an error is a finding and has no text.
void OfficeRowReader::take_cells() {
  for (std::size_t f = 0; f < field_count; ++f) {
    const auto field = static_cast<Field>(f);
    texts_[f].clear();
    const std::size_t at = mapping_.at[f];
    if (at >= row_->cells.size() || is_personal(field)) continue;
    const OfficeCell& cell = row_->cells[at];
    if (cell.source != nullptr && cell.source->kind == CellKind::error) {
      const bool unknown = cell.source->text == value_not_saved;
      find(unknown ? "formula_without_value" : "error_cell", Severity::error, true, field,
           unknown ? "The cell holds a formula whose value was not saved: open the workbook and save it once more."_m
                   : "The cell shows an error of the spreadsheet."_m);
      continue;
    }
    if (cell.spread && is_amount(field) && !cell.text.empty()) {
      find("merged_amount", Severity::error, true, field,
           "One amount stands over several rows: it is nobody's alone, or everybody's."_m);
      continue;
    }
    texts_[f] = cleaned(cell.text);
    const bool nothing = is_date(field) ? says_no_date(texts_[f]) : says_nothing(texts_[f]);
    if (field != Field::identity && nothing) texts_[f].clear();
  }
}

/// A row of text has as many fields as there are headings, or nobody knows which one is missing.
bool OfficeRowReader::has_all_fields() {
  const std::size_t wanted = table_.headings.size();
  std::size_t has = row_->cells.size();
  while (has > wanted && row_->cells[has - 1].text.empty()) --has;
  if (!table_.of_text || has == wanted) return true;
  findings_.push_back({has < wanted ? "fields_too_few" : "fields_too_many",
                       Severity::error,
                       true,
                       table_.name,
                       row_->number,
                       "",
                       "The row has {} fields, the headings are {}."_m(has, wanted),
                       {}});
  faulty_ = true;
  return false;
}

void OfficeRowReader::find(const char* rule, Severity severity, bool is_certain, Field field, Message message) {
  const std::size_t at = mapping_.at[static_cast<std::size_t>(field)];
  const std::string heading = at < table_.headings.size() ? bare_heading(table_.headings[at]) : to_string(field);
  findings_.push_back({rule, severity, is_certain, table_.name, row_->number, heading, std::move(message), {}});
  faulty_ = faulty_ || severity == Severity::error;
}

OfficePerson OfficeRowReader::read(const OfficeRow& row) {
  row_ = &row;
  faulty_ = false;
  first_finding_ = findings_.size();
  died_ = certified_ = Month::none();
  has_identity_birth_ = false;
  OfficePerson person;
  person.row = row.number;
  person.member.birth = person.member.joined = person.member.retired = Month::none();
  if (!has_all_fields()) {
    person.faulty = true;
    return person;
  }
  take_cells();
  read_identity_of(person);
  read_codes(person);
  read_dates(person);
  read_amounts(person);
  if (!faulty_) check_whole(person);
  person.faulty = faulty_;
  const Money monthly = person.member.role == Role::pensioner ? person.member.pension : Money{};
  for (std::size_t i = first_finding_; i < findings_.size(); ++i) findings_[i].stake = monthly * months_a_year;
  return person;
}

void OfficeRowReader::read_codes(OfficePerson& person) {
  Member& member = person.member;
  const auto unknown = [&](Field field, const char* known) {
    find("unknown_code", Severity::error, true, field, "It is in no list of codes; known are {}."_m(known));
  };
  if (mapping_.has(Field::sex) && !text(Field::sex).empty()) {
    const auto sex = sex_of(text(Field::sex));
    if (!sex)
      unknown(Field::sex, "男、女、1、2");
    else if (has_identity_birth_ && *sex != member.sex)
      find("sex_conflict", Severity::error, true, Field::sex, "The sex contradicts digit 17 of the identity number."_m);
    else
      member.sex = *sex;
  }
  if (!has_identity_birth_ && text(Field::sex).empty())
    find("sex_missing", Severity::error, true, Field::sex, "Neither an identity number nor a column tells the sex."_m);
  if (mapping_.has(Field::scheme)) {
    const auto scheme = scheme_of(text(Field::scheme));
    if (scheme)
      member.scheme = *scheme;
    else
      unknown(Field::scheme, "机关事业、企业职工、城乡居民");
  } else if (scheme_) {
    member.scheme = *scheme_;
  } else {
    find("scheme_missing", Severity::error, true, Field::scheme, "No column tells the scheme, nor does --scheme."_m);
  }
  if (mapping_.has(Field::role)) {
    const auto role = role_of(text(Field::role));
    if (role)
      member.role = *role;
    else
      unknown(Field::role, "领取、在职、缴费、离职、转移");
  }
  if (mapping_.has(Field::category)) {
    const auto category = category_of(text(Field::category));
    if (category)
      member.category = *category;
    else
      unknown(Field::category, "普通、建国前老工人、国企退休教师、离休");
  }
  if (mapping_.has(Field::hardship)) {
    const auto hardship = yes_or_no(text(Field::hardship));
    if (hardship)
      member.hardship = *hardship;
    else
      unknown(Field::hardship, "是、否");
  }
}

/// 1980.1 is January where people wrote it, and October where a spreadsheet took the last zero off.
bool OfficeRowReader::is_january_or_october(Field field) const {
  const SheetCell* cell = source(field);
  constexpr std::size_t length = 6;  // 1980.1
  const std::string shown = cell != nullptr ? cell->shown() : text(field);
  if (shown.size() != length || !shown.ends_with(".1")) return false;
  if (cell != nullptr && cell->kind == CellKind::number) return true;
  return table_.may_drop_zeros && !evidence_.columns[static_cast<std::size_t>(field)].keeps_zeros;
}

Month OfficeRowReader::month(Field field, const Message& what) {
  if (!mapping_.has(field) || text(field).empty()) return Month::none();
  const SheetCell* cell = source(field);
  const bool number = cell != nullptr && cell->kind == CellKind::number;
  auto read = month_of(number ? cell->shown() : text(field));
  const bool plausible = read && *read >= Month(1850, 1) && *read <= Month(2100, 12);
  if (!plausible) {
    find("impossible_date", Severity::error, true, field, "It is no possible month ({})."_m(what));
    return Month::none();
  }
  if (is_january_or_october(field)) {
    const Month october(read->year(), 10);
    if (unit(field) == ColumnUnit::dot_two_digits) return october;
    if (unit(field) != ColumnUnit::dot_month) {
      find(
          "ambiguous_month", Severity::error, false, field,
          "It can be {} or {}: a spreadsheet drops the last zero. Say in a file for --mapping which holds: unit = \"dot_month\" or \"dot_two_digits\"."_m(
              to_string(*read), to_string(october)));
    }
  }
  return *read;
}

void OfficeRowReader::read_dates(OfficePerson& person) {
  Member& member = person.member;
  const Month birth = month(Field::birth, "birth"_m);
  if (has_identity_birth_ && !birth.is_none() && birth != member.birth) {
    find("birth_conflict", Severity::warning, false, Field::birth,
         "The birth differs from the identity number (unless the file decides); the number's is taken."_m);
  } else if (!has_identity_birth_) {
    member.birth = birth;
  }
  member.joined = month(Field::joined, "beginning of work"_m);
  read_retirement(member);
  died_ = month(Field::died, "death"_m);
  certified_ = month(Field::certified, "certification"_m);
}

/// A pension is paid from the month after retirement, so a column of first payments names the month after.
void OfficeRowReader::read_retirement(Member& member) {
  member.retired = month(Field::retired, "retirement"_m);
  const Month first_paid = month(Field::first_paid, "first month paid"_m);
  if (first_paid.is_none()) return;
  if (member.retired.is_none()) {
    member.retired = first_paid - 1;
  } else if (first_paid != member.retired + 1) {
    find("first_payment_conflict", Severity::warning, false, Field::first_paid,
         "The first month paid, {}, does not follow the retirement in {}: the retirement is taken."_m(
             to_string(first_paid), to_string(member.retired)));
  }
}

Money OfficeRowReader::money(Field field) {
  if (!mapping_.has(field) || text(field).empty()) return {};
  const ColumnUnit money_unit = unit(field).value_or(ColumnUnit::yuan);
  const SheetCell* cell = source(field);
  auto read = money_of(text(field), money_unit);
  if (!read && cell != nullptr && cell->kind == CellKind::number) {
    read = money_of(cell->shown(), money_unit);
    if (read)
      find("amount_rounded", Severity::warning, true, field,
           "The cell holds a fraction of a fen and shows the amount rounded: what it shows is taken."_m);
  }
  if (!read) {
    find("impossible_amount", Severity::error, true, field, "It is no amount to the fen."_m);
    return {};
  }
  if (*read < Money{}) find("negative_amount", Severity::error, true, field, "The amount is negative."_m);
  return *read;
}

/// Months of service. A bare number is years or months by the column's unit; what stays open is asked.
std::optional<std::int32_t> OfficeRowReader::service() {
  const SheetCell* cell = source(Field::service);
  const std::string given = cell != nullptr && cell->kind == CellKind::number ? cell->shown() : text(Field::service);
  if (const auto known = unit(Field::service)) return duration_of(given, *known);
  if (given.find_first_not_of("0123456789.") != std::string::npos) return duration_of(given);
  const ColumnEvidence& column = evidence_.columns[static_cast<std::size_t>(Field::service)];
  const auto ask = [&](ColumnUnit one, ColumnUnit other) {
    const auto first = duration_of(given, one);
    const auto second = duration_of(given, other);
    if (!first || !second || *first == *second) return first ? first : second;
    find("ambiguous_duration", Severity::error, false, Field::service,
         "It can be {} or {} months. Say in a file for --mapping which holds: unit = \"{}\" or \"{}\"."_m(
             *first, *second, to_string(one), to_string(other)));
    return first;
  };
  const std::size_t point = given.find('.');
  const bool round = point == std::string::npos || given.find_first_not_of('0', point + 1) == std::string::npos;
  if (!round)
    return column.hundredths ? duration_of(given, ColumnUnit::years)
                             : ask(ColumnUnit::years, ColumnUnit::years_dot_months);
  const auto years = duration_of(given, ColumnUnit::years);
  if (!column.long_durations) return years;
  if (years && *years > longest_service_years * months_a_year) return duration_of(given, ColumnUnit::months);
  return ask(ColumnUnit::years, ColumnUnit::months);
}

void OfficeRowReader::read_amounts(OfficePerson& person) {
  Member& member = person.member;
  each_column_of(member_columns<Exact>, [&]<class One>(const One& column) {
    if constexpr (is_money<One>) member.*One::field = money(from_code<Field>(column.name).value());
  });
  member.grade = static_cast<std::int32_t>(money(Field::grade).fen() / 100);
  if (mapping_.has(Field::service) && !text(Field::service).empty()) {
    const auto months = service();
    constexpr int longest = 80 * months_a_year;
    if (months && *months <= longest)
      member.service_months = *months;
    else
      find("impossible_duration", Severity::error, true, Field::service,
           "It is no duration; one is written as 32.42 years or 389 months."_m);
  }
  if (!mapping_.has(Field::part_basic) || text(Field::part_basic).empty()) return;
  const Money parts =
      money(Field::part_basic) + member.account_pension + money(Field::part_transitional) + money(Field::part_other);
  if (parts != member.pension) {
    find("parts_do_not_sum", Severity::error, true, Field::pension,
         "The parts sum to {} yuan, {} yuan off the total."_m(yuan_text(parts), yuan_text(member.pension - parts)));
  }
}

/// What lies after the roster's month, or before anybody's life.
void OfficeRowReader::check_dates(const Member& member) {
  const Field birth = has_identity_birth_ ? Field::identity : Field::birth;
  if (member.birth > as_of_)
    find("future_birth", Severity::error, true, birth, "The birth lies after the roster's month."_m);
  else if (age_in(member.birth, as_of_) > limits_.oldest)
    find("impossible_age", Severity::error, true, birth,
         "The member would be {} years old."_m(age_in(member.birth, as_of_)));
  if (!member.joined.is_none() && member.joined < member.birth)
    find("joined_before_birth", Severity::error, true, Field::joined, "Work begins before birth."_m);
  if (!member.joined.is_none() && member.joined > as_of_)
    find("future_joining", Severity::error, true, Field::joined, "Work begins after the roster's month."_m);
  if (died_.is_none()) return;
  if (died_ < member.birth)
    find("died_before_birth", Severity::error, true, Field::died, "The death lies before the birth."_m);
  else if (died_ > as_of_)
    find("future_death", Severity::error, false, Field::died,
         "The death lies after the roster's month: the roster is of a later month, or the date is wrong."_m);
  else if (member.role != Role::pensioner)
    find("dead_but_listed", Severity::error, true, Field::died,
         "The death is registered, yet the member is listed as alive."_m);
}

/// What two columns say together.
void OfficeRowReader::check_whole(const OfficePerson& person) {
  const Member& member = person.member;
  const auto scheme = static_cast<std::size_t>(member.scheme);
  if (member.birth.is_none())
    return find("birth_missing", Severity::error, true, Field::birth, "There is no month of birth."_m);
  check_dates(member);
  const bool paid = member.role == Role::pensioner;
  const Field retirement =
      text(Field::retired).empty() && mapping_.has(Field::first_paid) ? Field::first_paid : Field::retired;
  if (paid && member.retired.is_none())
    find("retirement_missing", Severity::error, true, retirement,
         "A pension is drawn and there is neither a month of retirement nor a first month paid."_m);
  // Residents' base pension comes from the law and enterprise pensions are the pool's: only here is the amount needed.
  if (paid && member.scheme == Scheme::civil_service && member.pension == Money{})
    find("amount_missing", Severity::error, true, Field::pension,
         "A pension is drawn and there is no monthly amount."_m);
  if (member.pension > limits_.largest[scheme])
    find("amount_too_large", Severity::error, false, Field::pension,
         "The monthly amount exceeds {} yuan."_m(yuan_text(limits_.largest[scheme])));
  if (paid && !member.retired.is_none() && age_in(member.birth, member.retired) < limits_.youngest[scheme])
    find("drawing_before_age", Severity::error, false, retirement,
         "The pension was first drawn at {}, below the age of {}."_m(age_in(member.birth, member.retired),
                                                                     limits_.youngest[scheme]));
  const bool waiting = text(Field::role) == "待领取";
  if (paid && !waiting && !member.retired.is_none() && member.retired > as_of_)
    find("drawing_before_retirement", Severity::error, true, retirement,
         "The retirement lies after the roster's month, yet the pension is drawn."_m);
  if (!member.joined.is_none() && !member.retired.is_none() && member.retired < member.joined)
    find("retired_before_joining", Severity::error, true, retirement,
         "The retirement lies before the beginning of work."_m);
  if (paid && !died_.is_none() && died_ <= as_of_)
    find("paid_after_death", Severity::error, true, Field::died,
         "The death is registered, yet the pension is drawn."_m);
  if (paid && age_in(member.birth, as_of_) >= limits_.certification_age &&
      (certified_.is_none() || as_of_ - certified_ > limits_.certification_months))
    find("certification_missing", Severity::warning, false, Field::certified,
         "The member is {} or older and was not certified within the last year."_m(limits_.certification_age));
}

}  // namespace disburse
