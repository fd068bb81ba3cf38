#pragma once
// A programme (待遇项目) as the projection sees it: one pure rule over one member, read by several readers.
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/budget.hpp"
#include "engine/calendar.hpp"
#include "engine/money.hpp"
#include "engine/parameters.hpp"
#include "engine/programme_definition.hpp"
#include "engine/roster.hpp"

namespace disburse {

/// Why a member gets nothing from a programme in a month. Every zero has one.
enum class Reason : std::uint8_t {
  other_scheme,           ///< 不属于本险种
  not_in_role,            ///< the programme pays another kind of member (在职, 缴费, 领取)
  not_yet_retired,        ///< benefits start the month after retirement
  no_payment_month,       ///< nothing falls due in this month
  retired_before_cohort,  ///< retired before the cohorts that the programme covers
  retired_too_late,       ///< retired after the programme's closing day of the year
  not_fully_funded,       ///< the employer's annuity contributions are not booked ones
  no_months_in_batch,     ///< no month of the member lies in the batch
  not_yet_a_member,       ///< joins later
  paid_at_retirement,     ///< the booked annuity was made good on retirement
  switched_off,           ///< the scenario leaves the programme out
  pays_no_member,         ///< the programme pays for things, not to persons
};
/// One Chinese sentence.
const char* reason_text(Reason reason);

/// Receives the payments of a group of members who share one survival path: plain sums per component and month due.
class StreamSums {
 public:
  StreamSums(std::size_t components, int months)
      : months_(static_cast<std::size_t>(months)), amount_(components * months_), persons_(components * months_) {}
  void clear();
  /// So much in every month [begin, end).
  void add(std::size_t component, std::size_t begin, std::size_t end, Money amount) {
    for (std::size_t at = component * months_ + begin; at < component * months_ + end; ++at) {
      amount_[at] += amount.fen();
      persons_[at] += 1;
    }
  }
  std::int64_t amount(std::size_t component, std::size_t offset) const { return amount_[component * months_ + offset]; }
  std::int64_t persons(std::size_t component, std::size_t offset) const {
    return persons_[component * months_ + offset];
  }

 private:
  std::size_t months_;
  std::vector<std::int64_t> amount_;   // fen
  std::vector<std::int64_t> persons_;  // payments
};

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
  std::string text;  ///< "挂钩缴费年限：10 + 2 × (35 − 15)"
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
struct FixedPayment {
  std::string line;  ///< functional code, empty when it falls on no budget line
  Payer payer = Payer::city;
  Kind kind = Kind::regular;
  Month due;
  Month paid;
  Money amount;
};

/// What a programme is made from.
struct ProgrammeContext {
  const ProgrammeDefinition& definition;
  const ParameterTree& law;
  const Budget& budget;
  Horizon horizon;
};

class Programme {
 public:
  explicit Programme(const ProgrammeContext& context) : definition_(context.definition), horizon_(context.horizon) {}
  virtual ~Programme() = default;
  Programme(const Programme&) = delete;
  Programme& operator=(const Programme&) = delete;

  const ProgrammeDefinition& definition() const { return definition_; }
  Horizon horizon() const { return horizon_; }

  /// False when no member of this kind is ever paid; lets the projection pass over whole cohorts.
  virtual bool concerns(Scheme scheme, Role role) const = 0;
  /// The payments of members [begin, end), each given alive on the first day of the month due (or dying in it, for
  /// components on death).
  virtual void accumulate(const Roster& members, std::size_t begin, std::size_t end, StreamSums& sums) const = 0;
  /// The same payments, each member's in a row of its own.
  virtual void spread(const Roster& members, std::size_t begin, std::size_t end, const RowWriter& writer) const = 0;
  /// The same payments of one member, with reasons and arithmetic.
  virtual void explain(const Member& member, PaymentListener& listener) const = 0;
  /// The month in which what is due in `due` is paid.
  virtual Month paid_month(std::size_t component, Month due) const;
  virtual std::vector<FixedPayment> fixed_payments() const { return {}; }
  /// Share of those entitled who take the payment up (1 unless the law says otherwise), in `due`.
  virtual Rate take_up(Month due) const;

