#pragma once
// A rule (待遇规则): the one place where a programme's formula stands, and the readers it is given.
#include <stdexcept>

#include "engine/law/programme.hpp"

namespace disburse {

/// What every rule stands on. A rule is a class template over the numbers it reckons with,
///   template <class N> class NAME : public RuleParts,
/// made from a ContextOf<N>. It has
///   bool concerns(Scheme, Role) const;
///   template <class Reader> void entitle(const MemberOf<N>&, Reader&) const;
/// and where the programme has them fixed_payments, paid_month, take_up (as in ProgrammeOf), carry, remembered (as
/// in Programme) and
///   Reason pays_nobody() const;
/// `entitle` calls reader.pay(component, offset, amount) or, for months that pay alike, reader.pay(component, begin,
/// end, amount); reader.nothing(offset, reason) and reader.step({...}) are heard only where Reader::explains. It may
/// ask reader.wants(component) before it works out an amount at length.
class RuleParts {
 public:
  Horizon horizon() const { return horizon_; }

 protected:
  template <class N>
  explicit RuleParts(const ContextOf<N>& context) : definition_(context.definition), horizon_(context.horizon) {}
  const ProgrammeDefinition& definition() const { return definition_; }
  std::size_t component(std::string_view id) const;  ///< index of the component; ProgramFault when absent

 private:
  ProgrammeDefinition definition_;
  Horizon horizon_;
};

/// Adds to a group's sums.
template <class N>
struct SumReader {
  static constexpr bool explains = false;
  StreamSumsOf<N>& sums;
  bool wants(std::size_t) const { return true; }
  void pay(std::size_t component, std::size_t offset, const typename N::Money& amount) {
    sums.add(component, offset, offset + 1, amount);
  }
  void pay(std::size_t component, std::size_t begin, std::size_t end, const typename N::Money& amount) {
    sums.add(component, begin, end, amount);
  }
  void nothing(std::size_t, Reason) {}
};

/// Writes one member's row.
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

/// Keeps what one component pays in one month.
struct OnePaymentReader {
  static constexpr bool explains = false;
  std::size_t component, offset;
  Money amount;
  bool wants(std::size_t asked) const { return asked == component; }
  void pay(std::size_t paid, std::size_t at, Money more) { pay(paid, at, at + 1, more); }
  void pay(std::size_t paid, std::size_t begin, std::size_t end, Money more) {
    if (paid == component && begin <= offset && offset < end) amount += more;
  }
  void nothing(std::size_t, Reason) {}
};

/// Tells a listener everything.
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

/// What the projection needs of a programme, by its rule.
template <template <class> class Rule, class N>
class SummedRule : public ProgrammeBase<N> {
 public:
  explicit SummedRule(const ContextOf<N>& context) : ProgrammeBase<N>(context), rule_(context) {}

  bool concerns(Scheme scheme, Role role) const final { return rule_.concerns(scheme, role); }
  void accumulate(const typename N::Members& members, std::size_t begin, std::size_t end,
                  StreamSumsOf<N>& sums) const final {
    SumReader<N> reader{sums};
    for (std::size_t i = begin; i < end; ++i) rule_.entitle(members.member(i), reader);
  }
  Month paid_month(std::size_t component, Month due) const final {
    if constexpr (requires { rule_.paid_month(component, due); }) return rule_.paid_month(component, due);
    return due;
  }
  std::vector<FixedPaymentOf<N>> fixed_payments() const final {
    if constexpr (requires { rule_.fixed_payments(); }) return rule_.fixed_payments();
    return {};
  }
  typename N::Rate take_up(Month due) const final {
    if constexpr (requires { rule_.take_up(due); }) return rule_.take_up(due);
    return {1, 1};
  }

 protected:
  Rule<N> rule_;
};

/// A rule for the books: its members one by one, too.
template <template <class> class Rule>
class BookedRule final : public SummedRule<Rule, Exact> {
 public:
  using SummedRule<Rule, Exact>::SummedRule;

  void spread(const Roster& members, std::size_t begin, std::size_t end, const RowWriter& writer) const override {
    RowReader reader{writer.rows, writer.places, static_cast<std::size_t>(this->horizon().count)};
    for (std::size_t i = begin; i < end; ++i, reader.row += writer.width)
      this->rule_.entitle(members.member(i), reader);
  }
  void explain(const Member& member, PaymentListener& listener) const override {
    ListeningReader reader{listener};
    if (this->concerns(member.scheme, member.role)) return this->rule_.entitle(member, reader);
    for (int t = 0; t < this->horizon().count; ++t) listener.nothing(static_cast<std::size_t>(t), why_not(member));
  }
  void carry(Member& member) const override {
    if constexpr (requires { this->rule_.carry(member); }) {
      if (this->concerns(member.scheme, member.role)) this->rule_.carry(member);
    }
  }
  std::vector<Remembered> remembered() const override {
    if constexpr (requires { this->rule_.remembered(); }) return this->rule_.remembered();
    return {};
  }

 private:
  Reason why_not(const Member& member) const {
    if constexpr (requires { this->rule_.pays_nobody(); }) return this->rule_.pays_nobody();
    const auto& scheme = this->definition().scheme;
    return scheme && *scheme != member.scheme ? Reason::other_scheme : Reason::not_in_role;
  }
};

/// A programme by its rule, over either kind of numbers.
template <template <class> class Rule>
std::unique_ptr<Programme> make_rule(const ProgrammeContext& context) {
  return std::make_unique<BookedRule<Rule>>(context);
}
template <template <class> class Rule, class N>
std::unique_ptr<ProgrammeOf<N>> make_rule(const ContextOf<N>& context) {
  return std::make_unique<SummedRule<Rule, N>>(context);
}

}  // namespace disburse
