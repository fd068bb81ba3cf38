#include "engine/derivatives/smooth_members.hpp"

namespace disburse {

MemberOf<Smooth> SmoothMembers::member(std::size_t row) const {
  const Member exact = rows_.member(row);
  MemberOf<Smooth> member{exact.scheme,
                          exact.role,
                          exact.sex,
                          exact.category,
                          exact.hardship,
                          exact.birth,
                          exact.joined,
                          exact.retired,
                          exact.service_months,
                          {},
                          {},
                          {},
                          {},
                          exact.grade};
  const auto found = own_.find(row);
  if (found != own_.end()) {
    member.pension = found->second.pension;
    member.account_pension = found->second.account_pension;
    member.base = found->second.base;
    member.annuity_base = found->second.annuity_base;
    return member;
  }
  const auto amount = [&](std::vector<std::int64_t> Roster::*column) {
    const std::int64_t fen = (rows_.*column)[row];
    for (const Stretch& stretch : stretches_) {
      if (fen == 0 || stretch.scheme != exact.scheme || stretch.column != column) continue;
      return Dual(stretch.least) + Dual(Money::fen(fen) - stretch.least) * stretch.factor;
    }
    return Dual(Money::fen(fen));
  };
  member.pension = amount(&Roster::pension);
  member.account_pension = amount(&Roster::account_pension);
  member.base = amount(&Roster::base);
  member.annuity_base = amount(&Roster::annuity_base);
  return member;
}

void SmoothMembers::set(std::size_t row, const MemberOf<Smooth>& member) {
  own_[row] = {member.pension, member.account_pension, member.base, member.annuity_base};
}

}  // namespace disburse
