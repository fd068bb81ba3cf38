// 企业退休职工民族团结奖: so much a payment by class of retiree; a monthly allowance to cadres on 离休.
#include <vector>

#include "engine/derivatives/smooth_programme.hpp"
#include "engine/rule.hpp"

namespace disburse {
namespace {

template <class N>
class UnityAward final : public RuleParts {
  using Money = typename N::Money;
  using Rate = typename N::Rate;
  using Member = MemberOf<N>;

 public:
  explicit UnityAward(const ContextOf<N>& context)
      : RuleParts(context),
        ordinary_(component("ordinary")),
        special_(component("special")),
        lixiu_(component("lixiu")) {
    for (int t = 0; t < horizon().count; ++t) {
      terms_.push_back(terms_in(context.law, horizon().month(t)));
      every_month_.push_back(static_cast<std::size_t>(t));
      if (terms_.back().payment_month) payment_months_.push_back(static_cast<std::size_t>(t));
    }
  }

  bool concerns(Scheme scheme, Role role) const { return scheme == Scheme::enterprise && role == Role::pensioner; }

  Rate take_up(Month due) const { return terms_[static_cast<std::size_t>(due - horizon().first)].eligible_share; }

  template <class Reader>
  void entitle(const Member& member, Reader& reader) const {
    // Months that pay nothing are of interest to an explanation alone.
    const bool all = Reader::explains || member.category == Category::lixiu;
    for (const std::size_t t : all ? every_month_ : payment_months_) {
      const Month month = horizon().month(static_cast<int>(t));
      if (month <= member.retired) {
        reader.nothing(t, Reason::not_yet_retired);
      } else if (member.category == Category::lixiu) {
        reader.pay(lixiu_, t, terms_[t].lixiu);
      } else if (!terms_[t].payment_month) {
        reader.nothing(t, Reason::no_payment_month);
      } else if (member.category == Category::ordinary) {
        reader.pay(ordinary_, t, terms_[t].ordinary);
      } else {
        reader.pay(special_, t, terms_[t].special);
      }
    }
  }

 private:
  struct Terms {
    Money ordinary, special, lixiu;
    Rate eligible_share;
    bool payment_month = false;
  };

  static Terms terms_in(const typename N::Law& law, Month month) {
    return {law.money("unity_award.ordinary_per_payment", month), law.money("unity_award.special_per_payment", month),
            law.money("unity_award.lixiu_per_month", month), law.rate("unity_award.eligible_share", month),
            law.months("unity_award.payment_months", month).contains(month)};
  }

  std::size_t ordinary_, special_, lixiu_;
  std::vector<Terms> terms_;  // one a month
  std::vector<std::size_t> every_month_, payment_months_;
};

}  // namespace

std::unique_ptr<Programme> make_unity_award(const ProgrammeContext& context) { return make_rule<UnityAward>(context); }
std::unique_ptr<SmoothProgramme> make_unity_award(const SmoothContext& context) {
  return make_rule<UnityAward>(context);
}

}  // namespace disburse
