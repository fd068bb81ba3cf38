#include "models/award.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/growth.hpp"
#include "engine/law/declared_parameter.hpp"
#include "models/adjustment.hpp"
#include "models/award_gap.hpp"
#include "models/award_sheet.hpp"
#include "models/resident_award.hpp"
#include "models/retirement_age.hpp"
#include "models/survivors.hpp"

namespace disburse {
namespace {

/// Keeps no working: only the amounts count.
template <class N>
struct AmountsOnly {
  const typename N::Law& law;
  Month month;
  template <class Working>
  typename N::Money part(const char*, const Message&, const Working&, const typename N::Money& amount,
                         const std::vector<const char*>&) const {
    return amount;
  }
  template <class Working>
  typename N::Money compared(const char*, const Message&, const Working&, const typename N::Money& amount,
                             const std::vector<const char*>&) const {
    return amount;
  }
  template <class Working>
  typename N::Money added(const char*, const Message&, const Working&, const typename N::Money& amount,
                          const std::vector<const char*>&) const {
    return amount;
  }
};

/// The parts of a pension, over either kind of numbers; `Paper` takes each down, or not.
template <class N, class Paper>
class Calculation {
  using Money = typename N::Money;
  using Rate = typename N::Rate;

 public:
  /// `base_month`: in which the base of the award is read.
  Calculation(const Paper& paper, const PersonOf<N>& person, Month base_month)
      : paper_(paper), law_(paper.law), person_(person), base_month_(base_month) {}

  /// The new method's parts and, for a 中人 of the ten years, the comparison.
  void run() {
    generation = generation_of(tree_of(law_), person_.scheme, person_.joined, person_.retired);
    new_method = basic_part();
    account_pension = balance_part("account", "account pension"_m, person_.account_balance);
    new_method += account_pension;
    if (generation == Generation::across) new_method += transition_part();
    annuity = balance_part("annuity", "occupational annuity"_m, person_.annuity_balance);
    new_method += annuity;
    const bool compares = person_.scheme == Scheme::civil_service && generation == Generation::across &&
                          person_.retired <= law_.month_value("award.comparison_last", person_.retired);
    pension = (compares ? compared() : new_method) + additions();
  }

  Generation generation = Generation::across;
  Money new_method, account_pension, annuity, pension;

 private:
  Money money(const char* path) const { return law_.money(path, paper_.month); }
  Rate rate(const char* path) const { return law_.rate(path, paper_.month); }

  /// 基础养老金 = (C + C z) / 2 x N x 1 %
  Money basic_part() const {
    const Money base = law_.money("award.base", base_month_);
    const Rate share = rate("award.share_per_year");
    const Rate years = sheet_years(person_.service_months);
    const Rate factor = midpoint(Rate(1, 1), person_.index) * years * share;
    const auto working = [&](auto text) {
      return fmt::format("{} × (1 + {}) ÷ 2 × {} × {}", text(base), to_string(person_.index), to_string(years),
                         to_string(share));
    };
    return paper_.part("basic", "basic pension"_m, working, base.times(factor, Rounding::half_up),
                       {"award.base", "award.share_per_year"});
  }

  /// Balance / months, for the account (for life) and the annuity (until it is used up).
  Money balance_part(const char* id, const Message& name, const Money& balance) const {
    if (balance == Money{}) return {};
    const disburse::Rate divisor = account_divisor(tree_of(law_), person_.birth, person_.retired);
    const auto working = [&](auto text) { return fmt::format("{} ÷ {}", text(balance), to_string(divisor)); };
    return paper_.part(id, name, working, balance.times(disburse::Rate(1, 1) / divisor, Rounding::half_up),
                       {"award.divisor", "award.divisor_by_month"});
  }

  /// 过渡性养老金 = C x index x n x k
  Money transition_part() const {
    if (person_.transition_months == 0) return {};
    const char* coefficient = person_.intellectual ? "award.transition_intellectual" : "award.transition";
    std::vector<const char*> paths{"award.base", coefficient};
    Rate index = person_.index;
    if (person_.scheme == Scheme::civil_service) {
      index = person_.deemed_index ? *person_.deemed_index : rate("award.deemed_index");
      if (!person_.deemed_index) paths.push_back("award.deemed_index");
    }
    const Money base = law_.money("award.base", base_month_);
    const Rate years = sheet_years(person_.transition_months);
    const Rate k = rate(coefficient);
    const auto working = [&](auto text) {
      return fmt::format("{} × {} × {} × {}", text(base), to_string(index), to_string(years), to_string(k));
    };
    return paper_.part("transition", "transition pension"_m, working, base.times(index * years * k, Rounding::half_up),
                       paths);
  }

