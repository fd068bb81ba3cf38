#pragma once
// What the outlooks of the three schemes share.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/random.hpp"
#include "models/outlook.hpp"
#include "models/retirement_age.hpp"

namespace disburse {

struct OutlookContext {
  const ParameterTree& law;
  Month begins;  ///< first month after the roster's first year; of a carried roster, after the roster
  Month last;
  std::uint64_t seed = 0;
  bool newcomers = true;  ///< added, too
  bool carried = false;   ///< the roster goes on at once: nobody has been held constant
  bool waiting = false;   ///< those are added, too, who are as old as they must be and retire after `last`

  /// What is assumed of those who join, retire or reach an age in `month`.
  std::int64_t number(const char* name, Month month) const { return law.integer(path(name), month); }
  Rate rate(const char* name, Month month) const { return law.rate(path(name), month); }
  Money money(const char* name, Month month) const { return law.money(path(name), month); }

 private:
  static std::string path(const char* name) { return std::string("outlook.") + name; }
};

/// When members retire: by law, moved by the flexible choice that is assumed. What the law says of a birth month is
/// looked up once.
class Retirements {
 public:
  explicit Retirements(const OutlookContext& context);

  const StatutoryRetirement& statutory(RetirementGroup group, Month birth);
  /// Earlier not below the old age, nor before the outlook begins, nor without the least service; `service_then` is the
  /// service at the statutory month, `drawn_by` decides who chooses what.
  Month month(RetirementGroup group, Month birth, int service_then, const MemberKey& drawn_by);

 private:
  /// What is assumed of the choice in one month: who may leave early chooses in the first month in which that can be,
  /// the others in the statutory one.
  struct Choice {
    Rate early, late;
    int early_months = 0, late_months = 0;
  };
  const Choice& choice(Month month);
  Month first_early(const StatutoryRetirement& by_law);

  const OutlookContext& context_;
  bool chosen_ = false;  ///< by anybody in any month
  std::map<std::pair<RetirementGroup, Month>, StatutoryRetirement> known_;
  std::map<Month, Choice> choices_;
};

/// The age, in months, at which the members of the roster's year were counted as retiring (`roster.*`, a number of
/// years); that of the law in force where the roster does not say.
int counted_age(const OutlookContext& context, const char* roster_name, const std::string& law_path);

/// Those who join in the months of one year, one after another: the i-th in month i modulo 12, where the yearly number
/// in force in that month is greater than i.
class YearOfNewcomers {
 public:
  YearOfNewcomers(const OutlookContext& context, int year, const char* name) : first_(year, 1) {
    for (int m = 0; m < months; ++m) {
      yearly_.push_back(context.number(name, std::max(first_ + m, context.begins)));
    }
  }
  std::int64_t most() const { return *std::max_element(yearly_.begin(), yearly_.end()); }
  Month month(std::int64_t i) const { return first_ + static_cast<int>(i % months); }
  std::int64_t yearly(std::int64_t i) const { return yearly_[static_cast<std::size_t>(i % months)]; }
  bool joins(std::int64_t i) const { return i < yearly(i); }

 private:
  static constexpr int months = 12;
  Month first_;
  std::vector<std::int64_t> yearly_;
};

/// The key of added member `number`: "N" and eight digits behind the scheme's letter. A carried roster has newcomers
/// already; those after it begin with the year.
MemberKey newcomer_key(const OutlookContext& context, char scheme, std::int64_t number);

/// Of `count` members the first `share` ones: count x share, rounded half up.
std::int64_t part_of(std::int64_t count, const Rate& share);

void civil_service_outlook(Roster& roster, const OutlookContext& context);
void enterprise_outlook(Roster& roster, const OutlookContext& context);
void resident_outlook(Roster& roster, const OutlookContext& context);

/// Whether another pension age than the one under which the roster was counted is in force in its own year.
bool resident_age_moves(const OutlookContext& context, Month as_of);
/// Who by that age draws the pension earlier or later within the roster's year: payers, and those counted as reaching
/// the age in it.
void resident_first_year(Roster& roster, const OutlookContext& context);

/// The amounts of members at work and newcomers, and of payers who reach the pension age, as smooth_outlook says.
void civil_service_amounts(SmoothMembers& members, const SmoothLaw& law, Month begins, Month last);
void resident_amounts(SmoothMembers& members, const SmoothLaw& law, Month last);

}  // namespace disburse
