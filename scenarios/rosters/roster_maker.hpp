#pragma once
// What the makers of each scheme's members share: parameters, draws, keys, and opening counts that meet a closing one.
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/base/wide.hpp"
#include "engine/law/parameters.hpp"
#include "engine/members/mortality.hpp"
#include "engine/members/roster.hpp"
#include "scenarios/rosters/roster_means.hpp"
#include "scenarios/rosters/roster_mix.hpp"
#include "scenarios/rosters/roster_recipe.hpp"

namespace disburse {

/// Members made by one rule. The number is part of every draw: never renumber.
enum class Part : std::uint32_t {
  civil_service_stock = 1,
  civil_service_entrants = 2,
  active = 3,
  leavers = 4,
  enterprise_earlier = 5,
  enterprise_special = 6,
  enterprise_before_last = 7,
  enterprise_last = 8,
  enterprise_to_september = 9,
  enterprise_from_october = 10,
  resident_stock = 11,
  resident_entrants = 12,
  payers = 13,
};

/// Keys are a letter and six digits. Each part has its own hundred thousand or more, so that no key depends on how many
/// members another part has.
struct KeyRange {
  char letter;
  std::uint32_t first;
  std::uint32_t last;
};
KeyRange key_range(Part part);

/// Pensioners whose number is sought: the count published, and what of it is settled already.
struct Sought {
  Scheme scheme = Scheme::civil_service;
  std::string path;  ///< of the count, for messages
  std::int64_t count = 0;
  std::int64_t entrants = 0;  ///< who join during the year
  std::int64_t settled = 0;   ///< of the opening stock
  Int128 settled_alive = 0;   ///< entrants and settled members alive at the end of the year, units of 2^-48
  std::function<SexAndAge(std::uint64_t)> person;  ///< sex and age in as_of of further member i
};

class RosterMaker {
 public:
  RosterMaker(const Recipe& recipe, const ParameterTree& parameters, const Mortality& mortality, std::uint64_t seed);

  const Recipe& recipe() const { return recipe_; }
  Month as_of() const { return recipe_.as_of; }
  std::uint64_t seed() const { return seed_; }
  std::int64_t count(const std::string& name) const;         ///< counts.NAME
  std::int64_t count_if_any(const std::string& name) const;  ///< the same; 0 where the recipe lacks it
  Money mean(const std::string& name) const;                 ///< roster.NAME
  std::int64_t years(const std::string& name) const;         ///< roster.NAME
  Month month(const std::string& name) const;                ///< roster.NAME
  std::int64_t share(const std::string& name) const;         ///< roster.NAME as a weight

  /// Four draws for member `i` of `part`.
  Words words(Part part, std::uint64_t i) const;
  /// Where the golden sequence of `part` begins.
  std::uint64_t start(Part part) const;
  /// Whole years about `mean_years`, at most `spread` off, in months; members 2k and 2k + 1 lie as far above as below,
  /// so that the mean of all `count` is exact.
  std::int32_t service_months(Part part, std::uint64_t i, std::uint64_t count, std::int64_t mean_years,
                              std::uint32_t spread) const;
  /// When a new retiree `i` of a group spread evenly over `months` from `first` retires.
  static Month spread_month(std::uint64_t i, Month first, std::uint64_t months) {
    return first + static_cast<int>(i % months);
  }

  void add(Part part, std::uint64_t i, const Member& member);
  std::size_t rows() const { return roster_.size(); }
  /// Gives the rows from `begin` on the stated mean, to the fen.
  void set_mean(const StatedMean& stated, std::size_t begin);
  /// The same where only `heads` of the rows have an amount; the others keep their zero.
  void set_mean_of(const StatedMean& stated, std::size_t begin, std::size_t heads);
  /// Members of rows [begin, rows()) alive at the end of the year, units of 2^-48.
  Int128 alive_from(std::size_t begin);
  /// How many further members the opening stock needs, by counts.reading.
  std::uint64_t further_members(const Sought& sought);

  /// Refuses the recipe's values: the counts or shares contradict each other at `path`.
  [[noreturn]] void refuse(const std::string& path, Message problem, Message why) const;
  Roster finish();

 private:
  std::int64_t alive(Scheme scheme, Sex sex, Month birth, Month exposed_from);

  const Recipe& recipe_;
  const ParameterTree& parameters_;
  const Mortality& mortality_;
  std::uint64_t seed_;
  Roster roster_;
  std::map<std::tuple<Scheme, Sex, Month, Month>, std::int64_t> alive_;
};

/// True with the odds `weight` to `other`.
inline bool chance(std::uint32_t word, std::int64_t weight, std::int64_t other) {
  return (Int128{word} * (weight + other) >> 32) < weight;
}

void make_civil_service(RosterMaker& maker);
void make_enterprise(RosterMaker& maker);
void make_residents(RosterMaker& maker);

}  // namespace disburse
