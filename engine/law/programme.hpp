#pragma once
// A programme (待遇项目) as the projection sees it: one pure rule over one member, read by several readers.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/money.hpp"
#include "engine/base/numbers.hpp"
#include "engine/budget/budget.hpp"
#include "engine/law/parameters.hpp"
#include "engine/law/programme_definition.hpp"
#include "engine/law/reason.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

/// Receives the payments of a group of members who share one survival path: plain sums per component and month due.
template <class N>
class StreamSumsOf {
 public:
  StreamSumsOf(std::size_t components, int months)
      : months_(static_cast<std::size_t>(months)), amount_(components * months_), persons_(components * months_) {}
  void clear() {
    std::fill(amount_.begin(), amount_.end(), typename N::Amount{});
    std::fill(persons_.begin(), persons_.end(), 0);
  }
  /// So much in every month [begin, end).
  void add(std::size_t component, std::size_t begin, std::size_t end, const typename N::Money& amount) {
    for (std::size_t at = component * months_ + begin; at < component * months_ + end; ++at) {
      amount_[at] += amount_of(amount);
      persons_[at] += 1;
    }
  }
  /// Forgets what a component was given.
  void drop(std::size_t component) {
    const auto begin = static_cast<std::ptrdiff_t>(component * months_);
    const auto end = begin + static_cast<std::ptrdiff_t>(months_);
    std::fill(amount_.begin() + begin, amount_.begin() + end, typename N::Amount{});
    std::fill(persons_.begin() + begin, persons_.begin() + end, 0);
  }
  const typename N::Amount& amount(std::size_t component, std::size_t offset) const {
    return amount_[component * months_ + offset];
  }
  std::int64_t persons(std::size_t component, std::size_t offset) const {
    return persons_[component * months_ + offset];
  }

 private:
  std::size_t months_;
  std::vector<typename N::Amount> amount_;
  std::vector<std::int64_t> persons_;  // payments
};
using StreamSums = StreamSumsOf<Exact>;

/// Receives the payments of members one by one: each adds to its own row, at the place that stands for its component
/// and month due (negative: nowhere). Errors: std::length_error when an amount does not fit 32 bits of fen
/// (21,474,836.47 yuan).
struct RowWriter {
  std::int32_t* rows;  ///< members x width, fen
  std::size_t width;
  std::span<const std::int32_t> places;  ///< components x months due
};

/// One line of arithmetic on the way to an amount, for the explanation of one member.
struct Step {
  Message text;  ///< what the amount is
  Money amount;
};

/// Receives the payments of one member for an explanation.
class PaymentListener {
 public:
  virtual ~PaymentListener() = default;
  virtual void pay(std::size_t component, std::size_t offset, Money amount) = 0;
  virtual void nothing(std::size_t offset, Reason reason) = 0;
  /// Arithmetic that belongs to the next `pay`.
  virtual void step(Step step) = 0;
};

/// A payment that depends on no member: the same in every replicate.
template <class N>
struct FixedPaymentOf {
  std::string line;  ///< functional code, empty when it falls on no budget line
  Payer payer;
  Kind kind = Kind::regular;
  Month due;
  Month paid;
  typename N::Money amount;
};
using FixedPayment = FixedPaymentOf<Exact>;

/// What a programme is made from.
template <class N>
struct ContextOf {
  const ProgrammeDefinition& definition;
  const typename N::Law& law;
  const Budget& budget;
  Horizon horizon;
};
using ProgrammeContext = ContextOf<Exact>;

/// What the projection asks of a programme.
template <class N>
class ProgrammeOf {
 public:
  explicit ProgrammeOf(const ContextOf<N>& context) : definition_(context.definition), horizon_(context.horizon) {}
  virtual ~ProgrammeOf() = default;
  ProgrammeOf(const ProgrammeOf&) = delete;
  ProgrammeOf& operator=(const ProgrammeOf&) = delete;

  const ProgrammeDefinition& definition() const { return definition_; }
  Horizon horizon() const { return horizon_; }

  /// False when no member of this kind is ever paid; lets the projection pass over whole cohorts.
  virtual bool concerns(Scheme scheme, Role role) const = 0;
  /// The payments of members [begin, end), each given alive on the first day of the month due (or dying in it, for
  /// components on death).
  virtual void accumulate(const typename N::Members& members, std::size_t begin, std::size_t end,
                          StreamSumsOf<N>& sums) const = 0;
  /// The month in which what is due in `due` is paid.
  virtual Month paid_month(std::size_t component, Month due) const = 0;
  virtual std::vector<FixedPaymentOf<N>> fixed_payments() const = 0;
  /// Share of those entitled who take the payment up (1 unless the law says otherwise), in `due`.
  virtual typename N::Rate take_up(Month due) const = 0;

 private:
  ProgrammeDefinition definition_;
  Horizon horizon_;
};

/// A parameter whose value in a run that begins later follows from this one.
struct Remembered {
  std::string path;
  Value value;
};

/// A programme for the books, which also shows its members one by one.
class Programme : public ProgrammeOf<Exact> {
 public:
  using ProgrammeOf<Exact>::ProgrammeOf;
  /// The payments of `accumulate`, each member's in a row of its own.
  virtual void spread(const Roster& members, std::size_t begin, std::size_t end, const RowWriter& writer) const = 0;
  /// The same payments of one member, with reasons and arithmetic.
  virtual void explain(const Member& member, PaymentListener& listener) const = 0;
  /// Gives a member the amounts that a run after the horizon begins with.
  virtual void carry(Member& member) const = 0;
  /// What the programme remembers beyond the horizon.
  virtual std::vector<Remembered> remembered() const = 0;
};

/// The programmes of a run, over either kind of numbers.
template <class N>
using ProgrammeBase = std::conditional_t<std::is_same_v<N, Exact>, Programme, ProgrammeOf<N>>;
template <class N>
using ProgrammeSetOf = std::vector<std::unique_ptr<ProgrammeBase<N>>>;
using ProgrammeSet = ProgrammeSetOf<Exact>;

}  // namespace disburse
