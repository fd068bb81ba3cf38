// Retirees of enterprises: those of each late year by the month, special groups, and all who retired earlier.
#include <algorithm>

#include "scenarios/rosters/roster_amounts.hpp"
#include "scenarios/rosters/roster_maker.hpp"

namespace disburse {
namespace {

constexpr int man_retires = 60 * 12;
constexpr int woman_retires = 50 * 12;  // workers
constexpr int woman_cadre_retires = 55 * 12;
constexpr int ninety = 90 * 12;
constexpr int year_months = 12;
constexpr int late_months = 24;              // of those of the roster's year and the one before, who are counted apart
constexpr std::uint32_t service_spread = 8;  // years about the mean

/// New retirees by sex and age, as weights of one whole.
struct NewRetirees {
  std::int64_t men;
  std::int64_t women_55;
  std::int64_t women_50;
};

NewRetirees new_retirees(const RosterMaker& maker) {
  const std::int64_t men = maker.share("enterprise_entrant_men_60");
  const std::int64_t women_55 = maker.share("enterprise_entrant_women_55");
  const std::int64_t women_50 = weight_of(Rate(1, 1)) - men - women_55;
  if (women_50 < 0) {
    maker.refuse("roster.enterprise_entrant_women_55", "the shares of the new retirees pass 1"_m,
                 "the women who retire at 50 are the rest"_m);
  }
  return {men, women_55, women_50};
}

/// Pensions and service, as the recipe states them of all retirees.
struct Retirees {
  Quantiles pensions;
  std::int64_t mean_years;

