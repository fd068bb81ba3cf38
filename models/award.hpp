#pragma once
// The pension at award by the law in force in the month of retirement (国发〔2005〕38号, 国发〔2015〕2号).
#include "engine/derivatives/smooth_law.hpp"
#include "engine/law/parameters.hpp"
#include "engine/projection/award.hpp"

namespace disburse {

/// Months by which an account balance is divided (计发月数) for someone born in `birth` who retires in `retired`.
/// Ages outside the table are a ProgramFault: check with `has_divisor` at the door.
Rate account_divisor(const ParameterTree& law, Month birth, Month retired);
bool has_divisor(const ParameterTree& law, Month birth, Month retired);

/// Years with two decimals (四舍五入), as the official sheet uses them: 40 years 11 months are 40.92.
Rate sheet_years(int months);

/// Of the civil service: by the months of joining and retirement. The enterprise scheme knows one method.
Generation generation_of(const ParameterTree& law, Scheme scheme, Month joined, Month retired);

/// The month as of which the award is made: that of the retirement. Retirements of the civil service in the year of the
/// reform (2014-10 to 2014-12) count as those of January after it (视同2015年退休).
Month counted_retirement(const ParameterTree& law, Scheme scheme, Month retired);

/// The whole sheet: statutory age, parts, comparison of methods for 中人, what is granted beside them, the award made
/// anew on the year's own base, adjustments and the end of the annuity up to the year `until`, and what survivors get.
/// `law` reaches to December of the year of retirement.
AwardStatement award(const ParameterTree& law, const Person& person, int until);

/// What a projection needs of an award: the monthly pension, and the part of it that the account pays.
template <class N>
struct AwardAmountsOf {
  typename N::Money pension, account_pension;
};
/// The same sums without their working.
AwardAmountsOf<Exact> award_amounts(const ParameterTree& law, const Person& person);
AwardAmountsOf<Smooth> award_amounts(const SmoothLaw& law, const PersonOf<Smooth>& person);

/// What contradicts the law or itself: retirement before the age allows or later than it may be put off, too few years,
/// more years than life allows, an age without divisor. All at once.
void check_person(const ParameterTree& law, const Person& person, InputErrors& errors);

}  // namespace disburse
