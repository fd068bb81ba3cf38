// 机关事业单位基本养老金: the pension bill of the civil-service retirees; the city pays what contributions leave open.
#include <algorithm>
#include <vector>

#include "engine/base/growth.hpp"
#include "engine/derivatives/smooth_programme.hpp"
#include "engine/law/rule.hpp"
#include "models/account.hpp"
#include "models/adjustment.hpp"
#include "models/award.hpp"

namespace disburse {
namespace {

template <class N>
class CivilServicePension final : public RuleParts {
  using Money = typename N::Money;
  using Rate = typename N::Rate;
  using Member = MemberOf<N>;

 public:
  explicit CivilServicePension(const ContextOf<N>& context)
      : RuleParts(context),
        pension_(component("pension")),
        arrears_(component("adjustment_arrears")),
        contribution_(component("contribution")),
        offset_(component("contribution_offset")),
        inheritance_(component("account_inheritance")),
        anew_arrears_(component("award_arrears")),
        divisors_(tree_of(context.law).subset({"award.divisor", "award.divisor_by_month", "award.divisor_step"})),
        index_terms_(index_terms<N>(context.law, bases_first(context))),
        accounts_(context.law, context.horizon.end() - 1) {
    for (int year = horizon().first.year(); year <= (horizon().end() - 1).year(); ++year) {
      adjustments_.push_back(adjustment_terms(context.law, year, area_parameter(tree_of(context.law), Month(year, 1))));
    }
    comparison_last_ = context.law.month_value("award.comparison_last", context.horizon.first);
    for (int t = 0; t < horizon().count; ++t) anew_.push_back(made_anew(context.law, horizon().month(t)));
    bases_first_ = bases_first(context);
    Rate wages(1, 1);
    for (int year = bases_first_.year() + 1; year <= horizon().first.year(); ++year)
      wages = product(wages, Rate(1, 1) + context.law.rate("outlook.wage_growth", Month(year, 1)));
    for (int t = 0; t < horizon().count; ++t) {
      const Month month = horizon().month(t);
      if (t != 0 && month.month() == 1)
        wages = product(wages, Rate(1, 1) + context.law.rate("outlook.wage_growth", month));
      ContributionTerms terms = contribution_terms(context.law, month, wages);
      terms.fresh = contributions_.empty() || !terms.same(contributions_.back());
      contributions_.push_back(terms);
    }
  }

  bool concerns(Scheme scheme, Role role) const {
    return scheme == Scheme::civil_service && (role == Role::pensioner || role == Role::active);
  }

  Month paid_month(std::size_t part, Month due) const {
    if (part == anew_arrears_) return anew_[static_cast<std::size_t>(due - horizon().first)].published;
    return part == arrears_ ? terms_of(due.year()).announced : due;
  }

  template <class Reader>
  void entitle(const Member& member, Reader& reader) const {
    if (member.role == Role::active && member.retired.is_none()) {
      Money amount;
      for (std::size_t t = 0; t < contributions_.size(); ++t) contribute(member, t, amount, reader);
    } else {
      live_on(member, reader);
    }
  }

  /// The pension of the last month, with all that raised it.
  void carry(Member& member) const {
    OnePaymentReader last{pension_, static_cast<std::size_t>(horizon().count) - 1, {}};
    entitle(member, last);
    if (last.amount != Money{}) member.pension = last.amount;
  }

  /// Bases stay as they are, and what they are of is carried with them.
  std::vector<Remembered> remembered() const { return {{"contribution.bases_first", bases_first_}}; }

 private:
  struct ContributionTerms {
    Rate rate;  ///< employer and individual together
    Money floor, cap;
    Rate wages;          ///< growth of bases since `contribution.bases_first`
    bool fresh = false;  ///< others than in the month before
    bool same(const ContributionTerms& other) const {
      return rate == other.rate && floor == other.floor && cap == other.cap && wages == other.wages;
    }
  };

  /// At whose level the roster's bases are: as a rule, of the year in which the run begins.
  static Month bases_first(const ContextOf<N>& context) {
    return context.law.month_value("contribution.bases_first", context.horizon.first);
  }

  static ContributionTerms contribution_terms(const typename N::Law& law, Month month, const Rate& wages) {
    return {law.rate("contribution.civil_service_employer", month) +
                law.rate("contribution.civil_service_individual", month),
            law.money("contribution.base_floor", month), law.money("contribution.base_cap", month), wages, false};
  }

  /// How awards of a month rise when the base of their year is published: what follows the base grows by `share`.
  struct MadeAnew {
    Month published;  ///< the month itself where the year's base is in force
    Rate share{0, 1};
  };
  static MadeAnew made_anew(const typename N::Law& law, Month month) {
    const Month december(month.year(), 12);
    const Month published = tree_of(law).at("award.base", december).from;
    if (published <= month || published.year() != month.year()) return {month, Rate(0, 1)};
    return {published, ratio(law.money("award.base", december), law.money("award.base", month)) + Rate(-1, 1)};
  }

  /// What an award on the base of the year before lacks; of awards within the horizon, by the new method alone.
  Money lacking(const Member& member, int year) const {
    const bool awarded = member.role == Role::active && horizon().contains(member.retired);
    if (!awarded || member.retired.year() != year || member.retired <= comparison_last_) return {};
    const MadeAnew& anew = anew_[static_cast<std::size_t>(member.retired - horizon().first)];
    return (member.pension - member.account_pension).times(anew.share, definition().rounding);
  }

  const AdjustmentTermsOf<N>& terms_of(int year) const {
    return adjustments_[static_cast<std::size_t>(year - horizon().first.year())];
  }

  /// What the heirs would get in a month: the account of those at work, what is left of it of the retired.
  struct Inheritance {
    Rate index;     ///< of those at work
    Money account;  ///< of the retired, on the day of the award
  };

