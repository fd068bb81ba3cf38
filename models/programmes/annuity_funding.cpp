// 职业年金虚账做实: the employer's booked 8 % of a batch of months, with interest to the month of payment.
#include <algorithm>
#include <vector>

#include "engine/error.hpp"
#include "engine/growth.hpp"
#include "engine/programme.hpp"

namespace disburse {
namespace {

class AnnuityFunding final : public RuleProgramme<AnnuityFunding> {
 public:
  explicit AnnuityFunding(const ProgrammeContext& context)
      : RuleProgramme(context), in_service_(component("in_service")), leavers_(component("leavers")) {
    const ParameterTree& law = context.law;
    const Month first_month = horizon().first;
    paid_ = law.month_value("annuity_funding.payment_month", first_month);
    batch_ = {law.month_value("annuity_funding.batch_first", first_month), 0};
    batch_.count = law.month_value("annuity_funding.batch_last", first_month) - batch_.first + 1;
    EXPECT(batch_.count > 0 && paid_ >= batch_.end());
    // Booked from month i of the batch to its end, for a base of one yuan: the newest months first.
    const Rate interest = law.rate("annuity_funding.interest", first_month);
    factor_from_.assign(static_cast<std::size_t>(batch_.count) + 1, Rate(0, 1));
    for (int i = batch_.count - 1; i >= 0; --i) {
      const Month month = batch_.month(i);
      const Rate booked = product(law.rate("contribution.annuity_employer", month), growth(interest, paid_ - month));
      factor_from_[static_cast<std::size_t>(i)] = factor_from_[static_cast<std::size_t>(i) + 1] + booked;
    }
  }

  bool concerns(Scheme scheme, Role role) const override {
    return scheme == Scheme::civil_service && (role == Role::active || role == Role::leaver);
  }

  template <class Reader>
  void entitle(const Member& member, Reader& reader) const {
    for (int month = 0; month < horizon().count; ++month) {
      const auto t = static_cast<std::size_t>(month);
      const int skipped = std::max(0, member.joined - batch_.first);
      if (horizon().month(month) != paid_) {
        reader.nothing(t, Reason::no_payment_month);
      } else if (member.annuity_base == Money{}) {
        reader.nothing(t, Reason::not_fully_funded);
      } else if (skipped >= batch_.count) {
        reader.nothing(t, Reason::no_months_in_batch);
      } else {
        const Rate& factor = factor_from_[static_cast<std::size_t>(skipped)];
        reader.pay(member.role == Role::leaver ? leavers_ : in_service_, t,
                   member.annuity_base.times(factor, Rounding::half_up));
      }
    }
  }

 private:
  std::size_t in_service_, leavers_;
  Month paid_;
  Horizon batch_;
  std::vector<Rate> factor_from_;  // by months of the batch that the member was not there for
};

}  // namespace

std::unique_ptr<Programme> make_annuity_funding(const ProgrammeContext& context) {
  return std::make_unique<AnnuityFunding>(context);
}

}  // namespace disburse
