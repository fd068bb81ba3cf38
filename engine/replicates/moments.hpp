#pragma once
// The analytic twin: exact mean, variance and covariance of annual amounts when members die independently.
#include <vector>

#include "engine/replicates/ensemble.hpp"

namespace disburse {

/// Mean and variance of a sum over members, fen and fen squared.
struct Moments {
  double mean = 0.0, variance = 0.0;
};

/// Of each yearly measure (programme, line, total), in the order of `measures`; monthly measures
/// have none (both 0). For one member a yearly amount v is a function of the month of death m, so
///   E v = sum_m P(m) v(m),  Var v = sum_m P(m) v(m)^2 - (E v)^2,
/// and sums over members follow from independence (Bowers et al., Actuarial Mathematics, section 4.2: the variance of a
/// life annuity). Take-up scales the amounts and is no chance of its own.
std::vector<Moments> yearly_moments(const Ensemble& ensemble, const Measures& measures, int threads);

/// Covariance of the totals of two years, years x years, fen squared: for one member and years k < l the amount of k is
/// the full one whenever anything of l is paid, hence cov = (full_k - E_k) E_l. Holds where everything is paid in the
/// year in which it is due; empty otherwise.
std::vector<std::vector<double>> total_covariance(const Ensemble& ensemble, const Measures& measures, int threads);

}  // namespace disburse
