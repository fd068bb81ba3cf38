// A programme that begins later than the horizon: what it pays rests on amounts of the roster, and those are of its
// date.
#include <algorithm>
#include <utility>

#include "engine/base/error.hpp"
#include "models/shapes/shapes.hpp"

namespace disburse {
namespace {

/// Why a member gets nothing in the months before.
const ConditionLabel before_the_roster{"花名册中的金额是其日期的水平，更早的月份不测算",
                                       "the amounts of the roster are of its date; earlier months are not projected",
                                       ""};

/// What both kinds of numbers share: sums, months and shares of the programme within, moved to their place.
template <class N>
class LaterProgramme : public ProgrammeBase<N> {
 public:
  LaterProgramme(std::unique_ptr<ProgrammeBase<N>> inner, const ContextOf<N>& context)
      : ProgrammeBase<N>(context),
        inner_(std::move(inner)),
        later_(static_cast<std::size_t>(inner_->horizon().first - context.horizon.first)) {}

  bool concerns(Scheme scheme, Role role) const final { return inner_->concerns(scheme, role); }
  void accumulate(const typename N::Members& members, std::size_t begin, std::size_t end,
                  StreamSumsOf<N>& sums) const final {
    StreamSumsOf<N> own(this->definition().components.size(), inner_->horizon().count);
    inner_->accumulate(members, begin, end, own);
    for (std::size_t c = 0; c < this->definition().components.size(); ++c) {
      for (std::size_t t = 0; t < static_cast<std::size_t>(inner_->horizon().count); ++t) move(own, sums, c, t);
    }
  }
  Month paid_month(std::size_t component, Month due) const final {
    return due < inner_->horizon().first ? due : inner_->paid_month(component, due);
  }
  std::vector<FixedPaymentOf<N>> fixed_payments() const final { return inner_->fixed_payments(); }
  typename N::Rate take_up(Month due) const final {
    if (due < inner_->horizon().first) return {1, 1};
    return inner_->take_up(due);
  }

 private:
  /// A month's payments as so many calls, of which the first brings the money: sums count a payment for each.
  void move(const StreamSumsOf<N>& own, StreamSumsOf<N>& sums, std::size_t component, std::size_t t) const {
    for (std::int64_t n = own.persons(component, t); n > 0; --n) {
      const bool first = n == own.persons(component, t);
      sums.add(component, t + later_, t + later_ + 1, first ? money_of(own.amount(component, t)) : typename N::Money());
    }
  }
  static Money money_of(std::int64_t fen) { return Money::fen(fen); }
  static Dual money_of(const Dual& fen) { return fen; }

 protected:
  std::unique_ptr<ProgrammeBase<N>> inner_;
  std::size_t later_;
};

/// Tells a listener of months counted from the horizon's first.
class LaterListener final : public PaymentListener {
 public:
  LaterListener(PaymentListener& listener, std::size_t later) : listener_(listener), later_(later) {}
  void pay(std::size_t component, std::size_t offset, Money amount) override {
    listener_.pay(component, offset + later_, amount);
  }
  void nothing(std::size_t offset, Reason reason) override { listener_.nothing(offset + later_, reason); }
  void step(Step step) override { listener_.step(std::move(step)); }

 private:
  PaymentListener& listener_;
  std::size_t later_;
};

class LaterBooked final : public LaterProgramme<Exact> {
 public:
  using LaterProgramme<Exact>::LaterProgramme;

  void spread(const Roster& members, std::size_t begin, std::size_t end, const RowWriter& writer) const override {
    const auto months = static_cast<std::size_t>(horizon().count);
    const auto own = static_cast<std::size_t>(inner_->horizon().count);
    std::vector<std::int32_t> places;
    for (std::size_t c = 0; c < definition().components.size(); ++c) {
      const auto from = writer.places.begin() + static_cast<std::ptrdiff_t>(c * months + later_);
      places.insert(places.end(), from, from + static_cast<std::ptrdiff_t>(own));
    }
    inner_->spread(members, begin, end, {writer.rows, writer.width, places});
  }
  void explain(const Member& member, PaymentListener& listener) const override {
    for (std::size_t t = 0; t < later_; ++t) listener.nothing(t, Reason(before_the_roster));
    LaterListener own(listener, later_);
    inner_->explain(member, own);
  }
  void carry(Member& member) const override { inner_->carry(member); }
  std::vector<Remembered> remembered() const override { return inner_->remembered(); }
};

}  // namespace

std::unique_ptr<Programme> make_later(std::unique_ptr<Programme> programme, const ProgrammeContext& context) {
  return std::make_unique<LaterBooked>(std::move(programme), context);
}
std::unique_ptr<SmoothProgramme> make_later(std::unique_ptr<SmoothProgramme> programme, const SmoothContext& context) {
  return std::make_unique<LaterProgramme<Smooth>>(std::move(programme), context);
}

}  // namespace disburse