  explicit Retirees(const RosterMaker& maker)
      : pensions(maker.recipe().distribution("enterprise_pension")),
        mean_years(maker.years("enterprise_service_mean")) {}
  Member member(const RosterMaker& maker, Part part, std::uint64_t i, std::uint64_t count) const {
    Member member;
    member.scheme = Scheme::enterprise;
    member.service_months = maker.service_months(part, i, count, mean_years, service_spread);
    member.pension = Money::fen(pensions.at(maker.words(part, i)[0]));
    return member;
  }
};

/// `count` members who retire evenly over `months` from `first`, at the statutory ages.
void add_cohort(RosterMaker& maker, Part part, const std::string& name, Month first, std::uint64_t months) {
  const auto count = static_cast<std::uint64_t>(maker.count_if_any(name));
  const NewRetirees shares = new_retirees(maker);
  const Mix mix({{Sex::male, man_retires, 1, shares.men},
                 {Sex::female, woman_cadre_retires, 1, shares.women_55},
                 {Sex::female, woman_retires, 1, shares.women_50}});
  const Retirees retirees(maker);
  for (std::uint64_t i = 0; i < count; ++i) {
    const SexAndAge person = mix.at(equal_place(i, count));
    Member member = retirees.member(maker, part, i, count);
    member.sex = person.sex;
    member.retired = RosterMaker::spread_month(i, first, months);
    member.birth = member.retired - person.age_months;
    member.joined = member.retired - member.service_months;
    maker.add(part, i, member);
  }
}

/// The whole stock's mix less the late retirees, with room only for those who retired before them.
std::vector<AgeCell> earlier_cells(const RosterMaker& maker) {
  const std::int64_t one = weight_of(Rate(1, 1));
  const std::int64_t stock = maker.count("enterprise_retirees");
  const std::vector<std::string> named = late_retirees(maker.as_of());
  const std::int64_t late = maker.count_if_any(named[0]) + maker.count_if_any(named[1]);
  const std::int64_t under_55 = maker.share("enterprise_share_50_54");
  const std::int64_t under_60 = under_55 + maker.share("enterprise_share_55_59");
  const std::int64_t women = maker.share("enterprise_women");
  std::vector<AgeCell> cells;
  if (under_60 <= women && under_60 <= one) {
    cells = cells_from_60(maker.recipe().age_groups, stock * (one - under_60), stock * (women - under_60));
  }
  if (cells.empty()) {
    maker.refuse("roster.enterprise_women", "the share of women contradicts the ages"_m,
                 "all under 60 are women, and no age group has more women than persons"_m);
  }
  // A cell smaller than its late retirees stays empty: their ages follow from the law, the mix is an assumption.
  const NewRetirees shares = new_retirees(maker);
  AgeCell& youngest_men = cells.front();
  youngest_men.weight -= late * shares.men;
  youngest_men.from += late_months;
  youngest_men.months -= late_months;
  cells.push_back(
      {Sex::female, woman_retires + late_months, 60 - late_months, stock * under_55 - late * shares.women_50});
  cells.push_back({Sex::female, woman_cadre_retires, 60, stock * (under_60 - under_55) - late * shares.women_55});
  return cells;
}

Mix checked_mix(const RosterMaker& maker, const std::vector<AgeCell>& cells) {
  std::int64_t sum = 0;
  for (const AgeCell& cell : cells) sum += cell.weight > 0 ? 1 : 0;
  if (sum == 0)
    maker.refuse("counts.enterprise_retirees", "no age is left for a group of retirees"_m, "nobody is there"_m);
  return Mix(cells);
}

Month retirement_of(const RosterMaker& maker, const SexAndAge& person, std::uint32_t word, const NewRetirees& shares) {
  const Month birth = maker.as_of() - person.age_months;
  if (person.sex == Sex::male) return birth + man_retires;
  const bool may_be_cadre = person.age_months >= woman_cadre_retires + late_months;
  const bool cadre = may_be_cadre && chance(word, shares.women_55, shares.women_50);
  return birth + (cadre ? woman_cadre_retires : woman_retires);
}

/// Adds one member of `person`'s sex and age who retired before the late years.
void add_earlier_member(RosterMaker& maker, const Retirees& retirees, const NewRetirees& shares, Part part,
                        std::uint64_t i, std::uint64_t count, const SexAndAge& person, Category category) {
  Member member = retirees.member(maker, part, i, count);
  member.category = category;
  member.sex = person.sex;
  member.birth = maker.as_of() - person.age_months;
  member.retired = retirement_of(maker, person, maker.words(part, i)[1], shares);
  member.joined = member.retired - member.service_months;
  maker.add(part, i, member);
}

/// 离休 and pre-1949 workers are 90 and older; teachers have the ages of the others.
std::int64_t add_special(RosterMaker& maker, const Mix& earlier) {
  std::vector<AgeCell> cells = cells_from_60(maker.recipe().age_groups, weight_of(Rate(1, 1)));
  std::erase_if(cells, [](const AgeCell& cell) { return cell.from < ninety; });
  const Mix oldest = checked_mix(maker, cells);
  const std::int64_t lixiu = maker.count("lixiu");
  const std::int64_t workers = maker.count("pre_liberation_workers");
  const auto old = static_cast<std::uint64_t>(lixiu + workers);
  const std::uint64_t count = old + static_cast<std::uint64_t>(maker.count("state_school_teachers"));
  const std::uint64_t start = maker.start(Part::enterprise_special);
  const Retirees retirees(maker);
  const NewRetirees shares = new_retirees(maker);
  for (std::uint64_t i = 0; i < count; ++i) {
    const Category category = i < static_cast<std::uint64_t>(lixiu) ? Category::lixiu
                              : i < old                             ? Category::pre_liberation_worker
                                                                    : Category::state_school_teacher;
    const Mix& mix = i < old ? oldest : earlier;
    add_earlier_member(maker, retirees, shares, Part::enterprise_special, i, count, mix.at(golden_place(start, i)),
                       category);
  }
  return static_cast<std::int64_t>(count);
}

/// An agency without the scheme has no mix of ages either.
bool counts_nobody(const RosterMaker& maker) {
  std::vector<std::string> names = late_retirees(maker.as_of());
  for (const char* name : {"enterprise_retirees", "lixiu", "pre_liberation_workers", "state_school_teachers"})
    names.emplace_back(name);
  return std::all_of(names.begin(), names.end(), [&](const auto& name) { return maker.count_if_any(name) == 0; });
}

}  // namespace

void make_enterprise(RosterMaker& maker) {
  if (counts_nobody(maker)) return;
  const std::vector<std::string> late = late_retirees(maker.as_of());
  const Month begins = maker.recipe().year().first;
  constexpr int until_october = 9;
  const std::size_t begin = maker.rows();
  add_cohort(maker, Part::enterprise_to_september, late[2], begins, until_october);
  add_cohort(maker, Part::enterprise_from_october, late[3], begins + until_october, year_months - until_october);
  const std::size_t stock_begin = maker.rows();
  maker.set_mean(enterprise_pensions, begin);
  const Mix mix = checked_mix(maker, earlier_cells(maker));
  add_special(maker, mix);
  add_cohort(maker, Part::enterprise_before_last, late[0], begins - 2 * year_months, year_months);
  add_cohort(maker, Part::enterprise_last, late[1], begins - year_months, year_months);

  const std::uint64_t start = maker.start(Part::enterprise_earlier);
  const auto person_at = [&](std::uint64_t i) { return mix.at(golden_place(start, i)); };
  const std::uint64_t count = maker.further_members(
      {Scheme::enterprise, "counts.enterprise_retirees", maker.count("enterprise_retirees"),
       static_cast<std::int64_t>(stock_begin - begin), static_cast<std::int64_t>(maker.rows() - stock_begin),
       maker.alive_from(begin), person_at});
  const Retirees retirees(maker);
  const NewRetirees shares = new_retirees(maker);
  for (std::uint64_t i = 0; i < count; ++i) {
    add_earlier_member(maker, retirees, shares, Part::enterprise_earlier, i, count, person_at(i), Category::ordinary);
  }
  maker.set_mean(enterprise_pensions, stock_begin);
}

}  // namespace disburse
