#include "engine/studies/calibration_study.hpp"

#include <fmt/format.h>

#include "engine/base/error.hpp"
#include "engine/law/parameter_names.hpp"

namespace disburse {
namespace {

/// Take-up that the office counted; all that cannot be is told at once.
void add_take_up(std::vector<Estimate>& estimates, const std::vector<TakeUp>& all, const Roster& roster,
                 const std::vector<double>& weight, const ParameterTree& law) {
  InputErrors errors;
  const std::vector<NamedPath> known = named_paths(law);
  for (const TakeUp& one : all) {
    const std::string path = path_of(one.parameter, known, one.place, errors);
    if (path.empty()) continue;  // reported as a name of none or of several
    const Parameter* parameter = law.find(path);
    const double persons = pensioners_of(roster, weight, one.scheme);
    if (parameter == nullptr || parameter->unit != Unit::rate) {
      errors.add(one.place, "parameter", "{} is no rate of the law"_m(one.parameter), "take-up is a share"_m,
                 "disburse list parameters names them, as unity_award.eligible_share"_m);
    } else if (one.persons < 0.0 || one.persons > persons) {
      errors.add(one.place, "persons",
                 "{} were paid and the roster has {} pensioners"_m(fmt::format("{:.0f}", one.persons),
                                                                   fmt::format("{:.0f}", persons)),
                 "a share lies between none and all"_m, "Bring both to one day, or mend the figure"_m);
    } else {
      estimates.push_back(estimate_of_take_up(path, one.persons, roster, weight, one.scheme));
    }
  }
  throw_if_any(Door::data, std::move(errors));
}

}  // namespace

CalibrationResult calibrate(const Session& session, const CalibrationRequest& request) {
  const ParameterTree& law = session.law.parameters;
  CalibrationResult result;
  result.raking = rake(request.now, request.margins.margins);
  result.estimates = estimates_of_stock(request.now, result.raking.weight);
  add_take_up(result.estimates, request.margins.taken_up, request.now, result.raking.weight, law);
  if (request.before) {
    for (Estimate& one : estimates_of_movement(*request.before, request.now, *session.mortality, law))
      result.estimates.push_back(std::move(one));
  }
  return result;
}

}  // namespace disburse
