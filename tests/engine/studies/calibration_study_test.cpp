// Calibration, asked from code, with rosters and margins that are handed in.
#include "engine/studies/calibration_study.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/base_data.hpp"

namespace disburse {
namespace {

const Estimate* find(const CalibrationResult& result, const std::string& path) {
  for (const Estimate& one : result.estimates) {
    if (one.path == path) return &one;
  }
  return nullptr;
}

std::int64_t payers_in(const Roster& roster) { return std::count(roster.role.begin(), roster.role.end(), Role::payer); }

TEST(CalibrationStudy, counts_what_the_roster_holds_and_shares_what_was_taken_up) {
  CalibrationRequest request{thinned(base_session().roster, 10), {}, {}};
  const double persons = pensioners_of(request.now, {}, Scheme::enterprise);
  request.margins.taken_up = {{"unity_award.eligible_share", "counted", Scheme::enterprise, persons / 2.0, {}}};
  const CalibrationResult result = calibrate(base_session(), request);
  ASSERT_NE(find(result, "counts.resident_payers"), nullptr);
  EXPECT_EQ(find(result, "counts.resident_payers")->value, static_cast<double>(payers_in(request.now)));
  ASSERT_NE(find(result, "unity_award.eligible_share"), nullptr);
  EXPECT_NEAR(find(result, "unity_award.eligible_share")->value, 0.5, 1e-9);
  EXPECT_EQ(find(result, "mortality.factor.resident"), nullptr) << "one roster tells nothing of deaths";
}

TEST(CalibrationStudy, knows_a_share_by_its_name) {
  CalibrationRequest request{thinned(base_session().roster, 100), {}, {}};
  const double persons = pensioners_of(request.now, {}, Scheme::enterprise);
  const Parameter& share = *base_session().law.parameters.find("unity_award.eligible_share");
  for (const std::string& name : {share.name, share.name_en}) {
    request.margins.taken_up = {{name, "counted", Scheme::enterprise, persons / 4.0, {}}};
    const CalibrationResult result = calibrate(base_session(), request);
    ASSERT_NE(find(result, share.path), nullptr) << name;
    EXPECT_NEAR(find(result, share.path)->value, 0.25, 1e-9) << name;
  }
}

TEST(CalibrationStudy, an_earlier_roster_tells_of_deaths) {
  CalibrationRequest request{thinned(base_session().roster, 10), thinned(base_session().roster, 10), {}};
  request.before->as_of = request.now.as_of - 12;
  EXPECT_NE(find(calibrate(base_session(), request), "mortality.factor.resident"), nullptr);
}

TEST(CalibrationStudy, refuses_more_takers_than_there_are_and_a_share_of_nothing) {
  CalibrationRequest request{thinned(base_session().roster, 100), {}, {}};
  request.margins.taken_up = {{"unity_award.eligible_share", "counted", Scheme::enterprise, 1e9, {}},
                              {"unity_award.no_such_share", "counted", Scheme::enterprise, 1.0, {}}};
  try {
    calibrate(base_session(), request);
    FAIL() << "both are wrong";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.errors().size(), 2U);
  }
}

}  // namespace
}  // namespace disburse
