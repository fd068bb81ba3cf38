// Members of the civil-service scheme: pensioners, this year's retirees, active members, and the annuity's leavers.
#include "scenarios/rosters/roster_amounts.hpp"
#include "scenarios/rosters/roster_maker.hpp"

namespace disburse {
namespace {

constexpr int man_retires = 60 * 12;
constexpr int woman_retires = 55 * 12;
constexpr std::uint32_t service_spread = 3;  // years about the mean
constexpr int youngest_active = 22 * 12;
// Those whose annuity is made good joined before the annuity began, in 2014-10: 22 years of age and 9 and more since.
constexpr int youngest_with_annuity = 32 * 12;

int retires_at(Sex sex) { return sex == Sex::male ? man_retires : woman_retires; }

Member pensioner(RosterMaker& maker, Part part, std::uint64_t i, std::uint64_t count, Sex sex, Month birth,
                 Month retired) {
  Member member;
  member.scheme = Scheme::civil_service;
  member.sex = sex;
  member.birth = birth;
  member.retired = retired;
  member.service_months =
      maker.service_months(part, i, count, maker.years("civil_service_service_mean"), service_spread);
  member.joined = retired - member.service_months;
  return member;
}

std::size_t add_entrants(RosterMaker& maker) {
  const std::size_t begin = maker.rows();
  const auto count = static_cast<std::uint64_t>(maker.count("civil_service_entrants"));
  const std::int64_t men = maker.share("civil_service_entrant_men");
  const Mix mix({{Sex::male, man_retires, 1, men}, {Sex::female, woman_retires, 1, weight_of(Rate(1, 1)) - men}});
  const Quantiles pensions(maker.recipe().distribution("civil_service_pension"));
  for (std::uint64_t i = 0; i < count; ++i) {
    const SexAndAge person = mix.at(equal_place(i, count));
    const Month retired = RosterMaker::spread_month(i, maker.recipe().year().first, 12);
    Member member =
        pensioner(maker, Part::civil_service_entrants, i, count, person.sex, retired - person.age_months, retired);
    member.pension = Money::fen(pensions.at(maker.words(Part::civil_service_entrants, i)[0]));
    maker.add(Part::civil_service_entrants, i, member);
  }
  maker.set_mean(civil_service_awards, begin);
  return begin;
}

/// Women of 55 to 59, who alone have retired by then, and all ages from 60.
Mix stock_mix(const RosterMaker& maker) {
  const std::int64_t young = maker.share("civil_service_share_55_59");
  const std::int64_t women = maker.share("civil_service_women");
  std::vector<AgeCell> cells;
  if (young <= women) cells = cells_from_60(maker.recipe().age_groups, weight_of(Rate(1, 1)) - young, women - young);
  if (cells.empty()) {
    maker.refuse("roster.civil_service_women", "the share of women contradicts the ages"_m,
                 "the women of 55 to 59 are part of it, and no age group has more women than persons"_m);
  }
  cells.push_back({Sex::female, woman_retires, man_retires - woman_retires, young});
  return Mix(cells);
}

void add_stock(RosterMaker& maker, std::size_t entrants_begin) {
  const Mix mix = stock_mix(maker);
  const std::uint64_t start = maker.start(Part::civil_service_stock);
  const auto person_at = [&](std::uint64_t i) { return mix.at(golden_place(start, i)); };
  const std::uint64_t count = maker.further_members(
      {Scheme::civil_service, "counts.civil_service_retirees", maker.count("civil_service_retirees"),
       maker.count("civil_service_entrants"), 0, maker.alive_from(entrants_begin), person_at});
  const Quantiles pensions(maker.recipe().distribution("civil_service_pension"));
  const std::size_t begin = maker.rows();
  for (std::uint64_t i = 0; i < count; ++i) {
    const SexAndAge person = person_at(i);
    const Month birth = maker.as_of() - person.age_months;
    Member member =
        pensioner(maker, Part::civil_service_stock, i, count, person.sex, birth, birth + retires_at(person.sex));
    member.pension = Money::fen(pensions.at(maker.words(Part::civil_service_stock, i)[0]));
    maker.add(Part::civil_service_stock, i, member);
  }
  maker.set_mean(civil_service_pensions, begin);
}

/// Ages of members at work: even up to the last who do not retire within the budget year.
Mix working_mix(const RosterMaker& maker, int youngest) {
  const std::int64_t women = maker.share("active_women");
  return Mix({{Sex::male, youngest, man_retires - 12 - youngest, weight_of(Rate(1, 1)) - women},
              {Sex::female, youngest, woman_retires - 12 - youngest, women}});
}

Member at_work(const RosterMaker& maker, Role role, const SexAndAge& person) {
  Member member;
  member.scheme = Scheme::civil_service;
  member.role = role;
  member.sex = person.sex;
  member.birth = maker.as_of() - person.age_months;
  member.joined = member.birth + youngest_active;
  member.service_months = maker.as_of() - member.joined;
  return member;
}

void add_active(RosterMaker& maker) {
  const auto count = static_cast<std::uint64_t>(maker.count("civil_service_active"));
  const std::int64_t with_annuity = maker.count("annuity_heads") - maker.count("annuity_leavers");
  if (with_annuity < 0 || with_annuity > maker.count("civil_service_active")) {
    maker.refuse("counts.annuity_heads", "the heads without the leavers are {}"_m(with_annuity),
                 "they are active members, of whom there are {}"_m(count));
  }
  const Mix older = working_mix(maker, youngest_with_annuity);
  const Mix any = working_mix(maker, youngest_active);
  const std::uint64_t start = maker.start(Part::active);
  const Quantiles bases(maker.recipe().distribution("contribution_base"));
  const Quantiles annuity_amounts(maker.recipe().distribution("annuity_base"));
  const std::size_t begin = maker.rows();
  for (std::uint64_t i = 0; i < count; ++i) {
    const bool annuity = i < static_cast<std::uint64_t>(with_annuity);
    Member member = at_work(maker, Role::active, (annuity ? older : any).at(golden_place(start, i)));
    // One word for both bases: who earns more now earned more then.
    const std::uint32_t word = maker.words(Part::active, i)[0];
    member.base = Money::fen(bases.at(word));
    if (annuity) member.annuity_base = Money::fen(annuity_amounts.at(word));
    maker.add(Part::active, i, member);
  }
  maker.set_mean(contribution_bases, begin);
  maker.set_mean_of(annuity_bases, begin, static_cast<std::size_t>(with_annuity));
}

void add_leavers(RosterMaker& maker) {
  const auto count = static_cast<std::uint64_t>(maker.count("annuity_leavers"));
  const Mix mix = working_mix(maker, youngest_with_annuity);
  const std::uint64_t start = maker.start(Part::leavers);
  const Quantiles annuity_amounts(maker.recipe().distribution("annuity_base"));
  const std::size_t begin = maker.rows();
  for (std::uint64_t i = 0; i < count; ++i) {
    Member member = at_work(maker, Role::leaver, mix.at(golden_place(start, i)));
    member.annuity_base = Money::fen(annuity_amounts.at(maker.words(Part::leavers, i)[0]));
    maker.add(Part::leavers, i, member);
  }
  maker.set_mean(annuity_bases, begin);
}

}  // namespace

void make_civil_service(RosterMaker& maker) {
  add_stock(maker, add_entrants(maker));
  add_active(maker);
  add_leavers(maker);
}

}  // namespace disburse
