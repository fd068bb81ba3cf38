// 职业年金虚账做实: the employer's booked 8 %, made real with interest by batches of months, on retirement and on
// death.
#include <algorithm>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/growth.hpp"
#include "engine/derivatives/smooth_programme.hpp"
#include "engine/law/rule.hpp"

namespace disburse {
namespace {

[[noreturn]] void refuse_month(const ParameterTree& law, const char* path, Month asked, Message problem, Message why,
                               Message remedy) {
  InputErrors errors;
  errors.add(law.at(path, asked).place, path, std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::data, std::move(errors));
}

template <class N>
class AnnuityFunding final : public RuleParts {
  using Money = typename N::Money;
  using Rate = typename N::Rate;
  using Member = MemberOf<N>;

 public:
  explicit AnnuityFunding(const ContextOf<N>& context)
      : RuleParts(context),
        in_service_(component("in_service")),
        leavers_(component("leavers")),
        on_retirement_(component("on_retirement")),
        on_death_(component("on_death")) {
    Month& real_until = real_until_;
    real_until = context.law.month_value("annuity_funding.real_until_before", horizon().first);
    if (const Month reform = context.law.month_value("award.reform_first", horizon().first); real_until + 1 < reform) {
      refuse_month(tree_of(context.law), "annuity_funding.real_until_before", horizon().first,
                   "accounts would have been real until {}, before there were any"_m(to_string(real_until)),
                   "they begin with the reform in {} (award.reform_first)"_m(to_string(reform)),
                   "Choose {} or a later month"_m(to_string(reform - 1)));
    }
    const Bookings bookings(context.law, horizon());
    for (int month = 0; month < horizon().count; ++month) {
      const Month now = horizon().month(month);
      Funding batch;
      if (context.law.month_value("annuity_funding.payment_month", now) == now) {
        batch = batch_in(context.law, bookings, now, real_until);
        real_until = std::max(real_until, batch.last);  // a batch before it makes nothing unreal again
      }
      batches_.push_back(batch);
      // Whoever retires or dies is paid the months that no batch has made real.
      events_.push_back(bookings.funding(real_until + 1, now, now));
    }
  }

  bool concerns(Scheme scheme, Role role) const {
    return scheme == Scheme::civil_service && (role == Role::active || role == Role::leaver);
  }

  /// No batch makes these months real again.
  std::vector<Remembered> remembered() const { return {{"annuity_funding.real_until_before", real_until_}}; }

  template <class Reader>
  void entitle(const Member& member, Reader& reader) const {
    for (int month = 0; month < horizon().count; ++month) pay_month(member, month, reader);
  }

 private:
  /// What one yuan of base has become by the month of payment, by the first month that a member was there for.
  struct Funding {
    Month first = Month::none();
    Month last = Month::none();
    std::vector<Rate> from;  ///< by months since `first`
    /// 0 when no month of the member lies in it.
    Rate factor(Month joined) const {
      const int skipped = std::max(0, joined - first);
      return static_cast<std::size_t>(skipped) < from.size() ? from[static_cast<std::size_t>(skipped)] : Rate();
    }
    bool empty() const { return from.empty(); }
  };

  /// Looks law and wages up once; bookings go back as far as anything is unpaid.
  class Bookings {
   public:
    Bookings(const typename N::Law& law, Horizon horizon)
        : law_(law), index_first_(law.month_value("annuity_funding.base_index_first", horizon.first)) {
      earliest_ = law.month_value("award.reform_first", horizon.first);
      for (Month month = earliest_; month < horizon.end(); ++month) {
        booked_.push_back(booked(month));
        const Rate interest = law.rate("annuity_funding.interest", month);
        const bool same = !rates_.empty() && rates_.back().interest == interest;
        if (!same) rates_.push_back({month, interest, {}});
      }
      for (std::size_t i = 0; i < rates_.size(); ++i) {
        const Month end = i + 1 < rates_.size() ? rates_[i + 1].from : horizon.end();
        for (int months = 0; months <= end - rates_[i].from; ++months)
          rates_[i].grown.push_back(growth(rates_[i].interest, months));
      }
    }

