// 城乡居民基本养老保险: base pension by payer, additions, account pension, contribution subsidies, funeral grant.
#include <algorithm>
#include <map>
#include <vector>

#include "engine/derivatives/smooth_programme.hpp"
#include "engine/law/rule.hpp"
#include "models/account.hpp"

namespace disburse {
namespace {

template <class N>
class ResidentPension final : public RuleParts {
  using Money = typename N::Money;
  using Rate = typename N::Rate;
  using Member = MemberOf<N>;

 public:
  explicit ResidentPension(const ContextOf<N>& context)
      : RuleParts(context),
        central_(component("base_central")),
        region_(component("base_region")),
        city_(component("city_supplement")),
        age_(component("age_addition")),
        years_(component("year_addition")),
        account_(component("account_pension")),
        funeral_(component("funeral_grant")),
        inheritance_(component("account_inheritance")),
        subsidy_city_(component("subsidy_city")),
        subsidy_region_(component("subsidy_region")),
        hardship_(component("hardship_contribution")) {
    for (int t = 0; t < horizon().count; ++t) terms_.push_back(terms_in(context.law, horizon().month(t)));
    for (std::size_t t = terms_.size(); t-- > 0;) {
      const bool last = t + 1 == terms_.size();
      terms_[t].same_until = last || !terms_[t].pays_like(terms_[t + 1]) ? t + 1 : terms_[t + 1].same_until;
    }
    take_accounts(context.law);
  }

  bool concerns(Scheme scheme, Role role) const {
    return scheme == Scheme::resident && (role == Role::pensioner || role == Role::payer);
  }

  template <class Reader>
  void entitle(const Member& member, Reader& reader) const {
    std::size_t t = 0;
    if (member.role == Role::payer) {
      Account account;
      for (; t < terms_.size() && !(horizon().month(static_cast<int>(t)) > member.retired); ++t) {
        pay_in(member, account, t, reader);
      }
    }
    draw_pension(member, t, reader);
  }

 private:
  struct Terms {
    Money central, region, city, per_further_year, funeral, subsidy_city, hardship;
    std::int64_t years_required = 0;
    StepTable by_age;
    StepTable subsidy;  ///< by yearly grade, region and county together
    bool contribution_month = false;
    std::size_t same_until = 0;      ///< months [own, same_until) pay pensions alike
    std::size_t accounts_since = 0;  ///< months [accounts_since, own] credit accounts alike
    bool pays_like(const Terms& other) const {
      return central == other.central && region == other.region && city == other.city && by_age == other.by_age &&
             per_further_year == other.per_further_year && years_required == other.years_required &&
             funeral == other.funeral;
    }
  };

  static Terms terms_in(const typename N::Law& law, Month month) {
    Terms terms;
    terms.central = law.money("resident_pension.base_central", month);
    terms.region = law.money("resident_pension.base_region", month);
    terms.city = law.money("resident_pension.city_supplement", month);
    terms.by_age = law.table("resident_pension.age_addition", month);
    terms.years_required = law.integer("resident_pension.years_required", month);
    terms.per_further_year = law.money("resident_pension.per_further_year", month);
    terms.funeral = law.money("resident_pension.funeral_grant", month);
    terms.subsidy = law.table("resident_pension.subsidy", month);
    terms.subsidy_city = law.money("resident_pension.subsidy_city", month);
    terms.hardship = law.money("resident_pension.hardship_contribution", month);
    terms.contribution_month = law.months("resident_pension.contribution_months", month).contains(month);
    return terms;
  }

  /// What a payer's heirs would get: yearly payments grown at interest, both as in force in the month. It changes once
  /// a year, and with the law.
  struct Account {
    int years = -1;
    std::size_t law = 0;  ///< the month since which the law is the same
    Money balance;
  };

  Money balance_in(Account& account, const Member& member, std::size_t t) const {
    const Month month = horizon().month(static_cast<int>(t));
    const int years = std::clamp((member.service_months - (member.retired - month)) / 12, 0, most_years);
    const std::size_t since = terms_[t].accounts_since;
    if (years != account.years || since != account.law) {
      const Money yearly = Money::yuan(member.grade) + terms_[t].subsidy.at_least(member.grade);
      account = {years, since, yearly.times(grown_.at(since)[static_cast<std::size_t>(years)], definition().rounding)};
    }
    return account.balance;
  }

  /// Interest and subsidy of each month, and by what the accounts of those who retire in each month are divided.
  void take_accounts(const typename N::Law& law) {
    const ParameterTree& tree = tree_of(law);
    for (std::size_t t = 0; t < terms_.size(); ++t) {
      const Month month = horizon().month(static_cast<int>(t));
      const bool same =
          t > 0 && terms_[t].subsidy == terms_[t - 1].subsidy &&
          tree.rate("account.resident_interest", month) == tree.rate("account.resident_interest", month - 1);
      terms_[t].accounts_since = same ? terms_[t - 1].accounts_since : t;
      if (same) continue;
      const Rate interest = law.rate("account.resident_interest", month);
      std::vector<Rate>& grown = grown_[t];
      for (int years = 0; years <= most_years; ++years) grown.push_back(grown_payments(interest, years));
    }
    first_terms_ = std::min(horizon().first, tree.find("account.resident_divisor")->values.front().from);
    first_terms_ = std::max(first_terms_, horizon().first - most_years * 12);
    for (Month month = first_terms_; month < horizon().end(); ++month)
      divisors_.push_back(law.integer("account.resident_divisor", month));
    const Month begun = tree.find("retirement.resident_minimum_service")->values.front().from;
    for (Month month = first_terms_; month < horizon().end(); ++month)
      least_service_.push_back(law.integer("retirement.resident_minimum_service", std::max(begun, month)));
  }