 protected:
  std::size_t component(std::string_view id) const;  ///< index of the component; ProgramFault when absent

 private:
  ProgrammeDefinition definition_;
  Horizon horizon_;
};

/// Gives a rule its readers. `Rule` has
///   template <class Reader> void entitle(const Member&, Reader&) const;
/// which calls reader.pay(component, offset, amount) or, for months that pay alike, reader.pay(component, begin, end,
/// amount); reader.nothing(offset, reason) and reader.step({...}) are heard only where Reader::explains. It may ask
/// reader.wants(component) before it works out an amount at length. It is the one place where the programme's formula
/// stands.
template <class Rule>
class RuleProgramme : public Programme {
 public:
  using Programme::Programme;

  void accumulate(const Roster& members, std::size_t begin, std::size_t end, StreamSums& sums) const final {
    SumReader reader{sums};
    for (std::size_t i = begin; i < end; ++i) rule().entitle(members.member(i), reader);
  }
  void spread(const Roster& members, std::size_t begin, std::size_t end, const RowWriter& writer) const final {
    RowReader reader{writer.rows, writer.places, static_cast<std::size_t>(horizon().count)};
    for (std::size_t i = begin; i < end; ++i, reader.row += writer.width) rule().entitle(members.member(i), reader);
  }
  void explain(const Member& member, PaymentListener& listener) const final {
    ListeningReader reader{listener};
    if (!concerns(member.scheme, member.role)) {
      const Reason reason =
          definition().scheme && *definition().scheme != member.scheme ? Reason::other_scheme : Reason::not_in_role;
      for (int t = 0; t < horizon().count; ++t) listener.nothing(static_cast<std::size_t>(t), reason);
      return;
    }
    rule().entitle(member, reader);
  }

 private:
  struct SumReader {
    static constexpr bool explains = false;
    StreamSums& sums;
    bool wants(std::size_t) const { return true; }
    void pay(std::size_t component, std::size_t offset, Money amount) {
      sums.add(component, offset, offset + 1, amount);
    }
    void pay(std::size_t component, std::size_t begin, std::size_t end, Money amount) {
      sums.add(component, begin, end, amount);
    }
    void nothing(std::size_t, Reason) {}
  };
  struct RowReader {
    static constexpr bool explains = false;
    std::int32_t* row;
    std::span<const std::int32_t> places;
    std::size_t months;
    /// One payer pays a component in all months.
    bool wants(std::size_t component) const { return places[component * months] >= 0; }
    void pay(std::size_t component, std::size_t offset, Money amount) { pay(component, offset, offset + 1, amount); }
    void pay(std::size_t component, std::size_t begin, std::size_t end, Money amount) {
      if (!wants(component)) return;
      for (std::size_t t = begin; t < end; ++t) {
        std::int32_t& sum = row[places[component * months + t]];
        const std::int64_t fen = sum + amount.fen();
        sum = static_cast<std::int32_t>(fen);
        if (sum != fen) throw std::length_error("a member's amount of one month does not fit 32 bits of fen");
      }
    }
    void nothing(std::size_t, Reason) {}
  };
  struct ListeningReader {
    static constexpr bool explains = true;
    PaymentListener& listener;
    bool wants(std::size_t) const { return true; }
    void pay(std::size_t component, std::size_t offset, Money amount) { listener.pay(component, offset, amount); }
    void pay(std::size_t component, std::size_t begin, std::size_t end, Money amount) {
      for (std::size_t t = begin; t < end; ++t) pay(component, t, amount);
    }
    void nothing(std::size_t offset, Reason reason) { listener.nothing(offset, reason); }
    void step(Step step) { listener.step(std::move(step)); }
  };
  const Rule& rule() const { return static_cast<const Rule&>(*this); }
};

}  // namespace disburse
