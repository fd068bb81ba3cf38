// The shape "member" (按人发放): every payment is a grant of the programme's file, and no formula is written for it.
//
// A condition holds for a member in one span of months (a birthday begins it, another ends it), so a grant is paid in
// the months that its runs of equal law, the phase of life and all conditions have in common.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "engine/law/rule.hpp"
#include "models/shapes/member_amounts.hpp"
#include "models/shapes/member_spans.hpp"
#include "models/shapes/member_terms.hpp"
#include "models/shapes/shapes.hpp"

namespace disburse {
namespace {

template <class N>
class MemberRule final : public RuleParts {
  using Money = typename N::Money;
  using Rate = typename N::Rate;
  using Member = MemberOf<N>;
  using Run = GrantRunOf<N>;

 public:
  explicit MemberRule(const ContextOf<N>& context) : RuleParts(context), time_(context.horizon) {
    for (const Grant& grant : shape().grants) grants_.push_back(prepared(grant, context));
    for (int t = 0; t < horizon().count; ++t) {
      const bool all = shape().take_up.empty();
      take_up_.push_back(all ? Rate(1, 1) : Rate(context.law.rate(shape().take_up, horizon().month(t))));
    }
  }

  MemberRule(const MemberRule&) = delete;  // its grants are those of its own definition
  MemberRule& operator=(const MemberRule&) = delete;

  bool concerns(Scheme scheme, Role role) const {
    const auto& own = definition().scheme;
    const auto& roles = shape().roles;
    return (!own || *own == scheme) && std::find(roles.begin(), roles.end(), role) != roles.end();
  }

  Rate take_up(Month due) const { return take_up_[static_cast<std::size_t>(due - horizon().first)]; }

  Month paid_month(std::size_t part, Month due) const { return due + (is_paid_later(part) ? 1 : 0); }

  template <class Reader>
  void entitle(const Member& member, Reader& reader) const {
    if constexpr (Reader::explains) {
      for (std::int32_t t = 0; t < horizon().count; ++t) tell_month(member, t, reader);
    } else {
      const Span phase = phase_of(shape().phase, member, time_);
      for (const Prepared& own : grants_) {
        if (!failed_for_good(*own.grant, member)) pay_grant(own, member, phase, reader);
      }
    }
  }

 private:
  /// A grant and what is asked of it for every member again.
  struct Prepared {
    const Grant* grant;
    std::vector<Run> runs;
    std::vector<std::size_t> timely;  ///< its conditions that are not lasting
    bool flat;                        ///< its payment is the standard of the month, borne by one payer
  };

  const MemberShape& shape() const { return definition().members; }

  static Prepared prepared(const Grant& grant, const ContextOf<N>& context) {
    const AmountRule& amount = grant.amount;
    const bool flat = amount.base == AmountBase::standard && !is_product(amount) && !has_limits(amount);
    Prepared own{&grant, grant_runs(grant, context), {}, flat && grant.shared.empty()};
    for (std::size_t c = 0; c < grant.conditions.size(); ++c) {
      if (!is_lasting(grant.conditions[c].test)) own.timely.push_back(c);
    }
    return own;
  }

  bool is_paid_later(std::size_t part) const {
    const auto& grants = shape().grants;
    const auto pays = [&](const Grant& own) {
      return own.component <= part && part <= own.component + own.shared.size();
    };
    const auto found = std::find_if(grants.begin(), grants.end(), pays);
    return found != grants.end() && found->paid_later;
  }

  /// The first lasting condition that fails.
  static const Condition* failed_for_good(const Grant& grant, const Member& member) {
    for (const Condition& condition : grant.conditions) {
      if (is_lasting(condition.test) && !passes<N>(condition, member)) return &condition;
    }
    return nullptr;
  }

  template <class Reader>
  void pay_grant(const Prepared& own, const Member& member, Span phase, Reader& reader) const {
    const Grant& grant = *own.grant;
    const Span due = phase & due_of(grant.due, member, time_);
    for (const Run& run : own.runs) {
      Span span = run.months & due;
      for (const std::size_t c : own.timely) {
        span = span & span_of<N>(grant.conditions[c], run.terms.thresholds[c], member, time_);
      }
      if (span.begin >= span.end) continue;
      if (own.flat) {
        reader.pay(grant.component, static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end),
                   run.terms.standard);
      } else {
        pay_span(grant, run, member, span, reader);
      }
    }
  }

  /// Months of one law in which all conditions hold; only a birthday may change the amount.
  template <class Reader>
  void pay_span(const Grant& own, const Run& run, const Member& member, Span span, Reader& reader) const {
    const AmountsOf<N> amounts(own.amount, run.terms, definition().rounding);
    while (span.begin < span.end) {
      Span alike = span;
      if (own.amount.base == AmountBase::by_age) {
        const int months_old = time_.month(span.begin) - member.birth;
        alike.end = std::min(span.end, span.begin + 12 - months_old % 12);
      }
      pay(own, run, amounts.amount(member, time_.month(alike.begin)), alike, reader);
      span.begin = alike.end;
    }
  }

