#pragma once
// What survivors get (丧葬补助金, 抚恤金, 个人账户余额) after a death, by scheme.
#include "engine/law/parameters.hpp"
#include "engine/projection/award.hpp"

namespace disburse {

/// Months of 抚恤金 in the enterprise scheme (人社部发〔2021〕18号): by years of contribution, for each year beyond
/// fifteen one more up to the most; of who drew a pension, one less for each year of it, no fewer than the least.
/// `drawn_months` < 0: died at work.
int pension_survivor_months(const ParameterTree& law, Month died, int service_months, int drawn_months);

/// Adds the sums paid once after the death that the person's file tells, each with its working, and a note for each
/// that is not paid or whose law is not on record; nothing without a death. What is left of the accounts follows from
/// the award in `statement`.
void add_survivors_benefits(const ParameterTree& law, AwardStatement& statement);

}  // namespace disburse
