#include "models/award.hpp"

#include <fmt/format.h>

#include "engine/growth.hpp"
#include "models/adjustment.hpp"
#include "models/retirement_age.hpp"

namespace disburse {
namespace {

std::string yuan(Money amount) { return grouped_yuan_text(amount); }

enum class Detail { amounts, working };

/// Collects the parts of one sheet and the parameters each rests on; without their working where only the amounts
/// count.
class Sheet {
 public:
  Sheet(const ParameterTree& law, Month month, Detail detail) : law_(law), month_(month), detail_(detail) {}
  template <class Working>
  Money add(std::vector<AwardPart>& parts, const char* id, const char* name, const Working& working, Money amount,
            const std::vector<const char*>& paths, bool counts = true) const {
    if (detail_ == Detail::amounts) return amount;
    AwardPart part{id, name, working(), amount, counts, {}};
    for (const char* path : paths) part.parameters.push_back(used_parameter(law_, path, month_));
    parts.push_back(std::move(part));
    return amount;
  }
  const ParameterTree& law() const { return law_; }
  Month month() const { return month_; }

 private:
  const ParameterTree& law_;
  Month month_;
  Detail detail_;
};

Generation generation_of(const ParameterTree& law, const Person& person) {
  if (person.scheme == Scheme::enterprise) return Generation::across;
  const Month reform = law.month_value("award.reform_first", person.retired);
  if (person.retired < reform) return Generation::before;
  return person.joined < reform ? Generation::across : Generation::after;
}

/// 基础养老金 = (C + C z) / 2 x N x 1 %
Money basic_part(const Sheet& sheet, const Person& person, std::vector<AwardPart>& parts) {
  const Money base = sheet.law().money("award.base", sheet.month());
  const Rate share = sheet.law().rate("award.share_per_year", sheet.month());
  const Rate years = sheet_years(person.service_months);
  const Rate factor = midpoint(Rate(1, 1), person.index) * years * share;
  const auto working = [&] {
    return fmt::format("{} × (1 + {}) ÷ 2 × {} × {}", yuan(base), to_string(person.index), to_string(years),
                       to_string(share));
  };
  return sheet.add(parts, "basic", "基础养老金", working, base.times(factor, Rounding::half_up),
                   {"award.base", "award.share_per_year"});
}

/// Balance / months, for the account (for life) and the annuity (until it is used up).
Money balance_part(const Sheet& sheet, const Person& person, const char* id, const char* name, Money balance,
                   std::vector<AwardPart>& parts) {
  if (balance == Money{}) return {};
  const Rate divisor = account_divisor(sheet.law(), person.birth, person.retired);
  const auto working = [&] { return fmt::format("{} ÷ {}", yuan(balance), to_string(divisor)); };
  return sheet.add(parts, id, name, working, balance.times(Rate(1, 1) / divisor, Rounding::half_up),
                   {"award.divisor", "award.divisor_by_month"});
}

/// 过渡性养老金 = C x index x n x k
Money transition_part(const Sheet& sheet, const Person& person, std::vector<AwardPart>& parts) {
  if (person.transition_months == 0) return {};
  const char* coefficient = person.intellectual ? "award.transition_intellectual" : "award.transition";
  std::vector<const char*> paths{"award.base", coefficient};
  Rate index = person.index;
  if (person.scheme == Scheme::civil_service) {
    index = person.deemed_index.value_or(sheet.law().rate("award.deemed_index", sheet.month()));
    if (!person.deemed_index) paths.push_back("award.deemed_index");
  }
  const Money base = sheet.law().money("award.base", sheet.month());
  const Rate years = sheet_years(person.transition_months);
  const Rate k = sheet.law().rate(coefficient, sheet.month());
  const auto working = [&] {
    return fmt::format("{} × {} × {} × {}", yuan(base), to_string(index), to_string(years), to_string(k));
  };
  return sheet.add(parts, "transition", "过渡性养老金", working, base.times(index * years * k, Rounding::half_up),
                   paths);
}

/// (A M + B + C) x product of (1 + G): what the old method would give in the year of retirement.
Money old_method(const Sheet& sheet, const Person& person, std::vector<AwardPart>& parts) {
  const ParameterTree& law = sheet.law();
  const auto given = [&](const std::optional<Money>& own, const char* path) {
    return own ? *own : law.money(path, sheet.month());
  };
  const Money wage = given(person.old_base_wage, "award.old_base_wage");
  const Money allowance = given(person.old_allowance, "award.old_allowance");
  const Money increase = given(person.old_increase, "award.old_increase");
  const Rate ratio = law.numbers("award.old_ratio", sheet.month()).at_least(person.service_months / 12);
  const Month reform = law.month_value("award.reform_first", sheet.month());
  Rate growth(1, 1);
  for (int year = reform.year() + 1; year <= person.retired.year(); ++year) {
    growth = product(growth, Rate(1, 1) + law.rate("award.wage_growth", Month(year, 12)));
  }
  const Money start = wage.times(ratio, Rounding::half_up) + allowance + increase;
  const auto working = [&] {
    return fmt::format("({} × {} + {} + {}) × {}", yuan(wage), to_string(ratio), yuan(allowance), yuan(increase),
                       to_string(growth));
  };
  return sheet.add(
      parts, "old_method", "老办法待遇", working, start.times(growth, Rounding::half_up),
      {"award.old_base_wage", "award.old_ratio", "award.old_allowance", "award.old_increase", "award.wage_growth"},
      false);
}

/// 保低限高: never below the old method; of what the new one gives more, the year's share.
Money compared(const Sheet& sheet, const Person& person, AwardStatement& statement) {
  const Money old = old_method(sheet, person, statement.comparison);
  if (statement.new_method <= old) {
    return sheet.add(
        statement.comparison, "floor", "保低：按老办法", [&] { return yuan(old); }, old, {}, false);
  }
  const Rate share = sheet.law().rate("award.new_method_share", sheet.month());
  const Money more = (statement.new_method - old).times(share, Rounding::half_up);
  const auto working = [&] {
    return fmt::format("{} + ({} − {}) × {}", yuan(old), yuan(statement.new_method), yuan(old), to_string(share));
  };
  return sheet.add(statement.comparison, "limit", "限高：老办法加超出部分的比例", working, old + more,
                   {"award.new_method_share", "award.comparison_last"}, false);
}

Member as_member(const Person& person) {
  Member member;
  member.scheme = person.scheme;
  member.birth = person.birth;
  member.retired = person.retired;
  member.service_months = person.service_months;
  return member;
}

/// The rise of each year after the award whose rule is on record.
void adjust(const ParameterTree& law, AwardStatement& statement, int until) {
  statement.pension_now = statement.pension;
  const Member member = as_member(statement.person);
  const Month first_known = law.find("adjustment.announced")->values.front().from;
  for (int year = member.retired.year() + 1; year <= until; ++year) {
    const bool on_record = Month(year, 1) >= first_known;
    const AdjustmentTerms terms =
        on_record ? adjustment_terms(law, year, "adjustment.area_addition_first") : AdjustmentTerms{};
    if (!on_record || !known(terms)) {
      statement.unknown_years.push_back(year);
      continue;
    }
    const Rise rise = rise_of(terms, member, statement.pension_now);
    const Sheet sheet(law, Month(year, 1), Detail::working);
    const auto working = [&] {
      return fmt::format("{} 年：定额 {} + 年限 {} + 水平 {} + 高龄 {} + 地区 {}", year, yuan(rise.fixed),
                         yuan(rise.years), yuan(rise.level), yuan(rise.age), yuan(rise.area));
    };
    sheet.add(statement.adjustments, "adjustment", "年度调整", working, rise.total(), adjustment_parameters(), false);
    statement.pension_now += rise.total();
  }
}

}  // namespace

Rate sheet_years(int months) { return {rounded_quotient(Int128{months} * 100, 12, Rounding::half_up), 100}; }

bool has_divisor(const ParameterTree& law, Month birth, Month retired) {
  return retired > birth && law.numbers("award.divisor", retired).contains(age_in(birth, retired));
}

Rate account_divisor(const ParameterTree& law, Month birth, Month retired) {
  EXPECT(has_divisor(law, birth, retired));
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

namespace {

/// The new method's parts and, for a 中人 of the ten years, the comparison; fills parts, new_method and pension.
void calculate(const Sheet& sheet, AwardStatement& statement) {
  const ParameterTree& law = sheet.law();
  const Person& person = statement.person;
  statement.generation = generation_of(law, person);
  Money total = basic_part(sheet, person, statement.parts);
  statement.account_pension =
      balance_part(sheet, person, "account", "个人账户养老金", person.account_balance, statement.parts);
  total += statement.account_pension;
  if (statement.generation == Generation::across) total += transition_part(sheet, person, statement.parts);
  total += balance_part(sheet, person, "annuity", "职业年金", person.annuity_balance, statement.parts);
  statement.new_method = total;
  const bool compares = person.scheme == Scheme::civil_service && statement.generation == Generation::across &&
                        person.retired <= law.month_value("award.comparison_last", person.retired);
  statement.pension = compares ? compared(sheet, person, statement) : total;
}

}  // namespace

AwardStatement award(const ParameterTree& law, const Person& person, int until) {
  AwardStatement statement;
  statement.person = person;
  const StatutoryRetirement statutory = statutory_retirement(law, person.group, person.birth);
  statement.statutory = statutory.month;
  statement.delay = statutory.delay;
  for (const std::string& path : retirement_parameters(person.group)) {
    statement.statutory_parameters.push_back(used_parameter(law, path, statutory.month));
  }
  calculate(Sheet(law, person.retired, Detail::working), statement);
  adjust(law, statement, until);
  return statement;
}

AwardAmounts award_amounts(const ParameterTree& law, const Person& person) {
  AwardStatement statement;
  statement.person = person;
  calculate(Sheet(law, person.retired, Detail::amounts), statement);
  return {statement.pension, statement.account_pension};
}

void check_person(const ParameterTree& law, const Person& person, InputErrors& errors) {
  const auto reject = [&](const char* key, std::string problem, std::string why, std::string remedy) {
    errors.add(person.place, key, std::move(problem), std::move(why), std::move(remedy));
  };
  if (person.scheme == Scheme::civil_service && generation_of(law, person) == Generation::before) {
    reject("retired", to_string(person.retired) + " lies before the reform",
           "who retired before it keeps the old pension and has no award", "Use the roster's pension instead");
    return;
  }
  const Month statutory = statutory_retirement(law, person.group, person.birth).month;
  if (person.retired < statutory) {
    reject("retired", to_string(person.retired) + " lies before the statutory month",
           "by birth and group it is " + to_string(statutory), "Give that month or a later one");
  }
  const int least = static_cast<int>(law.integer("retirement.minimum_service", person.retired));
  if (person.service_months < least) {
    reject("service_months", std::to_string(person.service_months) + " months are too few",
           "a monthly pension needs " + std::to_string(least), "Give at least so many");
  }
  if (person.service_months > person.retired - person.joined + 1) {
    reject("service_months",
           std::to_string(person.service_months) + " months exceed the time since " + to_string(person.joined),
           "no month counts twice", "Mend service_months or joined");
  }
  if (person.transition_months > person.service_months) {
    reject("transition_months", "is more than service_months", "it is a part of it", "Mend one of them");
  }
  if (!has_divisor(law, person.birth, person.retired)) {
    reject("retired", "the age at retirement has no divisor", "the table goes from 40 to 70", "Mend birth or retired");
  }
}

}  // namespace disburse
