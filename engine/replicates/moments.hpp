#pragma once
// The analytic twin: exact mean, variance and covariance of annual amounts when members die independently.
#include <vector>

#include "engine/replicates/ensemble.hpp"

namespace disburse {

/// Mean and variance of a sum over members, fen and fen squared.
struct Moments {
  double mean = 0.0, variance = 0.0;
};

struct ClosedForm {
  /// Of each yearly measure (programme, line, total), in the order of `measures`; monthly ones have none (both 0).
  std::vector<Moments> yearly;
  /// Of the totals of two years, years x years, fen squared; empty where something is paid in another year than that in
  /// which it is due.
  std::vector<std::vector<double>> covariance;
};

/// For one member a yearly amount v is a function of the month of death m, so
///   E v = sum_m P(m) v(m),  Var v = sum_m P(m) v(m)^2 - (E v)^2,
/// and sums over members follow from independence (Bowers et al., Actuarial Mathematics, section 4.2: the variance of a
/// life annuity). For years k < l the amount of k is the full one whenever anything of l is paid, hence
/// cov = (full_k - E_k) E_l. Take-up scales the amounts and is no chance of its own.
class MomentSums {
 public:
  MomentSums(const MeasureMap& map, const Measures& measures, int threads, Simd simd = widest_simd());

  /// One more piece of the members. The sums depend on the pieces and their order, not on threads or instructions.
  void add(const MemberPaths& paths);
  /// What the pieces so far add to each measure; what no death can move is not in it.
  const std::vector<Moments>& uncertain() const { return form_.yearly; }
  ClosedForm close() const;

 private:
  ClosedForm nothing() const;
  void add(std::size_t scheme, const SchemePaths& paths, ClosedForm& into) const;

  const MeasureMap& map_;
  const Measures& measures_;
  int threads_;
  Simd simd_;
  LivingSums living_;
  ClosedForm form_;
};

/// The moments of all members from `uncertain` of each of their pieces by itself, in order, and what all members get:
/// the same bits as MomentSums gives that was shown all pieces.
std::vector<Moments> joined_moments(const std::vector<std::vector<Moments>>& pieces, const LivingSums& living,
                                    const MeasureMap& map, const Measures& measures);

/// Of an ensemble's members, piece by piece.
ClosedForm closed_form(const Ensemble& ensemble, const Measures& measures, int threads, Simd simd = widest_simd());

}  // namespace disburse