  /// By what the account of somebody who retired in `month` was divided; before the first value on record by that one.
  std::int64_t divisor_in(Month month) const { return divisors_[terms_at(month)]; }
  std::size_t terms_at(Month month) const {
    return static_cast<std::size_t>(std::clamp(month - first_terms_, 0, static_cast<int>(divisors_.size()) - 1));
  }

  /// The months that count for the pension: a payer who lacks some makes them up when it begins (assumed).
  std::int64_t paid_up(const Member& member) const {
    const std::int64_t least = member.role == Role::payer ? least_service_[terms_at(member.retired)] : 0;
    return std::max<std::int64_t>(least, member.service_months);
  }

  /// From month to month the same but for a birthday and a change of the law.
  template <class Reader>
  void draw_pension(const Member& member, std::size_t from, Reader& reader) const {
    const int waiting = std::clamp(member.retired - horizon().first + 1, 0, horizon().count);
    for (; from < static_cast<std::size_t>(waiting); ++from) reader.nothing(from, Reason::not_yet_retired);
    for (std::size_t t = from; t < terms_.size();) {
      const int months_old = horizon().month(static_cast<int>(t)) - member.birth;
      const std::size_t birthday = t + 12 - static_cast<std::size_t>(months_old % 12);
      const std::size_t end = std::min(terms_[t].same_until, birthday);
      pay_pension(member, t, end, reader);
      t = end;
    }
    if (member.account_pension != Money{} && reader.wants(inheritance_)) leave_rest(member, from, reader);
  }

  /// Months [t, end) of one age and the same law.
  template <class Reader>
  void pay_pension(const Member& member, std::size_t t, std::size_t end, Reader& reader) const {
    const Terms& terms = terms_[t];
    const std::int64_t full_years = paid_up(member) / 12;
    const Money by_age = terms.by_age.at_least(age_in(member.birth, horizon().month(static_cast<int>(t))));
    const Money by_years = terms.per_further_year * std::max<std::int64_t>(0, full_years - terms.years_required);
    reader.pay(central_, t, end, terms.central);
    reader.pay(region_, t, end, terms.region);
    reader.pay(city_, t, end, terms.city);
    if (by_age != Money{}) reader.pay(age_, t, end, by_age);
    if (by_years != Money{}) reader.pay(years_, t, end, by_years);
    reader.pay(funeral_, t, end, terms.funeral);
    if (member.account_pension != Money{}) reader.pay(account_, t, end, member.account_pension);
  }

  template <class Reader>
  void leave_rest(const Member& member, std::size_t from, Reader& reader) const {
    const Money account = member.account_pension * divisor_in(member.retired);
    for (std::size_t t = from; t < terms_.size(); ++t) {
      const int drawn = horizon().month(static_cast<int>(t)) - member.retired;
      const Money rest = rest_of_account(account, member.account_pension, drawn);
      if (rest != Money{}) reader.pay(inheritance_, t, rest);
    }
  }

  /// The subsidy follows the grade; the county pays a fixed amount of it, the region the rest.
  template <class Reader>
  void pay_in(const Member& member, Account& account, std::size_t t, Reader& reader) const {
    const Terms& terms = terms_[t];
    const Month month = horizon().month(static_cast<int>(t));
    if (!member.is_member_in(month)) return reader.nothing(t, Reason::not_yet_a_member);
    const bool leaves_account =
        !member.retired.is_none() && reader.wants(inheritance_) && balance_in(account, member, t) != Money{};
    if (leaves_account) reader.pay(inheritance_, t, account.balance);
    if (!terms.contribution_month) {
      if (!leaves_account) reader.nothing(t, Reason::no_payment_month);
      return;
    }
    const Money whole = terms.subsidy.at_least(member.grade);
    const Money city = std::min(whole, terms.subsidy_city);
    reader.pay(subsidy_city_, t, city);
    if (whole != city) reader.pay(subsidy_region_, t, whole - city);
    if (member.hardship) reader.pay(hardship_, t, terms.hardship);
  }

  static constexpr int most_years = 100;  // of paying, far beyond any life at work

  std::size_t central_, region_, city_, age_, years_, account_, funeral_, inheritance_, subsidy_city_, subsidy_region_,
      hardship_;
  std::vector<Terms> terms_;  // one a month
  Month first_terms_;
  std::vector<std::int64_t> divisors_, least_service_;  // by months since then
  std::map<std::size_t, std::vector<Rate>> grown_;      // yearly payments of one yuan, by `accounts_since` and years
};

}  // namespace

std::unique_ptr<Programme> make_resident_pension(const ProgrammeContext& context) {
  return make_rule<ResidentPension>(context);
}
std::unique_ptr<SmoothProgramme> make_resident_pension(const SmoothContext& context) {
  return make_rule<ResidentPension>(context);
}

}  // namespace disburse
