#include "models/shapes/shapes.hpp"

namespace disburse {
namespace {

/// Pays no member: what it costs follows from figures alone.
class FixedProgramme : public Programme {
 public:
  using Programme::Programme;
  bool concerns(Scheme, Role) const override { return false; }
  void accumulate(const Roster&, std::size_t, std::size_t, StreamSums&) const override {}
  void spread(const Roster&, std::size_t, std::size_t, const RowWriter&) const override {}
  void explain(const Member&, PaymentListener& listener) const override {
    for (int t = 0; t < horizon().count; ++t) listener.nothing(static_cast<std::size_t>(t), reason());
  }
  std::vector<FixedPayment> fixed_payments() const override { return payments_; }

 protected:
  virtual Reason reason() const { return Reason::pays_no_member; }
  void pay(const std::string& line, Payer payer, Month month, Money amount) {
    payments_.push_back({line, payer, Kind::regular, month, month, amount});
  }

 private:
  std::vector<FixedPayment> payments_;
};

class DriverCost final : public FixedProgramme {
 public:
  explicit DriverCost(const ProgrammeContext& context) : FixedProgramme(context) {
    const ProgrammeDefinition& programme = context.definition;
    for (int t = 0; t < horizon().count; ++t) {
      const Month month = horizon().month(t);
      const std::int64_t driver = context.law.integer(programme.id + ".driver", month);
      const Rate unit_cost = context.law.rate(programme.id + ".unit_cost", month);
      const Money yearly = Money::yuan(driver).times(unit_cost, Rounding::half_up);
      pay(programme.line, Payer::city, month, monthly_part(yearly, month));
    }
  }
};

class PlannedLines final : public FixedProgramme {
 public:
  explicit PlannedLines(const ProgrammeContext& context) : FixedProgramme(context) {
    for (const BudgetLine& line : context.budget.lines) {
      if (line.basic == Money{}) continue;
      for (int t = 0; t < horizon().count; ++t) {
        const Month month = horizon().month(t);
        // Later years carry the last budget known.
        if (month.year() >= context.budget.fiscal_year)
          pay(line.code, Payer::city, month, monthly_part(line.basic, month));
      }
    }
  }
};

class SwitchedOff final : public FixedProgramme {
 public:
  using FixedProgramme::FixedProgramme;

 protected:
  Reason reason() const override { return Reason::switched_off; }
};

}  // namespace

Money monthly_part(Money amount, Month month) {
  const auto until = [&](int months) { return (amount * months).divided_by(12, Rounding::half_up); };
  return until(month.month()) - until(month.month() - 1);
}

std::unique_ptr<Programme> make_driver_cost(const ProgrammeContext& context) {
  return std::make_unique<DriverCost>(context);
}

std::unique_ptr<Programme> make_planned_lines(const ProgrammeContext& context) {
  return std::make_unique<PlannedLines>(context);
}

std::unique_ptr<Programme> make_switched_off(const ProgrammeContext& context) {
  return std::make_unique<SwitchedOff>(context);
}

}  // namespace disburse
