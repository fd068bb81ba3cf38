// Members of the residents' scheme: pensioners, those who reach 60 this year, and payers with the hardship cases.
#include "scenarios/rosters/roster_amounts.hpp"
#include "scenarios/rosters/roster_maker.hpp"

namespace disburse {
namespace {

constexpr int pension_age = 60 * 12;
constexpr int paying_age = 16 * 12;

Member resident(Role role, Sex sex, Month birth) {
  Member member;
  member.scheme = Scheme::resident;
  member.role = role;
  member.sex = sex;
  member.birth = birth;
  return member;
}

/// A pensioner with service and account. Who was 60 when the scheme began has paid nothing.
Member pensioner(const RosterMaker& maker, const Quantiles& accounts, const Words& word, Sex sex, Month birth) {
  Member member = resident(Role::pensioner, sex, birth);
  member.retired = birth + pension_age;
  const Month began = maker.month("resident_scheme_start");
  if (member.retired <= began) return member;
  const std::int64_t more = maker.share("resident_long_service");
  const bool long_service = chance(word[1], more, weight_of(Rate(1, 1)) - more);
  const int years = long_service ? 16 + static_cast<int>(below(word[2], 10)) : 15;
  member.service_months = years * 12;
  member.joined = began;
  member.account_pension = Money::fen(accounts.at(word[0]));
  return member;
}

std::size_t add_entrants(RosterMaker& maker) {
  const std::size_t begin = maker.rows();
  const auto count = static_cast<std::uint64_t>(maker.count("resident_entrants"));
  const AgeGroup& youngest = maker.recipe().age_groups.front();
  const std::int64_t women = weight_of(youngest.female);
  const Mix mix({{Sex::male, pension_age, 1, weight_of(Rate(1, 1)) - women}, {Sex::female, pension_age, 1, women}});
  const Quantiles accounts(maker.recipe().distribution("resident_account_pension"));
  for (std::uint64_t i = 0; i < count; ++i) {
    const Month reached = RosterMaker::spread_month(i, maker.recipe().year().first, 12);
    maker.add(Part::resident_entrants, i,
              pensioner(maker, accounts, maker.words(Part::resident_entrants, i), mix.at(equal_place(i, count)).sex,
                        reached - pension_age));
  }
  maker.set_mean(resident_accounts, begin);
  return begin;
}

void add_stock(RosterMaker& maker, std::size_t entrants_begin) {
  const Mix mix(cells_from_60(maker.recipe().age_groups, weight_of(Rate(1, 1))));
  const std::uint64_t start = maker.start(Part::resident_stock);
  const auto person_at = [&](std::uint64_t i) { return mix.at(golden_place(start, i)); };
  const std::uint64_t count =
      maker.further_members({Scheme::resident, "counts.resident_pensioners", maker.count("resident_pensioners"),
                             maker.count("resident_entrants"), 0, maker.alive_from(entrants_begin), person_at});
  const Quantiles accounts(maker.recipe().distribution("resident_account_pension"));
  const std::size_t begin = maker.rows();
  for (std::uint64_t i = 0; i < count; ++i) {
    const SexAndAge person = person_at(i);
    maker.add(Part::resident_stock, i,
              pensioner(maker, accounts, maker.words(Part::resident_stock, i), person.sex,
                        maker.as_of() - person.age_months));
  }
  maker.set_mean(resident_accounts, begin);
}

Mix payer_mix(const RosterMaker& maker) {
  const std::int64_t one = weight_of(Rate(1, 1));
  const std::int64_t young = maker.share("payer_share_16_29");
  const std::int64_t middle = maker.share("payer_share_30_44");
  if (young + middle > one) {
    maker.refuse("roster.payer_share_30_44", "the shares of the payers under 45 pass 1"_m,
                 "those of 45 to 59 are the rest"_m);
  }
  const std::int64_t women = maker.share("payer_women");
  std::vector<AgeCell> cells;
  const auto add = [&](int from, int to, std::int64_t weight) {
    const std::int64_t hers = rounded_quotient(Int128{weight} * women, one, Rounding::half_up);
    cells.push_back({Sex::male, from * 12, (to - from + 1) * 12, weight - hers});
    cells.push_back({Sex::female, from * 12, (to - from + 1) * 12, hers});
  };
  add(16, 29, young);
  add(30, 44, middle);
  add(45, 59, one - young - middle);
  return Mix(cells);
}

std::int32_t whole_yuan(const RosterMaker& maker, const std::string& name) {
  return static_cast<std::int32_t>(maker.mean(name).fen() / 100);
}

void add_payers(RosterMaker& maker) {
  const auto count = static_cast<std::uint32_t>(maker.count("resident_payers"));
  const std::int64_t cases = maker.count("hardship_cases");
  if (cases > count) {
    maker.refuse("counts.hardship_cases", "there are more hardship cases than payers"_m, "they are among the payers"_m);
  }
  const std::vector<std::uint32_t> lots = permutation(maker.seed(), Stream::hardship, count);
  std::vector<bool> hardship(count);
  for (std::int64_t i = 0; i < cases; ++i) hardship[lots[static_cast<std::size_t>(i)]] = true;
  const Mix mix = payer_mix(maker);
  const std::uint64_t start = maker.start(Part::payers);
  const Month began = maker.month("resident_scheme_start");
  const std::int32_t grade = whole_yuan(maker, "resident_grade");
  const std::int32_t hardship_grade = whole_yuan(maker, "hardship_grade");
  for (std::uint32_t i = 0; i < count; ++i) {
    const SexAndAge person = mix.at(golden_place(start, i));
    Member member = resident(Role::payer, person.sex, maker.as_of() - person.age_months);
    member.joined = std::max(began, member.birth + paying_age);
    member.service_months = (maker.as_of() - member.joined) / 12 * 12;
    member.hardship = hardship[i];
    member.grade = member.hardship ? hardship_grade : grade;
    maker.add(Part::payers, i, member);
  }
}

}  // namespace

void make_residents(RosterMaker& maker) {
  add_stock(maker, add_entrants(maker));
  add_payers(maker);
}

}  // namespace disburse
