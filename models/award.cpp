#include "models/award.hpp"

#include <fmt/format.h>

#include "engine/growth.hpp"
#include "models/adjustment.hpp"
#include "models/retirement_age.hpp"

namespace disburse {
namespace {

std::string yuan(Money amount) { return grouped_yuan_text(amount); }

/// Keeps no working: only the amounts count.
template <class N>
struct AmountsOnly {
  const typename N::Law& law;
  Month month;
  template <class Working>
  typename N::Money part(const char*, const char*, const Working&, const typename N::Money& amount,
                         const std::vector<const char*>&) const {
    return amount;
  }
  template <class Working>
  typename N::Money compared(const char*, const char*, const Working&, const typename N::Money& amount,
                             const std::vector<const char*>&) const {
    return amount;
  }
};

/// Writes the parts of one sheet down, each with its working and the parameters it rests on.
struct Sheet {
  const ParameterTree& law;
  Month month;
  AwardStatement& statement;

  template <class Working>
  Money add(std::vector<AwardPart>& parts, const char* id, const char* name, const Working& working, Money amount,
            const std::vector<const char*>& paths, bool counts) const {
    AwardPart part{id, name, working(yuan), amount, counts, {}};
    for (const char* path : paths) part.parameters.push_back(used_parameter(law, path, month));
    parts.push_back(std::move(part));
    return amount;
  }
  template <class Working>
  Money part(const char* id, const char* name, const Working& working, Money amount,
             const std::vector<const char*>& paths) const {
    return add(statement.parts, id, name, working, amount, paths, true);
  }
  /// A line of the comparison of methods.
  template <class Working>
  Money compared(const char* id, const char* name, const Working& working, Money amount,
                 const std::vector<const char*>& paths) const {
    return add(statement.comparison, id, name, working, amount, paths, false);
  }
};

template <class N>
Generation generation_of(const typename N::Law& law, const PersonOf<N>& person) {
  if (person.scheme == Scheme::enterprise) return Generation::across;
  const Month reform = law.month_value("award.reform_first", person.retired);
  if (person.retired < reform) return Generation::before;
  return person.joined < reform ? Generation::across : Generation::after;
}

/// The parts of a pension, over either kind of numbers; `Paper` takes each down, or not.
template <class N, class Paper>
class Calculation {
  using Money = typename N::Money;
  using Rate = typename N::Rate;

 public:
  Calculation(const Paper& paper, const PersonOf<N>& person) : paper_(paper), law_(paper.law), person_(person) {}

  /// The new method's parts and, for a 中人 of the ten years, the comparison.
  void run() {
    generation = generation_of<N>(law_, person_);
    new_method = basic_part();
    account_pension = balance_part("account", "个人账户养老金", person_.account_balance);
    new_method += account_pension;
    if (generation == Generation::across) new_method += transition_part();
    new_method += balance_part("annuity", "职业年金", person_.annuity_balance);
    const bool compares = person_.scheme == Scheme::civil_service && generation == Generation::across &&
                          person_.retired <= law_.month_value("award.comparison_last", person_.retired);
    pension = compares ? compared() : new_method;
  }

  Generation generation = Generation::across;
  Money new_method, account_pension, pension;

 private:
  Money money(const char* path) const { return law_.money(path, paper_.month); }
  Rate rate(const char* path) const { return law_.rate(path, paper_.month); }

  /// 基础养老金 = (C + C z) / 2 x N x 1 %
  Money basic_part() const {
    const Money base = money("award.base");
    const Rate share = rate("award.share_per_year");
    const Rate years = sheet_years(person_.service_months);
    const Rate factor = midpoint(Rate(1, 1), person_.index) * years * share;
    const auto working = [&](auto text) {
      return fmt::format("{} × (1 + {}) ÷ 2 × {} × {}", text(base), to_string(person_.index), to_string(years),
                         to_string(share));
    };
    return paper_.part("basic", "基础养老金", working, base.times(factor, Rounding::half_up),
                       {"award.base", "award.share_per_year"});
  }

  /// Balance / months, for the account (for life) and the annuity (until it is used up).
  Money balance_part(const char* id, const char* name, const Money& balance) const {
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
    const Money base = money("award.base");
    const Rate years = sheet_years(person_.transition_months);
    const Rate k = rate(coefficient);
    const auto working = [&](auto text) {
      return fmt::format("{} × {} × {} × {}", text(base), to_string(index), to_string(years), to_string(k));
    };
    return paper_.part("transition", "过渡性养老金", working, base.times(index * years * k, Rounding::half_up), paths);
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
        "old_method", "老办法待遇", working, start.times(growth, Rounding::half_up),
        {"award.old_base_wage", "award.old_ratio", "award.old_allowance", "award.old_increase", "award.wage_growth"});
  }

  /// 保低限高: never below the old method; of what the new one gives more, the year's share.
  Money compared() const {
    const Money old = old_method();
    if (new_method <= old) {
      return paper_.compared("floor", "保低：按老办法", [&](auto text) { return text(old); }, old, {});
    }
    const Rate share = rate("award.new_method_share");
    const Money more = (new_method - old).times(share, Rounding::half_up);
    const auto working = [&](auto text) {
      return fmt::format("{} + ({} − {}) × {}", text(old), text(new_method), text(old), to_string(share));
    };
    return paper_.compared("limit", "限高：老办法加超出部分的比例", working, old + more,
                           {"award.new_method_share", "award.comparison_last"});
  }

  const Paper& paper_;
  const typename N::Law& law_;
  const PersonOf<N>& person_;
};

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
    const Sheet sheet{law, Month(year, 1), statement};
    const auto working = [&](auto) {
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

AwardStatement award(const ParameterTree& law, const Person& person, int until) {
  AwardStatement statement;
  statement.person = person;
  const StatutoryRetirement statutory = statutory_retirement(law, person.group, person.birth);
  statement.statutory = statutory.month;
  statement.delay = statutory.delay;
  for (const std::string& path : retirement_parameters(person.group)) {
    statement.statutory_parameters.push_back(used_parameter(law, path, statutory.month));
  }
  const Sheet sheet{law, person.retired, statement};
  Calculation<Exact, Sheet> calculation(sheet, person);
  calculation.run();
  statement.generation = calculation.generation;
  statement.new_method = calculation.new_method;
  statement.account_pension = calculation.account_pension;
  statement.pension = calculation.pension;
  adjust(law, statement, until);
  return statement;
}

namespace {

template <class N>
AwardAmountsOf<N> amounts(const typename N::Law& law, const PersonOf<N>& person) {
  const AmountsOnly<N> nothing{law, person.retired};
  Calculation<N, AmountsOnly<N>> calculation(nothing, person);
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

void check_person(const ParameterTree& law, const Person& person, InputErrors& errors) {
  const auto reject = [&](const char* key, std::string problem, std::string why, std::string remedy) {
    errors.add(person.place, key, std::move(problem), std::move(why), std::move(remedy));
  };
  if (person.scheme == Scheme::civil_service && generation_of<Exact>(law, person) == Generation::before) {
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
