#pragma once
// A programme made in a test: each part pays a multiple of the member's pension in each month, so that every sum can be
// worked out by hand.
#include <string>
#include <utility>
#include <vector>

#include "engine/law/rule.hpp"
#include "support/payers.hpp"

namespace disburse {

/// One part: what it pays of the member's pension in each month of the horizon (0: nothing), and how long after the
/// month due.
struct MadePart {
  Component component;
  std::vector<int> times;
  int delay = 0;
};

inline MadePart made_part(const std::string& id, const Payer& who, std::vector<int> times, int delay = 0) {
  MadePart part{{}, std::move(times), delay};
  part.component.id = part.component.name = id;
  part.component.payer = who;
  part.component.counts_persons = true;
  return part;
}

/// The same, paid because of a death.
inline MadePart made_lump(const std::string& id, const Payer& who, std::vector<int> times) {
  MadePart part = made_part(id, who, std::move(times));
  part.component.on_death = true;
  part.component.kind = Kind::lump_sum;
  return part;
}

/// Pays pensioners of one scheme.
class MadeProgramme final : public Programme {
 public:
  MadeProgramme(const std::string& id, Scheme scheme, Horizon horizon, const std::vector<MadePart>& parts,
                Rate share = Rate(1, 1), std::vector<FixedPayment> fixed = {})
      : Programme({definition_of(id, scheme, parts), no_law(), no_budget(), horizon}),
        parts_(parts),
        share_(share),
        fixed_(std::move(fixed)) {}

  bool concerns(Scheme scheme, Role role) const override {
    return scheme == *definition().scheme && role == Role::pensioner;
  }
  void accumulate(const Roster& members, std::size_t begin, std::size_t end, StreamSums& sums) const override {
    for (std::size_t i = begin; i < end; ++i) {
      each_payment(members.member(i),
                   [&](std::size_t c, std::size_t t, Money amount) { sums.add(c, t, t + 1, amount); });
    }
  }
  void spread(const Roster& members, std::size_t begin, std::size_t end, const RowWriter& writer) const override {
    RowReader reader{writer.rows, writer.places, static_cast<std::size_t>(horizon().count)};
    for (std::size_t i = begin; i < end; ++i, reader.row += writer.width) {
      each_payment(members.member(i), [&](std::size_t c, std::size_t t, Money amount) { reader.pay(c, t, amount); });
    }
  }
  void explain(const Member& member, PaymentListener& listener) const override {
    each_payment(member, [&](std::size_t c, std::size_t t, Money amount) { listener.pay(c, t, amount); });
  }
  void carry(Member&) const override {}
  std::vector<Remembered> remembered() const override { return {}; }
  Month paid_month(std::size_t component, Month due) const override { return due + parts_.at(component).delay; }
  std::vector<FixedPayment> fixed_payments() const override { return fixed_; }
  Rate take_up(Month) const override { return share_; }

 private:
  static const ParameterTree& no_law() {
    static const ParameterTree law;
    return law;
  }
  static const Budget& no_budget() {
    static const Budget budget;
    return budget;
  }
  static const ProgrammeDefinition& definition_of(const std::string& id, Scheme scheme,
                                                  const std::vector<MadePart>& parts) {
    static ProgrammeDefinition made;  // copied at once by who asks
    made = {};
    made.id = made.name = made.project = id;
    made.line = "line of " + id;
    made.scheme = scheme;
    for (const MadePart& part : parts) made.components.push_back(part.component);
    return made;
  }
  template <class Pay>
  void each_payment(const Member& member, Pay pay) const {
    for (std::size_t c = 0; c < parts_.size(); ++c) {
      for (std::size_t t = 0; t < parts_[c].times.size(); ++t) {
        if (parts_[c].times[t] != 0) pay(c, t, Money::fen(member.pension.fen() * parts_[c].times[t]));
      }
    }
  }

  std::vector<MadePart> parts_;
  Rate share_;
  std::vector<FixedPayment> fixed_;
};

/// A pensioner of a scheme, long retired.
inline Member made_pensioner(Scheme scheme, Money pension, Month birth = Month(1950, 1)) {
  Member member{};
  member.scheme = scheme;
  member.role = Role::pensioner;
  member.birth = birth;
  member.joined = Month(1980, 1);
  member.retired = Month(2010, 1);
  member.pension = pension;
  return member;
}

/// A roster of the last month of 2023.
inline Roster made_roster(const std::vector<Member>& members) {
  Roster roster;
  roster.as_of = Month(2023, 12);
  roster.source = "made in a test";
  for (std::size_t i = 0; i < members.size(); ++i) roster.add(MemberKey::from("M" + std::to_string(i)), members[i]);
  return roster;
}

}  // namespace disburse
