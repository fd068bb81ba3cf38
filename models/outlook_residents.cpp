// Payers of the residents' scheme: when they reach the pension age, with what account, and who begins to pay.
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/base/error.hpp"
#include "engine/base/growth.hpp"
#include "engine/law/declared_parameter.hpp"
#include "models/account.hpp"
#include "models/outlook_parts.hpp"
#include "models/retirement_age.hpp"

namespace disburse {
namespace {

/// What the law says of those who reach the pension age in one month.
template <class N>
struct AgeTerms {
  int least_service = 0;
  StepTable subsidy;
  typename N::Rate interest;
  std::int64_t divisor = 0;
};

/// The subsidy of contributions by grade; none where the agency pays no residents' pension.
const StepTable& subsidy_in(const ParameterTree& law, Month month) {
  static const StepTable none;
  constexpr const char* subsidy = "resident_pension.subsidy";
  return law.find(subsidy) == nullptr ? none : law.table(subsidy, month);
}

template <class N>
AgeTerms<N> age_terms(const typename N::Law& law, Month month) {
  return {static_cast<int>(law.integer("retirement.resident_minimum_service", month)), subsidy_in(tree_of(law), month),
          law.rate("account.resident_interest", month), law.integer("account.resident_divisor", month)};
}

/// The years that an account holds when the pension begins: whoever lacks some pays them up at once (assumed).
template <class N>
int years_of(const AgeTerms<N>& terms, const MemberOf<N>& member) {
  return std::max(terms.least_service, member.service_months) / 12;
}

/// The same yearly payment in all years; `grown` is what one yuan of it has become.
template <class N>
typename N::Money account_pension_of(const AgeTerms<N>& terms, std::int32_t grade, const typename N::Rate& grown) {
  using Money = typename N::Money;
  const Money yearly = Money::yuan(grade) + terms.subsidy.at_least(grade);
  return yearly.times(grown * typename N::Rate(1, terms.divisor), Rounding::half_up);
}

/// Looks the ages and terms of a month, and what yearly payments have grown to, up once.
class PensionAge {
 public:
  PensionAge(const OutlookContext& context, Month as_of)
      : context_(context),
        as_of_(as_of),
        counted_(counted_age(context, "roster.counted_age_resident", "retirement.resident_age")),
        least_(year_months * least_age(declared(context.law, "retirement.resident_age"))) {}

  /// Errors: InputRejected where newcomers of a month would begin to pay no earlier than they are paid.
  void check_entry() {
    for (Month month = context_.begins; month <= context_.last; ++month) {
      const int enters = entry(month);
      if (enters < age(month)) continue;
      InputErrors errors;
      errors.add(context_.law.at("outlook.resident_entry_age", month).place, "outlook.resident_entry_age",
                 "newcomers would begin to pay at {}, when the pension begins at {}"_m(enters / year_months,
                                                                                       age(month) / year_months),
                 "they pay before they are paid (retirement.resident_age)"_m, "Choose an earlier age"_m);
      throw InputRejected(Door::data, std::move(errors));
    }
  }

  int entry(Month month) const { return static_cast<int>(context_.number("resident_entry_age", month)) * year_months; }

  /// At the end of which month somebody has reached the age, of the months from the roster's on. Who is older already
  /// when an age comes into force draws from the month on in which it does.
  Month reached(Month birth) {
    const auto found = reached_.find(birth);
    if (found != reached_.end()) return found->second;
    Month month = std::max(birth + least_, as_of_ + 1);
    while (birth + age(month) > month) ++month;
    return reached_.emplace(birth, birth + age(month) == month ? month : month - 1).first->second;
  }

  /// Whether the members of the roster's own year were counted by the age of the law in all its months.
  bool counted_by_law() {
    for (Month month = as_of_ + 1; month < context_.begins; ++month) {
      if (age(month) != counted_) return false;
    }
    return true;
  }
  bool reached_when_counted(const Member& member) const { return member.retired - member.birth == counted_; }
  /// Who would have drawn the pension within the roster's year and has been replaced, where that year was held
  /// constant.
  bool is_replaced(const Member& member) const {
    return !context_.carried && member.birth + counted_ < context_.begins;
  }

  void reach(Member& member) {
    Month counted = as_of_;  // until when the service is on record
    if (is_replaced(member)) {
      // By a newcomer, who holds the place from the beginning.
      counted = context_.begins - 1;
      member.birth = counted - entry(context_.begins);
      member.joined = as_of_;
      member.service_months = 0;
    }
    member.retired = reached(member.birth);
    member.service_months += std::max(0, member.retired - std::max(counted, member.joined));
    if (member.retired > context_.last) return;
    const AgeTerms<Exact>& terms = terms_in(member.retired);
    member.account_pension = account_pension_of(terms, member.grade, grown(terms.interest, years_of(terms, member)));
  }

