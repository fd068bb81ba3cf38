#include "models/survivors.hpp"

#include <algorithm>

#include "models/account.hpp"
#include "models/award_gap.hpp"
#include "models/award_sheet.hpp"

namespace disburse {
namespace {

/// The yearly income as the law takes it by the month.
Money monthly(Money yearly) { return yearly.divided_by(12, Rounding::half_up); }

int drawn_months(const Person& person) {
  return person.retired.is_none() ? -1 : std::max(0, person.death.month - person.retired);
}

/// What the heirs get in the enterprise scheme. Before the rules on record nothing is worked out, and the sheet says
/// which value is lacking.
void add_pension_scheme(const ParameterTree& law, AwardStatement& statement) {
  const Person& person = statement.person;
  const Month died = person.death.month;
  const Money income = monthly(law.money("survivors.regional_income", died));
  const std::int64_t funeral = law.integer("survivors.funeral_months", died);
  statement.survivors.push_back(award_part(law, died, "funeral_grant", "funeral grant"_m,
                                           "{} × {}"_m(sheet_yuan(income), funeral), income * funeral,
                                           {"survivors.regional_income", "survivors.funeral_months"}, false));
  const int months = pension_survivor_months(law, died, person.service_months, drawn_months(person));
  statement.survivors.push_back(
      award_part(law, died, "survivors_grant", "survivors' grant"_m, "{} × {} months"_m(sheet_yuan(income), months),
                 income * months,
                 {"survivors.regional_income", "survivors.months_by_years", "survivors.further_years_after",
                  "survivors.most_months", "survivors.least_months"},
                 false));
}

void add_enterprise(const ParameterTree& law, AwardStatement& statement) {
  const Month died = statement.person.death.month;
  const char* lacking =
      lacking_value(law,
                    {"survivors.funeral_months", "survivors.regional_income", "survivors.months_by_years",
                     "survivors.further_years_after", "survivors.most_months", "survivors.least_months"},
                    died);
  if (lacking == nullptr) return add_pension_scheme(law, statement);
  for (const char* id : {"funeral_grant", "survivors_grant"})
    statement.notes.push_back({id, lacking_text(law, lacking, died)});
}

/// 机关 病故: income of the nation and months of the wage, borne by the treasury; 事业单位: months of the wage alone.
void add_official_grant(const ParameterTree& law, AwardStatement& statement) {
  const Person& person = statement.person;
  const Month died = person.death.month;
  const Money wage = person.death.basic_wage.value_or(Money{});
  if (person.death.public_institution) {
    const std::int64_t months = law.integer("survivors.institution_wage_months", died);
    statement.survivors.push_back(award_part(
        law, died, "survivors_grant", "survivors' grant (institution, paid by it)"_m,
        "{} × {} months"_m(sheet_yuan(wage), months), wage * months, {"survivors.institution_wage_months"}, false));
    return;
  }
  const Money income = law.money("survivors.national_income", died);
  const std::int64_t years = law.integer("survivors.agency_income_years", died);
  const std::int64_t months = law.integer("survivors.agency_wage_months", died);
  statement.survivors.push_back(award_part(
      law, died, "survivors_grant", "survivors' grant (agency, paid by the treasury)"_m,
      "{} × {} + {} × {} months"_m(sheet_yuan(income), years, sheet_yuan(wage), months), income * years + wage * months,
      {"survivors.national_income", "survivors.agency_income_years", "survivors.agency_wage_months"}, false));
}

void add_civil_service(const ParameterTree& law, AwardStatement& statement) {
  const Month died = statement.person.death.month;
  const char* lacking =
      statement.person.death.public_institution
          ? lacking_value(law, {"survivors.institution_wage_months"}, died)
          : lacking_value(
                law, {"survivors.agency_income_years", "survivors.agency_wage_months", "survivors.national_income"},
                died);
  if (lacking == nullptr) {
    add_official_grant(law, statement);
  } else {
    statement.notes.push_back({"survivors_grant", lacking_text(law, lacking, died)});
  }
  statement.notes.push_back(
      {"funeral_grant",
       "the pension fund of the civil service pays no funeral grant: the unit or the treasury does, by a standard of the region that is not on record. To have it, ask the unit"_m});
}

void add_resident(const ParameterTree& law, AwardStatement& statement) {
  constexpr const char* path = "resident_pension.funeral_grant";
  const Month died = statement.person.death.month;
  if (lacking_value(law, {path}, died) != nullptr) {
    statement.notes.push_back({"funeral_grant", lacking_text(law, path, died)});
  } else if (const Money grant = law.money(path, died); grant == Money{}) {
    statement.notes.push_back(
        {"funeral_grant",
         "the standard of the agency is 0: it grants none, or has not said how much (resident_pension.funeral_grant)"_m});
  } else {
    statement.survivors.push_back(
        award_part(law, died, "funeral_grant", "funeral grant"_m, "the standard"_m, grant, {path}, false));
  }
  statement.notes.push_back(
      {"survivors_grant",
       "the residents' scheme knows no survivors' grant: heirs get the funeral grant and what is left of the account"_m});
}

/// What is left of an account after the months drawn; all of it before.
void add_rest(const char* id, const Message& name, Money whole, Money drawn_a_month, const Person& person,
              std::vector<AwardPart>& parts) {
  const int drawn = std::max(0, drawn_months(person));
  const Money rest = rest_of_account(whole, drawn_a_month, drawn);
  if (rest == Money{}) return;
  Message working = drawn == 0 ? Message::verbatim(sheet_yuan(whole))
                               : "{} − {} × {} months"_m(sheet_yuan(whole), sheet_yuan(drawn_a_month), drawn);
  parts.push_back({id, name, std::move(working), rest, false, {}});
}

}  // namespace

int pension_survivor_months(const ParameterTree& law, Month died, int service_months, int drawn) {
  const int years = service_months / 12;
  const Rate granted = law.numbers("survivors.months_by_years", died).at_least(years);
  const auto after = static_cast<int>(law.integer("survivors.further_years_after", died));
  const auto most = static_cast<int>(law.integer("survivors.most_months", died));
  const int months =
      std::min(most, static_cast<int>(granted.numerator() / granted.denominator()) + std::max(0, years - after));
  if (drawn < 0) return months;
  const auto least = static_cast<int>(law.integer("survivors.least_months", died));
  return std::max(least, months - drawn / 12);
}

void add_survivors_benefits(const ParameterTree& law, AwardStatement& statement) {
  const Person& person = statement.person;
  if (person.death.month.is_none()) return;
  switch (person.scheme) {
    case Scheme::enterprise: add_enterprise(law, statement); break;
    case Scheme::civil_service: add_civil_service(law, statement); break;
    case Scheme::resident: add_resident(law, statement); break;
  }
  if (award_gap(law, person)) {
    if (person.account_balance + person.annuity_balance != Money{})
      statement.notes.push_back(
          {"account_inheritance",
           "what is left of the accounts follows from the monthly amounts drawn, which no award on record tells. To have it, ask for the account's own balance"_m});
    return;
  }
  add_rest("account_inheritance", "account balance"_m, person.account_balance + person.back_payment,
           statement.account_pension, person, statement.survivors);
  add_rest("annuity_inheritance", "balance of the occupational annuity"_m, person.annuity_balance, statement.annuity,
           person, statement.survivors);
}

}  // namespace disburse
