#include "models/shapes/shapes.hpp"

#include "engine/law/rule.hpp"

namespace disburse {
namespace {

/// Pays no member: what it costs follows from figures alone.
template <class N>
class FixedRule : public RuleParts {
 public:
  explicit FixedRule(const ContextOf<N>& context) : RuleParts(context), own_(context.definition.own) {}
  bool concerns(Scheme, Role) const { return false; }
  Reason pays_nobody() const { return Reason::pays_no_member; }
  template <class Reader>
  void entitle(const MemberOf<N>&, Reader&) const {}
  const std::vector<FixedPaymentOf<N>>& fixed_payments() const { return payments_; }

 protected:
  void pay(const std::string& line, Month month, const typename N::Money& amount) {
    payments_.push_back({line, own_, Kind::regular, month, month, amount});
  }

 private:
  Payer own_;
  std::vector<FixedPaymentOf<N>> payments_;
};

template <class N>
class DriverCost final : public FixedRule<N> {
 public:
  explicit DriverCost(const ContextOf<N>& context) : FixedRule<N>(context) {
    const ProgrammeDefinition& programme = context.definition;
    for (int t = 0; t < context.horizon.count; ++t) {
      const Month month = context.horizon.month(t);
      const std::int64_t driver = context.law.integer(programme.id + ".driver", month);
      const auto unit_cost = context.law.rate(programme.id + ".unit_cost", month);
      const auto yearly = N::Money::yuan(driver).times(unit_cost, programme.rounding);
      this->pay(programme.line, month, monthly_part(yearly, month, programme.rounding));
    }
  }
};

template <class N>
class PlannedLines final : public FixedRule<N> {
 public:
  explicit PlannedLines(const ContextOf<N>& context) : FixedRule<N>(context) {
    for (const BudgetLine& line : context.budget.lines) {
      if (line.basic == Money{}) continue;
      for (int t = 0; t < context.horizon.count; ++t) {
        const Month month = context.horizon.month(t);
        // Other years carry the budget that is known.
        this->pay(line.code, month, monthly_part(line.basic, month, context.definition.rounding));
      }
    }
  }
};

template <class N>
class SwitchedOff final : public FixedRule<N> {
 public:
  explicit SwitchedOff(const ContextOf<N>& context) : FixedRule<N>(context) {}
  Reason pays_nobody() const { return Reason::switched_off; }
};

}  // namespace

std::unique_ptr<Programme> make_driver_cost(const ProgrammeContext& context) { return make_rule<DriverCost>(context); }
std::unique_ptr<SmoothProgramme> make_driver_cost(const SmoothContext& context) {
  return make_rule<DriverCost>(context);
}

std::unique_ptr<Programme> make_planned_lines(const ProgrammeContext& context) {
  return make_rule<PlannedLines>(context);
}
std::unique_ptr<SmoothProgramme> make_planned_lines(const SmoothContext& context) {
  return make_rule<PlannedLines>(context);
}

std::unique_ptr<Programme> make_switched_off(const ProgrammeContext& context) {
  return make_rule<SwitchedOff>(context);
}
std::unique_ptr<SmoothProgramme> make_switched_off(const SmoothContext& context) {
  return make_rule<SwitchedOff>(context);
}

}  // namespace disburse
