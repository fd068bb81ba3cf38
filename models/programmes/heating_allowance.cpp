// 新退休人员冬季取暖费: one payment a year to enterprise retirees of the cohorts that the budget took over.
#include <vector>

#include "engine/derivatives/smooth_programme.hpp"
#include "engine/rule.hpp"

namespace disburse {
namespace {

template <class N>
class HeatingAllowance final : public RuleParts {
  using Money = typename N::Money;
  using Member = MemberOf<N>;

 public:
  explicit HeatingAllowance(const ContextOf<N>& context) : RuleParts(context), allowance_(component("allowance")) {
    for (int t = 0; t < horizon().count; ++t) {
      terms_.push_back(terms_in(context.law, horizon().month(t)));
      every_month_.push_back(static_cast<std::size_t>(t));
      if (terms_.back().payment_month) payment_months_.push_back(static_cast<std::size_t>(t));
    }
  }

  bool concerns(Scheme scheme, Role role) const { return scheme == Scheme::enterprise && role == Role::pensioner; }

  template <class Reader>
  void entitle(const Member& member, Reader& reader) const {
    // Months that pay nothing are of interest to an explanation alone.
    for (const std::size_t t : Reader::explains ? every_month_ : payment_months_) {
      const Terms& terms = terms_[t];
      if (!terms.payment_month) {
        reader.nothing(t, Reason::no_payment_month);
      } else if (member.retired < terms.cohorts_from) {
        reader.nothing(t, Reason::retired_before_cohort);
      } else if (member.retired > terms.retired_by) {
        reader.nothing(t, Reason::retired_too_late);
      } else {
        reader.pay(allowance_, t, terms.standard);
      }
    }
  }

 private:
  struct Terms {
    Money standard;
    Month cohorts_from;  ///< first month of retirement that the budget pays for
    Month retired_by;    ///< last month of retirement for this payment
    bool payment_month = false;
  };

  static Terms terms_in(const typename N::Law& law, Month month) {
    const auto months_before = static_cast<int>(law.integer("heating_allowance.closing_months_before", month));
    return {law.money("heating_allowance.standard", month), law.month_value("heating_allowance.cohorts_from", month),
            month - months_before, law.months("heating_allowance.payment_months", month).contains(month)};
  }

  std::size_t allowance_;
  std::vector<Terms> terms_;  // one a month
  std::vector<std::size_t> every_month_, payment_months_;
};

}  // namespace

std::unique_ptr<Programme> make_heating_allowance(const ProgrammeContext& context) {
  return make_rule<HeatingAllowance>(context);
}
std::unique_ptr<SmoothProgramme> make_heating_allowance(const SmoothContext& context) {
  return make_rule<HeatingAllowance>(context);
}

}  // namespace disburse