  /// (A M + B + C) x product of (1 + G): what the old method would give in the year of retirement.
  Money old_method() const {
    const auto given = [&](const std::optional<Money>& own, const char* path) { return own ? *own : money(path); };
    const Money wage = given(person_.old_base_wage, "award.old_base_wage");
    const Money allowance = given(person_.old_allowance, "award.old_allowance");
    const Money increase = given(person_.old_increase, "award.old_increase");
    const Rate share = law_.numbers("award.old_ratio", paper_.month).at_least(person_.service_months / 12);
    const Month reform = law_.month_value("award.reform_first", paper_.month);
    Rate growth(1, 1);
    for (int year = reform.year() + 1; year <= person_.retired.year(); ++year) {
      growth = product(growth, Rate(1, 1) + law_.rate("award.wage_growth", Month(year, 12)));
    }
    const Money start = wage.times(share, Rounding::half_up) + allowance + increase;
    const auto working = [&](auto text) {
      return fmt::format("({} × {} + {} + {}) × {}", text(wage), to_string(share), text(allowance), text(increase),
                         to_string(growth));
    };
    return paper_.compared(
        "old_method", "pension by the old method"_m, working, start.times(growth, Rounding::half_up),
        {"award.old_base_wage", "award.old_ratio", "award.old_allowance", "award.old_increase", "award.wage_growth"});
  }

  /// 保低限高: never below the old method; of what the new one gives more, the year's share.
  Money compared() const {
    const Money old = old_method();
    if (new_method <= old) {
      return paper_.compared("floor", "not below the old method"_m, [&](auto text) { return text(old); }, old, {});
    }
    const Rate share = rate("award.new_method_share");
    const Money more = (new_method - old).times(share, Rounding::half_up);
    const auto working = [&](auto text) {
      return fmt::format("{} + ({} − {}) × {}", text(old), text(new_method), text(old), to_string(share));
    };
    return paper_.compared("limit", "limit: the old method and a share of what exceeds it"_m, working, old + more,
                           {"award.new_method_share", "award.comparison_last"});
  }

  /// 知识分子: 地区津贴, and 工龄补贴 for each year in the region beyond the first; and what the sheet names itself.
  Money additions() const {
    Money sum;
    if (person_.intellectual && person_.scheme == Scheme::enterprise) {
      const Money allowance = money("award.intellectual_allowance");
      sum += paper_.added("intellectual_allowance", "regional allowance of intellectuals"_m,
                          [&](auto text) { return text(allowance); }, allowance, {"award.intellectual_allowance"});
      sum += seniority();
    }
    for (const auto& [name, amount] : person_.additions) {
      sum += paper_.added("addition", Message::verbatim(name), [](auto) { return "as given for the person"_m; }, amount,
                          {});
    }
    return sum;
  }
  Money seniority() const {
    const auto after = static_cast<int>(law_.integer("award.seniority_after_years", paper_.month));
    const char* path = person_.mountain_area ? "award.seniority_per_year_mountain" : "award.seniority_per_year";
    const int years = std::max(0, person_.local_years - after);
    if (years == 0) return {};
    const Money yearly = money(path);
    const auto working = [&](auto text) {
      return fmt::format("{} × ({} − {})", text(yearly), person_.local_years, after);
    };
    return paper_.added("seniority_allowance", "seniority allowance of intellectuals"_m, working, yearly * years,
                        {path, "award.seniority_after_years"});
  }

