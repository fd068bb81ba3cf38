#pragma once
// Why a member gets nothing from a programme in a month (不发放的原因): every zero has one.
#include <cstdint>
#include <string>

namespace disburse {

/// What a condition in a programme's file says of those who fail it.
struct ConditionLabel {
  std::string zh, en;     ///< one sentence each
  std::string parameter;  ///< path of the number that decided; empty where none did
  friend bool operator==(const ConditionLabel&, const ConditionLabel&) = default;
};

/// A code that every rule knows, or a condition of the programme's own file with its label. It is passed about while
/// amounts are worked out, so it is small and owns nothing.
class Reason {
 public:
  enum Code : std::uint8_t {
    other_scheme,        ///< 不属于本险种
    not_in_role,         ///< the programme pays another kind of member (在职, 缴费, 领取)
    not_yet_retired,     ///< benefits start the month after retirement
    no_longer_at_work,   ///< paid only while contributing
    no_payment_month,    ///< nothing falls due in this month
    paid_at_retirement,  ///< paid once, because of the retirement
    no_rate,             ///< the programme has no amount for such a member
    not_fully_funded,    ///< the employer's annuity contributions are not booked ones
    no_months_in_batch,  ///< no month of the member lies in the batch
    not_yet_a_member,    ///< joins later
    made_good,           ///< the booked annuity was made good on retirement
    switched_off,        ///< the scenario leaves the programme out
    pays_no_member,      ///< the programme pays for things, not to persons
    condition,           ///< a condition of the programme's file; its label says which
  };

  constexpr Reason(Code code) : code_(code) {}  // NOLINT: a code is a reason
  /// `label` stays with the programme.
  explicit constexpr Reason(const ConditionLabel& label) : code_(condition), label_(&label) {}

  constexpr Code code() const { return code_; }
  constexpr const ConditionLabel* label() const { return label_; }

 private:
  Code code_;
  const ConditionLabel* label_ = nullptr;
};

/// A reason that is kept after the programme that gave it.
struct StatedReason {
  Reason::Code code = Reason::no_payment_month;
  ConditionLabel label;  ///< of `Reason::condition`
  StatedReason() = default;
  StatedReason(const Reason& reason)  // NOLINT: the same, kept
      : code(reason.code()), label(reason.label() == nullptr ? ConditionLabel{} : *reason.label()) {}
  StatedReason(Reason::Code given) : code(given) {}  // NOLINT: a code is a reason
  friend bool operator==(const StatedReason&, const StatedReason&) = default;
};

}  // namespace disburse
