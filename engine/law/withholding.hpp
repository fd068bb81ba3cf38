#pragma once
// A programme of which some components pay nothing, because a publication leaves them out (Component::withheld).
#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "engine/law/programme.hpp"

namespace disburse {

/// True where a component is marked as withheld.
inline bool withholds(const ProgrammeDefinition& definition) {
  return std::any_of(definition.components.begin(), definition.components.end(),
                     [](const Component& component) { return component.withheld; });
}

/// The programme `whole` without its withheld components, as every reader sees it: nothing that is worked out of it
/// can depend on whom they pay.
template <class N>
class WithholdingOf : public ProgrammeBase<N> {
 public:
  WithholdingOf(const ContextOf<N>& context, std::unique_ptr<ProgrammeBase<N>> whole)
      : ProgrammeBase<N>(context), whole_(std::move(whole)) {}

  bool concerns(Scheme scheme, Role role) const final { return whole_->concerns(scheme, role); }
  void accumulate(const typename N::Members& members, std::size_t begin, std::size_t end,
                  StreamSumsOf<N>& sums) const final {
    whole_->accumulate(members, begin, end, sums);
    for (std::size_t c = 0; c < this->definition().components.size(); ++c) {
      if (is_withheld(c)) sums.drop(c);
    }
  }
  Month paid_month(std::size_t component, Month due) const final { return whole_->paid_month(component, due); }
  std::vector<FixedPaymentOf<N>> fixed_payments() const final { return whole_->fixed_payments(); }
  typename N::Rate take_up(Month due) const final { return whole_->take_up(due); }

 protected:
  bool is_withheld(std::size_t component) const { return this->definition().components[component].withheld; }
  std::unique_ptr<ProgrammeBase<N>> whole_;
};

/// The same for the books, member by member.
class Withholding final : public WithholdingOf<Exact> {
 public:
  using WithholdingOf<Exact>::WithholdingOf;

  void spread(const Roster& members, std::size_t begin, std::size_t end, const RowWriter& writer) const override {
    const auto months = static_cast<std::size_t>(horizon().count);
    std::vector<std::int32_t> places(writer.places.begin(), writer.places.end());
    for (std::size_t at = 0; at < places.size(); ++at) {
      if (is_withheld(at / months)) places[at] = -1;
    }
    whole_->spread(members, begin, end, {writer.rows, writer.width, places});
  }
  void explain(const Member& member, PaymentListener& listener) const override {
    Filter filter(*this, listener);
    whole_->explain(member, filter);
  }
  void carry(Member& member) const override { whole_->carry(member); }
  std::vector<Remembered> remembered() const override { return whole_->remembered(); }

 private:
  /// Passes on what is paid by the other components; arithmetic waits until it is known whose it is.
  class Filter final : public PaymentListener {
   public:
    Filter(const Withholding& programme, PaymentListener& listener) : programme_(programme), listener_(listener) {}
    void pay(std::size_t component, std::size_t offset, Money amount) override {
      const std::vector<Step> steps = std::exchange(steps_, {});
      if (programme_.is_withheld(component)) return;
      for (const Step& step : steps) listener_.step(step);
      listener_.pay(component, offset, amount);
    }
    void nothing(std::size_t offset, Reason reason) override { listener_.nothing(offset, reason); }
    void step(Step step) override { steps_.push_back(std::move(step)); }

   private:
    const Withholding& programme_;
    PaymentListener& listener_;
    std::vector<Step> steps_;
  };
};

}  // namespace disburse