  template <class Reader>
  void pay(const Grant& own, const Run& run, const Money& amount, Span span, Reader& reader) const {
    if (amount == Money{} && own.amount.may_be_nothing()) return;
    const auto begin = static_cast<std::size_t>(span.begin);
    const auto end = static_cast<std::size_t>(span.end);
    Money rest = amount;
    for (std::size_t i = 0; i < own.shared.size(); ++i) {
      const Money part = amount.times(run.terms.shares[i], definition().rounding);
      rest -= part;
      if (part != Money{}) reader.pay(own.shared[i].component, begin, end, part);
    }
    reader.pay(own.component, begin, end, rest);
  }

  /// One month of an explanation: what is paid, or why nothing is.
  template <class Reader>
  void tell_month(const Member& member, std::int32_t t, Reader& reader) const {
    std::optional<Reason> reason;
    bool paid = false, concerned = false;
    for (const Prepared& own : grants_) {
      const Condition* lasting = failed_for_good(*own.grant, member);
      const std::optional<Reason> against = lasting ? Reason(lasting->label) : reason_against(own, member, t);
      if (!against) tell_payment(own, member, t, reader);
      paid = paid || !against;
      // The first grant that could ever pay the member tells why it does not.
      if (!reason || (!concerned && lasting == nullptr)) reason = against;
      concerned = concerned || lasting == nullptr;
    }
    if (!paid && reason) reader.nothing(static_cast<std::size_t>(t), *reason);
  }

  static const Run* run_in(const Prepared& own, std::int32_t t) {
    const auto found =
        std::find_if(own.runs.begin(), own.runs.end(), [&](const Run& run) { return run.months.contains(t); });
    return found == own.runs.end() ? nullptr : &*found;
  }

  /// Why a grant that concerns the member is not paid in month `t`; empty when it is.
  std::optional<Reason> reason_against(const Prepared& prepared, const Member& member, std::int32_t t) const {
    const Grant& own = *prepared.grant;
    const Span phase = phase_of(shape().phase, member, time_);
    if (t >= phase.end) return Reason(Reason::no_longer_at_work);
    if (t < phase.begin) {
      return Reason(shape().phase == Phase::drawing ? Reason::not_yet_retired : Reason::not_yet_a_member);
    }
    const Run* run = run_in(prepared, t);
    if (run == nullptr) return Reason(Reason::no_payment_month);
    if (!due_of(own.due, member, time_).contains(t)) return Reason(Reason::paid_at_retirement);
    for (const std::size_t c : prepared.timely) {
      if (!span_of<N>(own.conditions[c], run->terms.thresholds[c], member, time_).contains(t))
        return Reason(own.conditions[c].label);
    }
    const AmountsOf<N> amounts(own.amount, run->terms, definition().rounding);
    const bool nothing = own.amount.may_be_nothing() && amounts.amount(member, time_.month(t)) == Money{};
    return nothing ? std::optional<Reason>(Reason::no_rate) : std::nullopt;
  }

  template <class Reader>
  void tell_payment(const Prepared& prepared, const Member& member, std::int32_t t, Reader& reader) const {
    const Grant& own = *prepared.grant;
    const Run& run = *run_in(prepared, t);
    const AmountsOf<N> amounts(own.amount, run.terms, definition().rounding);
    const Money amount = amounts.amount(member, time_.month(t));
    const auto month = static_cast<std::size_t>(t);
    Money rest = amount;
    for (std::size_t i = 0; i < own.shared.size(); ++i) {
      const Money part = amount.times(run.terms.shares[i], definition().rounding);
      rest -= part;
      if (part == Money{}) continue;
      reader.step({Message::verbatim(yuan_text(amount) + " × " + to_string(run.terms.shares[i])), part});
      reader.pay(own.shared[i].component, month, part);
    }
    if (is_product(own.amount) || rest != amount) tell_arithmetic(own, amounts, member, t, rest, reader);
    reader.pay(own.component, month, rest);
  }

  /// Base times factor, the limit that was reached, what other payers bear.
  template <class Reader>
  void tell_arithmetic(const Grant& own, const AmountsOf<N>& amounts, const Member& member, std::int32_t t, Money rest,
                       Reader& reader) const {
    const Month month = time_.month(t);
    const Money product = amounts.product(member, month), amount = amounts.amount(member, month);
    std::string text = yuan_text(amounts.base(member, month));
    if (is_product(own.amount)) text += " × " + to_string(amounts.factor(member));
    reader.step({Message::verbatim(std::move(text)), product});
    if (amount != product) {
      reader.step({Message::verbatim((amount > product ? "≥ " : "≤ ") + yuan_text(amount)), amount - product});
    }
    if (rest != amount) reader.step({Message::verbatim("− " + yuan_text(amount - rest)), rest - amount});
  }

  Timeline time_;
  std::vector<Prepared> grants_;
  std::vector<Rate> take_up_;  // by month
};

}  // namespace

std::unique_ptr<Programme> make_member_shape(const ProgrammeContext& context) { return make_rule<MemberRule>(context); }
std::unique_ptr<SmoothProgramme> make_member_shape(const SmoothContext& context) {
  return make_rule<MemberRule>(context);
}

}  // namespace disburse
