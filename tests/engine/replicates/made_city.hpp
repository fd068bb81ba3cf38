#pragma once
// A few residents under one made programme and a life table by hand, with their paths.
#include <vector>

#include "engine/members/population.hpp"
#include "engine/replicates/paths.hpp"
#include "support/made_programme.hpp"

namespace disburse {

/// Everybody dies within a year with the same chance, whatever the age; the last age is far away.
inline Mortality flat_mortality(const Rate& yearly) {
  LifeTable table;
  table.name = "flat";
  table.first_age = 0;
  for (std::vector<Rate>& q : table.q) {
    q.assign(200, yearly);
    q.back() = Rate(1, 1);
  }
  std::array<Rate, scheme_count> factor;
  factor.fill(Rate(1, 1));
  return {table, factor};
}

/// Residents under one programme: a benefit of their pension a month, and three pensions on death.
struct MadeCity {
  MadeCity(const std::vector<Member>& members, int months, const Rate& yearly, Rate share = Rate(1, 1))
      : horizon{Month(2024, 1), months}, population(made_roster(members), horizon) {
    programmes.push_back(std::make_unique<MadeProgramme>(
        "pension", Scheme::resident, horizon,
        std::vector<MadePart>{
            made_part("benefit", payer("city"), std::vector<int>(static_cast<std::size_t>(months), 1)),
            made_lump("funeral", payer("city"), std::vector<int>(static_cast<std::size_t>(months), 3))},
        share));
    columns = city_columns(programmes, horizon);
    survival = survival_paths(population, flat_mortality(yearly));
    paths = member_paths(population, programmes, columns, survival, 1);
  }
  static constexpr auto residents = static_cast<std::size_t>(Scheme::resident);

  Horizon horizon;
  Population population;
  ProgrammeSet programmes;
  CityColumns columns;
  SurvivalPaths survival;
  MemberPaths paths;
};

/// `count` residents with pensions of 1, 2, 3 ... fen, born month after month.
inline std::vector<Member> many_residents(int count) {
  std::vector<Member> members;
  for (int i = 0; i < count; ++i)
    members.push_back(made_pensioner(Scheme::resident, Money::fen(i + 1), Month(1940, 1) + i % 90));
  return members;
}

}  // namespace disburse