  const Paper& paper_;
  const typename N::Law& law_;
  const PersonOf<N>& person_;
  Month base_month_;
};

Member as_member(const Person& person) {
  Member member;
  member.scheme = person.scheme;
  member.birth = person.birth;
  member.retired = person.retired;
  member.service_months = person.service_months;
  return member;
}

/// The first month for which the annuity is no longer paid: it is paid for as many months as it was divided by
/// (发完为止), the last of them in part. None where there is no annuity.
Month annuity_ends(const ParameterTree& law, const AwardStatement& statement) {
  if (statement.annuity == Money{}) return Month::none();
  const Person& person = statement.person;
  const Rate divisor = account_divisor(law, person.birth, person.retired);
  const auto paid = static_cast<int>((divisor.numerator() + divisor.denominator() - 1) / divisor.denominator());
  return person.retired + paid + 1;
}

/// What the pension loses when the annuity is used up, if that is within the year and within the life.
void end_annuity(const ParameterTree& law, AwardStatement& statement, int year) {
  const Month ends = annuity_ends(law, statement);
  const Month death = statement.person.death.month;
  if (ends.is_none() || ends.year() != year || (!death.is_none() && ends > death)) return;
  statement.adjustments.push_back(
      award_part(law, statement.person.retired, "annuity_end", "occupational annuity used up"_m,
                 "not paid from {} on, after {} months"_m(to_string(ends), ends - statement.person.retired - 1),
                 Money{} - statement.annuity, {"award.divisor", "award.divisor_by_month"}, false));
  statement.pension_now = statement.pension_now - statement.annuity;
}

/// The rise of a year, where its rule is on record.
void add_rise(const ParameterTree& law, AwardStatement& statement, int year) {
  const Month january(year, 1);
  const bool on_record = january >= declared(law, "adjustment.announced").values.front().from;
  const AdjustmentTerms terms =
      on_record ? adjustment_terms(law, year, area_parameter(law, january)) : AdjustmentTerms{};
  if (!on_record || !known(terms)) {
    statement.unknown_years.push_back(year);
    return;
  }
  const bool has_annuity = statement.annuity != Money{} && year <= annuity_ends(law, statement).year();
  const Money basic = has_annuity ? statement.pension_now - statement.annuity : statement.pension_now;
  const Rise rise = rise_of(terms, as_member(statement.person), basic);
  Message working = "{}: flat {} + years {} + level {} + age {} + area {}"_m(
      year, sheet_yuan(rise.fixed), sheet_yuan(rise.years), sheet_yuan(rise.level), sheet_yuan(rise.age),
      sheet_yuan(rise.area));
  if (has_annuity)
    working = "{} (level on {}, the occupational annuity aside)"_m(std::move(working), sheet_yuan(basic));
  statement.adjustments.push_back(award_part(law, january, "adjustment", "yearly adjustment"_m, std::move(working),
                                             rise.total(), adjustment_parameters(), false));
  statement.pension_now += rise.total();
}

/// The rise of each year after the award, and the end of the annuity. The annuity is no basic pension: it neither rises
/// nor counts for the part that follows one's own pension.
void adjust(const ParameterTree& law, AwardStatement& statement, int until) {
  statement.pension_now = statement.recalculation ? statement.recalculation->pension : statement.pension;
  const Person& person = statement.person;
  const int counted = counted_retirement(law, person.scheme, person.retired).year();
  for (int year = person.retired.year() + 1; year <= until; ++year) {
    if (year > counted) add_rise(law, statement, year);
    end_annuity(law, statement, year);
  }
}

/// An award on the base of the year before is made anew when the year's own base comes into force.
void recalculate(const ParameterTree& law, AwardStatement& statement) {
  const Person& person = statement.person;
  const Month december(person.retired.year(), 12);
  const DatedValue& base = law.at("award.base", december);
  const bool provisional = base.from > person.retired && base.from.year() == december.year() &&
                           std::get<Money>(base.value) != law.money("award.base", person.retired);
  if (!provisional) return;
  Recalculation again;
  again.published = base.from;
  std::vector<AwardPart> comparison, additions;
  const AwardSheet sheet{law, person.retired, base.from, again.parts, comparison, additions};
  Calculation<Exact, AwardSheet> calculation(sheet, person, base.from);
  calculation.run();
  again.parts.insert(again.parts.end(), comparison.begin(), comparison.end());
  again.pension = calculation.pension;
  // Paid are the months after the retirement, the month of death the last of them.
  const Month& death = person.death.month;
  const Month unpaid = death.is_none() ? base.from : std::min(base.from, death + 1);
  again.months = std::max(0, unpaid - (person.retired + 1));
  if (again.months == 0 && unpaid < base.from) return;  // died before anything was paid
  again.arrears = (again.pension - statement.pension) * again.months;
  statement.recalculation = std::move(again);
}

}  // namespace

Month counted_retirement(const ParameterTree& law, Scheme scheme, Month retired) {
  if (scheme != Scheme::civil_service) return retired;
  const Month reform = law.month_value("award.reform_first", retired);
  return reform <= retired && retired.year() == reform.year() ? Month(reform.year() + 1, 1) : retired;
}

Generation generation_of(const ParameterTree& law, Scheme scheme, Month joined, Month retired) {
  if (scheme != Scheme::civil_service) return Generation::across;
  const Month reform = law.month_value("award.reform_first", retired);
  if (retired < reform) return Generation::before;
  return joined < reform ? Generation::across : Generation::after;
}

Rate sheet_years(int months) { return {rounded_quotient(Int128{months} * 100, 12, Rounding::half_up), 100}; }

bool has_divisor(const ParameterTree& law, Month birth, Month retired) {
  return retired > birth && law.numbers("award.divisor", retired).contains(age_in(birth, retired));
}

Rate account_divisor(const ParameterTree& law, Month birth, Month retired) {
  if (!has_divisor(law, birth, retired)) {
    const DatedValue& table = law.at("award.divisor", retired);
    InputErrors errors;
    errors.add(table.place, "award.divisor", "the table has no divisor for the age {}"_m(age_in(birth, retired)),
               "somebody retires at that age, and the account is divided by it"_m,
               "Let its first step lie no higher and its last no lower"_m);
    throw InputRejected(Door::data, std::move(errors));
  }
  const NumberTable& table = law.numbers("award.divisor", retired);
  const int age = age_in(birth, retired);
  const int months = (retired - birth) % 12;
  const Rate whole = table.at_least(age);
  if (months == 0 || law.choice("award.divisor_by_month", retired) == "whole_years") return whole;
  const Rate next = table.at_least(age + 1);
  const Rate exact = whole + (next + Rate(-1, 1) * whole) * Rate(months, 12);
  const Rate step = law.rate("award.divisor_step", retired);
  const Rate steps = exact / step;
  return step * Rate(rounded_quotient(steps.numerator(), steps.denominator(), Rounding::half_up), 1);
}

AwardStatement award(const ParameterTree& law, const Person& person, int until) {
  if (!person.death.month.is_none()) until = std::min(until, person.death.month.year());
  if (person.scheme == Scheme::resident) return resident_award(law, person, until);
  AwardStatement statement;
  statement.person = person;
  const StatutoryRetirement statutory = statutory_retirement(law, person.group, person.birth);
  statement.statutory = statutory.month;
  statement.delay = statutory.delay;
  for (const std::string& path : retirement_parameters(person.group)) {
    statement.statutory_parameters.push_back(used_parameter(law, path, statutory.month));
  }
  if (const auto gap = award_gap(law, person)) {
    statement.generation = generation_of(law, person.scheme, person.joined, person.retired);
    statement.notes.push_back({"pension", *gap});
  } else if (!person.retired.is_none()) {
    const Month base_month = counted_retirement(law, person.scheme, person.retired);
    const AwardSheet sheet{law, person.retired, base_month, statement.parts, statement.comparison, statement.additions};
    Calculation<Exact, AwardSheet> calculation(sheet, person, base_month);
    calculation.run();
    statement.generation = calculation.generation;
    statement.new_method = calculation.new_method;
    statement.account_pension = calculation.account_pension;
    statement.annuity = calculation.annuity;
    statement.pension = calculation.pension;
    recalculate(law, statement);
    adjust(law, statement, until);
  }
  add_survivors_benefits(law, statement);
  return statement;
}

namespace {

template <class N>
AwardAmountsOf<N> amounts(const typename N::Law& law, const PersonOf<N>& person) {
  const AmountsOnly<N> nothing{law, person.retired};
  const Month base_month = counted_retirement(tree_of(law), person.scheme, person.retired);
  Calculation<N, AmountsOnly<N>> calculation(nothing, person, base_month);
  calculation.run();
  return {calculation.pension, calculation.account_pension};
}

}  // namespace

AwardAmountsOf<Exact> award_amounts(const ParameterTree& law, const Person& person) {
  return amounts<Exact>(law, person);
}

AwardAmountsOf<Smooth> award_amounts(const SmoothLaw& law, const PersonOf<Smooth>& person) {
  return amounts<Smooth>(law, person);
}

}  // namespace disburse