 private:
  static constexpr int year_months = 12;

  int age(Month month) {
    const auto found = ages_.find(month);
    if (found != ages_.end()) return found->second;
    const int years = static_cast<int>(context_.law.integer("retirement.resident_age", month));
    return ages_.emplace(month, years * year_months).first->second;
  }

  const AgeTerms<Exact>& terms_in(Month month) {
    const auto found = terms_.find(month);
    if (found != terms_.end()) return found->second;
    return terms_.emplace(month, age_terms<Exact>(context_.law, month)).first->second;
  }

  const Rate& grown(const Rate& interest, int years) {
    const std::tuple key{interest.numerator(), interest.denominator(), years};
    const auto found = grown_.find(key);
    if (found != grown_.end()) return found->second;
    return grown_.emplace(key, grown_payments(interest, years)).first->second;
  }

  const OutlookContext& context_;
  Month as_of_;
  int counted_;
  int least_;
  std::map<Month, int> ages_;
  std::map<Month, Month> reached_;  // by birth
  std::map<Month, AgeTerms<Exact>> terms_;
  std::map<std::tuple<std::int64_t, std::int64_t, int>, Rate> grown_;
};

void add_payers(Roster& roster, const OutlookContext& context, PensionAge& pension_age) {
  std::int64_t number = 0;
  for (int year = context.begins.year(); year <= context.last.year(); ++year) {
    const YearOfNewcomers newcomers(context, year, "resident_new_payers");
    for (std::int64_t i = 0; i < newcomers.most(); ++i) {
      const MemberKey key = newcomer_key(context, 'R', number++);
      if (!newcomers.joins(i)) continue;
      Member member;
      member.scheme = Scheme::resident;
      member.role = Role::payer;
      member.sex = (i & 1) == 0 ? Sex::male : Sex::female;
      member.joined = newcomers.month(i);
      member.birth = member.joined - pension_age.entry(member.joined);
      member.retired = pension_age.reached(member.birth);
      member.service_months = member.retired - member.joined;
      member.grade = static_cast<std::int32_t>(context.money("resident_grade", member.joined).fen() / 100);
      roster.add(key, member);
    }
  }
}

void store(Roster& roster, std::size_t row, const Member& member) {
  roster.birth[row] = member.birth.index();
  roster.joined[row] = member.joined.index();
  roster.retired[row] = member.retired.index();
  roster.service_months[row] = member.service_months;
  roster.account_pension[row] = member.account_pension.fen();
}

}  // namespace

bool resident_age_moves(const OutlookContext& context, Month as_of) {
  if (context.carried || context.law.find("retirement.resident_age") == nullptr) return false;
  return !PensionAge(context, as_of).counted_by_law();
}

void resident_first_year(Roster& roster, const OutlookContext& context) {
  PensionAge pension_age(context, roster.as_of);
  for (std::size_t row = 0; row < roster.size(); ++row) {
    if (roster.scheme[row] != Scheme::resident) continue;
    Member member = roster.member(row);
    if (member.role == Role::payer) {
      if (pension_age.is_replaced(member) || pension_age.reached(member.birth) >= context.begins) continue;
      pension_age.reach(member);
      store(roster, row, member);
    } else if (member.retired > roster.as_of && pension_age.reached_when_counted(member)) {
      roster.retired[row] = pension_age.reached(member.birth).index();
    }
  }
}

void resident_outlook(Roster& roster, const OutlookContext& context) {
  PensionAge pension_age(context, roster.as_of);
  pension_age.check_entry();
  const std::size_t rows = roster.size();
  for (std::size_t row = 0; row < rows; ++row) {
    if (roster.scheme[row] != Scheme::resident || roster.role[row] != Role::payer) continue;
    Member member = roster.member(row);
    if (!member.retired.is_none() && member.retired < context.begins) continue;  // in the roster's year
    pension_age.reach(member);
    store(roster, row, member);
  }
  if (context.newcomers) add_payers(roster, context, pension_age);
}

void resident_amounts(SmoothMembers& members, const SmoothLaw& law, Month last) {
  const Roster& rows = members.rows();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Month retired = Month::from_index(rows.retired[row]);
    if (rows.scheme[row] != Scheme::resident || rows.role[row] != Role::payer || retired > last) continue;
    const AgeTerms<Smooth> terms = age_terms<Smooth>(law, retired);
    MemberOf<Smooth> member = members.member(row);
    const Dual grown = grown_payments(terms.interest, years_of(terms, member));
    member.account_pension = account_pension_of(terms, member.grade, grown);
    members.set(row, member);
  }
}

}  // namespace disburse
