#include "models/resident_award.hpp"

#include <algorithm>

#include "engine/law/declared_parameter.hpp"
#include "models/award_gap.hpp"
#include "models/award_sheet.hpp"
#include "models/survivors.hpp"

namespace disburse {
namespace {

int full_years(const Person& person) { return (person.service_months + person.back_paid_months) / 12; }

/// In which month the nation's scheme began: the first with an age.
Month scheme_begun(const ParameterTree& law) { return declared(law, "retirement.resident_age").values.front().from; }

Month of_age(const ParameterTree& law, Month birth) {
  const Month begun = scheme_begun(law);
  const auto age = [&](Month month) { return 12 * static_cast<int>(law.integer("retirement.resident_age", month)); };
  return birth + age(std::max(begun, birth + age(begun)));  // the age in force when it is reached
}

/// What the law's standards give in `month`: base by payer and additions, account aside.
std::vector<AwardPart> standards(const ParameterTree& law, const Person& person, Month month) {
  std::vector<AwardPart> parts;
  const auto base = [&](const char* id, const Message& name, const char* path) {
    parts.push_back(award_part(law, month, id, name, "the standard"_m, law.money(path, month), {path}));
  };
  base("base_central", "basic pension (central)"_m, "resident_pension.base_central");
  base("base_region", "basic pension (region's addition)"_m, "resident_pension.base_region");
  base("city_supplement", "basic pension (city's supplement)"_m, "resident_pension.city_supplement");
  const int age = age_in(person.birth, month);
  if (const Money more = law.table("resident_pension.age_addition", month).at_least(age); more != Money{}) {
    parts.push_back(award_part(law, month, "age_addition", "addition for higher age"_m, "age {}"_m(age), more,
                               {"resident_pension.age_addition"}));
  }
  const std::int64_t required = law.integer("resident_pension.years_required", month);
  const std::int64_t further = std::max<std::int64_t>(0, full_years(person) - required);
  const Money yearly = law.money("resident_pension.per_further_year", month);
  if (further > 0 && yearly != Money{}) {
    parts.push_back(award_part(law, month, "year_addition", "addition for years of contribution"_m,
                               "{} × ({} − {})"_m(sheet_yuan(yearly), full_years(person), required), yearly * further,
                               {"resident_pension.per_further_year", "resident_pension.years_required"}));
  }
  return parts;
}

constexpr std::initializer_list<const char*> standard_paths{
    "resident_pension.base_central", "resident_pension.base_region",    "resident_pension.city_supplement",
    "resident_pension.age_addition", "resident_pension.years_required", "resident_pension.per_further_year"};

/// The first month of the pension in which all standards are on record.
Month first_on_record(const ParameterTree& law, const Person& person) {
  Month first = person.retired + 1;
  for (const char* path : standard_paths) {
    const std::vector<DatedValue>& values = declared(law, path).values;
    if (!values.empty()) first = std::max(first, values.front().from);
  }
  return first;
}

void note_unknown_months(const ParameterTree& law, Month first, AwardStatement& statement) {
  const Month began = statement.person.retired + 1;
  for (const char* path : standard_paths) {
    if (lacking_value(law, {path}, began) == nullptr) continue;
    statement.notes.push_back(
        {"pension", "the pension is shown as of {}: {}"_m(to_string(first), lacking_text(law, path, began))});
  }
}

Money sum_of(const std::vector<AwardPart>& parts) {
  Money sum;
  for (const AwardPart& part : parts) sum += part.amount;
  return sum;
}

/// (balance + what was paid for missing years) / 139
AwardPart account_part(const ParameterTree& law, const Person& person) {
  const Month first = person.retired + 1;
  const std::int64_t divisor = law.integer("account.resident_divisor", first);
  const Money whole = person.account_balance + person.back_payment;
  const Message held =
      person.back_payment == Money{}
          ? Message::verbatim(sheet_yuan(whole))
          : "({} + paid for missing years {})"_m(sheet_yuan(person.account_balance), sheet_yuan(person.back_payment));
  return award_part(law, first, "account", "account pension"_m, "{} ÷ {}"_m(held, divisor),
                    whole.divided_by(divisor, Rounding::half_up), {"account.resident_divisor"});
}

/// What the standards of each later year give more, or less, than those of the year before.
void follow(const ParameterTree& law, AwardStatement& statement, Month first, int until) {
  const Person& person = statement.person;
  Money before = sum_of(standards(law, person, first));
  for (int year = first.year(); year <= until; ++year) {
    const Month month = std::max(first, Month(year, 12));
    const std::vector<AwardPart> parts = standards(law, person, month);
    const Money now = sum_of(parts);
    if (now == before) continue;
    std::vector<Message> sums;
    for (const AwardPart& part : parts) sums.push_back("{} {}"_m(part.name, sheet_yuan(part.amount)));
    Message working = "December {}: {}"_m(year, joined(sums, " + "_m));
    AwardPart change{"standards", "changes of standards and additions"_m, std::move(working), now - before, false, {}};
    for (const AwardPart& part : parts) {
      change.parameters.insert(change.parameters.end(), part.parameters.begin(), part.parameters.end());
    }
    statement.adjustments.push_back(std::move(change));
    before = now;
  }
  statement.pension_now = before + statement.account_pension;
}

}  // namespace

AwardStatement resident_award(const ParameterTree& law, const Person& person, int until) {
  AwardStatement statement;
  statement.person = person;
  statement.statutory = of_age(law, person.birth);
  statement.statutory_parameters.push_back(
      used_parameter(law, "retirement.resident_age", std::max(statement.statutory, scheme_begun(law))));
  if (!person.retired.is_none()) {
    const Month first = first_on_record(law, person);
    if (first > person.retired + 1) note_unknown_months(law, first, statement);
    statement.parts = standards(law, person, first);
    statement.parts.push_back(account_part(law, person));
    statement.account_pension = statement.parts.back().amount;
    statement.new_method = statement.pension = sum_of(statement.parts);
    follow(law, statement, first, until);
  }
  add_survivors_benefits(law, statement);
  return statement;
}

void check_resident(const ParameterTree& law, const Person& person, InputErrors& errors) {
  const auto reject = [&](const char* key, Message problem, Message why, Message remedy) {
    errors.add(person.place_of(key), key, std::move(problem), std::move(why), std::move(remedy));
  };
  if (!person.retired.is_none() && !person.death.month.is_none() && person.death.month < person.retired) {
    reject("died", "{} lies before retired"_m(to_string(person.death.month)), "who has died draws no pension"_m,
           "Leave retired out, or mend died"_m);
  }
  if (person.retired.is_none()) return;
  const Month begun = scheme_begun(law);
  if (person.retired < begun) {
    reject("retired", "{} lies before the scheme"_m(to_string(person.retired)), "it began in {}"_m(to_string(begun)),
           "Give that month or a later one"_m);
    return;
  }
  const Month age = of_age(law, person.birth);
  if (person.retired < age) {
    reject("retired", "{} lies before the pension age"_m(to_string(person.retired)),
           "by birth it is reached in {}"_m(to_string(age)), "Give that month or a later one"_m);
  }
  const auto least = static_cast<int>(law.integer("retirement.resident_minimum_service", person.retired));
  // Who was of age when the scheme began pays nothing, who was near it the years until then.
  const Month begun_here = law.month_value("retirement.resident_scheme_first", person.retired);
  const int needed = std::clamp(age - begun_here, 0, least);
  const int paid = person.service_months + person.back_paid_months;
  if (paid < needed) {
    reject(
        "service_months", "{} months are too few"_m(paid),
        "a monthly pension needs {}, paid by the year or at once on reaching the age: {}, or all since the scheme began in {}"_m(
            needed, least, to_string(begun_here)),
        "Add back_paid_months and back_payment for the {} missing ones"_m(needed - paid));
  }
  // Residents pay by the year: that of joining and that of the age count as whole ones.
  const int most = 12 * (std::max(person.retired, age).year() - person.joined.year() + 1);
  if (person.service_months > most) {
    reject("service_months", "{} months exceed the time since {}"_m(person.service_months, to_string(person.joined)),
           "no month counts twice"_m, "Mend service_months or joined"_m);
  }
  if ((person.back_paid_months == 0) != (person.back_payment == Money{})) {
    reject("back_payment", "back_paid_months and back_payment go together"_m,
           "years that are paid for at once come into the account"_m, "Write both, or neither"_m);
  }
}

}  // namespace disburse
