#include "models/award_twin.hpp"

#include <algorithm>
#include <array>

namespace disburse::twin {
namespace {

__extension__ typedef __int128 Wide;

/// Both are positive or 0.
std::int64_t half_up(Wide numerator, Wide denominator) {
  return static_cast<std::int64_t>((2 * numerator + denominator) / (2 * denominator));
}

/// 计发基数 of Ningxia, fen, by month of retirement.
std::int64_t base_of(int retired) {
  struct From {
    int month;
    std::int64_t fen;
  };
  constexpr std::array<From, 12> table{{{month(2014, 10), 473425},
                                        {month(2015, 1), 520683},
                                        {month(2016, 1), 565250},
                                        {month(2017, 1), 606492},
                                        {month(2018, 1), 653200},
                                        {month(2019, 1), 688500},
                                        {month(2020, 1), 688500},
                                        {month(2021, 1), 721500},
                                        {month(2022, 1), 764800},
                                        {month(2023, 1), 795300},
                                        {month(2024, 7), 820200},
                                        {month(2025, 7), 836600}}};
  std::int64_t fen = 0;
  for (const From& from : table) {
    if (retired >= from.month) fen = from.fen;
  }
  return fen;
}

/// 计发月数 in tenths: the annex by whole years; from 2025 between two ages by month, to one decimal.
std::int64_t divisor_tenths(int birth, int retired) {
  constexpr std::array<int, 31> annex{233, 230, 226, 223, 220, 216, 212, 208, 204, 199, 195, 190, 185, 180, 175, 170,
                                      164, 158, 152, 145, 139, 132, 125, 117, 109, 101, 93,  84,  75,  65,  56};
  const int age = (retired - birth) / 12, months = (retired - birth) % 12;
  const int here = annex.at(static_cast<std::size_t>(age - 40));
  if (retired < month(2025, 1) || months == 0) return 10 * here;
  const int next = annex.at(static_cast<std::size_t>(age - 39));
  return half_up(Wide{10} * (12 * here + (next - here) * months), 12);
}

std::int64_t hundredths_of_years(int months) { return half_up(Wide{100} * months, 12); }

/// Share of the old base wage, in hundredths.
int old_ratio(int service) {
  const int years = service / 12;
  if (years >= 35) return 90;
  if (years >= 30) return 85;
  if (years >= 20) return 80;
  return years >= 10 ? 70 : 50;
}

/// The old method: (A M + B + C) x the growth of wages from 2014 to the year before retirement.
std::int64_t old_method(const Person& person) {
  const std::int64_t wage = person.wage.value_or(250000), allowance = person.allowance.value_or(150000),
                     increase = person.increase.value_or(35000);
  const std::int64_t start = half_up(Wide{wage} * old_ratio(person.service), 100) + allowance + increase;
  // Average wages of 2014 to 2018; later years grow as 2018 did.
  constexpr std::array<std::int64_t, 5> wages{520683, 565250, 606492, 653200, 688500};
  const int year = person.retired / 12;
  Wide numerator = start, denominator = 1;
  if (year >= 2016) {
    numerator *= wages.at(static_cast<std::size_t>(std::min(year, 2019) - 2015));
    denominator = wages[0];
  }
  for (int later = 2020; later <= year; ++later) numerator *= 6885, denominator *= 6532;
  return half_up(numerator, denominator);
}

}  // namespace

int statutory(Group group, int birth) {
  const int old_age = group == Group::male ? 60 : group == Group::female_55 ? 55 : 50;
  const int first = group == Group::male ? month(1965, 1) : group == Group::female_55 ? month(1970, 1) : month(1975, 1);
  const int pace = group == Group::female_50 ? 2 : 4, most = group == Group::female_50 ? 60 : 36;
  const int delay = birth < first ? 0 : std::min((birth - first) / pace + 1, most);
  return birth + 12 * old_age + delay;
}

namespace {

Award on_base(const Person& person, std::int64_t base) {
  Award result;
  // C (1 + z) / 2 x N x 1 %
  result.basic =
      half_up(Wide{base} * (10000 + person.index) * hundredths_of_years(person.service), Wide{2} * 10000 * 100 * 100);
  const std::int64_t divisor = divisor_tenths(person.birth, person.retired);
  result.account = half_up(Wide{10} * person.account, divisor);
  result.annuity = half_up(Wide{10} * person.annuity, divisor);
  const bool across = !person.civil_service || person.joined < month(2014, 10);
  if (across) {
    // C x index x n x k
    const std::int64_t index = person.civil_service ? person.deemed_index.value_or(12000) : person.index;
    const std::int64_t k = person.intellectual ? 143 : 130;
    result.transition =
        half_up(Wide{base} * index * hundredths_of_years(person.transition) * k, Wide{10000} * 100 * 10000);
  }
  const std::int64_t new_method = result.basic + result.account + result.transition + result.annuity;
  result.pension = new_method;
  result.compares = person.civil_service && across && person.retired <= month(2024, 9);
  if (result.compares) {
    result.old_method = old_method(person);
    const int tenths = std::min(std::max(person.retired / 12 - 2014, 1), 10);  // 10 % of 2015 to 100 % of 2024
    result.pension = result.old_method;
    if (new_method > result.old_method) result.pension += half_up(Wide{new_method - result.old_method} * tenths, 10);
  }
  result.additions = person.intellectual && !person.civil_service ? 1000 : 0;
  result.pension += result.additions;
  return result;
}

}  // namespace

Award award(const Person& person) {
  // Retirements of the civil service from October to December 2014 count as of 2015.
  const int counted = person.civil_service && person.retired / 12 == 2014 ? month(2015, 1) : person.retired;
  Award result = on_base(person, base_of(counted));
  result.anew = on_base(person, base_of(counted / 12 * 12 + 11)).pension;
  return result;
}

std::int64_t in_2024(const Person& person, std::int64_t pension) {
  struct Terms {
    std::int64_t fixed, flat, per_year, level, minimum;  // fen; level in ten-thousandths
    bool part_year_counts;
  };
  // Ningxia's rules of 2021 to 2024; 艰苦边远 一类区 10 yuan in each.
  constexpr std::array<Terms, 4> rules{{{6000, 3000, 100, 100, 2000, true},
                                        {6000, 1500, 200, 100, 2000, false},
                                        {6000, 1500, 200, 95, 2000, false},
                                        {4500, 1000, 200, 75, 2000, false}}};
  // The annuity takes no part in a rise and ends after as many months as it was divided by.
  std::int64_t annuity = half_up(Wide{10} * person.annuity, divisor_tenths(person.birth, person.retired));
  const std::int64_t ends = person.retired + (divisor_tenths(person.birth, person.retired) + 9) / 10 + 1;
  for (int year = person.retired / 12 + 1; year <= 2024; ++year) {
    const Terms& terms = rules.at(static_cast<std::size_t>(year - 2021));
    if (ends == month(year, 1)) pension -= annuity, annuity = 0;
    const int years = (person.service + (terms.part_year_counts ? 11 : 0)) / 12;
    const int age = (month(year - 1, 12) - person.birth) / 12;
    const std::int64_t tilt = age >= 80 ? 2000 : age >= 75 ? 1500 : age >= 70 ? 1000 : 0;
    pension += terms.fixed + terms.flat + terms.per_year * std::max(0, years - 15) +
               std::max(terms.minimum, half_up(Wide{pension - annuity} * terms.level, 10000)) + tilt + 1000;
    if (ends > month(year, 1) && ends <= month(year, 12)) pension -= annuity, annuity = 0;
  }
  return pension;
}

}  // namespace disburse::twin
