#include "engine/planning/study_result.hpp"

namespace disburse {

std::string factor_name(const StudyResult& result, std::size_t factor) {
  const Factor& own = result.factors[factor];
  const bool alone = own.inputs.size() == 1 && own.name == result.inputs[own.inputs.front()].path;
  return alone ? result.inputs[own.inputs.front()].name : own.name;
}

}  // namespace disburse
