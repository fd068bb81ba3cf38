#pragma once
// The columns of a synthetic roster that are stretched to a stated mean.
#include <array>
#include <cstdint>
#include <vector>

#include "engine/members/roster.hpp"

namespace disburse {

/// One such column of a scheme's members: roster.PARAMETER is the mean, DISTRIBUTION what the amounts were drawn from.
struct StatedMean {
  Scheme scheme;
  std::vector<std::int64_t> Roster::*column;
  const char* distribution;
  const char* parameter;
  enum class Whose : std::uint8_t {
    all,
    stock,
    entrants
  } whose = Whose::all;  ///< retired by the roster's date, after it
};

inline constexpr StatedMean civil_service_pensions{Scheme::civil_service, &Roster::pension, "civil_service_pension",
                                                   "civil_service_pension_mean", StatedMean::Whose::stock};
inline constexpr StatedMean civil_service_awards{Scheme::civil_service, &Roster::pension, "civil_service_pension",
                                                 "civil_service_award_mean", StatedMean::Whose::entrants};
inline constexpr StatedMean contribution_bases{Scheme::civil_service, &Roster::base, "contribution_base",
                                               "contribution_base_mean"};
inline constexpr StatedMean annuity_bases{Scheme::civil_service, &Roster::annuity_base, "annuity_base",
                                          "annuity_base_mean"};
inline constexpr StatedMean enterprise_pensions{Scheme::enterprise, &Roster::pension, "enterprise_pension",
                                                "enterprise_pension_mean"};
inline constexpr StatedMean resident_accounts{Scheme::resident, &Roster::account_pension, "resident_account_pension",
                                              "resident_account_pension_mean"};
inline constexpr std::array stated_means{civil_service_pensions, civil_service_awards, contribution_bases,
                                         annuity_bases,          enterprise_pensions,  resident_accounts};

}  // namespace disburse