    /// Months `first` to `last`, paid in `paid`.
    Funding funding(Month first, Month last, Month paid) const {
      Funding result{first, last, {}};
      if (last < first) return result;
      result.from.assign(static_cast<std::size_t>(last - first) + 1, Rate(0, 1));
      Rate sum(0, 1);
      for (int i = last - first; i >= 0; --i) {
        sum = sum + product(booked_[static_cast<std::size_t>(first + i - earliest_)], grown(first + i, paid));
        result.from[static_cast<std::size_t>(i)] = sum;
      }
      return result;
    }

   private:
    /// One rate of interest, from a month on; what one yuan grows to by it, by months.
    struct Interest {
      Month from;
      Rate interest;
      std::vector<Rate> grown;
    };

    /// What one yuan booked in one month has become in another, by the interest of each month between them.
    Rate grown(Month booked_in, Month paid) const {
      auto last = std::upper_bound(rates_.begin(), rates_.end(), paid,
                                   [](Month month, const Interest& one) { return month <= one.from; });
      if (last != rates_.begin()) --last;
      const auto within = [&](const Interest& one, Month until) {
        return one.grown[static_cast<std::size_t>(until - std::max(one.from, booked_in))];
      };
      Rate whole = within(*last, paid);
      while (booked_in < last->from) {
        const Month until = last->from;
        --last;
        whole = product(whole, within(*last, until));
      }
      return whole;
    }

    /// 8 % of a base that has grown with the average wage since the month of the roster's base.
    Rate booked(Month month) const {
      const Rate share = law_.rate("contribution.annuity_employer", month);
      if (month < index_first_) return share;
      return product(share, ratio(law_.money("contribution.average_wage", month),
                                  law_.money("contribution.average_wage", index_first_)));
    }

    const typename N::Law& law_;
    Month index_first_;
    Month earliest_;
    std::vector<Rate> booked_;  // by months since the earliest
    std::vector<Interest> rates_;
  };

  /// The year's batch, without months that are real already.
  static Funding batch_in(const typename N::Law& law, const Bookings& bookings, Month paid, Month real_until) {
    const Month first = std::max(law.month_value("annuity_funding.batch_first", paid), real_until + 1);
    const Month last = law.month_value("annuity_funding.batch_last", paid);
    if (last >= paid) {
      refuse_month(tree_of(law), "annuity_funding.batch_last", paid,
                   "the batch paid in {} ends in {}"_m(to_string(paid), to_string(last)),
                   "what is made real has been booked before"_m,
                   "Let it end before the month of payment, or pay it later"_m);
    }
    return bookings.funding(first, last, paid);
  }

  template <class Reader>
  void pay_month(const Member& member, int month, Reader& reader) const {
    const auto t = static_cast<std::size_t>(month);
    const Month now = horizon().month(month);
    if (member.annuity_base == Money{}) return reader.nothing(t, Reason::not_fully_funded);
    if (!member.is_member_in(now)) return reader.nothing(t, Reason::not_yet_a_member);
    if (now > member.retired) return reader.nothing(t, Reason::made_good);
    const Rate batch = batches_[t].factor(member.joined);
    if (batch != Rate()) {
      reader.pay(member.role == Role::leaver ? leavers_ : in_service_, t,
                 member.annuity_base.times(batch, definition().rounding));
    }
    const Rate unpaid = member.retired.is_none() ? Rate() : events_[t].factor(member.joined);
    if (unpaid != Rate()) {
      const Money amount = member.annuity_base.times(unpaid, definition().rounding);
      if (now == member.retired) reader.pay(on_retirement_, t, amount);
      // Who dies in the month of retirement has been paid.
      if (now != member.retired) reader.pay(on_death_, t, amount);
    }
    if (batch == Rate() && unpaid == Rate()) {
      reader.nothing(t, batches_[t].empty() ? Reason::no_payment_month : Reason::no_months_in_batch);
    }
  }

  std::size_t in_service_, leavers_, on_retirement_, on_death_;
  Month real_until_;              // by batches, at the end of the horizon
  std::vector<Funding> batches_;  // one a month, empty where none is paid
  std::vector<Funding> events_;   // one a month
};

}  // namespace

std::unique_ptr<Programme> make_annuity_funding(const ProgrammeContext& context) {
  return make_rule<AnnuityFunding>(context);
}
std::unique_ptr<SmoothProgramme> make_annuity_funding(const SmoothContext& context) {
  return make_rule<AnnuityFunding>(context);
}

}  // namespace disburse