  Inheritance inheritance_of(const Member& member) const {
    Inheritance inheritance;
    if (member.role == Role::active) inheritance.index = contribution_index(index_terms_, member.base);
    if (member.account_pension != Money{}) {
      const Rate divisor = account_divisor(divisors_, member.birth, member.retired);
      inheritance.account = member.account_pension.times(divisor, definition().rounding);
    }
    return inheritance;
  }

  /// `amount` is that of the month before; zero before the first that is paid.
  template <class Reader>
  void contribute(const Member& member, std::size_t t, Money& amount, Reader& reader) const {
    const ContributionTerms& terms = contributions_[t];
    if (terms.fresh || amount == Money{}) {
      const Money base =
          terms.wages == Rate(1, 1) ? member.base : member.base.times(terms.wages, definition().rounding);
      amount = std::clamp(base, terms.floor, terms.cap).times(terms.rate, definition().rounding);
    }
    reader.pay(contribution_, t, amount);
    reader.pay(offset_, t, -amount);
  }

  /// Year by year: contributions at work; then the old amount until the announcement, the new one from it on, the
  /// difference as arrears; an award before the year's base is published likewise (预发, 重算).
  template <class Reader>
  void live_on(const Member& member, Reader& reader) const {
    const Inheritance inheritance = reader.wants(inheritance_) ? inheritance_of(member) : Inheritance{};
    Money pension = member.pension;
    Money contribution;
    for (const AdjustmentTermsOf<N>& terms : adjustments_) {
      const Month from = std::max(Month(terms.year, 1), horizon().first);
      const Month to = std::min(Month(terms.year + 1, 1), horizon().end());
      const bool adjusted = eligible(terms, member);
      const RiseOf<N> rise = adjusted ? rise_of(terms, member, pension, definition().rounding) : RiseOf<N>{};
      const Money more = lacking(member, terms.year);
      for (Month month = from; month < to; ++month) {
        const auto t = static_cast<std::size_t>(month - horizon().first);
        const bool provisional = more != Money{} && anew_[t].published > month;
        if (month <= member.retired) {
          before_retirement(member, inheritance, month, contribution, reader);
        } else {
          pay_month(terms, rise, provisional ? pension : pension + more, month, reader);
          if (provisional) reader.pay(anew_arrears_, t, more);
          leave_rest(member, inheritance, month, reader);
        }
      }
      pension += more + rise.total();
    }
  }

  template <class Reader>
  void before_retirement(const Member& member, const Inheritance& inheritance, Month month, Money& contribution,
                         Reader& reader) const {
    const auto t = static_cast<std::size_t>(month - horizon().first);
    if (member.role != Role::active) return reader.nothing(t, Reason::not_yet_retired);
    if (!member.is_member_in(month)) return reader.nothing(t, Reason::not_yet_a_member);
    contribute(member, t, contribution, reader);
    if (!reader.wants(inheritance_)) return;
    const Money balance = accounts_.balance(member.joined, month, inheritance.index, definition().rounding);
    if (balance != Money{}) reader.pay(inheritance_, t, balance);
  }

  template <class Reader>
  void leave_rest(const Member& member, const Inheritance& inheritance, Month month, Reader& reader) const {
    const auto t = static_cast<std::size_t>(month - horizon().first);
    if (member.account_pension == Money{} || !reader.wants(inheritance_)) return;
    const Money rest = rest_of_account(inheritance.account, member.account_pension, month - member.retired);
    if (rest != Money{}) reader.pay(inheritance_, t, rest);
  }

  template <class Reader>
  void pay_month(const AdjustmentTermsOf<N>& terms, const RiseOf<N>& rise, Money pension, Month month,
                 Reader& reader) const {
    const auto t = static_cast<std::size_t>(month - horizon().first);
    const bool announced = month >= terms.announced;
    const Money raised = pension + rise.total();
    if constexpr (Reader::explains) describe(rise, pension, announced, reader);
    reader.pay(pension_, t, announced ? raised : pension);
    if (!announced && raised != pension) {
      if constexpr (Reader::explains) describe(rise, Money{}, true, reader);
      reader.pay(arrears_, t, rise.total());
    }
  }

  template <class Reader>
  static void describe(const RiseOf<N>& rise, Money pension, bool raised, Reader& reader) {
    if (pension != Money{}) reader.step({"monthly basic pension before the adjustment"_m, pension});
    if (!raised || rise.total() == Money{}) return;
    reader.step({"flat rise"_m, rise.fixed});
    reader.step({"rise by years of contribution"_m, rise.years});
    reader.step({"rise by the level of the pension"_m, rise.level});
    if (rise.age != Money{}) reader.step({"addition for old age"_m, rise.age});
    if (rise.area != Money{}) reader.step({"addition for hardship areas"_m, rise.area});
  }

  std::size_t pension_, arrears_, contribution_, offset_, inheritance_, anew_arrears_;
  Month comparison_last_;
  Month bases_first_;
  std::vector<MadeAnew> anew_;  // one a month
  ParameterTree divisors_;      // what accounts are divided by
  IndexTermsOf<N> index_terms_;
  AccountSeriesOf<N> accounts_;
  std::vector<AdjustmentTermsOf<N>> adjustments_;  // one a year
  std::vector<ContributionTerms> contributions_;   // one a month
};

}  // namespace

std::unique_ptr<Programme> make_civil_service_pension(const ProgrammeContext& context) {
  return make_rule<CivilServicePension>(context);
}
std::unique_ptr<SmoothProgramme> make_civil_service_pension(const SmoothContext& context) {
  return make_rule<CivilServicePension>(context);
}

}  // namespace disburse
