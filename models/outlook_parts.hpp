#pragma once
// What the outlooks of the three schemes share.
#include <map>
#include <string>
#include <utility>

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

  std::int64_t number(const char* name) const { return law.integer(path(name), begins); }
  Rate rate(const char* name) const { return law.rate(path(name), begins); }
  Money money(const char* name) const { return law.money(path(name), begins); }

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
  /// service at the statutory month.
  Month month(RetirementGroup group, Month birth, int service_then, const MemberKey& key);

 private:
  const OutlookContext& context_;
  Rate early_, late_;
  int early_months_ = 0, late_months_ = 0;
  std::map<std::pair<RetirementGroup, Month>, StatutoryRetirement> known_;
};

/// The key of added member `number`: "N" and eight digits behind the scheme's letter. A carried roster has newcomers
/// already; those after it begin with the year.
MemberKey newcomer_key(const OutlookContext& context, char scheme, std::int64_t number);

/// Of `count` members the first `share` ones: count x share, rounded half up.
std::int64_t part_of(std::int64_t count, const Rate& share);

void civil_service_outlook(Roster& roster, const OutlookContext& context);
void enterprise_outlook(Roster& roster, const OutlookContext& context);
void resident_outlook(Roster& roster, const OutlookContext& context);

/// The amounts of members at work and newcomers, and of payers who reach the pension age, as smooth_outlook says.
void civil_service_amounts(SmoothMembers& members, const SmoothLaw& law, Month begins, Month last);
void resident_amounts(SmoothMembers& members, const SmoothLaw& law, Month last);

}  // namespace disburse
