// 机关事业单位基本养老金: the pension bill of the civil-service retirees; the city pays what contributions leave open.
#include <algorithm>
#include <vector>

#include "engine/programme.hpp"
#include "models/adjustment.hpp"

namespace disburse {
namespace {

class CivilServicePension final : public RuleProgramme<CivilServicePension> {
 public:
  explicit CivilServicePension(const ProgrammeContext& context)
      : RuleProgramme(context),
        pension_(component("pension")),
        arrears_(component("adjustment_arrears")),
        contribution_(component("contribution")),
        offset_(component("contribution_offset")) {
    const std::string area =
        "adjustment.area_addition_" + context.law.choice("civil_service_pension.area_class", context.horizon.first);
    const bool none = area.ends_with("none");
    for (int year = horizon().first.year(); year <= (horizon().end() - 1).year(); ++year) {
      adjustments_.push_back(adjustment_terms(context.law, year, none ? "" : area));
    }
    for (int t = 0; t < horizon().count; ++t)
      contributions_.push_back(contribution_terms(context.law, horizon().month(t)));
  }

  bool concerns(Scheme scheme, Role role) const override {
    return scheme == Scheme::civil_service && (role == Role::pensioner || role == Role::active);
  }

  Month paid_month(std::size_t part, Month due) const override {
    return part == arrears_ ? terms_of(due.year()).announced : due;
  }

  template <class Reader>
  void entitle(const Member& member, Reader& reader) const {
    if (member.role == Role::active) {
      contribute(member, reader);
    } else {
      draw_pension(member, reader);
    }
  }

 private:
  struct ContributionTerms {
    Rate rate;  ///< employer and individual together
    Money floor, cap;
  };

  static ContributionTerms contribution_terms(const ParameterTree& law, Month month) {
    return {law.rate("contribution.civil_service_employer", month) +
                law.rate("contribution.civil_service_individual", month),
            law.money("contribution.base_floor", month), law.money("contribution.base_cap", month)};
  }

  const AdjustmentTerms& terms_of(int year) const {
    return adjustments_[static_cast<std::size_t>(year - horizon().first.year())];
  }

  template <class Reader>
  void contribute(const Member& member, Reader& reader) const {
    for (std::size_t t = 0; t < contributions_.size(); ++t) {
      const ContributionTerms& terms = contributions_[t];
      const Money amount = std::clamp(member.base, terms.floor, terms.cap).times(terms.rate, Rounding::half_up);
      reader.pay(contribution_, t, amount);
      reader.pay(offset_, t, -amount);
    }
  }

  /// Year by year: the old amount until the announcement, the new one from it on, the difference as arrears.
  template <class Reader>
  void draw_pension(const Member& member, Reader& reader) const {
    Money pension = member.pension;
    for (const AdjustmentTerms& terms : adjustments_) {
      const bool adjusted = eligible(terms, member);
      const Rise rise = adjusted ? rise_of(terms, member, pension) : Rise{};
      const Month from = std::max(Month(terms.year, 1), horizon().first);
      const Month to = std::min(Month(terms.year + 1, 1), horizon().end());
      for (Month month = from; month < to; ++month) pay_month(member, terms, rise, pension, month, reader);
      pension += rise.total();
    }
  }

  template <class Reader>
  void pay_month(const Member& member, const AdjustmentTerms& terms, const Rise& rise, Money pension, Month month,
                 Reader& reader) const {
    const auto t = static_cast<std::size_t>(month - horizon().first);
    if (month <= member.retired) return reader.nothing(t, Reason::not_yet_retired);
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
  static void describe(const Rise& rise, Money pension, bool raised, Reader& reader) {
    if (pension != Money{}) reader.step({"调整前月基本养老金", pension});
    if (!raised || rise.total() == Money{}) return;
    reader.step({"定额调整", rise.fixed});
    reader.step({"挂钩缴费年限", rise.years});
    reader.step({"挂钩本人养老金水平", rise.level});
    if (rise.age != Money{}) reader.step({"高龄倾斜", rise.age});
    if (rise.area != Money{}) reader.step({"艰苦边远地区倾斜", rise.area});
  }

  std::size_t pension_, arrears_, contribution_, offset_;
  std::vector<AdjustmentTerms> adjustments_;      // one a year
  std::vector<ContributionTerms> contributions_;  // one a month
};

}  // namespace

std::unique_ptr<Programme> make_civil_service_pension(const ProgrammeContext& context) {
  return std::make_unique<CivilServicePension>(context);
}

}  // namespace disburse
